// One judge's subtotal for one entry (S-3) and the state of that score row. Knows one row, not the panel.
import type { Criterion, Score } from './contest';
import type { Exact } from './exact';
import { divide, fromDecimal, multiply, sum } from './exact';
import { parseScore } from './parseScore';

/** scored 已评 · recused 回避 · missing 未评 · partial 未评完 · invalid holds a score that the criteria do not allow */
export type ScoreState = 'scored' | 'recused' | 'missing' | 'partial' | 'invalid';

/**
 * How one score row stands. `undefined` (no row at all) is missing. A score off its range or step makes the row
 * invalid, whatever else is missing in it. Example: 4 of 5 criteria given → 'partial'.
 */
export function scoreState(score: Score | undefined, criteria: readonly Criterion[]): ScoreState {
  if (!score) return 'missing';
  if (score.recused) return 'recused';
  const cells = criteria.map((criterion) => parseScore(score.scores[criterion.criterionId], criterion).kind);
  if (cells.includes('problem')) return 'invalid';
  const given = cells.filter((kind) => kind === 'score').length;
  if (given === 0) return 'missing';
  return given === criteria.length ? 'scored' : 'partial';
}

/**
 * S-3: Σ weight × score / maximum, exact, 0–100 when the weights add up to 100. Null when the judge is recused (S-2) or
 * any criterion is missing (S-1) or holds what the criterion does not allow: such a row is listed, never counted.
 * Example: weights = maxima 25, 25, 25, 15, 10 and scores 21.5, 21, 22.5, 13.5, 7.5 → 86.
 */
export function subtotal(score: Score | undefined, criteria: readonly Criterion[]): Exact | null {
  if (!score || score.recused || criteria.length === 0) return null;
  const terms: Exact[] = [];
  for (const criterion of criteria) {
    const parsed = parseScore(score.scores[criterion.criterionId], criterion);
    if (parsed.kind !== 'score') return null;
    terms.push(divide(multiply(fromDecimal(criterion.weight), fromDecimal(parsed.value)), fromDecimal(criterion.maximum)));
  }
  return sum(terms);
}
