// Text with tabs, commas or semicolons between its cells → rows of strings. Knows no files and no meaning of a column.
import Papa from 'papaparse';

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
  return rows.map((row) => Array.from({ length: width }, (_unused, column) => row[column] || null));
}

/** Tab when half of the first lines have one (a paste from Excel does); else comma or semicolon, whichever is there more often. */
export function delimiterOf(text: string): '\t' | ',' | ';' {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const count = (delimiter: string): number => lines.filter((line) => line.includes(delimiter)).length;
  if (count('\t') * 2 >= lines.length && count('\t') > 0) return '\t';
  const total = (delimiter: string): number => lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0);
  if (total(',') === 0 && total(';') === 0) return '\t';
  return total(';') > total(',') ? ';' : ',';
}
