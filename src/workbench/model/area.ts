// Arithmetic on rectangles. Knows nothing of sheets, only 0-based rows and columns.
import { MAX_COLUMNS, MAX_ROWS } from './address';
import type { Range } from './book';

const area = (row: number, column: number, rows: number, columns: number): Range => ({ row, column, rows, columns });

/** The last row, 0-based and part of the area. */
export const bottomOf = (a: Range): number => a.row + a.rows - 1;
/** The last column, 0-based and part of the area. */
export const rightOf = (a: Range): number => a.column + a.columns - 1;

/** Whether the cell lies in the area. */
export const holds = (a: Range, row: number, column: number): boolean =>
  row >= a.row && row <= bottomOf(a) && column >= a.column && column <= rightOf(a);

/** Whether all of `inner` lies in `outer`; an area contains itself. */
export const contains = (outer: Range, inner: Range): boolean =>
  holds(outer, inner.row, inner.column) && holds(outer, bottomOf(inner), rightOf(inner));

/** Same corner and same size. */
export const sameArea = (a: Range, b: Range): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

/** Not empty, and within the 1,048,576 rows and 16,384 columns of a sheet. */
export const isOnSheet = (a: Range): boolean =>
  a.row >= 0 && a.column >= 0 && a.rows > 0 && a.columns > 0 && bottomOf(a) < MAX_ROWS && rightOf(a) < MAX_COLUMNS;

/** Whole rows or whole columns: too many cells to look at one by one. */
export const isUnbounded = (a: Range): boolean => a.rows === MAX_ROWS || a.columns === MAX_COLUMNS;

/** The rectangle that both share, or null when they do not touch. */
export function intersect(a: Range, b: Range): Range | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(bottomOf(a), bottomOf(b)) - row + 1;
  const columns = Math.min(rightOf(a), rightOf(b)) - column + 1;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest rectangle around both. */
export function bounding(a: Range, b: Range): Range {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(bottomOf(a), bottomOf(b)) - row + 1,
    columns: Math.max(rightOf(a), rightOf(b)) - column + 1,
  };
}

/** What is left of `a` without `hole`: up to four rectangles, from top to bottom, none overlapping another. */
export function subtract(a: Range, hole: Range): Range[] {
  const cut = intersect(a, hole);
  if (!cut) return [{ ...a }];
  return [
    area(a.row, a.column, cut.row - a.row, a.columns),
    area(cut.row, a.column, cut.rows, cut.column - a.column),
    area(cut.row, rightOf(cut) + 1, cut.rows, rightOf(a) - rightOf(cut)),
    area(bottomOf(cut) + 1, a.column, bottomOf(a) - bottomOf(cut), a.columns),
  ].filter((part) => part.rows > 0 && part.columns > 0);
}
