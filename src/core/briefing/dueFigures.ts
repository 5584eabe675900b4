// What is due so far, what of it has arrived, what is accepted: three figures that are never mixed up. Knows no sheet.
import type { WallTime } from '../ground/wallTime';
import type { TrackerRow } from '../tracker/trackerRow';
import { perCent } from './tally';

/** Counts of tracker rows that are due already; exempt ones are in none of them. */
export interface DueFigures {
  /** Rows whose due time has passed, exempt ones left out. received + overdue. */
  readonly due: number;
  /** Of these, all that is needed has arrived: accepted + waiting. */
  readonly received: number;
  /** Complete and accepted, on time or late. */
  readonly accepted: number;
  /** Of these, so many came after their due time. */
  readonly late: number;
  /** Arrived, and waits for the office's own review: nobody else owes anything. */
  readonly waiting: number;
  readonly overdue: number;
  /** In per cent of due, one decimal, half up; null when nothing is due. */
  readonly receivedRate: string | null;
  readonly acceptedRate: string | null;
}

/** Example: 2 on time, 1 under review, 1 overdue, all due → due 4, received 3, accepted 2, waiting 1, receivedRate "75.0". */
export function dueFigures(rows: readonly TrackerRow[], asOf: WallTime): DueFigures {
  const past = rows.filter(({ due, status }) => due !== null && due < asOf && status !== 'exempt');
  const count = (...statuses: TrackerRow['status'][]): number =>
    past.filter(({ status }) => statuses.includes(status)).length;
  const accepted = count('onTime', 'late');
  const waiting = count('underReview');
  return {
    due: past.length,
    received: accepted + waiting,
    accepted,
    late: count('late'),
    waiting,
    overdue: past.length - accepted - waiting,
    receivedRate: perCent(accepted + waiting, past.length),
    acceptedRate: perCent(accepted, past.length),
  };
}

/** none 尚无到期 · good 全部收到 · fair 基本正常 (≥ 95 %) · behind 滞后 · far 严重滞后 (< 70 %). */
export type Verdict = 'none' | 'good' | 'fair' | 'behind' | 'far';

/** One word for how it stands, by what has arrived of what is due. Range: due ≥ 0. */
export function verdictOf({ due, received }: DueFigures): Verdict {
  if (due === 0) return 'none';
  if (received === due) return 'good';
  if (received * 100 >= due * 95) return 'fair';
  return received * 100 >= due * 70 ? 'behind' : 'far';
}
