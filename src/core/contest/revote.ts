// A re-vote among entries that stay tied across the line: what was counted, and when it tells them apart. Holds no vote itself.
import type { WallTime } from '../ground/wallTime';
import type { Ruling } from './ruling';
import { inOrderOfActs } from './ruling';

/** A re-vote as it is on record. */
export interface Revote {
  readonly actId: string;
  readonly at: WallTime;
  /** Who counted. */
  readonly by: string;
  readonly reason: string;
  /** By entryId: whole numbers, 0 included, of the entries that were voted on and of no others. */
  readonly votes: ReadonlyMap<string, number>;
}

const entriesOf = ({ votes }: Revote): string => [...votes.keys()].sort().join(' ');

/**
 * The re-votes that count, in the order in which they were held. One on the same entries as an earlier one takes its place: it corrects it, or
 * it was held because the earlier one left all of them equal, which is the same.
 */
export function revotesOnRecord(rulings: readonly Ruling[]): Revote[] {
  const counted = new Map<string, { act: Ruling; votes: Map<string, number> }>();
  for (const ruling of inOrderOfActs(rulings)) {
    if (ruling.act !== 'revote' || ruling.votes === null || ruling.entryId === '') continue;
    const found = counted.get(ruling.actId) ?? { act: ruling, votes: new Map<string, number>() };
    found.votes.set(ruling.entryId, ruling.votes);
    counted.set(ruling.actId, found);
  }
  const inForce = new Map<string, Revote>();
  for (const {
    act: { actId, at, by, reason },
    votes,
  } of counted.values()) {
    const revote = { actId, at, by, reason, votes };
    inForce.set(entriesOf(revote), revote);
  }
  return [...inForce.values()];
}

/**
 * The votes of entries that are equal in all before, or null when the re-vote says nothing about them: it was held on others, or not on all of
 * them. So it never goes before a score, and none that joins the tie later is judged by votes that nobody could give it.
 * Example: held on A, B, C → it tells A and B apart when these are tied, but not A and D.
 */
export function votesAmong({ votes }: Revote, group: readonly string[]): number[] | null {
  const own = group.map((entryId) => votes.get(entryId));
  return own.every((count): count is number => count !== undefined) ? own : null;
}
