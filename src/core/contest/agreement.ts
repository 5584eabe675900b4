// How sure the result is: spread per entry, severity and agreement per judge. Comparisons for people; nothing here decides a place.
import type { Standing } from './standing';

/** How far the judges are apart about one entry, over the scores that count. */
export interface EntrySpread {
  readonly entryId: string;
  /** Highest minus lowest subtotal, points. */
  readonly range: number;
  /** Sample standard deviation of the subtotals, points; 0 for fewer than two. */
  readonly deviation: number;
}

/** How one judge scores beside the others: strictness, spread, and how far they agree. */
export interface JudgeAgreement {
  readonly judgeId: string;
  /** Scores that count. */
  readonly count: number;
  readonly mean: number;
  /** Lowest and highest subtotal given, points; 0 when none counts. */
  readonly low: number;
  readonly high: number;
  /** Mean distance to the mean of the other judges on the same entries, points; below 0: stricter. */
  readonly severity: number;
  /** Pearson's correlation with the mean of the other judges, −1…1; null when one of the two does not vary. */
  readonly agreement: number | null;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);

function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** Pearson's r; null for fewer than two pairs or no variance. Example: (1,2), (2,4), (3,6) → 1. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const mx = meanOf(pairs.map(([x]) => x));
  const my = meanOf(pairs.map(([, y]) => y));
  const sxx = pairs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  const syy = pairs.reduce((sum, [, y]) => sum + (y - my) ** 2, 0);
  if (pairs.length < 2 || sxx < 1e-12 || syy < 1e-12) return null;
  return pairs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / Math.sqrt(sxx * syy);
}

const given = (standing: Standing): [string, number][] =>
  Object.entries(standing.subtotals).flatMap(([judgeId, value]) => (value === null ? [] : [[judgeId, Number(value)]]));

/** In the order of the standings. Example: subtotals 80, 90, 85 → range 10, deviation 5. */
export function entrySpreads(standings: readonly Standing[]): EntrySpread[] {
  return standings.map((standing) => {
    const values = given(standing).map(([, value]) => value);
    return {
      entryId: standing.entryId,
      range: values.length === 0 ? 0 : Math.max(...values) - Math.min(...values),
      deviation: deviationOf(values),
    };
  });
}

/** One for each judge that any standing names, in order of id. Eligible entries only. */
export function judgeAgreements(standings: readonly Standing[]): JudgeAgreement[] {
  const rows = standings.filter(({ decision }) => decision !== 'ineligible').map(given);
  const judges = [...new Set(standings.flatMap(({ subtotals }) => Object.keys(subtotals)))].sort();
  return judges.map((judgeId) => {
    const own = rows.flatMap((row) => row.filter(([id]) => id === judgeId).map(([, value]) => value));
    const pairs = rows.flatMap((row): (readonly [number, number])[] => {
      const mine = row.find(([id]) => id === judgeId);
      const others = row.filter(([id]) => id !== judgeId).map(([, value]) => value);
      return mine && others.length > 0 ? [[mine[1], meanOf(others)]] : [];
    });
    return {
      judgeId,
      count: own.length,
      mean: meanOf(own),
      low: own.length === 0 ? 0 : Math.min(...own),
      high: own.length === 0 ? 0 : Math.max(...own),
      severity: meanOf(pairs.map(([mine, others]) => mine - others)),
      agreement: correlation(pairs),
    };
  });
}

/**
 * How many places from the top hold the same winners under every alternative: the winners above the first that any of them
 * would take out. Example: ten winners, the tenth goes out under the median → 9.
 */
export function stablePlaces(
  winners: readonly string[],
  alternatives: readonly { readonly goesOut: readonly string[] }[],
): number {
  const first = winners.findIndex((entryId) => alternatives.some(({ goesOut }) => goesOut.includes(entryId)));
  return first < 0 ? winners.length : first;
}
