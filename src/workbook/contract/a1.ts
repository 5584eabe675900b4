// A1 addresses from 0-based positions.

/** Example: `columnName(27) === 'AB'`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Column fixed, row relative: `$F5`. */
export function rowCell(row: number, column: number): string {
  return `$${columnName(column)}${row + 1}`;
}

/** Both fixed: `$C$5:$C$9`. */
export function fixedColumn(column: number, firstRow: number, lastRow: number): string {
  return `$${columnName(column)}$${firstRow + 1}:$${columnName(column)}$${lastRow + 1}`;
}
