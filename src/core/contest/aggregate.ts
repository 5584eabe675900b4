// From the judges' subtotals of one entry to its one value (S-4, S-5). Knows numbers only: no judge, no entry.
import type { Aggregate, ContestRules } from './contest';
import type { Exact } from './exact';
import { add, compare, divide, fromInteger, mean, subtract } from './exact';

interface Aggregated {
  /** Null when fewer subtotals than the agreed minimum are there (S-5). */
  readonly value: Exact | null;
  /** What was really computed. */
  readonly used: Aggregate;
  /** True when trimming was agreed on but too few scores were there, so it is the plain mean (S-4). */
  readonly differently: boolean;
  readonly count: number;
  readonly high: Exact | null;
  readonly low: Exact | null;
  readonly range: Exact | null;
  /** Indexes that the trimming left out: lowest, then highest; the first of equal ones. */
  readonly trimmed: readonly number[];
}

/**
 * Mean, trimmed mean or median of the subtotals. Trimming takes off one highest and one lowest, and only from
 * `trimFrom` (at least 3) subtotals up. The order of the subtotals changes nothing but which of equal ones is named.
 * Example: 80, 90, 85 trimmed from 3 → 85; trimmed from 6 → 85 as plain mean, differently.
 */
export function aggregate(
  subtotals: readonly Exact[],
  rules: Pick<ContestRules, 'aggregate' | 'trimFrom' | 'minimumScores'>,
): Aggregated {
  const order = subtotals
    .map((value, index) => ({ value, index }))
    .sort((a, b) => compare(a.value, b.value) || a.index - b.index);
  const lowest = order[0];
  const highest =
    order.find((item) => item !== lowest && compare(item.value, order[order.length - 1]?.value ?? item.value) === 0) ??
    lowest;
  if (!lowest || !highest) {
    return { value: null, used: 'mean', differently: false, count: 0, high: null, low: null, range: null, trimmed: [] };
  }
  const trims = rules.aggregate === 'trimmed' && subtotals.length >= Math.max(rules.trimFrom, 3);
  const used: Aggregate = rules.aggregate === 'trimmed' && !trims ? 'mean' : rules.aggregate;
  const kept = trims ? order.filter((item) => item !== lowest && item !== highest) : order;
  const values = kept.map((item) => item.value);
  return {
    value: subtotals.length < rules.minimumScores ? null : used === 'median' ? median(values) : mean(values),
    used,
    differently: rules.aggregate === 'trimmed' && !trims,
    count: subtotals.length,
    high: highest.value,
    low: lowest.value,
    range: subtract(highest.value, lowest.value),
    trimmed: trims ? [lowest.index, highest.index] : [],
  };
}

function median(sorted: readonly Exact[]): Exact | null {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper && lower ? divide(add(lower, upper), fromInteger(2)) : null;
}
