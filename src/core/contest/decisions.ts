// Whether the award list is decided, and if not, what people may choose (R-4, S-5). Writes nothing and chooses nothing.
import type { ContestRules } from './contest';
import { RESERVE_PLACES, cutOff } from './cutOff';
import { lineChoice, type Resolution } from './resolveTie';
import { budgetOf, tiersOf } from './tiers';
import type { TieChoice } from './tieChoice';
import type { Standing } from './standing';

/** What one choice at a tied line would lead to. */
export interface TieOption {
  readonly choice: TieChoice;
  /** How many awards this choice leads to. */
  readonly awards: number;
  /** Yuan in all. */
  readonly cost: number;
  /** Yuan above (negative: below) what the quota costs. */
  readonly overBudget: number;
}

/** Whether there is a list, and if not, why. */
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
      /** Name of the tier at whose line they are tied; absent where there are no named tiers. */
      readonly tier?: string;
      readonly choices: readonly TieOption[];
    }
  /** Eligible entries have too few scores, and any of them might still win. `winners`: who would win without them. */
  | { readonly kind: 'tooFewScored'; readonly waiting: readonly string[]; readonly winners: readonly string[] }
  | { readonly kind: 'noEntries' };

/**
 * What the standings decide. As long as an eligible entry waits for scores nothing is decided (S-5): it gets its scores
 * or is taken out as ineligible. A tie across a line stops the list, with what each choice would cost; of several
 * lines the first that `resolution` leaves open, since the others depend on it. Costs take it that the lines below fall out evenly.
 */
export function decisions(
  standings: readonly Standing[],
  rules: ContestRules,
  reservePlaces = RESERVE_PLACES,
  resolution: Resolution = {},
): Decision {
  const eligible = standings.filter((standing) => standing.decision !== 'ineligible');
  if (eligible.length === 0) return { kind: 'noEntries' };
  const tiers = tiersOf(rules);
  const choose = lineChoice(rules, resolution);
  const cut = cutOff(eligible, tiers, reservePlaces, choose);
  const waiting = eligible.filter((standing) => standing.rank === null).map((standing) => standing.entryId);
  if (waiting.length > 0) return { kind: 'tooFewScored', waiting, winners: cut.winners };
  if (cut.contested.length === 0)
    return { kind: 'decided', winners: cut.winners, reserve: cut.reserve, seatsLeft: cut.seatsLeft };
  // Each choice carried through at this line, after what was chosen above it; below it as many as there are seats.
  const option = (choice: TieChoice): TieOption => {
    const again = lineChoice(rules, resolution);
    const { tierOf } = cutOff(eligible, tiers, reservePlaces, (line, contested, seats) => {
      if (line < cut.line) return again(line, contested, seats);
      if (line > cut.line || choice === 'lots' || choice === 'revote') return contested.slice(0, seats);
      return choice === 'more' ? contested : [];
    });
    const cost = [...tierOf.values()].reduce((sum, tier) => sum + (tiers[tier]?.prize ?? 0), 0);
    return { choice, awards: tierOf.size, cost, overBudget: cost - budgetOf(rules) };
  };
  return {
    kind: 'tie',
    winners: cut.winners,
    contested: cut.contested,
    seatsLeft: cut.seatsLeft,
    ...(rules.tiers && { tier: tiers[cut.line]?.name ?? '' }),
    choices: (['more', 'fewer', 'revote', 'lots'] as const).map(option),
  };
}
