// Inserting and deleting rows, columns or blocks as arithmetic on places: what moves, what grows, what is lost.
// Knows no sheet; applyShift.ts carries it out.
import { MAX_COLUMNS, MAX_ROWS } from './address';
import type { Range } from './book';

/** Insert (count > 0) or delete (count < 0) |count| lines from `at` on, in the lines `from`…`to` of the other direction. */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** Whole rows or columns move, not a block of cells. */
export const isWhole = (shift: Shift): boolean =>
  shift.from === 0 && shift.to === (shift.axis === 'row' ? MAX_COLUMNS : MAX_ROWS) - 1;

/** Rows put in (count > 0) or taken out (< 0) before row `at`, in columns `from` to `to`. */
export function rowShift(at: number, count: number, from = 0, to = MAX_COLUMNS - 1): Shift {
  return { axis: 'row', at, count, from, to };
}

/** Columns put in or taken out before column `at`, in rows `from` to `to`. */
export function columnShift(at: number, count: number, from = 0, to = MAX_ROWS - 1): Shift {
  return { axis: 'column', at, count, from, to };
}

/** Where line `n` goes; null when it is deleted. */
export function shiftLine(n: number, shift: Shift): number | null {
  if (n < shift.at) return n;
  if (shift.count >= 0) return n + shift.count;
  return n < shift.at - shift.count ? null : n + shift.count;
}

/** Where the span first…last goes: it grows when lines are inserted inside, shrinks when some are deleted; null when all are. */
export function shiftSpan(first: number, last: number, shift: Shift): [number, number] | null {
  if (shift.count >= 0) {
    return [first < shift.at ? first : first + shift.count, last < shift.at ? last : last + shift.count];
  }
  const end = shift.at - shift.count;
  const newFirst = first < shift.at ? first : first < end ? shift.at : first + shift.count;
  const newLast = last < shift.at ? last : last < end ? shift.at - 1 : last + shift.count;
  return newLast < newFirst ? null : [newFirst, newLast];
}

/** Where an area goes; unchanged when it does not lie wholly in the lines that move; null when it is deleted. */
export function shiftArea(area: Range, shift: Shift): Range | null {
  const acrossRows = shift.axis === 'row';
  const crossFirst = acrossRows ? area.column : area.row;
  const crossLast = crossFirst + (acrossRows ? area.columns : area.rows) - 1;
  if (crossFirst < shift.from || crossLast > shift.to) return area;
  const limit = acrossRows ? MAX_ROWS : MAX_COLUMNS;
  const first = acrossRows ? area.row : area.column;
  const length = acrossRows ? area.rows : area.columns;
  if (length === limit) return area;
  const span = shiftSpan(first, first + length - 1, shift);
  if (!span || span[0] >= limit) return null;
  const size = Math.min(span[1], limit - 1) - span[0] + 1;
  if (span[0] === first && size === length) return area;
  return acrossRows ? { ...area, row: span[0], rows: size } : { ...area, column: span[0], columns: size };
}
