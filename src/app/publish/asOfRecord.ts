// The situation as its as-of moment knows it: whoever makes a page of an earlier moment sees no later decision on it. Writes nothing.
import { asItStood } from '../../core/awards/asItStood';
import type { Situation } from '../run/runJob';

/**
 * For pages that tell how things stood. Papers that carry a decision out (list, notice, certificates, receipt) name its own day and follow the whole
 * record, however early the as-of moment is set.
 */
export function asOfRecord(situation: Situation): Situation {
  return { ...situation, campaign: asItStood(situation.campaign, situation.asOf) };
}
