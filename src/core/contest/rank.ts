// Places from keys. Knows only how two keys compare: neither scores nor entries, and never the input's order.
import type { RankingMethod } from './contest';

/** A rank among others of a list, by the ranking method that was asked for. */
export interface Place {
  /** From 1; halves where places are shared as means. */
  readonly rank: number;
  /** True when another key is equal. */
  readonly tied: boolean;
}

/** From the 1-based first and last position of a group of equal keys, and how many groups came before, to its rank. */
const RANK_OF: Readonly<Record<RankingMethod, (first: number, last: number, groupsBefore: number) => number>> = {
  competition: (first) => first,
  modified: (_first, last) => last,
  dense: (_first, _last, groupsBefore) => groupsBefore + 1,
  fractional: (first, last) => (first + last) / 2,
  ordinal: (first) => first,
};

/**
 * The place of each key, in the keys' own order. `better` is negative when a stands before b and 0 when they tie.
 * Example: 90, 85, 85, 80 → competition 1 2 2 4, modified 1 3 3 4, dense 1 2 2 3, fractional 1 2.5 2.5 4.
 * Ordinal needs keys that are all different (R-1): the caller refuses others, here they stay tied.
 */
export function rankKeys<Key>(
  keys: readonly Key[],
  better: (a: Key, b: Key) => number,
  method: RankingMethod,
): Place[] {
  const order = keys.map((_key, index) => index).sort((a, b) => better(at(keys, a), at(keys, b)));
  const places: Place[] = new Array<Place>(keys.length);
  let groupsBefore = 0;
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && better(at(keys, at(order, first)), at(keys, at(order, last + 1))) === 0)
      last += 1;
    const place = { rank: RANK_OF[method](first + 1, last + 1, groupsBefore), tied: last > first };
    for (let position = first; position <= last; position += 1) places[at(order, position)] = place;
    groupsBefore += 1;
    first = last + 1;
  }
  return places;
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item at ${index}`);
  return item;
}
