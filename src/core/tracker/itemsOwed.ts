// Which items a unit may be handing in at a moment, the likeliest first (D-12). Decides nothing: whoever records says which it is.
import type { Requirement } from '../requirements/requirement';
import type { Unit } from '../roster/unit';
import { trackUnits, type TrackerInput } from './trackUnits';
import type { TrackerRow } from './trackerRow';
import type { WallTime } from '../ground/wallTime';

interface OwedItem {
  readonly requirement: Requirement;
  /** How the unit stands for it at the moment. */
  readonly row: TrackerRow;
  /** True while something of it has not arrived yet. */
  readonly open: boolean;
}

/** Smaller is likelier: what is still to come, what is open at the moment, then the due time that is nearest before or after it. */
function rankOf({ requirement, row, open }: OwedItem, at: WallTime): readonly number[] {
  const begun = requirement.opens === null || requirement.opens <= at;
  return [open ? 0 : 1, begun ? 0 : 1, row.due === null ? Infinity : Math.abs(row.due - at)];
}

/**
 * D-12: the items that the unit owes at `at`, exempt ones left out: those that are not complete before those that are, those whose window
 * has begun before those to come, then by the distance of the due time, and items without a due time last. What waits for its review
 * counts as arrived. Equal ones stay in the order of the requirements.
 * Example: on 8 June a unit that has sent T1 (due 7 June) gets T2 (due 10 June) first, and T1 last.
 */
export function itemsOwed(unit: Unit, input: Omit<TrackerInput, 'units'>, at: WallTime): OwedItem[] {
  const requirementOf = new Map(input.requirements.map((requirement) => [requirement.requirementId, requirement]));
  const rows = trackUnits({ ...input, units: [unit] }, at);
  return orderOwed(
    rows.flatMap((row): OwedItem[] => {
      const requirement = requirementOf.get(row.requirementId);
      return requirement ? [{ requirement, row, open: isOpen(row) }] : [];
    }),
    at,
  );
}

/** Something of it has not arrived yet. */
export function isOpen({ status }: Pick<TrackerRow, 'status'>): boolean {
  return status === 'pending' || status === 'incomplete' || status === 'overdue';
}

/** The order of D-12, for rows that are tracked already; exempt ones are dropped. */
export function orderOwed(items: readonly OwedItem[], at: WallTime): OwedItem[] {
  return items
    .filter(({ row }) => row.status !== 'exempt')
    .map((item, index) => ({ item, rank: [...rankOf(item, at), index] }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ item }) => item);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : (a[place] ?? 0) < (b[place] ?? 0) ? -1 : 1;
}
