// Keeps what was decided in defined names, as keptNames reads it back. Only writing needs it.
import { keptText, type KeptPlace } from '../../../core/contest/keptPlace';
import type { Ruling } from '../../../core/contest/ruling';
import type { PlanStep } from '../../contract/plan';
import type { WorkbookSnapshot } from '../../contract/snapshot';
import { textFormula } from '../../contract/textNames';
import { KEPT, shown } from './keptActs';
import { actName, placesByName, PREFIX } from './keptNames';

/** What is kept without some people's names: for a copy from which personal data goes. */
export function forgetNames(
  snapshot: Pick<WorkbookSnapshot, 'names'>,
  isHidden: (place: KeptPlace) => boolean,
): PlanStep[] {
  const hidden = placesByName(snapshot).filter(([, place]) => place.storyteller !== '' && isHidden(place));
  if (hidden.length === 0) return [];
  const names = hidden.map(([name, place]) => [name, textFormula(keptText({ ...place, storyteller: '' }))]);
  return [{ kind: 'names', names: Object.fromEntries(names) as Record<string, string> }];
}

/** Says of an act that its second record holds from that moment only. */
export function markSince(actId: string, moment: string): PlanStep {
  return { kind: 'names', names: { [`${PREFIX}${actName(actId)}_since`]: textFormula(moment) } };
}

/** A name for each row of an act. */
export function keepPlaces(actId: string, places: readonly KeptPlace[]): PlanStep[] {
  if (places.length === 0) return [];
  const names = places.map((place, at) => [`${PREFIX}${actName(actId)}_${at + 1}`, textFormula(keptText(place))]);
  return [{ kind: 'names', names: Object.fromEntries(names) as Record<string, string> }];
}

/** The last order of a plan, so that a cut keeps none whose rows were not written. */
export function keepAct(ruling: Ruling): PlanStep {
  const words = JSON.stringify([ruling.actId, ...KEPT.map((key) => shown(ruling, key))]);
  const name = `${PREFIX}${actName(ruling.actId)}_act`;
  return { kind: 'names', names: { [name]: textFormula(words) }, last: true };
}
