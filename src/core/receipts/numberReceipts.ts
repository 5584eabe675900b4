// Gives proposed receipts their ids, once it is decided to take them. Knows no table.
import type { Receipt } from './receipt';

/** A receipt that is not in the workbook yet. */
export interface ProposedReceipt extends Omit<Receipt, 'receiptId'> {
  /** Stands for the id until there is one; `replaces` is such a key, or the receiptId of a receipt in the workbook, or ''. */
  readonly key: string;
  readonly sheet: string;
  /** 1-based row of the sheet or line of the text. */
  readonly row: number;
}

/**
 * Numbers receipts on behind the highest id that was given (`taken`) ("R0001", "R0002"…), in the given order, and turns provisional keys into ids.
 * An id is never given twice: receipts that were taken back or sent back keep theirs, for log, mail and paper may name them; so a gap in the
 * numbers of what counts is right. Example: with "R0007" in the workbook, whatever became of it, the first new one is "R0008".
 */
export function numberReceipts(proposed: readonly ProposedReceipt[], taken: readonly string[]): Receipt[] {
  const highest = taken.reduce((most, id) => Math.max(most, Number(/^R(\d+)$/.exec(id)?.[1] ?? 0)), 0);
  const idOf = new Map(proposed.map(({ key }, index) => [key, `R${String(highest + index + 1).padStart(4, '0')}`]));
  return proposed.map(({ key, sheet: _sheet, row: _row, ...receipt }) => ({
    ...receipt,
    receiptId: idOf.get(key) ?? '',
    replaces: idOf.get(receipt.replaces) ?? receipt.replaces,
  }));
}
