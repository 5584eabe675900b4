// Where the line between awards and the rest falls, and whether a tie stands across it. Knows ranks only.
import type { Decided, Standing } from './standing';

/** 候补 places when no setting says otherwise. */
export const RESERVE_PLACES = 3;

export interface CutOff {
  /** Surely awarded, best first. */
  readonly winners: readonly string[];
  /** Tied across the line: more entries than seats. Empty when the line falls between two different places. */
  readonly contested: readonly string[];
  /** Seats that the surely awarded leave open. */
  readonly seatsLeft: number;
  /** Next in line, best first. */
  readonly reserve: readonly string[];
  /** Decision of every ranked entry. */
  readonly decisionOf: ReadonlyMap<string, Decided>;
}

/**
 * Splits the ranked standings at the quota. Equal ranks are never split: a group that does not fit into the seats left is
 * undecided as a whole. Places that are not ranked are left aside. Reserves are the `reservePlaces` positions below; a tied group
 * that begins among them is reserve as a whole.
 * Example: quota 2 and ranks 1, 2, 2, 4 → winner the first, two contested for one seat, the fourth in reserve.
 */
export function cutOff(
  standings: readonly Pick<Standing, 'entryId' | 'rank'>[],
  quota: number,
  reservePlaces = RESERVE_PLACES,
): CutOff {
  const winners: string[] = [];
  const contested: string[] = [];
  const reserve: string[] = [];
  const decisionOf = new Map<string, Decided>();
  let behind = 0;
  for (const group of groupsByRank(standings)) {
    const open = contested.length === 0 ? quota - winners.length : 0;
    if (open > 0) {
      (group.length <= open ? winners : contested).push(...group);
    } else {
      if (behind < reservePlaces) reserve.push(...group);
      behind += group.length;
    }
  }
  const mark = (ids: readonly string[], decision: Decided): void => ids.forEach((id) => decisionOf.set(id, decision));
  mark(
    standings.filter((standing) => standing.rank !== null).map((standing) => standing.entryId),
    'none',
  );
  mark(winners, 'award');
  mark(contested, 'undecided');
  mark(reserve, 'reserve');
  return { winners, contested, reserve, seatsLeft: Math.max(quota - winners.length, 0), decisionOf };
}

function groupsByRank(standings: readonly Pick<Standing, 'entryId' | 'rank'>[]): string[][] {
  const groups = new Map<number, string[]>();
  for (const { entryId, rank } of standings) {
    if (rank === null) continue;
    groups.set(rank, [...(groups.get(rank) ?? []), entryId]);
  }
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, ids]) => ids.sort());
}
