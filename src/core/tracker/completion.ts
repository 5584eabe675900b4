// When what a unit sent was all that was needed (D-5). Knows no deadlines.
import { isStanding, type Item } from '../receipts/items';
import type { WallTime } from '../ground/wallTime';

/** Arrival of an item: its earliest receipt that stands; null when all were sent back. */
export function arrivalOf(item: Item): WallTime | null {
  const times = item.receipts.filter(isStanding).map(({ receivedAt }) => receivedAt);
  return times.length > 0 ? Math.min(...times) : null;
}

/** Whether any receipt of the item was accepted by a review. */
export function isAccepted(item: Item): boolean {
  return item.receipts.some(({ review }) => review === 'accepted');
}

function firstWith(part: string, items: readonly Item[]): WallTime | null {
  const times = items.flatMap(({ receipts }) =>
    receipts
      .filter((receipt) => isStanding(receipt) && receipt.parts.includes(part))
      .map(({ receivedAt }) => receivedAt),
  );
  return times.length > 0 ? Math.min(...times) : null;
}

/**
 * D-5: the moment when the last needed thing had arrived: the quota-th item, and each required part on whichever of the items carries
 * it first. Null while anything lacks. The review decides whether it counts, never when (D-7).
 * Example: quota 1, an item of 7 June 17:00 and its corrected version of 21:00 that brings the missing part: 21:00.
 */
export function completedAt(items: readonly Item[], quota: number, parts: readonly string[]): WallTime | null {
  const arrivals = items.flatMap((item) => arrivalOf(item) ?? []).sort((a, b) => a - b);
  const needed = [arrivals[quota - 1] ?? null, ...parts.map((part) => firstWith(part, items))];
  return needed.reduce<WallTime | null>(
    (latest, time) => (latest === null || time === null ? null : Math.max(latest, time)),
    -Infinity,
  );
}
