// What one window has on top and selected. The book holds the first window's; a further window has its own, and is seen by its own add-in.
import type { Book, Range } from '../model/book';
import { EVENT } from './events';
import type { WireEvent } from './wire';

export interface WindowView {
  sheetId: string;
  selection: Range;
}

/** What the book has on top now. */
export function viewOf({ sheets, active, selection }: Book): WindowView {
  return { sheetId: sheets[active]?.id ?? '', selection };
}

function put(book: Book, { sheetId, selection }: WindowView): void {
  const active = book.sheets.findIndex(({ id }) => id === sheetId);
  // The sheet was deleted: the window shows what the book shows.
  if (active < 0) return;
  book.active = active;
  book.selection = selection;
}

/** Does the work as the window of this view sees the book; what it chooses stays with that window. */
export async function seenFrom(
  view: WindowView | undefined,
  book: () => Book,
  work: () => void | Promise<void>,
): Promise<void> {
  if (!view) return work();
  const first = viewOf(book());
  put(book(), view);
  try {
    await work();
  } finally {
    Object.assign(view, viewOf(book()));
    put(book(), first);
  }
}

const OF_ONE_WINDOW: ReadonlySet<number> = new Set([
  EVENT.activated,
  EVENT.deactivated,
  EVENT.selectionChanged,
  EVENT.tableSelectionChanged,
  EVENT.workbookSelectionChanged,
]);

/** What others are told too, and what only the window itself is. */
export function isForOneWindow({ messageType }: WireEvent): boolean {
  return OF_ONE_WINDOW.has(messageType);
}
