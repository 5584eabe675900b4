// What a panel's whole numbers say of each entry, all entries at once: sums, extremes, medians. Knows no names and makes no words.
import type { Aggregate, ContestRules } from './contest';
import type { PackedScores } from './packedScores';
import { holdsDecimals } from './smallFractions';

/** By entry, side by side (S-4, S-5). */
export interface PackedSummary {
  /** The value is n / d units. */
  readonly n: Float64Array;
  /** 0: too few scores. */
  readonly d: Int32Array;
  /** How many scores count. */
  readonly count: Int32Array;
  /** Least and greatest total; of no use where no score counts. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Places among the judges: the first of equal ones is the lowest, the first other one the highest; 0 where no score counts. */
  readonly lowest: Int32Array;
  readonly highest: Int32Array;
}

/** Whether one highest and one lowest are taken off among so many scores (S-4). */
export const trims = ({ aggregate, trimFrom }: ContestRules, count: number): boolean =>
  aggregate === 'trimmed' && count >= trimFrom && count >= 3;

/** What is really computed from so many scores (S-4). */
export const usedOf = (rules: ContestRules, count: number): Aggregate =>
  count === 0 || (rules.aggregate === 'trimmed' && !trims(rules, count)) ? 'mean' : rules.aggregate;

/** Null where a value, or its rounding, would leave the range of exact doubles. */
export function summarize(packed: PackedScores, rules: ContestRules): PackedSummary | null {
  const { totals, entryCount, judges } = packed;
  const summary = {
    n: new Float64Array(entryCount),
    d: new Int32Array(entryCount),
    count: new Int32Array(entryCount),
    low: new Int32Array(entryCount).fill(2 ** 31 - 1),
    high: new Int32Array(entryCount).fill(-1),
    lowest: new Int32Array(entryCount),
    highest: new Int32Array(entryCount),
  };
  for (let judge = 0; judge < judges.length; judge++)
    addJudge(summary, totals.subarray(judge * entryCount, (judge + 1) * entryCount), judge);
  const medianOf = rules.aggregate === 'median' ? medians(packed) : null;
  return settle(summary, packed, rules, medianOf) ? summary : null;
}

/** Sums and extremes with one judge more; `n` is the sum until all are in. */
function addJudge({ n, count, low, high, lowest, highest }: PackedSummary, own: Int32Array, judge: number): void {
  for (let entry = 0; entry < own.length; entry++) {
    const total = own[entry] as number;
    if (total < 0) continue;
    n[entry] = (n[entry] as number) + total;
    count[entry] = (count[entry] as number) + 1;
    if (total < (low[entry] as number)) {
      low[entry] = total;
      lowest[entry] = judge;
    }
    if (total > (high[entry] as number)) {
      high[entry] = total;
      highest[entry] = judge;
    }
  }
}

/** From sums to values; false where one cannot be held. */
function settle(
  { n, d, count, low, high, lowest, highest }: PackedSummary,
  { totals, entryCount, unit }: PackedScores,
  rules: ContestRules,
  medianOf: ((entry: number) => number) | null,
): boolean {
  for (let entry = 0; entry < entryCount; entry++) {
    const given = count[entry] as number;
    // Where all are equal, the first is the lowest and the next the highest.
    if (given > 1 && lowest[entry] === highest[entry]) {
      let next = (highest[entry] as number) + 1;
      while ((totals[next * entryCount + entry] as number) < 0) next += 1;
      highest[entry] = next;
    }
    if (given === 0 || given < rules.minimumScores) continue;
    if (medianOf) {
      n[entry] = medianOf(entry);
      d[entry] = 2;
    } else if (trims(rules, given)) {
      n[entry] = (n[entry] as number) - (low[entry] as number) - (high[entry] as number);
      d[entry] = given - 2;
    } else d[entry] = given;
    const whole = (d[entry] as number) * unit;
    if (!holdsDecimals(n[entry] as number, whole, 6) || !holdsDecimals(n[entry] as number, whole, rules.decimals))
      return false;
  }
  return true;
}

/** Twice the median of an entry's totals. */
function medians({ totals, entryCount, judges }: PackedScores): (entry: number) => number {
  const room = new Int32Array(judges.length);
  return (entry) => {
    let count = 0;
    for (let pair = entry; pair < totals.length; pair += entryCount) {
      const total = totals[pair] as number;
      if (total >= 0) room[count++] = total;
    }
    const sorted = room.subarray(0, count).sort();
    return (sorted[count >> 1] ?? 0) + (sorted[(count - 1) >> 1] ?? 0);
  };
}
