// Where the lines between the tiers of awards and below the last of them fall, and whether a tie stands across one. Knows ranks only.
import type { AwardTier } from './contest';
import type { Decided, Standing } from './standing';

/** 候补 places when no setting says otherwise. */
export const RESERVE_PLACES = 3;

/** Where the lines fall, and who is above, on and below them. */
export interface CutOff {
  /** Surely awarded, best first. */
  readonly winners: readonly string[];
  /** Index of the tier of each of them. */
  readonly tierOf: ReadonlyMap<string, number>;
  /** Tied across a line: more entries than seats. Empty when every line falls between two different places. */
  readonly contested: readonly string[];
  /** Index of the tier for whose last seats they contend; −1 when nobody does. */
  readonly line: number;
  /** Seats of that tier that the surely awarded leave open; without a tie those of all tiers. */
  readonly seatsLeft: number;
  /** Next in line, best first. */
  readonly reserve: readonly string[];
  /** Decision of every ranked entry. */
  readonly decisionOf: ReadonlyMap<string, Decided>;
}

/** Who of the tied gets the seats of a tier: entryIds, or null where nothing was chosen yet. */
export type LineChoice = (line: number, contested: readonly string[], seats: number) => readonly string[] | null;

const NOTHING_CHOSEN: LineChoice = () => null;

/**
 * Splits the ranked standings at the lines. Equal ranks are never split: a group that does not fit into the seats left of a tier is
 * undecided as a whole, unless `choose` says who gets them; the others of the group come first for the next tier. Below an open line nobody
 * who might still win is decided. Places that are not ranked are left aside. Reserves are the `reservePlaces` positions below the last line; a
 * tied group that begins among them is reserve as a whole, and so is who was left out at the last line.
 * Example: quota 2 and ranks 1, 2, 2, 4 → winner the first, two contested for one seat, the fourth in reserve.
 */
export function cutOff(
  standings: readonly Pick<Standing, 'entryId' | 'rank'>[],
  quota: number | readonly Pick<AwardTier, 'seats'>[],
  reservePlaces = RESERVE_PLACES,
  choose: LineChoice = NOTHING_CHOSEN,
): CutOff {
  const seats = typeof quota === 'number' ? [quota] : quota.map((tier) => tier.seats);
  const queue = groupsByRank(standings);
  const { tierOf, leftOut, open, spare } = seated(queue, seats, choose);
  const winners = [...tierOf.keys()];
  const contested = open?.group ?? [];
  const below = open ? unsure(queue, seats, open) : [];
  const reserve = [...(reservePlaces > 0 ? leftOut : []), ...firstPlaces(queue, reservePlaces)];
  return {
    winners,
    tierOf,
    contested,
    line: open?.line ?? -1,
    seatsLeft: open?.seats ?? spare,
    reserve,
    decisionOf: decisionsOf(standings, { award: winners, undecided: [...contested, ...below], reserve }),
  };
}

/** A tied group that does not fit into the seats left of a tier (0-based `line`), of which nobody has said who gets them. */
interface OpenLine {
  readonly line: number;
  readonly group: readonly string[];
  readonly seats: number;
}

interface Seated {
  /** The tier of each winner, in the order in which they won. */
  readonly tierOf: Map<string, number>;
  /** Tied at the last line and not chosen. */
  readonly leftOut: readonly string[];
  /** Where it ended early. */
  readonly open: OpenLine | null;
  /** Seats that nobody took. */
  readonly spare: number;
}

/** Takes groups off the queue and seats them tier by tier, up to the first line that is open; the group at it is off the queue, too. */
function seated(queue: string[][], seats: readonly number[], choose: LineChoice): Seated {
  const tierOf = new Map<string, number>();
  const leftOut: string[] = [];
  let spare = 0;
  for (let line = 0; line < seats.length; line += 1) {
    let left = seats[line] ?? 0;
    while (queue[0] !== undefined && left > 0) {
      const group = queue.shift() ?? [];
      const chosen = group.length <= left ? group : choose(line, group, left);
      if (chosen === null) return { tierOf, leftOut, open: { line, group, seats: left }, spare: spare + left };
      for (const entryId of chosen) tierOf.set(entryId, line);
      const rest = group.filter((entryId) => !chosen.includes(entryId));
      left = rest.length > 0 ? 0 : Math.max(left - chosen.length, 0);
      if (rest.length === 0) continue;
      if (line === seats.length - 1) leftOut.push(...rest);
      else queue.unshift(rest);
    }
    spare += left;
  }
  return { tierOf, leftOut, open: null, spare };
}

/** Takes the groups off the queue that might still win something once the open line is settled. */
function unsure(queue: string[][], seats: readonly number[], open: OpenLine): string[] {
  const ahead = seats.slice(open.line + 1).reduce((sum, count) => sum + count, 0);
  const below: string[] = [];
  // However the line is settled, of the seats below it those are free that the tied do not need; with “all win” all of them are.
  while (below.length < ahead && queue[0]) below.push(...(queue.shift() ?? []));
  return below;
}

/** Groups that begin within the first so many positions. */
function firstPlaces(groups: readonly (readonly string[])[], places: number): string[] {
  let behind = 0;
  return groups.flatMap((group) => {
    const within = behind < places;
    behind += group.length;
    return within ? [...group] : [];
  });
}

function decisionsOf(
  standings: readonly Pick<Standing, 'entryId' | 'rank'>[],
  marked: Readonly<Record<'award' | 'undecided' | 'reserve', readonly string[]>>,
): Map<string, Decided> {
  const decisionOf = new Map<string, Decided>();
  for (const { entryId, rank } of standings) if (rank !== null) decisionOf.set(entryId, 'none');
  for (const decision of ['award', 'undecided', 'reserve'] as const)
    for (const entryId of marked[decision]) decisionOf.set(entryId, decision);
  return decisionOf;
}

function groupsByRank(standings: readonly Pick<Standing, 'entryId' | 'rank'>[]): string[][] {
  const groups = new Map<number, string[]>();
  for (const { entryId, rank } of standings) {
    if (rank === null) continue;
    const group = groups.get(rank);
    if (group) group.push(entryId);
    else groups.set(rank, [entryId]);
  }
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, ids]) => (ids.length > 1 ? ids.sort() : ids));
}
