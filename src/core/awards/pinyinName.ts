// Hidden names written in pinyin: Zhang Guoqiang, guoqiang-zhang, ZHANG Guo Qiang. Others are spelled so, too: it is asked about, and stops nothing.
// Knows no dictionary.

/** Syllables of a name without tones, the surname first; of somebody whose name nothing reads, none. Example: 吕芳 → lv, fang. */
export type Syllables = (name: string) => readonly string[];

/** Between the syllables of a name. */
const GAP = "[\\s·•.,_'’-]*";

/** As it is typed: ü is v, u or yu. */
const typed = (syllable: string): string => syllable.toLowerCase().replace(/v|ü/g, '(?:v|u|yu)');

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Surname and given name, or the given name first; each time all of it, and no letter before or behind. */
function spellings(syllables: readonly string[], surname: number): RegExp {
  const [first, given] = [syllables.slice(0, surname), syllables.slice(surname)];
  const either = [
    [...first, ...given],
    [...given, ...first],
  ].map((order) => order.map(typed).join(GAP));
  return new RegExp(`(?<![a-z])(?:${either.join('|')})(?![a-z])`);
}

/**
 * For many texts: the first of the names that a text shows in pinyin; undefined when it shows none. `double`: whether its surname has two characters.
 * Example: `pinyinNamesShown(['王国强'], readings, () => false)('by Guoqiang Wang') === '王国强'`.
 */
export function pinyinNamesShown(
  names: readonly string[],
  syllablesOf: Syllables,
  double: (name: string) => boolean,
): (text: string) => string | undefined {
  const each = names
    .filter((name) => /^(?!某)\p{Script=Han}{2,5}$/u.test(name))
    .map((name) => ({ name, syllables: syllablesOf(name) }))
    .filter(({ name, syllables }) => syllables.length === name.length)
    .map(({ name, syllables }) => ({ name, shown: spellings(syllables, double(name) ? 2 : 1) }));
  return (text) => {
    if (each.length === 0 || !/\p{Script=Latin}/u.test(text)) return undefined;
    const words = folded(text);
    return each.find(({ shown }) => shown.test(words))?.name;
  };
}
