// Which tracker rows there should be (one per unit and requirement it owes), and which the tracker has.
import type { Requirement } from '../../../core/requirements/requirement';
import type { Unit } from '../../../core/roster/unit';
import { owed } from '../../../core/requirements/owed';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { TRACKER } from './tracker';

/** What names a row of the tracker in the workbook. */
export interface TrackerKey {
  readonly unitId: string;
  readonly requirementId: string;
}

const keyOf = (key: TrackerKey): string => `${key.unitId}\u0000${key.requirementId}`;

/** Ids that were typed over: rows stand under the former ones, and which of the two is right is for people to say. */
function retyped(
  units: readonly Unit[],
  requirements: readonly Requirement[],
  present: readonly TrackerKey[],
): Set<string> {
  const there = new Set<string | undefined>(present.flatMap(({ unitId, requirementId }) => [unitId, requirementId]));
  return new Set([
    ...units.flatMap(({ unitId, formerId }) => (there.has(formerId) ? [unitId] : [])),
    ...requirements.flatMap(({ requirementId, formerId }) => (there.has(formerId) ? [requirementId] : [])),
  ]);
}

/** Keys that are owed and have no row yet, in order; and rows that nobody owes any more (they stay, with people's notes). */
export function trackerDifference(
  tracker: TableSnapshot,
  units: readonly Unit[],
  requirements: readonly Requirement[],
): { missing: TrackerKey[]; obsolete: TrackerKey[] } {
  const wanted = owed(units, requirements);
  const present = readRows(TRACKER, tracker).map((row) => ({
    unitId: row.text('unitId'),
    requirementId: row.text('requirementId'),
  }));
  const wantedKeys = new Set(wanted.map(keyOf));
  const presentKeys = new Set(present.map(keyOf));
  const moved = retyped(units, requirements, present);
  return {
    missing: wanted.filter(
      (key) => !presentKeys.has(keyOf(key)) && !moved.has(key.unitId) && !moved.has(key.requirementId),
    ),
    obsolete: present.filter((key) => !wantedKeys.has(keyOf(key))),
  };
}

/**
 * Rows that nobody owes and that the sheets count all the same: formulas see that a unit left or an item is gone, not that it is for others now.
 * Example: 渣江镇 is of another category since yesterday, and no job has marked its rows yet.
 */
export function countedForNobody(
  tracker: TableSnapshot,
  units: readonly Unit[],
  requirements: readonly Requirement[],
): TrackerKey[] {
  const wanted = new Set(owed(units, requirements).map(keyOf));
  const active = new Set(units.filter((unit) => unit.active && unit.name !== '').map(({ unitId }) => unitId));
  const known = new Set(requirements.map(({ requirementId }) => requirementId));
  return readRows(TRACKER, tracker).flatMap((row): TrackerKey[] => {
    const key = { unitId: row.text('unitId'), requirementId: row.text('requirementId') };
    const counts = active.has(key.unitId) && known.has(key.requirementId) && !(Number(row.get('dropped')) > 0);
    return counts && !wanted.has(keyOf(key)) ? [key] : [];
  });
}
