// What one unit owes for one requirement, and how it stands at a moment.
import type { WallTime } from '../ground/wallTime';

/** 待报 · 不完整 · 待审 · 已报 · 迟报 · 逾期 · 免报 (D-6) */
export type Status = 'pending' | 'incomplete' | 'underReview' | 'onTime' | 'late' | 'overdue' | 'exempt';
/** All seven, in the order in which figures show them: what is done first, exempt ones last. */
export const STATUSES: readonly Status[] = [
  'onTime',
  'late',
  'underReview',
  'incomplete',
  'overdue',
  'pending',
  'exempt',
];

/** A unit's state with one item at one moment, as the tracker's formulas show it. */
export interface TrackerRow {
  readonly unitId: string;
  readonly requirementId: string;
  /** Effective quota: the exception's if there is one. */
  readonly quota: number;
  /** Accepted items (a corrected version is not a second item). */
  readonly accepted: number;
  /** Items that arrived and were not sent back, accepted or under review. */
  readonly arrived: number;
  /** Required parts that have come with nothing that stands, accepted or under review. */
  readonly missingParts: readonly string[];
  /** When the last needed item arrived (D-5); null: not complete. */
  readonly completedAt: WallTime | null;
  /** Effective due time (D-2). */
  readonly due: WallTime | null;
  readonly status: Status;
  /** Started minutes after the due second, for late and overdue; else 0 (D-8). */
  readonly minutesLate: number;
}
