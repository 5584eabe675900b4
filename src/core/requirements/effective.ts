// What one unit owes for one requirement after its exceptions (D-2). Knows no receipts.
import type { Unit } from '../roster/unit';
import type { WallTime } from '../ground/wallTime';
import type { Exception, Requirement } from './requirement';

/** What holds for one unit and item, its exceptions applied (D-2). */
export interface EffectiveTerms {
  /** Integer ≥ 1. */
  readonly quota: number;
  /** null: no due time. */
  readonly due: WallTime | null;
  readonly exempt: boolean;
}

/**
 * D-2: the extension if there is one, else the due time of the requirement. Several exceptions of the same pair add up: the latest
 * extension, the largest quota, exempt as soon as one says so. Exceptions of other pairs are passed over.
 * Example: T2 with quota 1 and the exception `{ quota: 2 }` for 县公安局 gives quota 2 for it, 1 for all others.
 */
export function effective(
  requirement: Requirement,
  unit: Pick<Unit, 'unitId'>,
  exceptions: readonly Exception[],
): EffectiveTerms {
  const own = exceptions.filter(
    ({ unitId, requirementId }) => unitId === unit.unitId && requirementId === requirement.requirementId,
  );
  const quotas = own.flatMap(({ quota }) => (quota === null ? [] : [quota]));
  const extensions = own.flatMap(({ extendedTo }) => (extendedTo === null ? [] : [extendedTo]));
  return {
    quota: Math.max(1, ...(quotas.length > 0 ? quotas : [requirement.quota])),
    due: extensions.length > 0 ? Math.max(...extensions) : requirement.due,
    exempt: own.some(({ exempt }) => exempt),
  };
}
