// Which formula texts a sheet has, so that a rename need not look at every cell of a book of a million. Knows no formula language.
// The set may also hold texts that are there no more, never fewer than are there.
import type { Cell, Sheet } from './book';

const texts = new WeakMap<Map<string, Cell>, Set<string>>();

/** Says that a cell of the sheet has this formula now. Whoever puts a formula into a cell says so. */
export function noteFormula(sheet: Sheet, formula: string): void {
  texts.get(sheet.cells)?.add(formula);
}

/** Every formula text of the sheet, and perhaps some that it had. Looks at the cells the first time only. */
export function formulasOf(sheet: Sheet): Set<string> {
  let known = texts.get(sheet.cells);
  if (!known) {
    known = new Set();
    for (const { formula } of sheet.cells.values()) if (formula !== undefined) known.add(formula);
    texts.set(sheet.cells, known);
  }
  return known;
}

/** Forgets texts that are there no more: the next look is at the cells. */
export function lookAgain(sheet: Sheet): void {
  texts.delete(sheet.cells);
}

/** Replaces the texts in all cells. True when there was one to replace. */
export function replaceFormulas(sheet: Sheet, changes: ReadonlyMap<string, string>): boolean {
  if (changes.size === 0) return false;
  let replaced = false;
  for (const cell of sheet.cells.values()) {
    const next = cell.formula === undefined ? undefined : changes.get(cell.formula);
    if (next === undefined) continue;
    cell.formula = next;
    replaced = true;
  }
  const known = formulasOf(sheet);
  for (const before of changes.keys()) known.delete(before);
  for (const after of changes.values()) known.add(after);
  return replaced;
}
