// Which items of which units to remind about: from the same tracker rows that everybody sees. Writes no text.
import type { Requirement } from '../requirements/requirement';
import type { Unit } from '../roster/unit';
import type { TrackerRow } from '../tracker/trackerRow';
import { DAY, type WallTime } from '../ground/wallTime';

/** An item that a unit is to be reminded of. */
export interface ReminderItem {
  readonly row: TrackerRow;
  readonly requirement: Requirement;
}

/** A unit with all that it is to be reminded of at one moment. */
export interface UnitToRemind {
  readonly unit: Unit;
  /** The earliest due first; without a due time last. */
  readonly items: readonly ReminderItem[];
}

const never = Number.POSITIVE_INFINITY;

/** Overdue, or nothing or not all there yet and due within so many days; what was begun without a due time, too. What is under review waits for the office, not for the unit. */
function wants({ status, due }: TrackerRow, asOf: WallTime, days: number): boolean {
  if (status === 'overdue') return true;
  if (due === null) return status === 'incomplete';
  return (status === 'pending' || status === 'incomplete') && due - asOf <= days * DAY;
}

/**
 * Units with at least one such item, in roster order. `days` (≥ 0) looks ahead from `asOf`. Rows of units or items that are not given are left out.
 * Example: T1 due tomorrow 18:00 and nothing there, days 2: the unit is on the list; with days 0 it is not.
 */
export function reminderList(
  rows: readonly TrackerRow[],
  units: readonly Unit[],
  requirements: readonly Requirement[],
  asOf: WallTime,
  days: number,
): UnitToRemind[] {
  const byId = new Map(requirements.map((requirement) => [requirement.requirementId, requirement]));
  return units.flatMap((unit): UnitToRemind[] => {
    const items = rows
      .filter((row) => row.unitId === unit.unitId && wants(row, asOf, days))
      .flatMap((row): ReminderItem[] => {
        const requirement = byId.get(row.requirementId);
        return requirement ? [{ row, requirement }] : [];
      });
    if (items.length === 0) return [];
    return [{ unit, items: items.sort((a, b) => (a.row.due ?? never) - (b.row.due ?? never)) }];
  });
}
