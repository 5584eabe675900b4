// Which entries could still cross a line of the awards while scores are open, and by whose scores. Decides nothing.
// Errs on one side only: where a step of the chain is costly to bound, an entry is named that could not, never the other way round.
import { boxReader, compareKeys, dependsOnRivals, type Bound, type KeyBox } from './keyBox';
import { openBallotReader, type OpenBallot } from './openScores';
import { createScoreTable } from './scoreTable';
import type { Standing } from './standing';
import { chainOf, type ContestInput } from './standings';
import { tiersOf } from './tiers';

/** Where a tier ends: after so many positions. */
export interface AwardLine {
  /** '' where there are no named tiers. */
  readonly tier: string;
  readonly after: number;
}

/** An entry that open scores could carry across a line of the awards. */
export interface Crossing {
  readonly entryId: string;
  readonly line: AwardLine;
  /** reach: below the line now, could come above · lose: above, could fall below · tie: in a tie across it that could change */
  readonly how: 'reach' | 'lose' | 'tie';
  /** Its own open ballots; none: others' scores would move it. */
  readonly open: readonly OpenBallot[];
}

interface Place {
  readonly entryId: string;
  /** Null: takes no place now. */
  readonly rank: number | null;
  readonly open: readonly OpenBallot[];
  readonly box: KeyBox;
}

/** The lines that the seats draw; two at one position are one. */
export function awardLines(rules: ContestInput['rules']): AwardLine[] {
  let after = 0;
  return oneEach(tiersOf(rules).map(({ name, seats }) => ({ tier: name, after: (after += seats) })));
}

/** The lines as they were settled: choices at ties may move them. */
export function settledLines(rules: ContestInput['rules'], settled: readonly Standing[]): AwardLine[] {
  const tiers = tiersOf(rules);
  const awarded = settled.filter(({ decision }) => decision === 'award');
  let after = 0;
  return oneEach(
    tiers.map(({ name }) => {
      after += tiers.length === 1 ? awarded.length : awarded.filter(({ tier }) => tier === name).length;
      return { tier: name, after };
    }),
  );
}

function oneEach(lines: readonly AwardLine[]): AwardLine[] {
  return lines.filter(({ after }, at) => after > 0 && lines.findIndex((line) => line.after === after) === at);
}

/** How many of the keys, in ascending order, stand before this one; with `level` also those that are equal. */
function ahead(ascending: readonly (readonly Bound[])[], key: readonly Bound[], level: boolean): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const order = compareKeys(ascending[middle] ?? [], key);
    if (order > 0 || (level && order === 0)) to = middle;
    else from = middle + 1;
  }
  return ascending.length - from;
}

/** Entries without open scores whose order among themselves hangs on who else is tied with them: an open one could join. */
function shaken(places: readonly Place[], input: ContestInput): Place[] {
  const step = chainOf(input).findIndex(dependsOnRivals);
  if (step < 0) return [...places];
  const prefix = (key: readonly Bound[]): readonly Bound[] => key.slice(0, step + 1);
  const name = (key: readonly Bound[]): string =>
    prefix(key)
      .map((bound) => (typeof bound === 'object' ? `${bound.n}/${bound.d}` : bound))
      .join(' ');
  const open = places.filter((place) => place.open.length > 0);
  const groups = new Map<string, Place[]>();
  for (const place of places)
    if (place.open.length === 0)
      groups.set(name(place.box.least), [...(groups.get(name(place.box.least)) ?? []), place]);
  const loose = new Set(
    [...groups.values()].flatMap((group) => {
      const key = prefix(group[0]?.box.least ?? []);
      const joined = ({ box }: Place): boolean =>
        compareKeys(prefix(box.least), key) <= 0 && compareKeys(prefix(box.most), key) >= 0;
      return group.length > 1 && open.some(joined) ? group : [];
    }),
  );
  const wide = (key: readonly Bound[], to: Bound): Bound[] => [...prefix(key), to];
  return places.map((place) =>
    loose.has(place)
      ? { ...place, box: { least: wide(place.box.least, 'below'), most: wide(place.box.most, 'above') } }
      : place,
  );
}

/** How many of the others stand before, level with and behind an entry: now, in every outcome, and in some. */
interface Relations {
  readonly before: number;
  readonly level: number;
  readonly alwaysBefore: number;
  readonly everBeforeOrLevel: number;
  /** No open score can move anybody past this entry, to it or away from it. */
  readonly settled: boolean;
}

function relationsReader(places: readonly Place[]): (place: Place) => Relations {
  const fixed = (place: Place): boolean => compareKeys(place.box.least, place.box.most) === 0 && place.rank !== null;
  const sorted = (some: readonly Place[], end: 'least' | 'most'): (readonly Bound[])[] =>
    some.map(({ box }) => box[end]).sort(compareKeys);
  const [least, most] = [sorted(places, 'least'), sorted(places, 'most')];
  const loose = places.filter((place) => !fixed(place));
  const [looseLeast, looseMost] = [sorted(loose, 'least'), sorted(loose, 'most')];
  const ranks = (some: readonly Place[]): number[] => some.map(({ rank }) => rank ?? Infinity).sort((a, b) => a - b);
  const [allRanks, fixedRanks] = [ranks(places), ranks(places.filter(fixed))];
  return (place) => {
    const { box } = place;
    const rank = place.rank ?? Infinity;
    const before = firstAtLeast(allRanks, rank);
    const level = place.rank === null ? 0 : firstAtLeast(allRanks, rank + 0.25) - before - 1;
    if (!fixed(place)) {
      const alwaysBefore = ahead(least, box.most, false);
      const everBeforeOrLevel = ahead(most, box.least, true) - 1;
      return { before, level, alwaysBefore, everBeforeOrLevel, settled: alwaysBefore === everBeforeOrLevel };
    }
    const fixedBefore = firstAtLeast(fixedRanks, rank);
    const fixedLevel = firstAtLeast(fixedRanks, rank + 0.25) - fixedBefore - 1;
    const alwaysBefore = fixedBefore + ahead(looseLeast, box.most, false);
    const everBeforeOrLevel = fixedBefore + fixedLevel + ahead(looseMost, box.least, true);
    const settled = alwaysBefore + fixedLevel === everBeforeOrLevel;
    return { before, level, alwaysBefore, everBeforeOrLevel, settled };
  };
}

/** Index of the first that is not below; all are in ascending order. */
function firstAtLeast(ascending: readonly number[], value: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? Infinity) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function crossing(
  { before, level, alwaysBefore, everBeforeOrLevel, settled }: Relations,
  placed: boolean,
  after: number,
): Crossing['how'] | null {
  if (!placed || before >= after) return alwaysBefore < after ? 'reach' : null;
  if (before + level + 1 <= after) return everBeforeOrLevel + 1 > after ? 'lose' : null;
  return settled ? null : 'tie';
}

/**
 * every entry that open scores could carry across one of the lines, in the order of the standings, the best line first. An open score may
 * stay away or come to be anything that its criterion allows; the scores of one entry say nothing about those of another, so the best
 * that may come of one meets the worst of all others. `standings` are those of the same contest as it stands. Sorts, then looks up: n log n.
 */
export function couldCross(
  input: ContestInput,
  standings: readonly Standing[],
  lines: readonly AwardLine[] = awardLines(input.rules),
): Crossing[] {
  const table = createScoreTable(input);
  const readOpen = openBallotReader(input.criteria);
  const entryOf = new Map(input.entries.map((entry) => [entry.entryId, entry]));
  const eligible = standings.filter(({ decision }) => decision !== 'ineligible');
  const boxOf = boxReader(
    input.rules,
    chainOf(input),
    eligible.map(({ entryId }) => entryId),
  );
  const read = eligible.flatMap(({ entryId, rank }): Place[] => {
    const entry = entryOf.get(entryId);
    const ballots = entry ? table.ballots(entry) : [];
    const open = ballots.flatMap((ballot) => readOpen(ballot) ?? []);
    const counted = ballots.filter(({ subtotal }) => subtotal !== null);
    const box = boxOf({ entryId, counted, open }, rank !== null);
    return box ? [{ entryId, rank, open, box }] : [];
  });
  if (read.every(({ open }) => open.length === 0)) return [];
  const places = shaken(read, input);
  const relationsOf = relationsReader(places);
  return places.flatMap((place) => {
    const relations = relationsOf(place);
    return lines.flatMap((line): Crossing[] => {
      const how = crossing(relations, place.rank !== null, line.after);
      return how ? [{ entryId: place.entryId, line, how, open: place.open }] : [];
    });
  });
}
