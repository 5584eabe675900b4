// Every formula text of a book, to be rewritten in one go: cells, calculated columns, names, validations, conditional formats, charts.
import type { Book, Sheet, Table } from './book';
import { cellsIn } from './cells';
import { formulasOf, noteFormula, replaceFormulas } from './formulaIndex';
import { forgetColumnsIn, forgetTableIn } from './formulaText';

/**
 * Replaces each formula by what `change` makes of it. Texts without a leading "=" (validations, conditional formats, charts) come as they are
 * stored. `sheet` is where the formula stands; undefined for defined names. Returns the ids of the sheets that changed.
 */
export function rewriteFormulas(
  book: Book,
  change: (formula: string, sheet: Sheet | undefined) => string,
): Set<string> {
  const touched = new Set<string>();
  for (const sheet of book.sheets) {
    const changes = new Map<string, string>();
    for (const formula of formulasOf(sheet)) {
      const next = change(formula, sheet);
      if (next !== formula) changes.set(formula, next);
    }
    if (replaceFormulas(sheet, changes)) touched.add(sheet.id);
    for (const table of sheet.tables) {
      for (const column of table.columns) {
        if (column.calculatedFormula !== undefined) column.calculatedFormula = change(column.calculatedFormula, sheet);
      }
    }
    for (const validation of sheet.validations) {
      if (validation.inline) continue;
      if (validation.formula1 !== undefined) validation.formula1 = change(validation.formula1, sheet);
      if (validation.formula2 !== undefined) validation.formula2 = change(validation.formula2, sheet);
    }
    for (const conditional of sheet.conditionals) conditional.formula = change(conditional.formula, sheet);
    for (const { series, kept } of sheet.charts) {
      if (kept) kept.formulas = kept.formulas.map((formula) => change(formula, sheet));
      for (const one of series) {
        one.values = change(one.values, sheet);
        if (one.name !== undefined) one.name = change(one.name, sheet);
        if (one.categories !== undefined) one.categories = change(one.categories, sheet);
      }
    }
  }
  for (const name of book.names) name.formula = change(name.formula, undefined);
  return touched;
}

/** Formulas that name one of the columns, which the table has no more, become #REF!. */
export function forgetColumns(book: Book, sheet: Sheet, table: Table, columns: readonly string[]): void {
  if (columns.length === 0) return;
  rewriteFormulas(book, (formula) => forgetColumnsIn(formula, table.name, columns, false));
  for (const { cell } of cellsIn(sheet, table.range)) {
    if (cell.formula === undefined) continue;
    cell.formula = forgetColumnsIn(cell.formula, table.name, columns, true);
    noteFormula(sheet, cell.formula);
  }
  for (const column of table.columns) {
    if (column.calculatedFormula !== undefined)
      column.calculatedFormula = forgetColumnsIn(column.calculatedFormula, table.name, columns, true);
  }
}

/** Formulas that name the table, which is no more, become #REF!. */
export function forgetTableEverywhere(book: Book, table: Table): void {
  rewriteFormulas(book, (formula) => forgetTableIn(formula, table.name));
}
