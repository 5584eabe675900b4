// What arrived on which day, item by item, beside the days on which something was due. Knows no review: what is sent back has arrived, too.
import type { WallTime } from '../ground/wallTime';
import type { Receipt } from '../receipts/receipt';
import type { Requirement } from '../requirements/requirement';
import { startOfDay } from '../awards/workingDays';

interface ArrivalDay {
  /** Midnight. */
  readonly day: WallTime;
  /** How many arrived, in the order of the items. */
  readonly counts: readonly number[];
  /** requirementIds that were due on that day. */
  readonly due: readonly string[];
}

/** What arrived day by day, for the chart: only days on which something came or was due. */
export interface Arrivals {
  /** requirementIds of which anything has arrived, in their order. */
  readonly items: readonly string[];
  readonly days: readonly ArrivalDay[];
}

/** Up to `asOf`. Example: T1 due on 7 June, two receipts on the 6th and one on the 8th → three days, the middle one with `due: ['T1']` and no receipt. Days on which nothing came or was due are left out. */
export function arrivalsPerDay(
  receipts: readonly Receipt[],
  requirements: readonly Requirement[],
  asOf: WallTime,
): Arrivals {
  const come = receipts.filter(({ receivedAt }) => receivedAt <= asOf);
  const items = requirements
    .map(({ requirementId }) => requirementId)
    .filter((id) => come.some(({ requirementId }) => requirementId === id));
  if (items.length === 0) return { items, days: [] };
  const dueOn = new Map<WallTime, string[]>();
  for (const { requirementId, due } of requirements)
    if (due !== null && due <= asOf && items.includes(requirementId))
      dueOn.set(startOfDay(due), [...(dueOn.get(startOfDay(due)) ?? []), requirementId]);
  const days = [...new Set([...come.map(({ receivedAt }) => startOfDay(receivedAt)), ...dueOn.keys()])].sort(
    (a, b) => a - b,
  );
  const counts = new Map<string, number>();
  for (const { receivedAt, requirementId } of come) {
    const key = `${startOfDay(receivedAt)} ${requirementId}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    items,
    days: days.map((day) => ({
      day,
      counts: items.map((id) => counts.get(`${day} ${id}`) ?? 0),
      due: dueOn.get(day) ?? [],
    })),
  };
}
