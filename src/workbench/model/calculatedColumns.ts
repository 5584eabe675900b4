// Calculated columns of a table: finding out that a column is one, and giving its formula to new rows.
// A column's formula is kept as it reads in the first body row; other rows get it with relative references moved.
import type { Range, Sheet, Table } from './book';
import { bottomOf } from './area';
import { cellAt, isFilled, setContent } from './cells';
import { offsetFormula } from './formulaText';
import { inShort } from './ownReferences';
import { bodyArea } from './tableParts';

/** Looks at the body column again after it was written: uniform formulas make it calculated, no formula at all ends that. */
export function noteCalculatedColumn(sheet: Sheet, table: Table, index: number): void {
  const body = bodyArea(table);
  const column = table.columns[index];
  if (!column) return;
  const first = cellAt(sheet, body.row, body.column + index)?.formula;
  if (first !== undefined && cellAt(sheet, bottomOf(body), body.column + index)?.formula === undefined) return;
  let formulas = 0;
  let uniform = first !== undefined;
  for (let row = body.row; row <= bottomOf(body); row++) {
    const formula = cellAt(sheet, row, body.column + index)?.formula;
    if (formula !== undefined) formulas++;
    if (
      first === undefined ||
      formula === undefined ||
      (formula !== first && formula !== offsetFormula(first, row - body.row, 0))
    )
      uniform = false;
    if (!uniform && (formulas > 0 || column.calculatedFormula === undefined)) break;
  }
  if (uniform && first !== undefined) column.calculatedFormula = first;
  else if (formulas === 0) delete column.calculatedFormula;
}

/** Fills the calculated columns in the given sheet rows where the cells are still empty. */
export function fillCalculatedColumns(sheet: Sheet, table: Table, rows: { first: number; last: number }): void {
  const body = bodyArea(table);
  table.columns.forEach((column, index) => {
    if (column.calculatedFormula === undefined) return;
    for (let row = rows.first; row <= rows.last; row++) {
      if (isFilled(cellAt(sheet, row, body.column + index))) continue;
      setContent(sheet, row, body.column + index, {
        formula: offsetFormula(column.calculatedFormula, row - body.row, 0),
      });
    }
  });
}

/**
 * AutoCorrect after formulas were written into some cells of a column: where every other cell is blank, or holds the formula that the column
 * had, the bottommost of the new ones fills the column. A constant among the others keeps it as it is.
 */
export function fillByAutoCorrect(sheet: Sheet, table: Table, index: number, written: readonly number[]): void {
  const body = bodyArea(table);
  const column = table.columns[index];
  const last = Math.max(...written);
  const formula = cellAt(sheet, last, body.column + index)?.formula;
  if (!column || formula === undefined || written.length >= body.rows) return;
  const own = new Set(written);
  const others: number[] = [];
  for (let row = body.row; row <= bottomOf(body); row++) if (!own.has(row)) others.push(row);
  const isBlank = (row: number): boolean => !isFilled(cellAt(sheet, row, body.column + index));
  const former = column.calculatedFormula;
  const holdsFormer = (row: number): boolean =>
    former !== undefined &&
    cellAt(sheet, row, body.column + index)?.formula === offsetFormula(former, row - body.row, 0);
  if (!others.every(isBlank) && !others.every(holdsFormer)) return;
  for (let row = body.row; row <= bottomOf(body); row++) {
    const filled = offsetFormula(formula, row - last, 0);
    // What stands there already keeps its result, however it is spelled.
    const stands = cellAt(sheet, row, body.column + index)?.formula;
    if (stands === undefined || inShort(stands, table.name) !== inShort(filled, table.name))
      setContent(sheet, row, body.column + index, { formula: filled });
  }
}

/** The indices of the table's columns that an area covers. */
export function columnsTouched(table: Table, area: Range): number[] {
  const first = Math.max(0, area.column - table.range.column);
  const last = Math.min(table.columns.length - 1, area.column + area.columns - 1 - table.range.column);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
