// One thing that arrived from a unit, whatever became of it afterwards.
import type { WallTime } from '../ground/wallTime';

/** pending 待审 · accepted 通过 · returned 退回 */
export type Review = 'pending' | 'accepted' | 'returned';

/** A row of 收件登记: one arrival. */
export interface Receipt {
  /** "R0001"… */
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
