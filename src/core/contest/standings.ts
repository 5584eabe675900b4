// From scores to places: aggregates, tie-breaks, ranks and who stands above the cut-off. Knows no workbook and no display.
import { compareNumbers } from './blindNumber';
import type { ContestRules, Entry } from './contest';
import { RESERVE_PLACES, cutOff } from './cutOff';
import type { Exact } from './exact';
import { draftOf, type Draft } from './draft';
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
  readonly deciding: Exact;
  readonly tieBreak: readonly (Exact | null)[];
}

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
  const valued = drafts.filter((item): item is Draft & { deciding: Exact } => item.deciding !== null);
  const keys = keysOf(valued, steps);
  const places = rankKeys(keys, better, rules.method);
  const ranked = valued.map((item, index) => ({
    ...item.standing,
    rank: places[index]?.rank ?? null,
    tied: places[index]?.tied ?? false,
    tieBreak: steps.map((step, at) => tieBreakValue(step, keys[index]?.tieBreak[at] ?? null)),
  }));
  const tiers = tiersOf(rules);
  const cut = cutOff(ranked, tiers, input.reservePlaces ?? RESERVE_PLACES);
  const decided = ranked.map((standing): Standing => {
    const tier = tiers[cut.tierOf.get(standing.entryId) ?? -1];
    return {
      ...standing,
      decision: cut.decisionOf.get(standing.entryId) ?? 'none',
      ...(rules.tiers && tier && { tier: tier.name }),
    };
  });
  return [...decided, ...drafts.filter((item) => item.deciding === null).map((item) => item.standing)].sort(forDisplay);
}

/** Deciding value and chain of each entry. Every step looks at those alone who are equal in all before it; nobody's equal is not asked. */
function keysOf(placed: readonly (Draft & { readonly deciding: Exact })[], steps: readonly TieStep[]): Key[] {
  const chains = placed.map((): (Exact | null)[] => []);
  for (const step of steps) {
    const groups = new Map<string, number[]>();
    placed.forEach(({ deciding }, index) => {
      const level = [deciding, ...(chains[index] ?? [])].map((value) => (value ? toExactText(value) : '')).join(' ');
      groups.set(level, [...(groups.get(level) ?? []), index]);
    });
    for (const group of groups.values()) {
      if (group.length === 1) {
        chains[group[0] ?? -1]?.push(null);
        continue;
      }
      const rivals = group.map((index) => ({
        entryId: placed[index]?.standing.entryId ?? '',
        counted: placed[index]?.counted() ?? [],
      }));
      tieValues(step, rivals).forEach((value, at) => chains[group[at] ?? -1]?.push(value));
    }
  }
  return placed.map(({ deciding }, index) => ({ deciding, tieBreak: chains[index] ?? [] }));
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
  const byValue = compare(b.deciding, a.deciding);
  if (byValue !== 0) return byValue;
  for (const [index, value] of a.tieBreak.entries()) {
    const other = b.tieBreak[index];
    const byCriterion = other && value ? compare(other, value) : 0;
    if (byCriterion !== 0) return byCriterion;
  }
  return 0;
}

function forDisplay(a: Standing, b: Standing): number {
  const group = (standing: Standing): number =>
    standing.rank ?? (standing.decision === 'ineligible' ? Infinity : Number.MAX_SAFE_INTEGER);
  const byGroup = group(a) === group(b) ? 0 : group(a) - group(b);
  return byGroup || compareNumbers(a.blindNo, b.blindNo) || (a.entryId < b.entryId ? -1 : 1);
}
