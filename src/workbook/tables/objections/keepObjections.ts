// Keeps which objections were registered, as registeredNames reads it back. Only writing needs it.
import { isoFromWallTime } from '../../../core/ground/wallTime';
import type { PlanStep } from '../../contract/plan';
import { textFormula } from '../../contract/textNames';
import { BETWEEN, type RegisteredObjection } from './registeredNames';

/** Keeps those that have a number; the last order of a plan, so that a cut keeps none whose row was not written. */
export function keepRegistered(objections: readonly RegisteredObjection[]): PlanStep {
  const names = objections
    .filter(({ objectionId }) => /^\w+$/.test(objectionId))
    .map(({ objectionId, entryId, receivedAt }): [string, string] => {
      const words = [entryId, receivedAt === null ? '' : isoFromWallTime(receivedAt)].join(BETWEEN);
      return [`Objected_${objectionId}`, textFormula(words)];
    });
  return { kind: 'names', names: Object.fromEntries(names), last: true };
}
