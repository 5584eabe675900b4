// A further window on the book: its work is done as it sees the book, and what it chooses is told to nobody else.
import type { Book } from '../model/book';
import { putView, viewOf, type WindowView } from '../model/windowView';
import { EVENT } from './events';
import type { WireEvent } from './wire';

/** Does the work as the window of this view sees the book; what it chooses stays with that window. */
export async function seenFrom(
  view: WindowView | undefined,
  book: () => Book,
  work: () => void | Promise<void>,
): Promise<void> {
  if (!view) return work();
  const first = viewOf(book());
  putView(book(), view);
  try {
    await work();
  } finally {
    Object.assign(view, viewOf(book()));
    putView(book(), first);
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
