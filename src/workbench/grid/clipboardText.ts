// Plain text from the clipboard as cells, in the form that spreadsheets put it there. It knows no grid and gives no cell a meaning.

/** One cell and what ends it; a cell in quotation marks may hold tabs and line ends. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;

/**
 * The texts of the cells, row by row; rows may differ in length. Empty cells and rows count, also at the beginning: what is pasted must not
 * slide. The one line end after the last row is no row.
 * Example: `clipboardRows('\t25\r\n\t24.5\r\n')` is `[['', '25'], ['', '24.5']]`.
 */
export function clipboardRows(text: string): string[][] {
  let row: string[] = [];
  const rows = [row];
  CELL.lastIndex = 0;
  for (let found = CELL.exec(text); found; found = CELL.exec(text)) {
    const [, quoted, plain = '', end = ''] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    const atEnd = CELL.lastIndex >= text.length;
    if (end === '' || (end !== '\t' && atEnd)) break;
    if (end !== '\t') rows.push((row = []));
  }
  return rows;
}
