// Whether a rule's formula says the same for every cell of a row: then one of them is enough to work out. Reads text alone.

/** A column that moves with the cell: of a cell (A1, A$1) or of a whole column (A:A). */
const MOVING_COLUMN = /(?<![\w$.])(?:[A-Z]{1,3}\$?\d{1,7}|[A-Z]{1,3}:\$?[A-Z]{1,3})(?![\w(.])/i;
/** Functions of the cell that asks, and whole rows, which are read as such by no rule of a table. */
const OF_THE_CELL = /\bCOLUMN\(\s*\)|\b(?:INDIRECT|OFFSET|CELL)\(/i;

/** Example: `sameAlongRow('=AND($A5<>"",B$1>0)') === false`, `sameAlongRow('=$F5="A1"') === true`. */
export function sameAlongRow(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, 'x!');
  return !MOVING_COLUMN.test(bare) && !OF_THE_CELL.test(bare);
}
