// Brings a book to a formula engine and the results back into its cells. Knows no particular engine and how none is started.
import type { Book, Cell, CellError, Sheet, Value } from '../model/book';
import type { Calculator } from './calculator';
import type { EngineFormula, EngineSheet, EngineValue, FormulaEngine } from './formulaEngine';
import { columnIndex } from './a1';
import { CLOCK, sheetAlias } from './translateFormula';
import { createTranslator, type Translator } from './translationCache';

/** A calculator over an engine that is started at the first need. Calls wait for each other. */
export function calculatorOver(startEngine: () => Promise<FormulaEngine>): Calculator {
  const translator = createTranslator();
  let engine: Promise<FormulaEngine> | null = null;
  let last: { readonly fingerprint: string; readonly results: EngineValue[][] } | null = null;
  let queue: Promise<void> = Promise.resolve();

  const run = async (book: Book, now: number): Promise<void> => {
    const formulaCells = book.sheets.map(cellsWithFormulas);
    if (formulaCells.every((cells) => cells.length === 0)) return;
    translator.follow(book);
    const sheets = spanning(
      book.sheets.map((sheet, index) => engineSheet(sheet, index, formulaCells[index] ?? [], translator)),
    );
    sheets.push(clockSheet(now));
    const fingerprint = JSON.stringify(sheets);
    if (last?.fingerprint !== fingerprint) {
      engine ??= startEngine();
      last = { fingerprint, results: await (await engine).calculate(sheets) };
    }
    const results = last.results;
    formulaCells.forEach((cells, sheet) =>
      cells.forEach(({ cell }, index) => {
        cell.value = results[sheet]?.[index] ?? null;
      }),
    );
  };

  return {
    recalculate(book, now) {
      const turn = queue.then(() => run(book, now));
      queue = turn.catch(() => undefined);
      return turn;
    },
    dispose() {
      void engine?.then((started) => started.dispose());
      engine = null;
      last = null;
    },
  };
}

interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

const place = (key: string): { row: number; column: number } => {
  const comma = key.indexOf(',');
  return { row: Number(key.slice(0, comma)), column: Number(key.slice(comma + 1)) };
};

function cellsWithFormulas(sheet: Sheet): FormulaCell[] {
  const found: FormulaCell[] = [];
  for (const [key, cell] of sheet.cells) if (cell.formula) found.push({ ...place(key), cell });
  return found.sort((one, other) => one.row - other.row || one.column - other.column);
}

function engineSheet(sheet: Sheet, index: number, cells: readonly FormulaCell[], translator: Translator): EngineSheet {
  const literals: { row: number; column: number; value: EngineValue }[] = [];
  let rows = 1;
  let columns = 1;
  for (const [key, cell] of sheet.cells) {
    const { row, column } = place(key);
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
    if (!cell.formula && filled(cell.value)) literals.push({ row, column, value: cell.value });
  }
  const formulas = engineFormulas(sheet, cells, translator);
  return { name: sheetAlias(index), rows: rows + 1, columns: columns + 1, literals, formulas };
}

/** Equal formulas of a column are given once, and for the other cells as the same one so many rows further down. */
function engineFormulas(sheet: Sheet, cells: readonly FormulaCell[], translator: Translator): EngineFormula[] {
  const leaders = new Map<string, { readonly id: string; readonly row: number }>();
  return cells.map(({ row, column, cell }) => {
    const formula = cell.formula ?? '';
    if (!translator.isUniform(formula))
      return { row, column, formula: translator.translate(formula, { sheet, row, column }) };
    const key = `${column}|${formula}`;
    const leader = leaders.get(key);
    if (leader) return { row, column, formula: '', shared: { id: leader.id, down: row - leader.row } };
    const id = `shared_${leaders.size + 1}`;
    leaders.set(key, { id, row });
    return { row, column, formula: translator.translate(formula, { sheet, row, column }), shared: { id, down: 0 } };
  });
}

/** The cells that NOW() and TODAY() become. */
function clockSheet(now: number): EngineSheet {
  const literals = [now, Math.floor(now)].map((value, column) => ({ row: 0, column, value }));
  return { name: CLOCK.sheet, rows: 1, columns: 2, literals, formulas: [] };
}

const SINGLE_CELL = /(:?)(?<![A-Z])\$?([A-Z]{1,3})\$?([0-9]{1,7})(?![\w:(])/g;

/** The engine knows no cell outside of a sheet's size: makes all sheets large enough for every single cell that is named. */
function spanning(sheets: readonly EngineSheet[]): EngineSheet[] {
  let rows = 1;
  let columns = 1;
  for (const { formulas } of sheets) {
    for (const { formula } of formulas) {
      for (const [, colon, letters = '', row] of formula.matchAll(SINGLE_CELL)) {
        if (colon) continue;
        rows = Math.max(rows, Math.min(Number(row), MAX_ROWS));
        columns = Math.max(columns, Math.min(columnIndex(letters) + 1, MAX_COLUMNS));
      }
    }
  }
  return sheets.map((sheet) => ({
    ...sheet,
    rows: Math.max(rows, sheet.rows),
    columns: Math.max(columns, sheet.columns),
  }));
}

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** Empty text that was typed is a blank cell, as in Excel. */
function filled(value: Value | CellError | undefined): value is EngineValue {
  return value !== null && value !== undefined && value !== '';
}
