// Receipts with the reviews of an earlier moment, as far as it is known when each was reviewed (D-13). Knows no tracker and no page.
import type { WallTime } from '../ground/wallTime';
import type { Receipt } from './receipt';
import { isWithdrawn } from './withdrawn';

/** Whose import was taken back never came: no moment gives it back to the review. */
const isReviewed = (receipt: Receipt): boolean => receipt.review !== 'pending' && !isWithdrawn(receipt);

const isLater = (receipt: Receipt, asOf: WallTime): boolean =>
  receipt.reviewedAt !== undefined && receipt.reviewedAt > asOf && isReviewed(receipt);

/**
 * What was reviewed later was under review at the moment; a review of unknown time stays as it is.
 * Example: accepted on 10 June, as of 8 June → 'pending'.
 */
export function asReviewed(receipts: readonly Receipt[], asOf: WallTime): readonly Receipt[] {
  return receipts.map((receipt) => (isLater(receipt, asOf) ? { ...receipt, review: 'pending' } : receipt));
}

/** True when a review that the moment does not know yet stands in the place of what was known then: an earlier one of the same receipt, if there was any, is not on record. */
export function hasLaterReviews(receipts: readonly Receipt[], asOf: WallTime): boolean {
  return receipts.some((receipt) => receipt.receivedAt <= asOf && isLater(receipt, asOf));
}

/** True when a review that counts at the moment may be later than it: nobody recorded when it was set. */
export function hasUndatedReviews(receipts: readonly Receipt[], asOf: WallTime): boolean {
  return receipts.some(
    (receipt) => receipt.receivedAt <= asOf && receipt.reviewedAt === undefined && isReviewed(receipt),
  );
}
