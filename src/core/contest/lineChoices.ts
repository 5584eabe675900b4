// What a committee chose at several tied lines, as one text: “一等奖=more；三等奖=lots”. Judges no choice.
import type { TieResolution } from './tieChoice';

/** How the tie at each line is to be settled, by the name of its tier. */
export type LineChoices = Readonly<Record<string, TieResolution>>;

const CHOICES: readonly TieResolution[] = ['more', 'fewer', 'lots'];

/** Pieces that are no choice are left out: `strayLineChoices` names them. */
export function readLineChoices(content: string): LineChoices {
  return Object.fromEntries(
    pieces(content).flatMap(([tier, choice]) => {
      const known = CHOICES.find((each) => each === choice);
      return known ? [[tier, known]] : [];
    }),
  );
}

/** Pieces that name no tier of these or no choice. */
export function strayLineChoices(content: string, tiers: readonly string[]): string[] {
  return pieces(content)
    .filter(([tier, choice]) => !tiers.includes(tier) || !CHOICES.some((each) => each === choice))
    .map(([, , whole]) => whole);
}

/** Choices at the lines of tiers as an option says them, e.g. `T1=more；T2=draw`. */
export function lineChoicesText(choices: LineChoices): string {
  return Object.entries(choices)
    .map(([tier, choice]) => `${tier}=${choice}`)
    .join('；');
}

function pieces(content: string): [tier: string, choice: string, whole: string][] {
  return content
    .split(/[；;、，,\n]/)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map((piece) => {
      const at = piece.search(/[=＝]/);
      const [tier, choice] = at < 0 ? [piece, ''] : [piece.slice(0, at), piece.slice(at + 1)];
      return [tier.trim(), choice.normalize('NFKC').trim().toLowerCase(), piece];
    });
}
