// Cells and formulas as the engine's data, and its results as values.
import { CellValueType, ObjectMatrix, Styles } from '@univerjs/core';
import type { ICellData } from '@univerjs/core';
import { ERROR_TYPE_SET, type ErrorType } from '@univerjs/engine-formula';
import type { IFormulaData, IFormulaDatasetConfig, ISheetData } from '@univerjs/engine-formula';
import type { EngineSheet, EngineValue, FormulasApart, HeldCells } from './engineShapes';
import { ReadArrays } from './readArrays';

/** Sheets as they are given, for one run of the engine’s unit. */
export function dataset(unit: string, sheets: readonly EngineSheet[]): IFormulaDatasetConfig {
  const sheetData: ISheetData = {};
  const formulaData: NonNullable<IFormulaData[string]> = {};
  for (const { name, rows, columns, literals, formulas } of sheets) {
    const cellData = new ObjectMatrix<ICellData>({});
    for (const { row, column, value, result: given } of literals)
      cellData.setValue(row, column, given ? resultCell(value) : cell(value));
    const sheetFormulas: NonNullable<(typeof formulaData)[string]> = {};
    for (const { row, column, formula, shared } of formulas) {
      cellData.setValue(row, column, { f: formula, ...(shared ? { si: shared.id } : {}) });
      (sheetFormulas[row] ??= {})[column] = { f: formula, ...(shared ? { si: shared.id, x: 0, y: shared.down } : {}) };
    }
    sheetData[name] = { cellData, rowCount: rows, columnCount: columns, rowData: {}, columnData: {} };
    formulaData[name] = sheetFormulas;
  }
  return configOf(unit, sheetData, formulaData);
}

/** These data as all that there is. */
export function configOf(
  unit: string,
  sheetData: ISheetData,
  formulaData: NonNullable<IFormulaData[string]>,
): IFormulaDatasetConfig {
  return {
    formulaData: { [unit]: formulaData },
    allUnitData: { [unit]: sheetData },
    unitSheetNameMap: { [unit]: Object.fromEntries(Object.keys(sheetData).map((name) => [name, name])) },
    unitStylesData: { [unit]: new Styles() },
    arrayFormulaCellData: {},
    arrayFormulaRange: {},
    forceCalculate: true,
    dirtyRanges: [],
    dirtyNameMap: {},
    dirtyDefinedNameMap: {},
    dirtyUnitFeatureMap: {},
    dirtyUnitOtherFormulaMap: {},
  };
}

function cell(value: EngineValue): ICellData {
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: typeof value === 'string' ? value : value.error, t: CellValueType.STRING };
}

const resultCell = (value: EngineValue): ICellData => ({ ...cell(value), si: 'formula' });

/** What the engine found. */
export function engineValue(given: ICellData | null | undefined | void): EngineValue {
  const value = given?.v;
  if (value === null || value === undefined) return 0;
  if (given?.t === CellValueType.BOOLEAN) return Number(value) === 1;
  if (typeof value === 'string' && ERROR_TYPE_SET.has(value as ErrorType)) return { error: value };
  return value;
}

interface HeldSheets extends Pick<HeldCells, 'set' | 'remove'> {
  /** What was read of them. */
  readonly arrays: ReadArrays;
  /** All sheets, these at least so large. */
  sheetsAtLeast(sizes: readonly FormulasApart[]): ISheetData;
}

/** Sheets of the engine's own that stay. */
export function holdSheets(): HeldSheets {
  const held: ISheetData = {};
  const arrays = new ReadArrays();
  const sheetCalled = (name: string): ISheetData[string] =>
    (held[name] ??= { cellData: new ObjectMatrix({}), rowCount: 1, columnCount: 1, rowData: {}, columnData: {} });
  const grow = (sheet: ISheetData[string], rows: number, columns: number): void => {
    sheet.rowCount = Math.max(sheet.rowCount, rows);
    sheet.columnCount = Math.max(sheet.columnCount, columns);
  };
  return {
    arrays,
    set(name, row, column, value, isResult) {
      arrays.changed(name, row, column);
      const sheet = sheetCalled(name);
      if (value === null) return sheet.cellData.realDeleteValue(row, column);
      sheet.cellData.setValue(row, column, isResult ? resultCell(value) : cell(value));
      // The engine knows no cell outside of a sheet's size.
      grow(sheet, row + 2, column + 2);
    },
    remove(name) {
      arrays.removed(name);
      delete held[name];
    },
    sheetsAtLeast(sizes) {
      for (const { name, rows, columns } of sizes) grow(sheetCalled(name), rows, columns);
      return held;
    },
  };
}
