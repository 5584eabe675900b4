// The decision on record: who won, who is in reserve, who withdrew since, and what today's scores would say instead.
// It never changes by itself: only another act on record changes it.
import { readLineChoices } from './lineChoices';
import type { Resolution } from './resolveTie';
import type { Ruling, RulingOutcome } from './ruling';
import { inOrderOfActs } from './ruling';
import type { Decided, Standing } from './standing';

/** An entry of the decision in force, as it stands after all withdrawals. */
export interface FrozenPlace {
  readonly entryId: string;
  readonly blindNo: string;
  readonly title: string;
  readonly rank: number | null;
  readonly shown: string;
  readonly outcome: RulingOutcome;
  /** Of its award, also of one that it gave up; '' where there are no named tiers. */
  readonly tier: string;
  /** What the committee decided before anybody withdrew. */
  readonly decided: RulingOutcome;
}

/** The decision in force with what came after it. */
export interface FrozenDecision {
  /** The act that decided; its particulars. */
  readonly act: Ruling;
  /** By rank, then in the order of the record. */
  readonly places: readonly FrozenPlace[];
  /** Rows of withdrawals since, in order. */
  readonly later: readonly Ruling[];
}

/** The decision in force: the last one, with the withdrawals after it. Null when nothing has been decided. */
export function frozenDecision(rulings: readonly Ruling[]): FrozenDecision | null {
  const ordered = inOrderOfActs(rulings).filter(({ act }) => act !== 'rules');
  const act = ordered.filter((ruling) => ruling.act === 'decide').at(-1);
  if (!act) return null;
  const decided = ordered.filter(({ actId }) => actId === act.actId);
  const later = ordered
    .slice(ordered.findIndex(({ actId }) => actId === act.actId))
    .filter((ruling) => ruling.act === 'withdraw');
  const places = decided.flatMap((ruling): FrozenPlace[] => {
    if (ruling.outcome === null) return [];
    const since = later.filter(({ entryId }) => entryId === ruling.entryId).at(-1);
    const outcome = since?.outcome ?? ruling.outcome;
    return [
      {
        entryId: ruling.entryId,
        blindNo: ruling.blindNo,
        title: ruling.title,
        rank: ruling.rank,
        shown: ruling.shown,
        outcome,
        tier: since?.tier || ruling.tier,
        decided: ruling.outcome,
      },
    ];
  });
  return { act, places: places.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)), later };
}

/** Those who hold an award now, moved up ones included. */
export function frozenWinners({ places }: FrozenDecision): FrozenPlace[] {
  return places.filter(({ outcome }) => outcome === 'award' || outcome === 'movedUp');
}

/** The reserves on record, in the order in which they move up. */
export function frozenReserves({ places }: FrozenDecision): FrozenPlace[] {
  return places.filter(({ outcome }) => outcome === 'reserve');
}

const DECIDED: Readonly<Record<RulingOutcome, Decided>> = {
  award: 'award',
  movedUp: 'award',
  reserve: 'reserve',
  withdrawn: 'none',
};

/** Standings with the decisions on record in place of those that follow from today's scores; places stay today's. */
export function withFrozenDecisions(standings: readonly Standing[], frozen: FrozenDecision | null): Standing[] {
  if (!frozen) return [...standings];
  const placeOf = new Map(frozen.places.map((place) => [place.entryId, place]));
  return standings.map(({ tier: _computed, ...standing }): Standing => {
    const place = placeOf.get(standing.entryId);
    const decision = place && DECIDED[place.outcome];
    if (place && decision)
      return { ...standing, decision, ...(decision === 'award' && place.tier !== '' && { tier: place.tier }) };
    return standing.decision === 'ineligible' || standing.rank === null ? standing : { ...standing, decision: 'none' };
  });
}

interface SinceDecision {
  /** entryIds that today's scores would let win and the record does not, and the other way round; in order of id. */
  readonly comesIn: readonly string[];
  readonly goesOut: readonly string[];
  /** Decided entries whose shown score or place is another now. */
  readonly moved: readonly {
    readonly entryId: string;
    readonly blindNo: string;
    readonly before: string;
    readonly after: string;
    readonly rankBefore: number | null;
    readonly rankAfter: number | null;
  }[];
}

/**
 * What would differ if it were decided today with the same resolution of ties (`standings` with it applied). An entry that is
 * undecided now counts as one that might win.
 */
export function sinceDecision(frozen: FrozenDecision, standings: readonly Standing[]): SinceDecision {
  const then = new Set(frozen.places.filter(({ decided }) => decided === 'award').map(({ entryId }) => entryId));
  const now = new Set(
    standings
      .filter(({ decision, rank }) => rank !== null && (decision === 'award' || decision === 'undecided'))
      .map(({ entryId }) => entryId),
  );
  const standingOf = new Map(standings.map((standing) => [standing.entryId, standing]));
  return {
    comesIn: [...now].filter((entryId) => !then.has(entryId)).sort(),
    goesOut: [...then].filter((entryId) => !now.has(entryId)).sort(),
    moved: frozen.places.flatMap((place) => {
      const standing = standingOf.get(place.entryId);
      const after = standing?.shown ?? '';
      const rankAfter = standing?.rank ?? null;
      if (after === place.shown && rankAfter === place.rank) return [];
      return [
        {
          entryId: place.entryId,
          blindNo: place.blindNo,
          before: place.shown,
          after,
          rankBefore: place.rank,
          rankAfter,
        },
      ];
    }),
  };
}

/** How ties across the line were resolved, to resolve them alike again. A re-vote is in the standings already. */
export function frozenResolution({ act }: FrozenDecision): Resolution | null {
  const ties = readLineChoices(act.content);
  if (act.tie && act.tie !== 'revote') return { choice: act.tie, ties, seed: act.seed };
  return Object.keys(ties).length > 0 ? { ties, seed: act.seed } : null;
}
