// Objections to the result (A-4…A-7): what is registered of one, whether it came in time, what it still keeps open. Knows no sheet.
import type { FrozenDecision } from '../contest/frozenDecision';
import { DAY, type WallTime } from '../ground/wallTime';
import type { NoticeOnRecord } from './noticeRecord';

/** written 书面 · phone 电话 · inPerson 当面 */
export type ObjectionWay = 'written' | 'phone' | 'inPerson';
/** open 受理 · founded 成立 · unfounded 不成立 · withdrawn 撤回 */
export type ObjectionStatus = 'open' | 'founded' | 'unfounded' | 'withdrawn';
/** within 期内 · late 期后 · early 公示前 · unposted: no notice is on record */
export type ObjectionTiming = 'within' | 'late' | 'early' | 'unposted';

/** One row of the register of objections; its times are wall clock. */
export interface Objection {
  /** "OB01"…; '' in a row that was typed by hand and has none. */
  readonly objectionId: string;
  /** Null: not given, or unreadable. */
  readonly receivedAt: WallTime | null;
  readonly way: ObjectionWay;
  /** Real name of a person or a unit. Never shown on anything but the register. */
  readonly objector: string;
  /** '' = against the result as a whole. */
  readonly entryId: string;
  readonly statement: string;
  readonly status: ObjectionStatus;
  readonly handledBy: string;
  readonly closedAt: WallTime | null;
  /** It was registered, and its row is not there any more: nobody can say how it ended, so that it counts as open. */
  readonly gone?: true;
}

/**
 * in time from the beginning of the day of posting to the end of the last day, by any of the notices. What comes outside is taken and marked.
 * Example: posted 18 June, last day 25 June → 25 June 23:59:59 is 'within', 26 June 00:00 'late'.
 */
export function objectionTiming(at: WallTime, notices: readonly NoticeOnRecord[]): ObjectionTiming {
  if (notices.length === 0) return 'unposted';
  if (notices.some(({ posted, last }) => at >= posted && at < last + DAY)) return 'within';
  return notices.every(({ posted }) => at < posted) ? 'early' : 'late';
}

/** What keeps a decided list from being final. */
export interface PendingObjections {
  /** not answered yet. */
  readonly open: readonly Objection[];
  /** founded, and nothing has followed: its entry has not withdrawn, nor has anybody decided again. */
  readonly unanswered: readonly Objection[];
}

/**
 * A founded objection changes no decision by itself: it is settled when its entry has withdrawn, or when the committee has decided
 * again since it was closed (the only way when it is against the whole result, or for an entry that won nothing). Before a decision it
 * keeps nothing open: whoever decides knows of it.
 */
export function pendingObjections(objections: readonly Objection[], frozen: FrozenDecision | null): PendingObjections {
  const gone = new Set(frozen?.places.filter(({ outcome }) => outcome === 'withdrawn').map(({ entryId }) => entryId));
  const followed = ({ entryId, closedAt }: Objection): boolean =>
    gone.has(entryId) || (frozen !== null && closedAt !== null && frozen.act.at >= closedAt);
  return {
    open: objections.filter(({ status }) => status === 'open'),
    unanswered:
      frozen === null ? [] : objections.filter((objection) => objection.status === 'founded' && !followed(objection)),
  };
}
