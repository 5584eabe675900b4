// A column's letters as spreadsheets head them. Knows no sheet.

/** `column` is 0-based. Example: `columnLetters(26) === 'AA'`. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest >= 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
