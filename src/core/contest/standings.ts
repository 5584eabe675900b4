// From scores to places: aggregates, tie-breaks, ranks and who stands above the cut-off. Knows no workbook and no display.
import { compareNumbers } from './blindNumber';
import type { ContestRules, Entry } from './contest';
import { RESERVE_PLACES, cutOff } from './cutOff';
import type { Exact } from './exact';
import { compareDeciding, draftOf, type Deciding, type Draft } from './draft';
import { compare, toDecimal, toExactText } from './exact';
import { packScores } from './packedScores';
import { packedDrafts } from './packedDrafts';
import { rankKeys } from './rank';
import type { Revote } from './revote';
import type { Ballot, Contest } from './scoreTable';
import { createScoreTable } from './scoreTable';
import type { Standing, TieBreakValue } from './standing';
import type { TieStep } from './tieChain';
import { tiersOf } from './tiers';
import { revoteStep, tieStep, tieValues } from './tieChain';

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

type ValuedDraft = Draft & { readonly deciding: Deciding };

/**
 * Every entry's standing, sorted for display: by rank, then those without a rank (待定, then 不参评), each by blind number.
 * Permuting entries, judges or scores changes nothing. Ineligible entries take no place, entries with fewer scores than
 * the minimum are undecided (S-5); equal deciding values are told apart by the tie-break criteria in order, then by re-votes that
 * were held on them, and stay tied when these are equal too. Throws RangeError when `rules.tieBreak` names a criterion that is not there:
 * ask `checkCriteria` first.
 */
export function computeStandings(input: ContestInput): Standing[] {
  const packed = packScores(input);
  const drafts = packed && packedDrafts(packed, input.entries, input.rules);
  if (drafts) return placed(input, drafts);
  const table = createScoreTable(input);
  return standingsOf(input, new Map(input.entries.map((entry) => [entry, table.ballots(entry)])));
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

/** The same from ballots that were read before, so that several ways of counting need to read the scores only once. */
export function standingsOf(
  input: Omit<ContestInput, 'scores' | 'judges'>,
  ballotsOf: ReadonlyMap<Entry, readonly Ballot[]>,
): Standing[] {
  return placed(
    input,
    input.entries.map((entry) => draftOf(entry, ballotsOf.get(entry) ?? [], input.rules)),
  );
}

/** Ranks, chains and decisions of drafts. */
function placed(input: Omit<ContestInput, 'scores' | 'judges'>, drafts: readonly Draft[]): Standing[] {
  const { rules } = input;
  const steps = chainOf(input);
  const valued = drafts.filter((item): item is ValuedDraft => item.deciding !== null);
  const keys = keysOf(valued, steps);
  const places = rankKeys(keys, better, rules.method);
  const rankOf = (index: number): number | null => places[index]?.rank ?? null;
  const tiers = tiersOf(rules);
  const ranks = valued.map(({ standing: { entryId } }, index) => ({ entryId, rank: rankOf(index) }));
  const cut = cutOff(ranks, tiers, input.reservePlaces ?? RESERVE_PLACES);
  const decided = valued.map(({ standing }, index): Standing => {
    const tier = rules.tiers && tiers[cut.tierOf.get(standing.entryId) ?? -1];
    const tieBreak = steps.map((step, at) => tieBreakValue(step, keys[index]?.tieBreak[at] ?? null));
    const decision = cut.decisionOf.get(standing.entryId) ?? 'none';
    const full = { ...standing, rank: rankOf(index), tied: places[index]?.tied ?? false, decision, tieBreak };
    return tier ? { ...full, tier: tier.name } : full;
  });
  const placeless = drafts.filter((item) => item.deciding === null).map((item) => item.standing);
  return [...decided, ...placeless].sort(forDisplay);
}

/** Deciding value and chain of each entry. Every step looks at those alone who are equal in all before it; nobody's equal is not asked. */
function keysOf(valued: readonly ValuedDraft[], steps: readonly TieStep[]): Key[] {
  const keys = valued.map(({ deciding }) => ({ deciding, tieBreak: steps.map((): Exact | null => null) }));
  const all = valued.map((_draft, index) => index);
  let equals = steps.length === 0 ? [] : tied(all, (index) => valued[index]?.standing.deciding ?? '');
  steps.forEach((step, at) => {
    for (const group of equals) {
      const rivals = group.map((index) => ({
        entryId: valued[index]?.standing.entryId ?? '',
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
