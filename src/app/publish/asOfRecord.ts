// The situation as its as-of moment knows it: whoever makes a page of an earlier moment sees no later decision on it. Writes nothing.
import { asItStood } from '../../core/awards/asItStood';
import { asReviewed, hasLaterReviews, hasUndatedReviews } from '../../core/receipts/asReviewed';
import { stampLine } from '../../workbook/sheets/madeSheet';
import type { Situation } from '../run/runJob';

/**
 * For pages that tell how things stood. Papers that carry a decision out (list, notice, certificates, receipt) name its own day and follow the whole
 * record, however early the as-of moment is set. Values of the tracker follow its formulas, which know no time of review, and the mark of the source is of all there is: both take the situation as given.
 */
export function asOfRecord(situation: Situation): Situation {
  const { campaign, asOf } = situation;
  return { ...situation, campaign: { ...asItStood(campaign, asOf), receipts: asReviewed(campaign.receipts, asOf) } };
}

/** The stamp of such a page, from the situation as given: one of an earlier moment says when it knows of reviews only as they are now, or does not know what they were before (D-13). */
export function stampAsOf({ campaign, asOf, now, language }: Situation, madeOf: string): string {
  const earlier = asOf < now;
  return stampLine(asOf, now, madeOf, language, {
    ofToday: earlier && hasUndatedReviews(campaign.receipts, asOf),
    later: earlier && hasLaterReviews(campaign.receipts, asOf),
  });
}
