// Receipts and stories whose import or registration was taken back: they stay in their register, sent back or not eligible, and are as if they had never come.
import { text } from '../ground/text';
import type { Receipt } from './receipt';

/** What is added to the note, by what was taken back. */
export const WITHDRAWN_MARKS = {
  imported: text('撤销导入', 'import undone'),
  registered: text('撤销登记', 'registration undone'),
} as const;

/** True when a note ends with the mark. */
export function saysWithdrawn(note: string): boolean {
  return Object.values(WITHDRAWN_MARKS).some(({ zh, en }) => note.trim().endsWith(zh) || note.trim().endsWith(en));
}

/**
 * True when it is sent back and its note ends with the mark: the same list may be imported again, and nothing corrects it any more. Who
 * accepts it after all, or writes more into the note, has taken it up again.
 */
export function isWithdrawn({ review, note }: Pick<Receipt, 'review' | 'note'>): boolean {
  return review === 'returned' && saysWithdrawn(note);
}
