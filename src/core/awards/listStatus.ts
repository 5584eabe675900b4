// How final the list of winners is at a moment: posted, running, kept open by objections (A-6…A-8). Words nothing, decides nothing.
import type { FrozenDecision } from '../contest/frozenDecision';
import type { WallTime } from '../ground/wallTime';
import type { NoticeOnRecord } from './noticeRecord';
import { pendingObjections, type Objection, type PendingObjections } from './objection';
import { startOfDay, workingDaysBetween, type Holidays } from './workingDays';

/** before: posted, its first day is still to come. */
type ClockState = 'before' | 'running' | 'over';

/** How far the notice has run, in working days of the campaign's own calendar. */
export interface NoticeClock {
  readonly notice: NoticeOnRecord;
  readonly state: ClockState;
  /** Working days that are left, today included; as many as were counted before the first, 0 after the last. */
  readonly left: number;
}

/** Where the list stands between decision and final list, and what still keeps it pending. */
export interface ListStatus extends PendingObjections {
  /** none: nothing is decided · unposted: no notice shows this list · running: the notice has not run in full · final: it has, and nothing is open. */
  readonly kind: 'none' | 'unposted' | 'running' | 'pending' | 'final';
  /** The latest notice, whichever list it shows; null before any. */
  readonly clock: NoticeClock | null;
  /** The latest notice shows another list than the one in force: somebody has withdrawn since. */
  readonly outdated: boolean;
}

/**
 * the clock of a notice goes by the days that were put on record with it and by today's table of holidays.
 * Example: 21–25 June 2021 on Wednesday 23 June → running, 3 working days left (23, 24, 25).
 */
export function noticeClock(notice: NoticeOnRecord, asOf: WallTime, holidays: Holidays): NoticeClock {
  const today = startOfDay(asOf);
  const state: ClockState = today < notice.first ? 'before' : today <= notice.last ? 'running' : 'over';
  return { notice, state, left: workingDaysBetween(Math.max(today, notice.first), notice.last, holidays) };
}

/** What the state of the list follows from, all as of one moment. */
export interface ListStatusInput {
  readonly frozen: FrozenDecision | null;
  /** Notices of this decision, in order. */
  readonly notices: readonly NoticeOnRecord[];
  /** Of the winners as they are now. */
  readonly fingerprint: string;
  readonly objections: readonly Objection[];
  /** What was posted, raised or withdrawn later does not count. */
  readonly asOf: WallTime;
  readonly holidays: Holidays;
}

/** whatever else holds, an open objection, or a founded one that nothing has followed, leaves the list pending (待定). */
export function listStatus({ frozen, notices, fingerprint, objections, asOf, holidays }: ListStatusInput): ListStatus {
  const pending = pendingObjections(objections, frozen);
  const latest = notices.at(-1);
  const clock = latest ? noticeClock(latest, asOf, holidays) : null;
  const outdated = latest !== undefined && latest.fingerprint !== fingerprint;
  const common = { ...pending, clock, outdated };
  if (!frozen) return { ...common, kind: 'none' };
  if (pending.open.length + pending.unanswered.length > 0) return { ...common, kind: 'pending' };
  if (!clock || outdated) return { ...common, kind: 'unposted' };
  return { ...common, kind: clock.state === 'over' ? 'final' : 'running' };
}
