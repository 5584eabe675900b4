// Which names somebody means who types characters, pinyin or its initials. The dictionary is large: it is loaded when it is first needed.

/** How well the typed letters fit a name, smaller is better; null when they do not. */
export type Fit = (typed: string, name: string) => number | null;

/** What is found by its name, by another spelling, or by the first letters of its Pinyin. */
export interface Nameable {
  readonly name: string;
  readonly spellings: readonly string[];
}

/** How much worse a fit is for every place at which its letters do not stand together. */
export const GAP = 100;

const fold = (word: string): string => word.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** Characters as they stand: the beginning before the middle. */
export const fitCharacters: Fit = (typed, name) => {
  const at = fold(name).indexOf(fold(typed));
  return at < 0 ? null : at;
};

/**
 * Loads the dictionary. `xdz`, `xidu` and `西d` fit 西渡镇; several readings of a character all count.
 * Example: `(await loadPinyin())('cax', '长安乡') === 0`.
 */
export async function loadPinyin(): Promise<Fit> {
  const { match } = await import('pinyin-pro');
  return (typed, name) => {
    const word = fold(typed);
    if (!/[a-z]/.test(word)) return null;
    const places = match(name, word, { precision: 'start' });
    const [first] = places ?? [];
    if (!places || first === undefined) return null;
    const gaps = places.filter((place, index) => index > 0 && place !== (places[index - 1] ?? 0) + 1).length;
    return first + gaps * GAP;
  };
}

/** Everything that fits, the best first; nothing typed gives all of it in its order. Names fit better than other spellings. */
export function namesLike<Thing extends Nameable>(
  things: readonly Thing[],
  typed: string,
  pinyin: Fit | null,
): Thing[] {
  if (fold(typed) === '') return [...things];
  const fit = (word: string): number =>
    Math.min(fitCharacters(typed, word) ?? Infinity, (pinyin?.(typed, word) ?? Infinity) + 0.5);
  return things
    .map((thing, index) => ({
      thing,
      index,
      fits: Math.min(fit(thing.name), ...thing.spellings.map((spelling) => fit(spelling) + 1000)),
    }))
    .filter(({ fits }) => fits < Infinity)
    .sort((a, b) => a.fits - b.fits || a.thing.name.length - b.thing.name.length || a.index - b.index)
    .map(({ thing }) => thing);
}
