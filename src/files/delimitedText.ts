// Text with tabs, commas or semicolons between its cells → rows of strings. Knows no files and no meaning of a column.
import Papa from 'papaparse';
import { storableText } from '../core/ground/cleanText';

/**
 * Cuts delimited text into rows. Every filled cell is the text exactly as it stood, empty cells are null, empty lines stay as
 * rows so that row numbers match the file; empty lines at the end are dropped; all rows have the same length. Quotes are read the CSV way; where they
 * do not close, they are taken as plain characters.
 * Example: `delimitedRows('单位\t电话\n甲\t007')` is `[['单位', '电话'], ['甲', '007']]`.
 */
export function delimitedRows(text: string): (string | null)[][] {
  const plain = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '');
  if (plain === '') return [];
  const delimiter = delimiterOf(plain);
  const parsed = Papa.parse<string[]>(plain, { delimiter, newline: '\n' });
  const rows = parsed.errors.some(({ type }) => type === 'Quotes')
    ? plain.split('\n').map((line) => line.split(delimiter))
    : parsed.data;
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return rows.map((row) => Array.from({ length: width }, (_unused, column) => plainCell(row[column] ?? '')));
}

/** ="007" is how programs make a spreadsheet keep a number's zeros. */
function plainCell(cell: string): string | null {
  return storableText(cell.replace(/^\s*="([^"]*)"\s*$/, '$1')) || null;
}

const DELIMITERS = ['\t', ',', ';'] as const;
/** So many lines say how the cells are parted. */
const LOOKED_AT = 60;

/**
 * The one that cuts the most lines into equally many cells, as a table is cut: a title full of semicolons above it or a tab at the end of each line does
 * not count for more. Among equals the one with more cells; tabs, which come from a spreadsheet, before the others.
 * Example: `delimiterOf('名单;;;\n单位,电话\n甲,1') === ','`.
 */
export function delimiterOf(text: string): '\t' | ',' | ';' {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  if (isClipboard(lines)) return '\t';
  const ranked = DELIMITERS.map((delimiter) => ({ delimiter, ...evenLines(lines, delimiter) }));
  const best = ranked.reduce((one, next) =>
    next.lines > one.lines || (next.lines === one.lines && next.cells > one.cells) ? next : one,
  );
  if (best.lines > 0) return best.delimiter;
  // Nothing is parted: what there is of separators stands at the ends of lines, or between empty cells.
  return DELIMITERS.find((delimiter) => lines.some((line) => line.includes(delimiter))) ?? best.delimiter;
}

/** As a spreadsheet puts cells on the clipboard: equally many tabs in every line, and something behind one of them. */
function isClipboard(lines: readonly string[]): boolean {
  const tabs = lines.map((line) => line.split('\t').length);
  return tabs.every((count) => count > 1 && count === tabs[0]) && lines.some((line) => /\t\s*[^\s]/.test(line));
}

/** How many lines have the commonest number of filled cells' places above one, and that number. An end without a cell is none. */
function evenLines(lines: readonly string[], delimiter: string): { lines: number; cells: number } {
  const byCount = new Map<number, number>();
  for (const line of lines) {
    const parts = line.split(delimiter);
    while (parts.length > 1 && parts[parts.length - 1]?.trim() === '') parts.pop();
    if (parts.length > 1) byCount.set(parts.length, (byCount.get(parts.length) ?? 0) + 1);
  }
  let best = { lines: 0, cells: 0 };
  for (const [cells, count] of byCount)
    if (count > best.lines || (count === best.lines && cells > best.cells)) best = { lines: count, cells };
  return best;
}
