// Sheets of a book: their names by Excel's rules, renaming, moving, removing. Formulas elsewhere follow.
import type { Book, Sheet } from './book';
import { rewriteFormulas } from './bookFormulas';
import { forgetSheetIn, forgetTableIn, renameSheetIn, sameName } from './formulaText';

/** By name, whatever the case. */
export const findSheet = (book: Book, name: string): Sheet | undefined =>
  book.sheets.find((sheet) => sameName(sheet.name, name));

/** Null when the name can be given to `sheet` (or to a new sheet); else what is wrong with it. */
export function sheetNameFault(book: Book, name: string, sheet?: Sheet): string | null {
  if (name.length < 1 || name.length > 31) return 'a sheet name has 1 to 31 characters';
  if (/[:\\/?*[\]]/.test(name)) return 'a sheet name cannot contain : \\ / ? * [ ]';
  if (name.startsWith("'") || name.endsWith("'")) return 'a sheet name cannot begin or end with an apostrophe';
  if (sameName(name, 'History')) return '"History" is reserved';
  const other = findSheet(book, name);
  return other && other !== sheet ? `there is a sheet ${other.name} already` : null;
}

/** The first free "Sheet1", "Sheet2"…; `stem` is the word of the book's language. */
export function freeSheetName(book: Book, stem: string): string {
  let n = 1;
  while (findSheet(book, `${stem}${n}`)) n++;
  return `${stem}${n}`;
}

/** Renames a sheet; the formulas that refer to it follow. The name must be free and valid. */
export function renameSheet(book: Book, sheet: Sheet, name: string): Set<string> {
  const before = sheet.name;
  sheet.name = name;
  return rewriteFormulas(book, (formula) => renameSheetIn(formula, before, name));
}

/** Removes a sheet with its tables; what referred to them becomes #REF!. The active sheet becomes its neighbour. */
export function removeSheet(book: Book, sheet: Sheet): Set<string> {
  const at = book.sheets.indexOf(sheet);
  const active = book.sheets[book.active];
  book.sheets.splice(at, 1);
  const touched = rewriteFormulas(book, (formula) =>
    sheet.tables.reduce((text, table) => forgetTableIn(text, table.name), forgetSheetIn(formula, sheet.name)),
  );
  if (active !== sheet) book.active = active ? book.sheets.indexOf(active) : 0;
  else activateVisible(book, at);
  return touched;
}

function activateVisible(book: Book, near: number): void {
  const order = book.sheets.map((_, i) => i).sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
  book.active = order.find((i) => book.sheets[i]?.visibility === 'visible') ?? 0;
  book.selection = { row: 0, column: 0, rows: 1, columns: 1 };
}

/** In tab order, without hidden and very hidden ones. */
export const visibleSheets = (book: Book): Sheet[] => book.sheets.filter((sheet) => sheet.visibility === 'visible');

/** Hides or shows; a hidden active sheet hands over to a visible one. */
export function setVisibility(book: Book, sheet: Sheet, visibility: Sheet['visibility']): void {
  sheet.visibility = visibility;
  if (visibility !== 'visible' && book.sheets[book.active] === sheet) activateVisible(book, book.active);
}

/** Moves a sheet to a 0-based position; the active sheet stays active. */
export function moveSheet(book: Book, sheet: Sheet, position: number): void {
  const active = book.sheets[book.active];
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  book.sheets.splice(position, 0, sheet);
  if (active) book.active = book.sheets.indexOf(active);
}
