// Cell values ↔ ExcelJS cell values. Dates are plain serial numbers on both sides.
import type { Cell as FileCell, CellErrorValue, CellValue } from 'exceljs';
import { storableText } from '../../core/ground/cleanText';
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
  return typeof value === 'string' ? storableText(value) : (value ?? null);
}

/** The model's content of a stored cell; undefined for a blank one. */
export function fromFileCell(cell: FileCell): Cell | undefined {
  if (!cell.formula) return fromFileValue(cell.value);
  const result = fromFileValue(cell.result as CellValue | undefined)?.value; // the cell's value drops results that are 0 or false
  return { formula: shownFormula(cell.formula), ...(result === undefined ? {} : { value: result }) };
}

function fromFileValue(value: CellValue | undefined): Cell | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return { value: value === EMPTY_TEXT ? '' : value };
  if (value instanceof Date) return undefined; // numbers are read without date formats, so no date comes
  if ('error' in value) return { value: { error: value.error } };
  if ('richText' in value) return { value: value.richText.map((run) => run.text).join('') };
  return 'text' in value ? fromFileValue(value.text as CellValue) : undefined;
}
