// After a review the form holds the next receipt that waits. Reviews nothing itself.
import type { ReviewResults } from '../../app/collect/review';
import type { JobReport } from '../../app/run/job';
import type { Presentation } from '../steps';

/** The next id in the form's first field, or the item and unit of one without. Example: after R0079, `{ onward: { receipts: 'R0080' } }`. */
export function presentReview({ results }: JobReport): Presentation {
  const { next, nextOf } = results as Pick<ReviewResults, 'next' | 'nextOf'>;
  return next !== '' ? { onward: { receipts: next } } : nextOf ? { onward: nextOf } : {};
}
