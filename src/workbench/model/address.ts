// Reads and prints A1 addresses. Knows the size of a sheet, but nothing of books, cells or formulas.
import type { Range } from './book';

/** Of a sheet in Excel 2007 and later: 2^20. */
export const MAX_ROWS = 1048576;
/** 2^14: the last column is XFD. */
export const MAX_COLUMNS = 16384;

/** Letters of a 0-based column. Example: `columnLetters(27) === 'AB'`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** 0-based column of its letters, in either case; -1 when it lies outside the sheet. Example: `columnNumber('AB') === 27`. */
export function columnNumber(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n >= 1 && n <= MAX_COLUMNS ? n - 1 : -1;
}

const CELLS = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

function between(row1: number, column1: number, row2: number, column2: number): Range | null {
  const [top, bottom] = row1 < row2 ? [row1, row2] : [row2, row1];
  const [left, right] = column1 < column2 ? [column1, column2] : [column2, column1];
  if (top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS) return null;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/**
 * Reads `A1`, `A1:B2`, `A:C` or `1:3`, with or without dollar signs and in any corner order; null for anything else.
 * Example: `parseArea('$B$2:A1')` is `{ row: 0, column: 0, rows: 2, columns: 2 }`.
 */
export function parseArea(address: string): Range | null {
  const text = address.trim();
  const cells = CELLS.exec(text);
  if (cells) {
    const [, c1 = '', r1 = '', c2 = c1, r2 = r1] = cells;
    return between(Number(r1) - 1, columnNumber(c1), Number(r2) - 1, columnNumber(c2));
  }
  const columns = COLUMNS.exec(text);
  if (columns) return between(0, columnNumber(columns[1] ?? ''), MAX_ROWS - 1, columnNumber(columns[2] ?? ''));
  const rows = ROWS.exec(text);
  if (rows) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return null;
}

/** Prints an area as Excel does: `A1`, `A1:B2`, `A:C` for whole columns, `1:3` for whole rows; `absolute` adds dollar signs. */
export function printArea(area: Range, absolute = false): string {
  const d = absolute ? '$' : '';
  const left = columnLetters(area.column);
  const right = columnLetters(area.column + area.columns - 1);
  const bottom = area.row + area.rows;
  if (area.rows === MAX_ROWS) return `${d}${left}:${d}${right}`;
  if (area.columns === MAX_COLUMNS) return `${d}${area.row + 1}:${d}${bottom}`;
  const first = `${d}${left}${d}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${d}${right}${d}${bottom}`;
}

const BARE_SHEET = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

/** Puts a sheet name into quotes when a formula needs them. Example: `quoteSheet("评分·王") === "'评分·王'"`. */
export function quoteSheet(name: string): string {
  return BARE_SHEET.test(name) && !parseArea(name) && !/^(r\d*c?\d*|c\d*)$/i.test(name)
    ? name
    : `'${name.replace(/'/g, "''")}'`;
}

/** Splits `'My sheet'!A1` into its sheet and the rest; `sheet` is undefined when there is none. */
export function splitSheet(address: string): { sheet: string | undefined; rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(address);
  if (quoted) return { sheet: (quoted[1] ?? '').replace(/''/g, "'"), rest: quoted[2] ?? '' };
  const bare = /^([^'!]+)!(.*)$/s.exec(address);
  return bare ? { sheet: bare[1], rest: bare[2] ?? '' } : { sheet: undefined, rest: address };
}
