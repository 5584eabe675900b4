// A column that was sorted or shifted by itself, told from corrections: what rows hold now is what other rows of it held. Knows no table.

import type { ProblemCode } from './problemCodes';

/** Codes of columns whose cells stand in rows of others: they count, for the wrong ones. */
export const SLIPPED: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['cells-moved', 'names-moved']);

/** What a row held when it was last known good, and what it holds now; '' is an empty cell. */
export interface KeptCell {
  readonly was: string;
  readonly is: string;
}

/**
 * words: may repeat, like reviews. moments: nobody exchanges them by hand. scores: few numbers that all rows share, so that who lowers all by one
 * seems to move most of them.
 */
export type KeptKind = 'words' | 'moments' | 'scores';

/** Nobody exchanges so many one by one. */
const MANY = 3;
/** Of the changed cells so many thirds hold what another one held: a few reviews that went the other way are no sorting. */
const THIRDS = 2;
/** Scores of which just these rows exchanged theirs, and none is new. */
const MANY_SCORES = 4;

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Two rows that hold what the other one held; among words that may repeat, such that no third row knows either. */
function areExchanged(cells: readonly KeptCell[], [one, other]: readonly KeptCell[], kind: KeptKind): boolean {
  if (!one || !other || one.is !== other.was || other.is !== one.was || one.is === '' || other.is === '') return false;
  return (
    kind === 'moments' ||
    [one.is, other.is].every((word) => cells.filter(({ was, is }) => was === word || is === word).length === 2)
  );
}

/** All of three or more from the first changed cell to the last hold what their neighbour held, and the last of them is empty: a cell was deleted or put in. */
function areShifted(cells: readonly KeptCell[], changed: readonly number[]): boolean {
  const run = cells.slice(changed[0], (changed.at(-1) ?? 0) + 1);
  const moved = (line: readonly KeptCell[]): boolean =>
    line.at(-1)?.is === '' && line.slice(0, -1).every(({ is }, at) => is === line[at + 1]?.was);
  return run.length >= MANY && (moved(run) || moved([...run].reverse()));
}

/**
 * Places of the cells that slipped, out of the cells of a column in the order of its rows; none where what changed may be corrections.
 * A slip: three or more cells that hold what others of the changed ones held, and they are two thirds of them; a run that moved by one row and left
 * an empty cell behind; or two that exchanged moments, or what no third row ever held. Cells that hold what no row held, and whose own word is nowhere else, are
 * corrections beside it. Example: `[a→b, b→c, c→a, d→d]` gives 0, 1, 2.
 */
export function slippedCells(cells: readonly KeptCell[], kind: KeptKind = 'words'): number[] {
  const changed = cells.flatMap(({ was, is }, at) => (was === is ? [] : [at]));
  if (changed.length < 2) return [];
  const others = changed.flatMap((at) => cells[at] ?? []);
  const was = countOf(others.map((cell) => cell.was));
  const is = countOf(others.map((cell) => cell.is));
  let found = 0;
  let filled = 0;
  for (const [word, count] of is) {
    found += Math.min(count, was.get(word) ?? 0);
    filled += count;
  }
  const isExact = found === filled && filled === others.filter((cell) => cell.was !== '').length;
  const many = kind === 'scores' ? found >= MANY_SCORES && isExact : found >= MANY && found * 3 >= filled * THIRDS;
  const isSlip = many || (changed.length === 2 && areExchanged(cells, others, kind)) || areShifted(cells, changed);
  if (!isSlip) return [];
  return changed.filter((at) => {
    const cell = cells[at];
    return cell !== undefined && (cell.is === '' || was.has(cell.is) || is.has(cell.was));
  });
}

/** By how much the number at the end of a cell that was dragged grows from row to row. */
const numberAtEnd = (cell: string): [string, number] => {
  const [digits = ''] = /[\d.]+$/.exec(cell) ?? [];
  return [cell.slice(0, cell.length - digits.length), Number(digits || NaN)];
};

/** What dragging the cell above leaves below it: the same, or the next of a series (T1, T2; one day later). */
function isDragged(above: string, below: string): boolean {
  if (above === below) return true;
  const [[one, from], [other, to]] = [numberAtEnd(above), numberAtEnd(below)];
  return one === other && Math.abs(to - from - 1) < 1e-5;
}

/**
 * Places of the cells over which the one above or below was dragged, in the order of the rows: three or more in a run, which held different words before. The one
 * that was dragged still holds its own: whoever types a new word into all of them means it. Example: `[a→a, b→a, c→a, d→a]` gives 1, 2, 3.
 */
export function filledCells(cells: readonly KeptCell[]): number[] {
  const found: number[] = [];
  for (let from = 0, to = 1; from < cells.length; from = to, to += 1) {
    while (to < cells.length && cells[to]?.is !== '' && isDragged(cells[to - 1]?.is ?? '', cells[to]?.is ?? ''))
      to += 1;
    const run = cells.slice(from, to);
    const changed = run.flatMap(({ was, is }, at) => (was === is || was === '' ? [] : [from + at]));
    const formerly = new Set(changed.map((at) => cells[at]?.was));
    if (changed.length < MANY || formerly.size < 2 || changed.length === run.length) continue;
    found.push(...changed);
  }
  return found;
}

/** Places of cells that changed among themselves alone, all of them in rows of which another column slipped: part of the table was sorted. */
export function alongWith(cells: readonly KeptCell[], slipped: ReadonlySet<number>): number[] {
  const changed = cells.flatMap(({ was, is }, at) => (was === is ? [] : [at]));
  const all = (side: keyof KeptCell): string => JSON.stringify(changed.map((at) => cells[at]?.[side]).sort());
  return changed.every((at) => slipped.has(at)) && all('was') === all('is') ? changed : [];
}

/** The kept columns of a row, in one order for all rows. */
export interface KeptLine {
  readonly was: readonly string[];
  readonly is: readonly string[];
}

/** Two columns that were exchanged, and the first row that says so; 0-based. */
export interface ExchangedPair {
  readonly one: number;
  readonly other: number;
  readonly row: number;
}

/** Rows that say so are enough, where two thirds of those that could say it do. */
const ROWS_EXCHANGED = 2;

/**
 * Columns of which each holds what the other one held: somebody exchanged two headers, or the cells below them. `columns`: how many each row has.
 * Example: two rows that were a, b and are b, a → one pair, columns 0 and 1, row 0.
 */
export function exchangedPairs(rows: readonly KeptLine[], columns: number): ExchangedPair[] {
  const pairs: ExchangedPair[] = [];
  for (let one = 0; one < columns; one += 1)
    for (let other = one + 1; other < columns; other += 1) {
      const telling = rows.filter(({ was, is }) => was[one] !== was[other] || is[one] !== is[other]);
      const exchanged = telling.filter(({ was, is }) => is[one] === was[other] && is[other] === was[one]);
      const [first] = exchanged;
      if (first && exchanged.length >= ROWS_EXCHANGED && exchanged.length * 3 >= telling.length * 2)
        pairs.push({ one, other, row: rows.indexOf(first) });
    }
  return pairs;
}
