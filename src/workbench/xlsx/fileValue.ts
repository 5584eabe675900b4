// Cell values ↔ ExcelJS cell values. Dates are plain serial numbers on both sides.
import type { CellErrorValue, CellValue } from 'exceljs';
import type { Cell, CellError, Table, Value } from '../model/book';
import { shownFormula, storedFormula } from './formulaForms';

/** Stands for the empty text that a formula gave while ExcelJS reads it: ExcelJS takes it for no result. */
export const EMPTY_TEXT = '\ue000';

/** What a file stores for a cell; `table` is the table around it. Without `cachedResults` a formula goes without its result. */
export function toFileValue(cell: Cell, table: Table | undefined, cachedResults: boolean): CellValue {
  if (cell.formula) {
    const formula = storedFormula(cell.formula, table?.name);
    return cachedResults ? { formula, result: literal(cell.value ?? 0) as string } : { formula };
  }
  return literal(cell.value);
}

function literal(value: Value | CellError | undefined): string | number | boolean | CellErrorValue | null {
  if (typeof value === 'object' && value !== null) return { error: value.error as CellErrorValue['error'] };
  return value ?? null;
}

/** The model's content of a stored cell; undefined for a blank one. */
export function fromFileValue(value: CellValue | undefined, formula: string | undefined): Cell | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return { value: value === EMPTY_TEXT ? '' : value };
  if (value instanceof Date) return undefined; // numbers are read without date formats, so no date comes
  if (formula !== undefined && ('formula' in value || 'sharedFormula' in value)) {
    const result = fromFileValue(value.result as CellValue | undefined, undefined)?.value;
    return { formula: shownFormula(formula), ...(result === undefined ? {} : { value: result }) };
  }
  if ('error' in value) return { value: { error: value.error } };
  if ('richText' in value) return { value: value.richText.map((run) => run.text).join('') };
  if ('text' in value) return fromFileValue(value.text as CellValue, undefined);
  return undefined;
}
