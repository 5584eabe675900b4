// Widths of a table's columns by what stands in them, so that its rows are as low as the page allows. Knows no sheet.
import { columnPoints, emsOf, INDENT, linesOf } from './pageLines';
import { charactersFor } from './wordWidth';

/** A column as it will be printed. `texts`: its cells, below the head. */
export interface FittedColumn {
  readonly head: string;
  readonly texts: readonly string[];
  /** Its cells are indented, not centred. */
  readonly left?: boolean;
}

/** Characters that a column gets at least, so that no cell stands letter below letter. */
const LEAST = 5;

/** Widths are of half characters. */
const STEP = 0.5;

/** Points of the cells' type, and of the smallest that heads may give way to. */
interface FittedType {
  readonly size: number;
  readonly smallHead: number;
}

/** Points of text → characters of a column, its padding included. */
const charactersOf = (points: number): number => ((points + 4) / 0.75 - 5) / 7;

/** High rows weigh more than many: a column that makes a row high is widened first. */
const weight = (lines: number): number => lines ** 3;

const costOf = ({ texts, left }: FittedColumn, characters: number, size: number): number =>
  texts.reduce((sum, words) => sum + weight(linesOf(words, columnPoints(characters) - (left ? INDENT : 0), size)), 0);

/** Chinese heads stand on their own lines; heads in Latin letters may be set smaller, down to `smallHead`, and no word is broken. */
function leastOf({ head, texts }: FittedColumn, { size, smallHead }: FittedType): number {
  const latin = /^[\u0000-\u2000]*$/.test(head);
  const ownLines = latin ? 0 : Math.max(...head.split('\n').map((piece) => charactersOf(emsOf(piece) * size)));
  const words = Math.max(charactersFor(head, smallHead), ...texts.map((each) => charactersFor(each, size)));
  return Math.max(LEAST, Math.ceil(Math.max(ownLines, words) / STEP) * STEP);
}

/** The widening that saves most for each character; null when none saves anything. */
function bestStep(
  columns: readonly FittedColumn[],
  widths: readonly number[],
  rest: number,
  size: number,
): { readonly column: number; readonly more: number } | null {
  let best: { column: number; more: number; saved: number } | null = null;
  columns.forEach((column, at) => {
    const width = widths[at] ?? 0;
    const now = costOf(column, width, size);
    if (now === column.texts.length) return;
    for (let more = STEP; more <= rest; more += STEP) {
      const saved = (now - costOf(column, width + more, size)) / more;
      if (saved > (best?.saved ?? 0)) best = { column: at, more, saved };
    }
  });
  return best;
}

/**
 * Characters of each column of a table that is `total` wide in type of that size: heads and Latin words stay whole, then the highest rows get lower,
 * and what is left goes to all alike. Where the heads alone need more, `total` is exceeded.
 * Example: a column of names of three signs gives way to one of titles of forty.
 */
export function fittedGrid(columns: readonly FittedColumn[], total: number, type: FittedType): number[] {
  const widths = columns.map((column) => leastOf(column, type));
  let rest = total - widths.reduce((sum, each) => sum + each, 0);
  for (let step = bestStep(columns, widths, rest, type.size); step; step = bestStep(columns, widths, rest, type.size)) {
    widths[step.column] = (widths[step.column] ?? 0) + step.more;
    rest -= step.more;
  }
  const share = Math.max(0, Math.floor(rest / (widths.length - 1) / STEP) * STEP);
  return widths.map((width, at) => (at === 0 ? width : width + share));
}
