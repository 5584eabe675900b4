// After a review the form holds the next receipt that waits. Reviews nothing itself.
import type { JobReport } from '../../app/run/job';
import type { Presentation } from '../steps';

/** The next id in the form's first field. Example: after R0079, `{ onward: { receipts: 'R0080' } }`. */
export function presentReview({ results }: JobReport): Presentation {
  const { next } = results as { readonly next: string };
  return next === '' ? {} : { onward: { receipts: next } };
}
