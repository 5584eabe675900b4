// What one window has on top and selected. The book holds the first window's; a further window has its own.
import type { Book, Range } from './book';

export interface WindowView {
  sheetId: string;
  selection: Range;
  selectedBefore?: readonly Range[];
}

/** What the book has on top now. */
export function viewOf({ sheets, active, selection, selectedBefore = [] }: Book): WindowView {
  return { sheetId: sheets[active]?.id ?? '', selection, selectedBefore };
}

/** Puts it on top; nothing where its sheet was deleted: the window shows what the book shows. */
export function putView(book: Book, { sheetId, selection, selectedBefore = [] }: WindowView): void {
  const active = book.sheets.findIndex(({ id }) => id === sheetId);
  if (active < 0) return;
  book.active = active;
  book.selection = selection;
  book.selectedBefore = selectedBefore;
}
