// Keeps the votes of a re-vote in a defined name, as keptVotes reads them back. Only writing needs it.
import type { PlanStep } from '../../contract/plan';
import { textFormula } from '../../contract/textNames';

/** By entryId; the last order of a plan, so that a cut keeps none whose rows were not written. */
export function keepVotes(actId: string, votes: ReadonlyMap<string, number>): PlanStep {
  const words = [...votes].map(([entryId, count]) => `${entryId}=${count}`).join(';');
  return { kind: 'names', names: { [`Voted_${actId}`]: textFormula(words) }, last: true };
}
