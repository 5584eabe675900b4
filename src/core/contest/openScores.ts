// Scores that are still open: missing, half given, refused or stray ones, and between which values each may come to lie. Knows one ballot
// at a time; a recused pair without scores is settled, never open (S-2).
import type { Criterion, Score } from './contest';
import { add, divide, fromDecimal, multiply, subtract, toDecimal, type Exact } from './exact';
import { parseScore } from './parseScore';
import type { Ballot } from './scoreTable';
import { scoreReader } from './subtotal';

/** missing 未评 · partial 未评完 · invalid a cell holds what is no score · differs two rows that differ · stray of a recused judge */
export type OpenState = 'missing' | 'partial' | 'invalid' | 'differs' | 'stray';

interface OpenCell {
  readonly criterionId: string;
  /** What stands there; '' when nothing does. */
  readonly found: string;
}

interface Extreme {
  /** Exact scores in the order of the criteria. */
  readonly values: readonly Exact[];
  readonly subtotal: Exact;
}

/** A ballot that counts for nothing now: it may stay so, or come to count with anything from `least` to `most`. */
export interface OpenBallot {
  readonly judgeId: string;
  readonly state: OpenState;
  /** The cells that are open; none of a stray row that is complete: there it is open whether it counts. */
  readonly cells: readonly OpenCell[];
  readonly least: Extreme;
  readonly most: Extreme;
}

/** The greatest score on the criterion's step. Example: 0–25 in steps of 2 → "24". */
function greatest({ minimum, maximum, step }: Criterion): string {
  const size = step === '' ? null : fromDecimal(step);
  if (!size || size.n <= 0n) return maximum;
  const least = fromDecimal(minimum);
  const steps = divide(subtract(fromDecimal(maximum), least), size);
  if (steps.d === 1n) return maximum;
  return toDecimal(add(least, multiply(size, { n: steps.n / steps.d, d: 1n })), 10);
}

function stateOf(ballot: Ballot): OpenState | null {
  if (ballot.state === 'scored') return null;
  if (ballot.state === 'recused') return ballot.stray ? 'stray' : null;
  return ballot.state === 'invalid' && !ballot.score ? 'differs' : ballot.state;
}

/** Reads what is open of a ballot; null when nothing is. Make one for many ballots. */
export function openBallotReader(criteria: readonly Criterion[]): (ballot: Ballot) => OpenBallot | null {
  const read = scoreReader(criteria);
  const ends = criteria.map((criterion) => ({ criterion, most: greatest(criterion) }));
  const extreme = (scores: Score['scores']): Extreme => {
    const { values, subtotal } = read({ judgeId: '', entryId: '', recused: false, scores });
    if (!values || !subtotal) throw new RangeError('a filled row is complete');
    return { values, subtotal };
  };
  const whole = ends.map(({ criterion }): OpenCell => ({ criterionId: criterion.criterionId, found: '' }));
  const all = {
    least: extreme(Object.fromEntries(ends.map(({ criterion }) => [criterion.criterionId, criterion.minimum]))),
    most: extreme(Object.fromEntries(ends.map(({ criterion, most }) => [criterion.criterionId, most]))),
  };
  return (ballot) => {
    const state = stateOf(ballot);
    if (state === null) return null;
    if (!ballot.score || state === 'missing') return { judgeId: ballot.judgeId, state, cells: whole, ...all };
    const cells: OpenCell[] = [];
    const least: Record<string, string> = {};
    const most: Record<string, string> = {};
    for (const { criterion, most: top } of ends) {
      const id = criterion.criterionId;
      const raw = ballot.score.scores[id] ?? '';
      const parsed = parseScore(raw, criterion);
      if (parsed.kind !== 'score') cells.push({ criterionId: id, found: raw });
      least[id] = parsed.kind === 'score' ? parsed.value : criterion.minimum;
      most[id] = parsed.kind === 'score' ? parsed.value : top;
    }
    return { judgeId: ballot.judgeId, state, cells, least: extreme(least), most: extreme(most) };
  };
}
