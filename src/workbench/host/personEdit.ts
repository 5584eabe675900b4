// What happens when a person types into a cell: Excel's reading of the input, tables that grow below their end, columns that fill themselves.
import { bottomOf, holds, rightOf } from '../model/area';
import type { Sheet } from '../model/book';
import { noteCalculatedColumn } from '../model/calculatedColumns';
import { cellAt, isFilled, setContent } from '../model/cells';
import { formulaFault } from '../model/formulaCheck';
import { offsetFormula } from '../model/formulaText';
import { bodyArea, tableAt } from '../model/tableParts';
import { readInput } from '../model/typedInput';
import { styleAt } from '../model/cells';
import type { HostContext } from './hostContext';
import { beforeGrowth, rememberGrowth, takeGrowthBack } from './tableGrowth';
import { growTables, writeCells } from './writeCells';

/** Typed text that begins with + or - but is no formula Excel would take stays text here, where Excel would ask again. */
function settle(context: HostContext, sheet: Sheet, row: number, column: number, input: string): string {
  if (!/^[+-]/.test(input)) return input;
  const isText = styleAt(sheet, row, column).numberFormat === '@';
  const { formula } = readInput(input, isText, context.now());
  return formula !== undefined && formulaFault(context.book, formula, tableAt(sheet, row, column)) !== null
    ? `'${input}`
    : input;
}

/**
 * `input` as typed. Throws ApiError when Excel would refuse it (unknown table in a formula, protected sheet).
 * Typing directly below a table extends it, and takes that back when the typing is (`takenBack`: the grid's undo); a formula typed into an otherwise empty table column fills the column.
 */
export function typeIntoCell(
  context: HostContext,
  sheet: Sheet,
  row: number,
  column: number,
  input: string,
  { takenBack = false } = {},
): void {
  const cell = { row, column, rows: 1, columns: 1 };
  const table = sheet.tables.find((candidate) => {
    const below = { ...candidate.range, row: bottomOf(candidate.range) + 1, rows: 1 };
    return holds(below, row, column);
  });
  const before = table && beforeGrowth(sheet, table);
  writeCells(context, sheet, cell, settle(context, sheet, row, column, input));
  if (table) growTables(context, sheet, cell);
  if (before) rememberGrowth(context.book, sheet, before);
  if (takenBack) takeGrowthBack(context, sheet);
  fillColumn(context, sheet, row, column);
}

function fillColumn(context: HostContext, sheet: Sheet, row: number, column: number): void {
  const formula = cellAt(sheet, row, column)?.formula;
  const table = tableAt(sheet, row, column);
  if (formula === undefined || !table) return;
  const body = bodyArea(table);
  if (!holds(body, row, column) || column > rightOf(body)) return;
  for (let other = body.row; other <= bottomOf(body); other++)
    if (other !== row && isFilled(cellAt(sheet, other, column))) return;
  for (let other = body.row; other <= bottomOf(body); other++) {
    if (other !== row) setContent(sheet, other, column, { formula: offsetFormula(formula, other - row, 0) });
  }
  noteCalculatedColumn(sheet, table, column - body.column);
  context.edited(sheet, { ...body, column, columns: 1 });
}
