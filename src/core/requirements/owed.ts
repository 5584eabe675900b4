// Every pair of unit and requirement that the campaign expects something for. Exempt pairs are among them.
import type { Unit } from '../roster/unit';
import { appliesTo } from './appliesTo';
import type { Requirement } from './requirement';

interface OwedPair {
  readonly unitId: string;
  readonly requirementId: string;
}

/** In the order of the requirements, then of the roster. Example: 53 units and T1 for all of them give 53 pairs. */
export function owed(units: readonly Unit[], requirements: readonly Requirement[]): OwedPair[] {
  return requirements.flatMap((requirement) =>
    units
      .filter((unit) => appliesTo(requirement, unit))
      .map(({ unitId }) => ({ unitId, requirementId: requirement.requirementId })),
  );
}
