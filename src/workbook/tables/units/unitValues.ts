// What the formulas of the roster show that people see, worked out by the rules. Looks nothing up.
import type { Unit } from '../../../core/roster/unit';
import type { Status } from '../../../core/tracker/trackerRow';
import type { ColumnKeys } from '../../contract/keys';
import type { CellValue } from '../../contract/snapshot';
import type { ISSUE } from '../../contract/issueColumn';
import type { UNIT_NAMES } from './unitReference';

/** Formulas that only other formulas look at, and what rows keep of themselves. */
type ForFormulas = (typeof UNIT_NAMES)[number]['key'] | 'aliasKey' | 'takesPart' | 'kept' | typeof ISSUE;

/** By column: whoever adds a formula to the roster says here what it shows. What people type is a field of the unit. */
export type UnitValues = Readonly<Record<Exclude<ColumnKeys['Units'], keyof Unit | ForFormulas>, CellValue>>;

/** `statuses`: of the unit's rows in the tracker. Example: `unitValuesOf(unit, ['overdue', 'exempt'])` is `{ owed: 1, overdue: 1 }`. */
export function unitValuesOf(_unit: Unit, statuses: readonly Status[]): UnitValues {
  return {
    owed: statuses.filter((status) => status !== 'exempt').length,
    overdue: statuses.filter((status) => status === 'overdue').length,
  };
}
