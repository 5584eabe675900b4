// From scores to places: aggregates, tie-breaks, ranks and who stands above the cut-off. Knows no workbook and no display.
import { compareNumbers } from './blindNumber';
import type { ContestRules, Judge } from './contest';
import { RESERVE_PLACES, cutOff, type CutOff } from './cutOff';
import type { Exact } from './exact';
import { compareDeciding, decidingText, draftOf, type Deciding, type Draft } from './draft';
import { compare, toDecimal, toExactText } from './exact';
import { marksOf, packScores, withoutJudge } from './packedScores';
import { packedDrafts } from './packedDrafts';
import { rankKeys, type Place } from './rank';
import type { Revote } from './revote';
import { createScoreTable, type Contest } from './scoreTable';
import type { Standing, TieBreakValue } from './standing';
import type { TieStep } from './tieChain';
import { tiersOf } from './tiers';
import { revoteStep, tieStep, tieValues } from './tieChain';

/** A contest with the rules it is counted by. */
export interface ContestInput extends Contest {
  readonly rules: ContestRules;
  /** Held on entries that the chain left tied, in order. */
  readonly revotes?: readonly Revote[];
  /** How many places below the awards are 候补; default 3. */
  readonly reservePlaces?: number;
}

interface Key {
  readonly deciding: Deciding;
  readonly tieBreak: readonly (Exact | null)[];
}

const NO_STEPS: readonly never[] = [];
const NOTHING: Deciding = { n: 0, d: 1 };

type ValuedDraft = Draft & { readonly deciding: Deciding };

/**
 * Every entry's standing, sorted for display: by rank, then those without a rank (待定, then 不参评), each by blind number.
 * Permuting entries, judges or scores changes nothing. Ineligible entries take no place, entries with fewer scores than
 * the minimum are undecided (S-5); equal deciding values are told apart by the tie-break criteria in order, then by re-votes that
 * were held on them, and stay tied when these are equal too. Throws RangeError when `rules.tieBreak` names a criterion that is not there:
 * ask `checkCriteria` first.
 */
export function computeStandings(input: ContestInput): Standing[] {
  return countingOf(input).standings(input.rules);
}

/** Several ways of counting the same scores, which are read once. */
interface Counting {
  /** Active judges, in order of judgeId. */
  readonly judges: readonly Judge[];
  /** As `computeStandings`, by these rules; `without`: the judge at that index left out. */
  standings(rules: ContestRules, without?: number): Standing[];
  /** Winners and those in a tie across a line of the same standings, which are not made. */
  candidates(rules: ContestRules, without?: number): ReadonlySet<string>;
  /** Subtotals as numbers: by judge, by entry in the order of the input, with at most 6 decimals; NaN where none counts. */
  marks(): readonly Float64Array[];
}

type Counter = (rules: ContestRules, without?: number) => readonly Draft[];

function counting(input: ContestInput, scores: Pick<Counting, 'judges' | 'marks'>, count: Counter): Counting {
  return {
    ...scores,
    standings: (rules, without) => placed({ ...input, rules }, count(rules, without)),
    candidates: (rules, without) => {
      const { decisionOf } = decide({ ...input, rules }, count(rules, without)).cut;
      const open = [...decisionOf].filter(([, decision]) => decision === 'award' || decision === 'undecided');
      return new Set(open.map(([entryId]) => entryId));
    },
  };
}

/** Reads the scores: as whole numbers where criteria and cells allow it, else as fractions. */
export function countingOf(input: ContestInput): Counting {
  const packed = packScores(input);
  let byFractions: ReturnType<typeof fractionsOf> | undefined;
  const exact = (): ReturnType<typeof fractionsOf> => (byFractions ??= fractionsOf(input));
  if (!packed) return counting(input, exact(), exact().count);
  return counting(input, { judges: packed.judges, marks: () => marksOf(packed) }, (rules, without) => {
    const panel = without === undefined ? packed : withoutJudge(packed, without);
    return packedDrafts(panel, input.entries, rules) ?? exact().count(rules, without);
  });
}

function fractionsOf(input: ContestInput): Pick<Counting, 'judges' | 'marks'> & { readonly count: Counter } {
  const table = createScoreTable(input);
  const all = input.entries.map((entry) => ({ entry, ballots: table.ballots(entry) }));
  const count: Counter = (rules, without) => {
    const left = without === undefined ? undefined : table.judges[without]?.judgeId;
    return all.map(({ entry, ballots }) =>
      draftOf(entry, left === undefined ? ballots : ballots.filter(({ judgeId }) => judgeId !== left), rules),
    );
  };
  const mark = (subtotal: Exact | null | undefined): number => (subtotal ? Number(toDecimal(subtotal)) : NaN);
  const marks = (): Float64Array[] =>
    table.judges.map((_judge, at) => Float64Array.from(all, ({ ballots }) => mark(ballots[at]?.subtotal)));
  return { judges: table.judges, marks, count };
}

/** The steps that tell equal scores apart, in order, re-votes last. Throws as `computeStandings` does. */
export function chainOf({ rules, criteria, revotes }: Pick<ContestInput, 'rules' | 'criteria' | 'revotes'>): TieStep[] {
  const chain = rules.tieBreak.map((token): TieStep => {
    const step = tieStep(token, criteria);
    if (!step) throw new RangeError(`tie-break names an unknown criterion: ${token}`);
    return step;
  });
  return [...chain, ...(revotes ?? []).map(revoteStep)];
}

interface Decisions {
  readonly steps: readonly TieStep[];
  readonly valued: readonly ValuedDraft[];
  readonly keys: readonly Key[];
  readonly places: readonly Place[];
  readonly cut: CutOff;
}

/** Ranks, chains and what falls on which side of the lines. */
function decide(input: Omit<ContestInput, 'scores' | 'judges'>, drafts: readonly Draft[]): Decisions {
  const { rules } = input;
  const steps = chainOf(input);
  const valued = drafts.filter((item): item is ValuedDraft => item.deciding !== null);
  const keys = keysOf(valued, steps);
  const places = rankKeys(keys, better, rules.method);
  const ranks = valued.map(({ entryId }, index) => ({ entryId, rank: places[index]?.rank ?? null }));
  const cut = cutOff(ranks, tiersOf(rules), input.reservePlaces ?? RESERVE_PLACES);
  return { steps, valued, keys, places, cut };
}

function placed(input: Omit<ContestInput, 'scores' | 'judges'>, drafts: readonly Draft[]): Standing[] {
  const { steps, valued, keys, places, cut } = decide(input, drafts);
  const { rules } = input;
  const tiers = tiersOf(rules);
  const decided = valued.map((draft, index): Standing => {
    const tier = rules.tiers && tiers[cut.tierOf.get(draft.entryId) ?? -1];
    const tieBreak = steps.map((step, at) => tieBreakValue(step, keys[index]?.tieBreak[at] ?? null));
    const decision = cut.decisionOf.get(draft.entryId) ?? 'none';
    const { rank = null, tied = false } = places[index] ?? {};
    return draft.standing({ rank, tied, decision, tieBreak, ...(tier ? { tier: tier.name } : {}) });
  });
  const placeless = drafts.filter((item) => item.deciding === null).map((item) => item.standing());
  return [...decided, ...placeless].sort(forDisplay);
}

/** Deciding value and chain of each entry. Every step looks at those alone who are equal in all before it; nobody's equal is not asked. */
function keysOf(valued: readonly ValuedDraft[], steps: readonly TieStep[]): Key[] {
  if (steps.length === 0) return valued.map(({ deciding }) => ({ deciding, tieBreak: NO_STEPS }));
  const keys = valued.map(({ deciding }) => ({ deciding, tieBreak: steps.map((): Exact | null => null) }));
  const all = valued.map((_draft, index) => index);
  let equals = tied(all, (index) => decidingText(valued[index]?.deciding ?? NOTHING));
  steps.forEach((step, at) => {
    for (const group of equals) {
      const rivals = group.map((index) => ({
        entryId: valued[index]?.entryId ?? '',
        counted: valued[index]?.counted() ?? [],
      }));
      tieValues(step, rivals).forEach((value, place) => {
        const key = keys[group[place] ?? -1];
        if (key) key.tieBreak[at] = value;
      });
    }
    const words = (index: number): string => {
      const value = keys[index]?.tieBreak[at];
      return value ? toExactText(value) : '';
    };
    equals = equals.flatMap((group) => tied(group, words));
  });
  return keys;
}

/** Those that share their words with others, group by group. */
function tied(indexes: readonly number[], words: (index: number) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (const index of indexes) {
    const group = groups.get(words(index));
    if (group) group.push(index);
    else groups.set(words(index), [index]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function tieBreakValue({ token, name }: TieStep, value: Exact | null): TieBreakValue {
  return {
    criterionId: token,
    name,
    value: value ? toDecimal(value) : '',
    exact: value ? toExactText(value) : '',
  };
}

function better(a: Key, b: Key): number {
  const byValue = compareDeciding(b.deciding, a.deciding);
  if (byValue !== 0) return byValue;
  for (let index = 0; index < a.tieBreak.length; index++) {
    const value = a.tieBreak[index];
    const other = b.tieBreak[index];
    const byCriterion = other && value ? compare(other, value) : 0;
    if (byCriterion !== 0) return byCriterion;
  }
  return 0;
}

function group({ rank, decision }: Standing): number {
  return rank ?? (decision === 'ineligible' ? Infinity : Number.MAX_SAFE_INTEGER);
}

function forDisplay(a: Standing, b: Standing): number {
  const [first, second] = [group(a), group(b)];
  if (first !== second) return first - second;
  return compareNumbers(a.blindNo, b.blindNo) || (a.entryId < b.entryId ? -1 : 1);
}
