// What was on record at a moment: decisions, withdrawals, notices, objections of later on are not. Knows no workbook.
import type { Ruling } from '../contest/ruling';
import type { WallTime } from '../ground/wallTime';
import type { Objection } from './objection';

/**
 * The record cut at the moment, as receipts are (D-10): what was settled later is left out, an objection closed later is still open.
 * An objection without a time was there, for nobody can say that it was not.
 * Example: decided on 15 June, as of 29 May → no decision.
 */
export function asItStood<
  Record extends { readonly rulings: readonly Ruling[]; readonly objections: readonly Objection[] },
>(record: Record, asOf: WallTime): Record {
  return {
    ...record,
    rulings: record.rulings.filter(({ at }) => at <= asOf),
    objections: record.objections
      .filter(({ receivedAt }) => receivedAt === null || receivedAt <= asOf)
      .map((objection): Objection =>
        objection.closedAt !== null && objection.closedAt > asOf
          ? { ...objection, status: 'open', closedAt: null }
          : objection,
      ),
  };
}
