// Who was late or is overdue, and everything that proves it: due times, extension, arrivals, what was sent back, reminders. Knows no sheet.
import { leadsOf, type Activity } from '../campaign/activity';
import type { Receipt, Review } from '../receipts/receipt';
import { isWithdrawn } from '../receipts/withdrawn';
import type { Exception, Requirement } from '../requirements/requirement';
import type { Reminder } from '../reminders/reminder';
import { remindedAt } from '../reminders/reminder';
import type { Unit } from '../roster/unit';
import { countByStatus } from '../tracker/countByStatus';
import type { Status, TrackerRow } from '../tracker/trackerRow';
import type { WallTime } from '../ground/wallTime';

/** An extension as the list cites it: from the common due time to the unit's own, with who approved it and why. */
export interface Extension {
  /** The due time that everybody else has; null when the item has none. */
  readonly from: WallTime | null;
  readonly to: WallTime;
  readonly approvedBy: string;
  readonly reason: string;
}

interface SentBack {
  readonly receiptId: string;
  readonly arrivedAt: WallTime;
  /** When it was sent back; null when nobody recorded it. */
  readonly at: WallTime | null;
  /** As the note of the receipt says; '' when it says nothing. */
  readonly why: string;
}

/** One version that arrived, and whose turn it is since: the office's while it is under review, the unit's once it was sent back. */
export interface Arrival {
  readonly receiptId: string;
  readonly at: WallTime;
  readonly review: Review;
  /** The version that it corrects; '' = none. */
  readonly replaces: string;
}

/** One item that a unit handed in late or not at all, with all that was done about it before. */
export interface AccountabilityRow {
  readonly unit: Unit;
  readonly requirement: Requirement;
  /** Who leads the activity that the item belongs to. */
  readonly leads: readonly string[];
  /** Status 'late' or 'overdue'. */
  readonly row: TrackerRow;
  /** The latest extension, which is the one that counts (D-2). */
  readonly extension: Extension | null;
  /** Everything that arrived, by time; corrections and what was sent back too. */
  readonly arrivals: readonly WallTime[];
  /** The same, each with its review and what it corrects. */
  readonly versions: readonly Arrival[];
  readonly sentBack: readonly SentBack[];
  /** When the unit was reminded of this item. */
  readonly reminders: readonly WallTime[];
}

interface AccountabilityInput {
  readonly rows: readonly TrackerRow[];
  readonly units: readonly Unit[];
  readonly requirements: readonly Requirement[];
  readonly exceptions: readonly Exception[];
  readonly receipts: readonly Receipt[];
  readonly reminders: readonly Reminder[];
  /** By receiptId: when it was sent back, as the log has it. */
  readonly sentBackAt: ReadonlyMap<string, WallTime>;
  readonly asOf: WallTime;
  readonly activities?: readonly Activity[];
}

/** Who is to be called to account as of one moment; judged from the tracker, never typed. */
export interface AccountabilityList {
  /** In roster order, then in the order of the items. */
  readonly rows: readonly AccountabilityRow[];
  /** Counts of every row that was judged. */
  readonly counts: Readonly<Record<Status, number>>;
  /** All of them: the seven counts add up to it. */
  readonly must: number;
}

const isOf =
  ({ unitId, requirementId }: TrackerRow) =>
  (thing: { readonly unitId: string; readonly requirementId: string }): boolean =>
    thing.unitId === unitId && thing.requirementId === requirementId;

function extensionOf(row: TrackerRow, requirement: Requirement, exceptions: readonly Exception[]): Extension | null {
  const own = exceptions
    .filter(isOf(row))
    .flatMap(({ extendedTo, approvedBy, reason }) =>
      extendedTo === null ? [] : [{ from: requirement.due, to: extendedTo, approvedBy, reason }],
    );
  return own.reduce<Extension | null>((latest, one) => (latest === null || one.to > latest.to ? one : latest), null);
}

/**
 * One row per unit and item that was handed in late or is overdue as of the moment; what came after the moment does not count (D-10).
 * Example: T1 due 7 June 18:00, accepted 8 June 09:00: one row, 'late', with that arrival.
 */
export function accountabilityList(input: AccountabilityInput): AccountabilityList {
  const { rows, units, requirements, asOf } = input;
  const unitAt = new Map(units.map((unit, index) => [unit.unitId, { unit, index }]));
  const requirementAt = new Map(
    requirements.map((requirement, index) => [requirement.requirementId, { requirement, index }]),
  );
  const guilty = rows
    .filter(({ status }) => status === 'late' || status === 'overdue')
    .flatMap((row) => {
      const unit = unitAt.get(row.unitId);
      const requirement = requirementAt.get(row.requirementId);
      return unit && requirement ? [{ row, unit, requirement }] : [];
    });
  guilty.sort((a, b) => a.unit.index - b.unit.index || a.requirement.index - b.requirement.index);
  const counts = countByStatus(rows);
  return {
    rows: guilty.map(({ row, unit: { unit }, requirement: { requirement } }): AccountabilityRow => {
      const own = input.receipts
        .filter(isOf(row))
        .filter((receipt) => receipt.receivedAt <= asOf && !isWithdrawn(receipt))
        .sort((a, b) => a.receivedAt - b.receivedAt);
      return {
        unit,
        requirement,
        leads: leadsOf(input.activities ?? [], requirement.activity),
        row,
        extension: extensionOf(row, requirement, input.exceptions),
        arrivals: own.map(({ receivedAt }) => receivedAt),
        versions: own.map(({ receiptId, receivedAt, review, replaces }) => ({
          receiptId,
          at: receivedAt,
          review,
          replaces,
        })),
        sentBack: own
          .filter(({ review }) => review === 'returned')
          .map(({ receiptId, receivedAt, reviewedAt, note }) => ({
            receiptId,
            arrivedAt: receivedAt,
            at: input.sentBackAt.get(receiptId) ?? reviewedAt ?? null,
            why: note,
          })),
        reminders: remindedAt(
          input.reminders.filter(isOf(row)).filter(({ at }) => at <= asOf),
          row.unitId,
        ),
      };
    }),
    counts,
    must: rows.length,
  };
}
