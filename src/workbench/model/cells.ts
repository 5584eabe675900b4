// Reads and writes single cells of a sheet and their style. Knows the sparse storage; knows no formula language and no Office.js.
// A Style object that is in a cell is never changed in place: cells share them.
import { cellKey, type Cell, type CellError, type Range, type Sheet, type Style, type Value } from './book';
import { noteFormula } from './formulaIndex';
import { bottomOf, bounding, holds, rightOf } from './area';

/** An error such as #N/A; errors are objects, all other values are not. */
export const isError = (value: Cell['value']): value is CellError => typeof value === 'object' && value !== null;

/** Undefined for a cell in which nothing was ever put, neither contents nor look. */
export const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined =>
  sheet.cells.get(cellKey(row, column));

/** Puts the cell into the sheet, or takes it out when nothing is left in it. */
export function putCell(sheet: Sheet, row: number, column: number, cell: Cell): void {
  const key = cellKey(row, column);
  const hasValue = cell.value !== undefined && cell.value !== null && cell.value !== '';
  if (!hasValue && cell.formula === undefined && cell.style === undefined) sheet.cells.delete(key);
  else {
    sheet.cells.set(key, cell);
    if (cell.formula !== undefined) noteFormula(sheet, cell.formula);
  }
}

/** Replaces the content and keeps the style (a new cell takes its row's or column's). A formula has no value until it is calculated. */
export function setContent(
  sheet: Sheet,
  row: number,
  column: number,
  content: { value?: Value | CellError; formula?: string },
): void {
  const style = styleAt(sheet, row, column);
  const cell: Cell = { ...content };
  if (style !== PLAIN) cell.style = style;
  putCell(sheet, row, column, cell);
}

const PLAIN: Style = {};

/** The style a cell shows: its own, which is complete; without one the row's, else the column's. Not to be changed in place. */
export function styleAt(sheet: Sheet, row: number, column: number): Style {
  return cellAt(sheet, row, column)?.style ?? sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style ?? PLAIN;
}

/** Gives a cell a style, or takes it; what it holds stays. */
export function setStyle(sheet: Sheet, row: number, column: number, style: Style | undefined): void {
  const cell: Cell = { ...cellAt(sheet, row, column) };
  if (style && Object.keys(style).length > 0) cell.style = style;
  else delete cell.style;
  putCell(sheet, row, column, cell);
}

/** What the cell is worth: '' for an empty one, error texts such as '#N/A' as they are. */
export function valueAt(sheet: Sheet, row: number, column: number): string | number | boolean {
  const value = cellAt(sheet, row, column)?.value;
  if (value === undefined || value === null) return '';
  return isError(value) ? value.error : value;
}

const COMMA = 44;
const ZERO = 48;

/** Row and column of a key, 0-based. */
export function positionOf(key: string): [row: number, column: number] {
  let [row, at] = [0, 0];
  for (let code = key.charCodeAt(0); code !== COMMA; code = key.charCodeAt(++at)) row = row * 10 + code - ZERO;
  let column = 0;
  for (let i = at + 1; i < key.length; i++) column = column * 10 + key.charCodeAt(i) - ZERO;
  return [row, column];
}

/** Existing cells inside an area, in no promised order; cheap also for whole rows and columns. */
export function cellsIn(sheet: Sheet, area: Range): { row: number; column: number; cell: Cell }[] {
  const found: { row: number; column: number; cell: Cell }[] = [];
  if (area.rows * area.columns <= sheet.cells.size) {
    for (let row = area.row; row <= bottomOf(area); row++) {
      for (let column = area.column; column <= rightOf(area); column++) {
        const cell = cellAt(sheet, row, column);
        if (cell) found.push({ row, column, cell });
      }
    }
    return found;
  }
  for (const [key, cell] of sheet.cells) {
    const [row, column] = positionOf(key);
    if (holds(area, row, column)) found.push({ row, column, cell });
  }
  return found;
}

/** The smallest area around all cells in `within` that have a value (or, unless valuesOnly, a style); null when there is none. */
export function usedArea(sheet: Sheet, valuesOnly: boolean, within?: Range): Range | null {
  let used: Range | null = null;
  for (const [key, cell] of sheet.cells) {
    const [row, column] = positionOf(key);
    if (used && holds(used, row, column)) continue;
    if (within && !holds(within, row, column)) continue;
    if (
      valuesOnly &&
      cell.formula === undefined &&
      (cell.value === undefined || cell.value === null || cell.value === '')
    )
      continue;
    const here = { row, column, rows: 1, columns: 1 };
    used = used ? bounding(used, here) : here;
  }
  return used;
}

/** Something stands there: a formula, or a value other than the empty text. A look alone does not count. */
export const isFilled = (cell: Cell | undefined): boolean =>
  cell !== undefined &&
  (cell.formula !== undefined || (cell.value !== undefined && cell.value !== null && cell.value !== ''));
