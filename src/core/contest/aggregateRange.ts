// Between which values the one value of an entry may come to lie while some of its subtotals are open (S-1, S-4, S-5). Knows numbers only.
import { aggregate } from './aggregate';
import type { ContestRules } from './contest';
import { add, compare, divide, fromInteger, subtract, sum, type Exact } from './exact';

interface OpenSubtotal {
  readonly least: Exact;
  readonly most: Exact;
}

interface ValueRange {
  /** The least and the greatest value of all outcomes that have one; null when none has. */
  readonly least: Exact | null;
  readonly most: Exact | null;
}

/**
 * Exact for mean, trimmed mean and median. An open subtotal may come to count with any value of its range, or never. For as many as come to
 * count the value grows with each of them, so of each number the greatest ones give the greatest value; how many count is tried out, since it
 * also says whether trimming sets in (S-4) and whether there are enough (S-5).
 * Example: 90 and 80 known, one of 0 to 100 open, mean → 170/3 to 90.
 */
export function aggregateRange(known: readonly Exact[], open: readonly OpenSubtotal[], rules: CountRules): ValueRange {
  const up = open.map(({ most }) => most).sort((a, b) => compare(b, a));
  const down = open.map(({ least }) => least).sort(compare);
  const outcomes = (ordered: readonly Exact[]): Exact[] =>
    rules.aggregate === 'median' ? medians(known, ordered, rules) : means(known, ordered, rules);
  return { least: extremeOf(outcomes(down), -1), most: extremeOf(outcomes(up), 1) };
}

type CountRules = Pick<ContestRules, 'aggregate' | 'trimFrom' | 'minimumScores'>;

function medians(known: readonly Exact[], ordered: readonly Exact[], rules: CountRules): Exact[] {
  return [...ordered, null].flatMap(
    (_next, count) => aggregate([...known, ...ordered.slice(0, count)], rules).value ?? [],
  );
}

/** The mean, trimmed or plain as the number says, with none of the ordered ones, with one, with two …: one addition each. */
function means(known: readonly Exact[], ordered: readonly Exact[], rules: CountRules): Exact[] {
  const values: Exact[] = [];
  let [total, low, high] = [sum(known), extremeOf(known, -1), extremeOf(known, 1)];
  for (let count = 0; count <= ordered.length; count += 1) {
    const next = count === 0 ? undefined : ordered[count - 1];
    if (next) {
      total = add(total, next);
      low = low && compare(low, next) < 0 ? low : next;
      high = high && compare(high, next) > 0 ? high : next;
    }
    const given = known.length + count;
    if (given === 0 || given < rules.minimumScores || !low || !high) continue;
    const trims = rules.aggregate === 'trimmed' && given >= Math.max(rules.trimFrom, 3);
    values.push(
      trims ? divide(subtract(total, add(low, high)), fromInteger(given - 2)) : divide(total, fromInteger(given)),
    );
  }
  return values;
}

/** The greatest (1) or the least (−1); null of none. */
export function extremeOf(values: readonly Exact[], sign: 1 | -1): Exact | null {
  return values.reduce<Exact | null>(
    (best, value) => (best === null || compare(value, best) === sign ? value : best),
    null,
  );
}
