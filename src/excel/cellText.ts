// What a plan's cell becomes on the wire. Text stays text, whatever it begins with: no cell's words ever become a formula.
import type { CellWrite } from '../workbook/plan';

type Wire = string | number | boolean | null;

/** Characters that would make Excel read a text as a formula, or swallow its first character. */
const DANGEROUS = /^[=+\-@'\t\r]/;

/** Text that Excel would turn into a number, date, percentage or truth value when the cell is not formatted as text. */
const CONVERTIBLE = /^\s*([\d.,]+%?|\d+[/.-]\d+([/.-]\d+)?.*|\d+:\d+.*|true|false|\(\d.*\)|[\d.]+e[+-]?\d+|[¥$€£].*)\s*$/i;

/** Example: `literalOf('=1+1') === "'=1+1"`; null leaves the cell alone. */
export function literalOf(cell: CellWrite): Wire {
  if (cell === null || typeof cell === 'object') return null;
  if (typeof cell !== 'string') return cell;
  return DANGEROUS.test(cell) || CONVERTIBLE.test(cell) ? `'${cell}` : cell;
}

export function formulaOf(cell: CellWrite): string | null {
  return typeof cell === 'object' && cell !== null ? cell.formula : null;
}

export function hasFormula(cells: readonly (readonly CellWrite[])[]): boolean {
  return cells.some((row) => row.some((cell) => formulaOf(cell) !== null));
}
