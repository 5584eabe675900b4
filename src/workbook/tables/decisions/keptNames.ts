// What was decided, kept in defined names of the workbook: out of the way of sorting and typing, and they go with the file. Knows no rules.
import { keptText, readKeptPlace, type KeptPlace } from '../../../core/contest/keptPlace';
import type { PlanStep } from '../../contract/plan';
import type { WorkbookSnapshot } from '../../contract/snapshot';
import { textFormula, textOf } from '../../contract/textNames';

const PREFIX = 'Decided_';

function byName({ names }: Pick<WorkbookSnapshot, 'names'>): (readonly [name: string, place: KeptPlace])[] {
  return Object.entries(names).flatMap(([name, formula]) => {
    const words = name.startsWith(PREFIX) ? textOf(formula) : null;
    const place = words === null ? null : readKeptPlace(words);
    return place ? [[name, place] as const] : [];
  });
}

/** All that is kept, in no order; names that hold something else are passed over. */
export function keptPlaces(snapshot: Pick<WorkbookSnapshot, 'names'>): KeptPlace[] {
  return byName(snapshot).map(([, place]) => place);
}

/** What is kept without some people's names: for a copy from which personal data goes. */
export function forgetNames(
  snapshot: Pick<WorkbookSnapshot, 'names'>,
  isHidden: (place: KeptPlace) => boolean,
): PlanStep[] {
  const hidden = byName(snapshot).filter(([, place]) => place.storyteller !== '' && isHidden(place));
  if (hidden.length === 0) return [];
  const names = hidden.map(([name, place]) => [name, textFormula(keptText({ ...place, storyteller: '' }))]);
  return [{ kind: 'names', names: Object.fromEntries(names) as Record<string, string> }];
}

const SINCE = /^Decided_(.+)_since$/;

const actName = (actId: string): string => actId.replace(/[^A-Za-z0-9]/g, '_');

/** Acts of which the second record was made later than they were, by their number in names, with the moment from which it holds. */
export function keptSince({ names }: Pick<WorkbookSnapshot, 'names'>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(names).flatMap(([name, formula]) => {
      const [, act] = SINCE.exec(name) ?? [];
      const moment = act === undefined ? null : textOf(formula);
      return act === undefined || moment === null ? [] : [[act, moment] as const];
    }),
  );
}

/** The moment from which the act's second record holds, where that is later than the act. */
export function sinceOf(since: ReadonlyMap<string, string>, actId: string): string | undefined {
  return since.get(actName(actId));
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
