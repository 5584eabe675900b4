// What was decided, kept in defined names of the workbook: out of the way of sorting and typing, and they go with the file. Knows no rules.
import { readKeptPlace, type KeptPlace } from '../../../core/contest/keptPlace';
import type { WorkbookSnapshot } from '../../contract/snapshot';
import { textOf } from '../../contract/textNames';

/** Names of decided places begin with it. */
export const PREFIX = 'Decided_';

/** Each kept place with the name that keeps it. */
export function placesByName({
  names,
}: Pick<WorkbookSnapshot, 'names'>): (readonly [name: string, place: KeptPlace])[] {
  return Object.entries(names).flatMap(([name, formula]) => {
    const words = name.startsWith(PREFIX) ? textOf(formula) : null;
    const place = words === null ? null : readKeptPlace(words);
    return place ? [[name, place] as const] : [];
  });
}

/** All that is kept, in no order; names that hold something else are passed over. */
export function keptPlaces(snapshot: Pick<WorkbookSnapshot, 'names'>): KeptPlace[] {
  return placesByName(snapshot).map(([, place]) => place);
}

const SINCE = /^Decided_(.+)_since$/;

/** An act's number, as names may say it. */
export const actName = (actId: string): string => actId.replace(/[^A-Za-z0-9]/g, '_');

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
