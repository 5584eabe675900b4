// Parts of a book as a formula engine takes them: literals, formulas that are said once for a column, sheets large enough. Knows no particular engine.
import { remembered } from '../../core/ground/remembered';
import type { Cell, CellError, Sheet, Value } from '../model/book';
import { columnIndex } from './a1';
import type { EngineFormula, EngineSheet, EngineValue } from './engineShapes';
import { CLOCK } from './translateFormula';
import type { Translator } from './translationCache';

/** 0-based. */
export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** The place in a `cellKey`. Example: `placeOfKey('3,1')` is `{ row: 3, column: 1 }`. */
export const placeOfKey = (key: string): { row: number; column: number } => {
  const comma = key.indexOf(',');
  return { row: Number(key.slice(0, comma)), column: Number(key.slice(comma + 1)) };
};

/** In reading order: equal formulas of a column follow the first of them. */
export const byPlace = (one: FormulaCell, other: FormulaCell): number =>
  one.row - other.row || one.column - other.column;

/** Equal formulas of a column are given once, and for the other cells as the same one so many rows further down. */
export function engineFormulas(sheet: Sheet, cells: readonly FormulaCell[], translator: Translator): EngineFormula[] {
  // By column, then by text: long texts are not joined for each cell.
  const leaders = new Map<number, Map<string, { readonly id: string; readonly row: number }>>();
  let count = 0;
  return cells.map(({ row, column, cell }) => {
    const formula = cell.formula ?? '';
    if (!translator.isUniform(formula))
      return { row, column, formula: translator.translate(formula, { sheet, row, column }) };
    const own = leaders.get(column) ?? new Map<string, { readonly id: string; readonly row: number }>();
    leaders.set(column, own);
    const leader = own.get(formula);
    if (leader) return { row, column, formula: '', shared: { id: leader.id, down: row - leader.row } };
    const id = `shared_${(count += 1)}`;
    own.set(formula, { id, row });
    return { row, column, formula: translator.translate(formula, { sheet, row, column }), shared: { id, down: 0 } };
  });
}

/** The cells that NOW() and TODAY() become. */
export function clockSheet(now: number): EngineSheet {
  const literals = [now, Math.floor(now)].map((value, column) => ({ row: 0, column, value }));
  return { name: CLOCK.sheet, rows: 1, columns: 2, literals, formulas: [] };
}

const SINGLE_CELL = /(:?)(?<![A-Z])\$?([A-Z]{1,3})\$?([0-9]{1,7})(?![\w:(])/g;
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The single cells that texts of formulas reach: texts come again with every change. */
const reachOf = remembered(5_000, (formula): Size => {
  let [rows, columns] = [1, 1];
  for (const [, colon, letters = '', row] of formula.matchAll(SINGLE_CELL)) {
    if (colon) continue;
    rows = Math.max(rows, Math.min(Number(row), MAX_ROWS));
    columns = Math.max(columns, Math.min(columnIndex(letters) + 1, MAX_COLUMNS));
  }
  return { rows, columns };
});

interface FormulasSized extends Size {
  readonly formulas: readonly { readonly formula: string }[];
}

/** The engine knows no cell outside of a sheet's size: makes all sheets large enough for every single cell that is named. */
export function spanning<Sheet extends FormulasSized>(sheets: readonly Sheet[]): Sheet[] {
  const texts = new Set(sheets.flatMap(({ formulas }) => formulas.map(({ formula }) => formula)));
  let [rows, columns] = [1, 1];
  for (const text of texts) {
    const reach = reachOf(text);
    rows = Math.max(rows, reach.rows);
    columns = Math.max(columns, reach.columns);
  }
  return sheets.map((sheet) => ({
    ...sheet,
    rows: Math.max(rows, sheet.rows),
    columns: Math.max(columns, sheet.columns),
  }));
}

/** Empty text that was typed is a blank cell, as in Excel. */
export function filled(value: Value | CellError | undefined): value is EngineValue {
  return value !== null && value !== undefined && value !== '';
}

/** As many rows and columns as these take, and one of each more. */
export function sizeOf(
  literals: EngineSheet['literals'],
  formulas: readonly FormulaCell[],
): { readonly rows: number; readonly columns: number } {
  let rows = 1;
  let columns = 1;
  for (const { row, column } of literals) {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  for (const { row, column } of formulas) {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return { rows: rows + 1, columns: columns + 1 };
}
