// Puts literals and formulas into one column, wherever it stands. Null leaves a cell as it is.
import type { CellWrite } from '../workbook/contract/plan';
import { bytesOf, cutRows, type Budget } from './budget';
import { runsOf } from './cellRuns';
import { formulaOf, literalOf } from './cellText';

/** Bytes of the orders around one write to a range. */
const BYTES_PER_RANGE = 500;

/** The column's range from a 0-based row on. */
export type ColumnPart = (from: number, rows: number) => Excel.Range;

/** What is no reference by address: texts, and columns in the brackets of a table, whose headers may look like one: [评委1（J01）]. */
const NO_ADDRESS = /"[^"]*"|\[(?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*\]/g;

/** True when the formula names cells by address: Excel might count them on from row to row when one text is given for many. */
function refersToCells(formula: string): boolean {
  const rest = formula.replace(NO_ADDRESS, (part) => (part.startsWith('[') ? '[]' : '""'));
  return /(?<![\w.\]])\$?[A-Z]{1,3}\$?\d{1,7}(?![\w([])/.test(rest);
}

/** A stretch of equal cells saves this many bytes before it is worth a range of its own. */
const WORTH_A_RANGE = 2_000;

type Literal = string | number | boolean | null;

/** Stretches of one value that are worth a range of their own: registers say the same in thousands of rows. */
function equalStretches(
  values: readonly Literal[],
): { readonly from: number; readonly rows: number; readonly value: Literal }[] {
  const found: { from: number; rows: number; value: Literal }[] = [];
  let from = 0;
  for (let at = 1; at <= values.length; at++) {
    const value = values[from] ?? null;
    if (at < values.length && values[at] === value) continue;
    if (value !== null && (at - from) * bytesOf(JSON.stringify(value)) > WORTH_A_RANGE)
      found.push({ from, rows: at - from, value });
    from = at;
  }
  return found;
}

/** A column with one formula from the first formula down to the last row takes it at once: a few bytes, and a calculated column for Excel. */
export async function writeColumn(part: ColumnPart, cells: readonly CellWrite[], budget: Budget): Promise<void> {
  const block = async (
    values: readonly Literal[],
    put: (range: Excel.Range, rows: Literal[][]) => void,
  ): Promise<void> => {
    for (const run of runsOf(values.map((value) => [value]))) {
      for (const piece of cutRows(run.cells)) {
        await budget.spend(piece.bytes + BYTES_PER_RANGE);
        put(
          part(run.row + piece.from, piece.rows.length),
          piece.rows.map((line) => [...line]),
        );
      }
    }
  };
  const literals = cells.map(literalOf);
  for (const { from, rows, value } of equalStretches(literals)) {
    await budget.spend(bytesOf(JSON.stringify(value)) + BYTES_PER_RANGE);
    part(from, rows).values = value as unknown as Literal[][];
    literals.fill(null, from, from + rows);
  }
  await block(literals, (range, rows) => (range.values = rows));
  const formulas = cells.map(formulaOf);
  const first = formulas.findIndex((formula) => formula !== null);
  const formula = formulas[first];
  if (formula === undefined || formula === null) return;
  if (!refersToCells(formula) && formulas.slice(first).every((each) => each === formula)) {
    await budget.spend(bytesOf(formula) + BYTES_PER_RANGE);
    part(first, cells.length - first).formulas = formula as unknown as string[][];
  } else await block(formulas, (range, rows) => (range.formulas = rows));
}
