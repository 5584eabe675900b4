// Tracker rows counted by status, and the proof that the counts add up. Knows no table.
import { STATUSES, type Status, type TrackerRow } from './trackerRow';

/** How many rows have each status; every status is a key. */
export function countByStatus(rows: readonly TrackerRow[]): Record<Status, number> {
  const counts: Record<Status, number> = {
    onTime: 0,
    late: 0,
    underReview: 0,
    incomplete: 0,
    overdue: 0,
    pending: 0,
    exempt: 0,
  };
  for (const { status } of rows) counts[status] += 1;
  return counts;
}

/**
 * True when the rows prove themselves: each unit and requirement stands once, every row has exactly one of the known statuses, and all
 * statuses together make all rows. A table that people have edited may fail it.
 */
export function reconciles(rows: readonly TrackerRow[]): boolean {
  const pairs = new Set(rows.map(({ unitId, requirementId }) => `${unitId}\u0000${requirementId}`));
  const counts = countByStatus(rows);
  const total = STATUSES.reduce((sum, status) => sum + counts[status], 0);
  return pairs.size === rows.length && total === rows.length;
}
