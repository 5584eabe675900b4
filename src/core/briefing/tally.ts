// Counts of tracker rows that add up: what a line of the briefing or a total of the matrix is made of.
import type { Exact } from '../contest/exact';
import { fromInteger, divide, multiply, roundHalfUp } from '../contest/exact';
import { countByStatus } from '../tracker/countByStatus';
import type { Status, TrackerRow } from '../tracker/trackerRow';

/** Counts by status; must = all that is owed but not exempt = onTime + late + underReview + incomplete + overdue + pending. */
export interface Tally extends Readonly<Record<Status, number>> {
  readonly must: number;
  /** onTime + late. */
  readonly done: number;
  /** done in per cent of must, one decimal, half up: "86.8"; null when nothing must be handed in. */
  readonly rate: string | null;
}

const HUNDRED: Exact = fromInteger(100);

/** One decimal, half up; null of nothing. All and nothing are never said of less or more. Example: `perCent(2, 3) === '66.7'`. */
export function perCent(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const rounded = roundHalfUp(multiply(divide(fromInteger(part), fromInteger(whole)), HUNDRED), 1);
  if (rounded === '100.0' && part < whole) return '99.9';
  return rounded === '0.0' && part > 0 ? '0.1' : rounded;
}

/** Example: 2 on time, 1 overdue, 1 exempt → must 3, done 2, rate "66.7". */
export function tally(rows: readonly TrackerRow[]): Tally {
  const counts = countByStatus(rows);
  const must = rows.length - counts.exempt;
  const done = counts.onTime + counts.late;
  return {
    ...counts,
    must,
    done,
    rate: perCent(done, must),
  };
}
