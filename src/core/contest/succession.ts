// who moves up when an award is given up: the next in rank, whose own seat goes to the next, tier by tier down to the reserve.
// Works on the decision on record; chooses nobody where several have the same right.
import type { AwardTier } from './contest';
import { frozenReserves, frozenWinners, type FrozenDecision, type FrozenPlace } from './frozenDecision';
import { drawLots } from './resolveTie';

/** An entry that moves up: from one tier to the one above it, or (`from` null) from the reserve. */
export interface Move {
  readonly place: FrozenPlace;
  readonly from: string | null;
  readonly to: string;
}

/** Who moves where when a winner leaves; tied: somebody has to say which of `level` moves from `from` to `to`. */
export type Succession =
  /** Best tier first. `open`: name of the tier whose seat nobody takes; null when all seats are held again. */
  | { readonly kind: 'settled'; readonly moves: readonly Move[]; readonly open: string | null }
  /** Several have the same right to the seat of `to`: people choose, or a seed decides. */
  | {
      readonly kind: 'tied';
      /** Those above, who moved up before the tie was met. */
      readonly moves: readonly Move[];
      readonly level: readonly FrozenPlace[];
      readonly from: string | null;
      readonly to: string;
    };

/** Who of the equal the committee named; undefined where it named none of them. */
type Named = (level: readonly FrozenPlace[]) => FrozenPlace | undefined;

/** Those of the best place among them: one, or several with equal right. */
function best(places: readonly FrozenPlace[]): FrozenPlace[] {
  const top = Math.min(...places.map(({ rank }) => rank ?? Infinity));
  return places.filter(({ rank }) => (rank ?? Infinity) === top);
}

function chosen(level: readonly FrozenPlace[], named: Named, seed: string): FrozenPlace | undefined {
  if (level.length === 1) return level[0];
  const drawn = () =>
    drawLots(
      level.map(({ entryId }) => entryId),
      seed,
    )[0];
  return named(level) ?? (seed === '' ? undefined : level.find(({ entryId }) => entryId === drawn()));
}

/**
 * `tiers`: best first, at least one; a tier that is none of them counts as the last. Where a tie gave a tier more awards than it has seats,
 * a seat that is given up beyond them is not filled again. Lots need a seed.
 * Example: 2 first and 3 second prizes; the first of all withdraws → the third in rank gets a first prize, the sixth a second one.
 */
export function succession(
  frozen: FrozenDecision,
  leaving: FrozenPlace,
  tiers: readonly Pick<AwardTier, 'name' | 'seats'>[],
  named: Named,
  seed: string,
): Succession {
  if (leaving.outcome === 'reserve') return { kind: 'settled', moves: [], open: null };
  const last = tiers.length - 1;
  const tierOf = ({ tier }: FrozenPlace): number => {
    const index = tiers.findIndex(({ name }) => name === tier);
    return index < 0 ? last : index;
  };
  const staying = frozenWinners(frozen).filter(({ entryId }) => entryId !== leaving.entryId);
  const moves: Move[] = [];
  for (let line = tierOf(leaving); line <= last; line += 1) {
    const { name: to = '', seats = 0 } = tiers[line] ?? {};
    const gone = moves.at(-1)?.place.entryId;
    const held = staying.filter((place) => tierOf(place) === line && place.entryId !== gone);
    if (held.length >= seats) return { kind: 'settled', moves, open: null };
    // An empty tier is passed over: the seat goes to the next in rank, whatever tier that one is in.
    const below = tiers.findIndex((_, index) => index > line && staying.some((place) => tierOf(place) === index));
    const from = below < 0 ? null : (tiers[below]?.name ?? '');
    const level = best(below < 0 ? frozenReserves(frozen) : staying.filter((place) => tierOf(place) === below));
    if (level.length === 0) return { kind: 'settled', moves, open: to };
    const place = chosen(level, named, seed);
    if (!place) return { kind: 'tied', moves, level, from, to };
    moves.push({ place, from, to });
    if (below < 0) break;
    line = below - 1;
  }
  return { kind: 'settled', moves, open: null };
}
