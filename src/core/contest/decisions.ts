// Whether the award list is decided, and if not, what people may choose (R-4, S-5). Writes nothing and chooses nothing.
import type { ContestRules } from './contest';
import { RESERVE_PLACES, cutOff } from './cutOff';
import type { Standing } from './standing';

/** more 全部获奖 · fewer 均不获奖 · revote 复评 · lots 抽签 */
export type TieChoice = 'more' | 'fewer' | 'revote' | 'lots';
/** Choices that settle the tie by themselves; a re-vote does it by being held, and becomes part of the standings. */
export type TieResolution = Exclude<TieChoice, 'revote'>;

export interface TieOption {
  readonly choice: TieChoice;
  /** How many awards this choice leads to. */
  readonly awards: number;
  /** Yuan in all. */
  readonly cost: number;
  /** Yuan above (negative: below) what the quota costs. */
  readonly overBudget: number;
}

export type Decision =
  /** `seatsLeft` > 0: fewer entries are ranked than there are awards. */
  | {
      readonly kind: 'decided';
      readonly winners: readonly string[];
      readonly reserve: readonly string[];
      readonly seatsLeft: number;
    }
  | {
      readonly kind: 'tie';
      /** Above the tie, awarded whatever is chosen. */
      readonly winners: readonly string[];
      readonly contested: readonly string[];
      readonly seatsLeft: number;
      readonly choices: readonly TieOption[];
    }
  /** Eligible entries have too few scores, and any of them might still win. `winners`: who would win without them. */
  | { readonly kind: 'tooFewScored'; readonly waiting: readonly string[]; readonly winners: readonly string[] }
  | { readonly kind: 'noEntries' };

/**
 * What the standings decide. As long as an eligible entry waits for scores nothing is decided (S-5): it gets its scores
 * or is taken out as ineligible. A tie across the quota stops the list, with what each choice would cost.
 */
export function decisions(
  standings: readonly Standing[],
  rules: ContestRules,
  reservePlaces = RESERVE_PLACES,
): Decision {
  const eligible = standings.filter((standing) => standing.decision !== 'ineligible');
  if (eligible.length === 0) return { kind: 'noEntries' };
  const cut = cutOff(eligible, rules.awardQuota, reservePlaces);
  const waiting = eligible.filter((standing) => standing.rank === null).map((standing) => standing.entryId);
  if (waiting.length > 0) return { kind: 'tooFewScored', waiting, winners: cut.winners };
  if (cut.contested.length === 0)
    return { kind: 'decided', winners: cut.winners, reserve: cut.reserve, seatsLeft: cut.seatsLeft };
  const option = (choice: TieChoice, awards: number): TieOption => ({
    choice,
    awards,
    cost: awards * rules.prize,
    overBudget: (awards - rules.awardQuota) * rules.prize,
  });
  return {
    kind: 'tie',
    winners: cut.winners,
    contested: cut.contested,
    seatsLeft: cut.seatsLeft,
    choices: [
      option('more', cut.winners.length + cut.contested.length),
      option('fewer', cut.winners.length),
      option('revote', rules.awardQuota),
      option('lots', rules.awardQuota),
    ],
  };
}
