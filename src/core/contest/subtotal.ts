// One judge's subtotal for one entry (S-3) and the state of that score row. Knows one row, not the panel.
import type { Criterion, Score } from './contest';
import type { Exact } from './exact';
import { divide, fromDecimal, multiply, sum } from './exact';
import { parseScore } from './parseScore';

/** scored 已评 · recused 回避 · missing 未评 · partial 未评完 · invalid holds a score that the criteria do not allow */
export type ScoreState = 'scored' | 'recused' | 'missing' | 'partial' | 'invalid';

export interface ReadScore {
  readonly state: ScoreState;
  /** Exact scores in the order of the criteria, and the subtotal; null unless the state is 'scored'. */
  readonly values: readonly Exact[] | null;
  readonly subtotal: Exact | null;
}

const NONE = { values: null, subtotal: null };

/**
 * Reads rows of one panel's criteria: state, exact scores and subtotal. `undefined` (no row at all) is missing. A score off its
 * range or step makes the row invalid, whatever else is missing in it. A panel types the same few scores over and over: each is
 * parsed once. Example: 4 of 5 criteria given → state 'partial'.
 */
export function scoreReader(criteria: readonly Criterion[]): (score: Score | undefined) => ReadScore {
  const columns = criteria.map((criterion) => ({ criterion, known: new Map<string, Exact | 'missing' | 'problem'>() }));
  const parse = ({ criterion, known }: (typeof columns)[number], raw: string): Exact | 'missing' | 'problem' => {
    let read = known.get(raw);
    if (read === undefined) {
      const parsed = parseScore(raw, criterion);
      known.set(raw, (read = parsed.kind === 'score' ? fromDecimal(parsed.value) : parsed.kind));
    }
    return read;
  };
  return (score) => {
    if (!score) return { state: 'missing', ...NONE };
    if (score.recused) return { state: 'recused', ...NONE };
    const read = columns.map((column) => parse(column, score.scores[column.criterion.criterionId] ?? ''));
    const values = read.filter((value) => typeof value === 'object');
    if (read.includes('problem')) return { state: 'invalid', ...NONE };
    if (values.length === 0) return { state: 'missing', ...NONE };
    if (values.length < criteria.length) return { state: 'partial', ...NONE };
    return { state: 'scored', values, subtotal: weigh(values, criteria) };
  };
}

function weigh(values: readonly Exact[], criteria: readonly Criterion[]): Exact {
  return sum(
    criteria.map(({ weight, maximum }, index) => {
      const value = values[index];
      if (!value) throw new RangeError('a score for each criterion is needed');
      return weight === maximum ? value : divide(multiply(fromDecimal(weight), value), fromDecimal(maximum));
    }),
  );
}

/**
 * S-3: Σ weight × score / maximum, exact, 0–100 when the weights add up to 100. Null when the judge is recused (S-2) or
 * any criterion is missing (S-1) or holds what the criterion does not allow: such a row is listed, never counted. For many rows make a
 * `scoreReader` once. Example: weights = maxima 25, 25, 25, 15, 10 and scores 21.5, 21, 22.5, 13.5, 7.5 → 86.
 */
export function subtotal(score: Score | undefined, criteria: readonly Criterion[]): Exact | null {
  return scoreReader(criteria)(score).subtotal;
}
