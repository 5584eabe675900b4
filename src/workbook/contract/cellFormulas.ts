// How formulas read a cell that people fill: what counts as a moment, a number or a label is the same as in `CellReader`, and everything else
// counts as nothing in both. Knows no table.
import { foldCell, foldFormula } from './cellFold';
import { LABELS } from './labels';
import type { CodeOf, LabelSet } from './labels';
import type { Text } from '../../core/ground/text';
import { DAY, TO_WHOLE_SECOND } from '../../core/ground/wallTime';

/** Serials of 2000-01-01 and of the day after 2099-12-31: what validation lets people type. */
export const FIRST_MOMENT = 36526;
/** 2100-01-01: the first moment that no cell may hold. */
export const AFTER_LAST_MOMENT = 73051;

/** True for a number that is a moment of this century. */
export function isMomentSerial(value: unknown): value is number {
  return typeof value === 'number' && value >= FIRST_MOMENT && value < AFTER_LAST_MOMENT;
}

/** A moment to the nearest second, as `wallTimeFromSerial` has it. */
export function toTheSecond(moment: string): string {
  return `INT(${moment}*${DAY}+${TO_WHOLE_SECOND})/${DAY}`;
}

/** The moment in `cell`, to the second; 0 where there is none or something else. */
export function momentFormula(cell: string): string {
  return `IF(ISNUMBER(${cell}),IF(AND(${cell}>=${FIRST_MOMENT},${cell}<${AFTER_LAST_MOMENT}),${toTheSecond(cell)},0),0)`;
}

/** The whole number in `cell`, `otherwise` where there is none of at least `min`. */
export function wholeFormula(cell: string, min: number, otherwise: number): string {
  return `IF(ISNUMBER(${cell}),IF(AND(${cell}>=${min},${cell}=INT(${cell})),${cell},${otherwise}),${otherwise})`;
}

/** Spellings of each label. */
const SPELLINGS = 6;

/** The same with full-width letters and digits, which formulas cannot turn into narrow ones; LibreOffice takes them for equal anyway. */
const wide = (word: string): string =>
  word.replace(/[!-~]/g, (sign) => (/[a-z0-9]/i.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign));

/** Words that stand for a label in a cell: both languages and the code, in letters and digits of either width. As many each, in the order of the set. */
export function wordsOf(set: LabelSet): string[] {
  return Object.entries<Text>(LABELS[set]).flatMap(([code, { zh, en }]) =>
    [zh, en, code, wide(zh), wide(en), wide(code)].map(foldCell),
  );
}

/** 0-based place of a code in its set. */
export function placeOfCode<S extends LabelSet>(set: S, code: CodeOf<S>): number {
  return Object.keys(LABELS[set]).indexOf(code);
}

/** The place in its set of the label that `cell` holds, in either language; of `otherwise` where it holds none. */
export function labelFormula<S extends LabelSet>(cell: string, set: S, otherwise: CodeOf<S>): string {
  const words = wordsOf(set).map((word) => `"${word}"`);
  return `IFERROR(INT((MATCH(${foldFormula(cell)},{${words.join(',')}},0)-1)/${SPELLINGS}),${placeOfCode(set, otherwise)})`;
}

const codesByWord = new Map<LabelSet, ReadonlyMap<string, string>>();

/** The first of equal words wins, as in MATCH. */
function codesOf(set: LabelSet): ReadonlyMap<string, string> {
  const known = codesByWord.get(set);
  if (known) return known;
  const codes = Object.keys(LABELS[set]);
  const made = new Map(
    wordsOf(set)
      .map((word, at) => [word, codes[Math.floor(at / SPELLINGS)] ?? ''] as const)
      .reverse(),
  );
  codesByWord.set(set, made);
  return made;
}

/** The same, but half a place further where the cell holds something that is none: it counts as `otherwise` does and can be told from it. */
export function labelOrNoneFormula<S extends LabelSet>(cell: string, set: S, otherwise: CodeOf<S>): string {
  const words = wordsOf(set).map((word) => `"${word}"`);
  const none = `${placeOfCode(set, otherwise)}+IF(ISERROR(${cell}),0.5,IF(${cell}="",0,0.5))`;
  return `IFERROR(INT((MATCH(${foldFormula(cell)},{${words.join(',')}},0)-1)/${SPELLINGS}),${none})`;
}

/** The code of the label that a cell holds, by the same comparison as the formula; null when it is none. */
export function cellCodeOf<S extends LabelSet>(set: S, cell: string): CodeOf<S> | null {
  // Nearly all cells hold the label as it is: no folding for these.
  const codes = codesOf(set);
  return ((codes.get(cell) ?? codes.get(foldCell(cell))) as CodeOf<S> | undefined) ?? null;
}
