// The tiers of awards: which there are, what a list of them costs. Places nobody.
import type { AwardTier, ContestRules } from './contest';

type TierRules = Pick<ContestRules, 'awardQuota' | 'prize' | 'tiers'>;

/** Best first; at least one. Its name is '' when the rules know quota and prize alone. */
export function tiersOf({ tiers, awardQuota, prize }: TierRules): readonly AwardTier[] {
  return tiers && tiers.length > 0 ? tiers : [{ name: '', seats: awardQuota, prize }];
}

/** The tier of that name; of a name that is not there, the only tier when there is but one. */
export function tierNamed(rules: TierRules, name: string): AwardTier | undefined {
  const tiers = tiersOf(rules);
  return tiers.find((tier) => tier.name === name) ?? (tiers.length === 1 ? tiers[0] : undefined);
}

/** The tier on record, whatever it is called today; of decisions that an older version recorded without one, the only tier there is. */
export function tierOnRecord(rules: TierRules, tier: string): string {
  return tier || (tierNamed(rules, tier)?.name ?? '');
}

/** Yuan for one award of that tier; 0 for a tier that is not there. */
export function prizeOf(rules: TierRules, tier: string): number {
  return tierNamed(rules, tier)?.prize ?? 0;
}

/** Yuan that all seats cost. Example: 2 × 2000 and 3 × 1000 → 7000. */
export function budgetOf(rules: TierRules): number {
  return tiersOf(rules).reduce((sum, { seats, prize }) => sum + seats * prize, 0);
}

/** More than one tier: lists, notices and receipts say which. */
export function hasTiers(rules: TierRules): boolean {
  return tiersOf(rules).length > 1;
}
