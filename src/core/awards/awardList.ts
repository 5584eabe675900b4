// The list of awards and what they cost. Follows decisions that were taken; takes none.
import type { ContestRules } from '../contest/contest';
import type { Decision } from '../contest/decisions';
import { decisions } from '../contest/decisions';
import type { Standing } from '../contest/standing';
import { budgetOf, prizeOf } from '../contest/tiers';

/** One winner on the list, with what it gets. */
export interface Award {
  readonly entryId: string;
  readonly blindNo: string;
  readonly unitId: string;
  readonly title: string;
  readonly rank: number;
  readonly tied: boolean;
  readonly shown: string;
  /** Name of its tier; '' where there are no named tiers. */
  readonly tier: string;
  /** Yuan. */
  readonly prize: number;
}

/** Winners and reserves as they stand on record; or why there is no list yet. */
export type AwardList =
  | {
      readonly kind: 'decided';
      /** In order of the standings: by rank, then blind number. */
      readonly awards: readonly Award[];
      /** Next in line, in the same order; no prize. */
      readonly reserve: readonly Omit<Award, 'prize' | 'tier'>[];
      /** the prizes of the awards, yuan. */
      readonly total: number;
      /** Yuan above (negative: below) the quota's cost. */
      readonly overBudget: number;
      /** Awards of the quota that nobody gets. */
      readonly seatsLeft: number;
    }
  /** There is no list yet, and why: a tie across the quota, entries that wait for scores (S-5), nothing to award. */
  | { readonly kind: 'open'; readonly why: Exclude<Decision, { kind: 'decided' }> };

/**
 * The awards by the decisions in the standings, as `computeStandings` or, after a tie, `resolveTie` left them.
 * Example: ten winners at 1000 yuan → total 10000, overBudget 0; a tie for the tenth place → 'open'.
 */
export function awardList(standings: readonly Standing[], rules: ContestRules): AwardList {
  const decision = decisions(standings, rules);
  const resolved = decision.kind === 'tie' && !standings.some((standing) => standing.decision === 'undecided');
  if (decision.kind !== 'decided' && !resolved) return { kind: 'open', why: decision };
  const listed = (decided: Standing['decision']): Omit<Award, 'prize' | 'tier'>[] =>
    standings
      .filter((standing) => standing.decision === decided)
      .map(({ entryId, blindNo, unitId, title, rank, tied, shown }) => ({
        entryId,
        blindNo,
        unitId,
        title,
        rank: rank ?? 0,
        tied,
        shown,
      }));
  const tierOf = new Map(standings.map(({ entryId, tier }) => [entryId, tier ?? '']));
  const awards = listed('award').map((award) => {
    const tier = tierOf.get(award.entryId) ?? '';
    return { ...award, tier, prize: prizeOf(rules, tier) };
  });
  const total = awards.reduce((sum, { prize }) => sum + prize, 0);
  return {
    kind: 'decided',
    awards,
    reserve: listed('reserve'),
    total,
    overBudget: total - budgetOf(rules),
    seatsLeft: Math.max(rules.awardQuota - awards.length, 0),
  };
}
