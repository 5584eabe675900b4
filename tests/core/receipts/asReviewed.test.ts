import { describe, expect, it } from '@jest/globals';
import { asReviewed, hasUndatedReviews } from '../../../src/core/receipts/asReviewed';
import type { Receipt } from '../../../src/core/receipts/receipt';
import { at, receipt } from '../../support/reportFixtures';

const reviewed = (over: Partial<Receipt> = {}): Receipt => receipt(1, { reviewedAt: at('2021-06-10 09:00'), ...over });
const reviewsAt = (moment: string, one: Receipt): string | undefined => asReviewed([one], at(moment))[0]?.review;

describe('reviews of an earlier moment (D-13)', () => {
  it('D-13: before it was reviewed a receipt was under review, from that second on it is what it became', () => {
    expect(reviewsAt('2021-06-10 08:59:59', reviewed())).toBe('pending');
    expect(reviewsAt('2021-06-10 09:00', reviewed())).toBe('accepted');
    expect(reviewsAt('2021-06-09 09:00', reviewed({ review: 'returned' }))).toBe('pending');
  });

  it('D-13: a review of unknown time stays as it is, and is known for that', () => {
    expect(reviewsAt('2021-06-09 09:00', receipt(1))).toBe('accepted');
    expect(hasUndatedReviews([reviewed(), receipt(2)], at('2021-06-09 09:00'))).toBe(true);
    expect(hasUndatedReviews([reviewed(), receipt(2, { review: 'pending' })], at('2021-06-09 09:00'))).toBe(false);
    expect(hasUndatedReviews([receipt(1)], at('2021-06-01 09:00'))).toBe(false);
  });

  it('an import that was taken back never comes back as under review', () => {
    const withdrawn = reviewed({ review: 'returned', note: '撤销导入' });
    expect(reviewsAt('2021-06-09 09:00', withdrawn)).toBe('returned');
    expect(hasUndatedReviews([receipt(1, { review: 'returned', note: '撤销导入' })], at('2021-06-09 09:00'))).toBe(
      false,
    );
  });
});
