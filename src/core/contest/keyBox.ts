// Between which keys an entry may come to stand: its deciding value and the steps of the chain, lowest and highest. Exact for the value, for
// the mean of a criterion, the highest score and lots each by itself; a step that depends on who is tied (pairwise, re-vote) is left wide open.
import { aggregateRange, extremeOf } from './aggregateRange';
import type { ContestRules } from './contest';
import { compare, fromDecimal, fromInteger, roundHalfUp, type Exact } from './exact';
import type { OpenBallot } from './openScores';
import type { Ballot } from './scoreTable';
import { tieValues, type TieStep } from './tieChain';

/** A key, or what lies before or beyond every key. */
export type Bound = Exact | 'below' | 'above';

/** The deciding value, then the steps: compared one after the other. */
export interface KeyBox {
  readonly least: readonly Bound[];
  readonly most: readonly Bound[];
}

interface Candidate {
  readonly entryId: string;
  /** The ballots that count. */
  readonly counted: readonly Ballot[];
  readonly open: readonly OpenBallot[];
}

const NOTHING = fromInteger(0);

/** Whether an entry’s key in this step is another one beside other entries: such a step has no key of its own to bound. */
export function dependsOnRivals({ kind }: TieStep): boolean {
  return kind === 'pairwise' || kind === 'revote';
}

function compareBound(a: Bound, b: Bound): number {
  if (typeof a === 'object' && typeof b === 'object') return compare(a, b);
  const side = (bound: Bound): number => (bound === 'below' ? -1 : bound === 'above' ? 1 : 0);
  return side(a) - side(b);
}

/** Positive when the first stands before the second. */
export function compareKeys(a: readonly Bound[], b: readonly Bound[]): number {
  for (const [at, bound] of a.entries()) {
    const order = compareBound(bound, b[at] ?? NOTHING);
    if (order !== 0) return order;
  }
  return 0;
}

type Range = readonly [least: Bound, most: Bound];

function ofCriterion(place: number, { counted, open }: Candidate): Range {
  const at = ({ values }: { readonly values: readonly Exact[] | null }): Exact => values?.[place] ?? NOTHING;
  const { least, most } = aggregateRange(
    counted.map(at),
    open.map((ballot) => ({ least: at(ballot.least), most: at(ballot.most) })),
    { aggregate: 'mean', trimFrom: 0, minimumScores: 1 },
  );
  return [least ?? 'below', most ?? 'above'];
}

function ofHighest({ counted, open }: Candidate): Range {
  const known = extremeOf(
    counted.flatMap(({ subtotal }) => subtotal ?? []),
    1,
  );
  const highest = open.map(({ most }) => most.subtotal);
  const lowest = extremeOf(
    open.map(({ least }) => least.subtotal),
    -1,
  );
  return [known ?? lowest ?? 'below', extremeOf(known ? [known, ...highest] : highest, 1) ?? 'above'];
}

/** Where everybody would be drawn: of any two the same one comes first, whoever else is tied. */
function lotsOf(step: TieStep, entryIds: readonly string[]): ReadonlyMap<string, Exact> {
  if (step.kind !== 'lots') return new Map();
  const drawn = tieValues(
    step,
    entryIds.map((entryId) => ({ entryId, counted: [] })),
  );
  return new Map(entryIds.map((entryId, at) => [entryId, drawn[at] ?? NOTHING]));
}

/** Of everybody, made once: the box of a candidate; null when no outcome gives it a place (S-5). `placed`: it has one now. */
export function boxReader(
  rules: ContestRules,
  steps: readonly TieStep[],
  entryIds: readonly string[],
): (candidate: Candidate, placed: boolean) => KeyBox | null {
  const lots = steps.map((step) => lotsOf(step, entryIds));
  const deciding = (value: Exact): Exact =>
    rules.shownDecides ? fromDecimal(roundHalfUp(value, rules.decimals)) : value;
  return (candidate, placed) => {
    const { least, most } = aggregateRange(
      candidate.counted.flatMap(({ subtotal }) => subtotal ?? []),
      candidate.open.map((ballot) => ({ least: ballot.least.subtotal, most: ballot.most.subtotal })),
      rules,
    );
    if (!least || !most) return null;
    const known = candidate.open.length === 0;
    const ranges = steps.map((step, at): Range => {
      if (step.kind === 'criterion') return ofCriterion(step.place, candidate);
      if (step.kind === 'high') return ofHighest(candidate);
      const lot = lots[at]?.get(candidate.entryId) ?? NOTHING;
      return step.kind === 'lots' || known ? [lot, lot] : ['below', 'above'];
    });
    return {
      least: [placed ? deciding(least) : 'below', ...ranges.map(([low]) => low)],
      most: [deciding(most), ...ranges.map(([, high]) => high)],
    };
  };
}
