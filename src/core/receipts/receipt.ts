// One thing that arrived from a unit, whatever became of it afterwards.
import { text, type Text } from '../ground/text';
import type { WallTime } from '../ground/wallTime';

/** pending 待审 · accepted 通过 · returned 退回 */
export type Review = 'pending' | 'accepted' | 'returned';

/** A row of 收件登记: one arrival. */
export interface Receipt {
  /** "R0001"…; "#3" of the third row, where a person typed none and no job has given one yet. */
  readonly receiptId: string;
  readonly unitId: string;
  /** As typed where no item is called so, '' where nothing is said: then it counts for no item. */
  readonly requirementId: string;
  readonly receivedAt: WallTime;
  readonly title: string;
  /** Names of the item's parts that came with it; empty where it has none. */
  readonly parts: readonly string[];
  readonly review: Review;
  /** When the review became what it is; absent where nobody recorded it. */
  readonly reviewedAt?: WallTime;
  /** For a corrected version (更正稿): the receiptId of the first version of the same item, else ''. */
  readonly replaces: string;
  readonly note: string;
}

/** False: the row has no number yet, so that nothing can name it. */
export const isNumbered = ({ receiptId }: Pick<Receipt, 'receiptId'>): boolean => /^[^#]/.test(receiptId);

/** How people are told of it: its number, or that it has none. */
export const calledReceipt = (receipt: Pick<Receipt, 'receiptId'>): Text =>
  isNumbered(receipt) ? text(receipt.receiptId, receipt.receiptId) : text('未编号的一件', 'the one without a number');
