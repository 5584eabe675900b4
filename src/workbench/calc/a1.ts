// A1 notation: letters of a column, addresses of cells and ranges. Knows no sheet.
import type { Range } from '../model/book';

/** 0-based column to letters. Example: `columnLetters(27) === 'AB'`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Letters to 0-based column. Example: `columnIndex('AB') === 27`. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A range as A1 text; with absolute marks when asked, on rows too unless they move. Example: `a1({ row: 0, column: 0, rows: 2, columns: 1 }, true) === '$A$1:$A$2'`. */
export function a1(range: Range, absolute = false, movingRow = false): string {
  const mark = absolute ? '$' : '';
  const rowMark = movingRow ? '' : mark;
  const corner = (row: number, column: number): string => `${mark}${columnLetters(column)}${rowMark}${row + 1}`;
  const first = corner(range.row, range.column);
  return range.rows === 1 && range.columns === 1
    ? first
    : `${first}:${corner(range.row + range.rows - 1, range.column + range.columns - 1)}`;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/;

/** Reads "A1", "$A$1:B2"; null when it is neither. Example: `parseA1('B2')?.row === 1`. */
export function parseA1(text: string): Range | null {
  const [from, to, more] = text.split(':');
  if (from === undefined || more !== undefined) return null;
  const first = CELL.exec(from);
  const last = CELL.exec(to ?? from);
  if (!first || !last) return null;
  const rows = [Number(first[2]) - 1, Number(last[2]) - 1];
  const columns = [columnIndex(first[1] ?? ''), columnIndex(last[1] ?? '')];
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}
