// One judge's subtotal for one entry (S-3) and the state of that score row. Knows one row, not the panel.
import type { Criterion, Score } from './contest';
import type { Exact } from './exact';
import { divide, fromDecimal, multiply, ratio, sum } from './exact';
import { parseScore } from './parseScore';

/** scored 已评 · recused 回避 · missing 未评 · partial 未评完 · invalid holds a score that the criteria do not allow */
export type ScoreState = 'scored' | 'recused' | 'missing' | 'partial' | 'invalid';

/** One judge's row for one entry: what state it is in, and its exact value when it counts. */
export interface ReadScore {
  readonly state: ScoreState;
  /** Exact scores in the order of the criteria, and the subtotal; null unless the state is 'scored'. */
  readonly values: readonly Exact[] | null;
  readonly subtotal: Exact | null;
}

/**
 * Reads rows of one panel's criteria: state, exact scores and subtotal. `undefined` (no row at all) is missing. A score off its
 * range or step makes the row invalid, whatever else is missing in it. A panel types the same few scores over and over: each is
 * parsed once. Example: 4 of 5 criteria given → state 'partial'.
 */
export function scoreReader(criteria: readonly Criterion[]): (score: Score | undefined) => ReadScore {
  const parse = criteria.map(pointsReader);
  const total = adder(criteria);
  return (score) => {
    if (!score) return UNREAD.missing;
    if (score.recused) return UNREAD.recused;
    const values: Exact[] = [];
    const weighed: Exact[] = [];
    let invalid = false;
    for (let at = 0; at < criteria.length; at++) {
      const points = parse[at]?.(score.scores[criteria[at]?.criterionId ?? ''] ?? '');
      if (typeof points === 'object') {
        values.push(points.value);
        weighed.push(points.weighed);
      } else if (points === 'problem') invalid = true;
    }
    if (invalid) return UNREAD.invalid;
    if (values.length === 0) return UNREAD.missing;
    if (values.length < criteria.length) return UNREAD.partial;
    return { state: 'scored', values, subtotal: total(weighed) };
  };
}

const unread = (state: ScoreState): ReadScore => ({ state, values: null, subtotal: null });
const UNREAD = {
  missing: unread('missing'),
  recused: unread('recused'),
  invalid: unread('invalid'),
  partial: unread('partial'),
};

/** One criterion's score and what it weighs. */
export interface Points {
  readonly value: Exact;
  /** weight × value / maximum (S-3). */
  readonly weighed: Exact;
}

/** What a cell of a criterion gives; each spelling is parsed once. */
export function pointsReader(criterion: Criterion): (raw: string) => Points | 'missing' | 'problem' {
  const { weight, maximum } = criterion;
  const known = new Map<string, Points | 'missing' | 'problem'>();
  const read = (raw: string): Points | 'missing' | 'problem' => {
    const parsed = parseScore(raw, criterion);
    if (parsed.kind !== 'score') return parsed.kind;
    const value = fromDecimal(parsed.value);
    const share = multiply(fromDecimal(weight), value);
    return { value, weighed: weight === maximum ? value : divide(share, fromDecimal(maximum)) };
  };
  return (raw) => {
    let points = known.get(raw);
    if (points === undefined) known.set(raw, (points = read(raw)));
    return points;
  };
}

/** Numbers that a double holds exactly, with room for a sum of a few. */
const SAFE = 2n ** 48n;

/**
 * Exact sums. Terms that are whole multiples of one small unit, as scores in steps are, add up as plain integers of it, and equal totals are
 * one object; any other term takes the way of fractions. The unit is that of steps of a thousandth under these weights.
 */
function adder(criteria: readonly Criterion[]): (terms: readonly Exact[]) => Exact {
  const unit = criteria.reduce(
    (all, { weight, maximum }) => all * (weight === maximum ? 1n : divide(fromDecimal(weight), fromDecimal(maximum)).d),
    1000n,
  );
  const inUnits = new Map<Exact, number | null>();
  const totals = new Map<number, Exact>();
  const unitsOf = (term: Exact): number | null => {
    let units = inUnits.get(term);
    if (units === undefined) {
      const scaled = term.n * unit;
      units =
        scaled % term.d === 0n && scaled / term.d < SAFE && scaled / term.d > -SAFE ? Number(scaled / term.d) : null;
      inUnits.set(term, units);
    }
    return units;
  };
  return (terms) => {
    let units = 0;
    for (const term of terms) {
      const own = unitsOf(term);
      if (own === null) return sum(terms);
      units += own;
    }
    if (!Number.isSafeInteger(units)) return sum(terms);
    let total = totals.get(units);
    if (total === undefined) totals.set(units, (total = ratio(BigInt(units), unit)));
    return total;
  };
}

/**
 * S-3: Σ weight × score / maximum, exact, 0–100 when the weights add up to 100. Null when the judge is recused (S-2) or
 * any criterion is missing (S-1) or holds what the criterion does not allow: such a row is listed, never counted. For many rows make a
 * `scoreReader` once. Example: weights = maxima 25, 25, 25, 15, 10 and scores 21.5, 21, 22.5, 13.5, 7.5 → 86.
 */
export function subtotal(score: Score | undefined, criteria: readonly Criterion[]): Exact | null {
  return scoreReader(criteria)(score).subtotal;
}
