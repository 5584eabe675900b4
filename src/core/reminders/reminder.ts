// One reminder (催报) that went out for one item, and how reminders are counted. Sends nothing.
import type { WallTime } from '../ground/wallTime';
import { DAY } from '../ground/wallTime';

/** A row of 催报记录: a unit was reminded of an item. */
export interface Reminder {
  readonly at: WallTime;
  readonly unitId: string;
  readonly requirementId: string;
  /** Who sent it; '' = not said. */
  readonly by: string;
}

/** The distinct moments at which the unit was reminded, earliest first: one text may name several items. */
export function remindedAt(reminders: readonly Reminder[], unitId: string): WallTime[] {
  return [...new Set(reminders.filter((reminder) => reminder.unitId === unitId).map(({ at }) => at))].sort(
    (a, b) => a - b,
  );
}

/** Whether two moments lie on the same calendar day of the campaign's clock (D-1). */
export function sameDay(one: WallTime, other: WallTime): boolean {
  return Math.floor(one / DAY) === Math.floor(other / DAY);
}
