// Whether a unit owes a requirement at all. Knows no exceptions and no deadlines.
import type { Unit } from '../roster/unit';
import type { Requirement } from './requirement';

/**
 * True when the unit is active, has an id and a name (a row of the tracker is known by that id), and is meant by category or by id.
 * Example: a requirement of the townships applies to 西渡镇, and no longer once 西渡镇 is inactive.
 */
export function appliesTo(requirement: Pick<Requirement, 'categories' | 'unitIds'>, unit: Unit): boolean {
  if (!unit.active || unit.unitId === '' || unit.name.trim() === '') return false;
  return requirement.categories.includes(unit.category) || requirement.unitIds.includes(unit.unitId);
}
