// From scores to places: aggregates, tie-breaks, ranks and who stands above the cut-off. Knows no workbook and no display.
import { aggregate } from './aggregate';
import { compareNumbers } from './blindNumber';
import type { ContestRules, Criterion, Entry } from './contest';
import { RESERVE_PLACES, cutOff } from './cutOff';
import type { Exact } from './exact';
import { compare, fromDecimal, mean, roundHalfUp, toDecimal, toExactText } from './exact';
import { rankKeys } from './rank';
import type { Ballot, Contest } from './scoreTable';
import { createScoreTable } from './scoreTable';
import type { Standing, TieBreakValue } from './standing';

export interface ContestInput extends Contest {
  readonly rules: ContestRules;
  /** How many places below the awards are 候补; default 3. */
  readonly reservePlaces?: number;
}

interface Key {
  readonly deciding: Exact;
  readonly tieBreak: readonly Exact[];
}

interface TieBreaker {
  readonly criterion: Criterion;
  /** Position among the criteria. */
  readonly place: number;
}

interface Draft {
  readonly standing: Standing;
  /** Null: takes no place. */
  readonly key: Key | null;
}

/**
 * Every entry's standing, sorted for display: by rank, then those without a rank (待定, then 不参评), each by blind number.
 * Permuting entries, judges or scores changes nothing. Ineligible entries take no place, entries with fewer scores than
 * the minimum are undecided (S-5); equal deciding values are told apart by the tie-break criteria in order and stay
 * tied when these are equal too. Throws RangeError when `rules.tieBreak` names a criterion that is not there:
 * ask `checkCriteria` first.
 */
export function computeStandings(input: ContestInput): Standing[] {
  const table = createScoreTable(input);
  return standingsOf(input, new Map(input.entries.map((entry) => [entry, table.ballots(entry)])));
}

/** The same from ballots that were read before, so that several ways of counting need to read the scores only once. */
export function standingsOf(input: Omit<ContestInput, 'scores' | 'judges'>, ballotsOf: ReadonlyMap<Entry, readonly Ballot[]>): Standing[] {
  const { rules } = input;
  const tieBreakers = rules.tieBreak.map((criterionId): TieBreaker => {
    const place = input.criteria.findIndex((candidate) => candidate.criterionId === criterionId);
    const criterion = input.criteria[place];
    if (!criterion) throw new RangeError(`tie-break names an unknown criterion: ${criterionId}`);
    return { criterion, place };
  });
  const drafts = input.entries.map((entry) => draft(entry, ballotsOf.get(entry) ?? [], tieBreakers, rules));
  const placed = drafts.filter((item): item is Draft & { key: Key } => item.key !== null);
  const places = rankKeys(placed.map((item) => item.key), better, rules.method);
  const ranked = placed.map((item, index) => ({ ...item.standing, rank: places[index]?.rank ?? null, tied: places[index]?.tied ?? false }));
  const cut = cutOff(ranked, rules.awardQuota, input.reservePlaces ?? RESERVE_PLACES);
  const decided = ranked.map((standing) => ({ ...standing, decision: cut.decisionOf.get(standing.entryId) ?? 'none' }));
  return [...decided, ...drafts.filter((item) => item.key === null).map((item) => item.standing)].sort(forDisplay);
}

function draft(entry: Entry, ballots: readonly Ballot[], tieBreakers: readonly TieBreaker[], rules: ContestRules): Draft {
  const counted = ballots.filter((ballot): ballot is Ballot & { subtotal: Exact } => ballot.subtotal !== null);
  const result = aggregate(counted.map((ballot) => ballot.subtotal), rules);
  const shown = result.value === null ? '' : roundHalfUp(result.value, rules.decimals);
  const deciding = result.value === null ? null : rules.shownDecides ? fromDecimal(shown) : result.value;
  const means = tieBreakers.map(({ place }) => mean(counted.flatMap(({ values }) => values?.[place] ?? [])));
  const judgesWhere = (holds: (ballot: Ballot) => boolean): string[] => ballots.filter(holds).map((ballot) => ballot.judgeId);
  const standing: Standing = {
    entryId: entry.entryId,
    blindNo: entry.blindNo,
    unitId: entry.unitId,
    title: entry.title,
    subtotals: Object.fromEntries(ballots.map((ballot) => [ballot.judgeId, ballot.subtotal && toDecimal(ballot.subtotal)])),
    count: result.count,
    exact: result.value ? toExactText(result.value) : '',
    score: result.value ? roundHalfUp(result.value, 6) : '',
    shown,
    deciding: deciding ? toExactText(deciding) : '',
    rank: null,
    tied: false,
    decision: entry.eligible ? 'undecided' : 'ineligible',
    tieBreak: tieBreakers.map(({ criterion }, index) => tieBreakValue(criterion, means[index] ?? null)),
    used: result.used,
    differently: result.differently,
    high: result.high && toDecimal(result.high),
    low: result.low && toDecimal(result.low),
    range: result.range && toDecimal(result.range),
    trimmedJudges: result.trimmed.flatMap((index) => counted[index]?.judgeId ?? []),
    recusedJudges: judgesWhere((ballot) => ballot.state === 'recused'),
    missingJudges: judgesWhere((ballot) => ballot.state !== 'recused' && ballot.subtotal === null),
    stray: judgesWhere((ballot) => ballot.stray),
  };
  const key = entry.eligible && deciding ? { deciding, tieBreak: means.filter((value) => value !== null) } : null;
  return { standing, key };
}

function tieBreakValue(criterion: Criterion, value: Exact | null): TieBreakValue {
  return {
    criterionId: criterion.criterionId,
    name: criterion.name,
    value: value ? toDecimal(value) : '',
    exact: value ? toExactText(value) : '',
  };
}

function better(a: Key, b: Key): number {
  const byValue = compare(b.deciding, a.deciding);
  if (byValue !== 0) return byValue;
  for (const [index, value] of a.tieBreak.entries()) {
    const other = b.tieBreak[index];
    const byCriterion = other ? compare(other, value) : 0;
    if (byCriterion !== 0) return byCriterion;
  }
  return 0;
}

function forDisplay(a: Standing, b: Standing): number {
  const group = (standing: Standing): number => standing.rank ?? (standing.decision === 'ineligible' ? Infinity : Number.MAX_SAFE_INTEGER);
  const byGroup = group(a) === group(b) ? 0 : group(a) - group(b);
  return byGroup || compareNumbers(a.blindNo, b.blindNo) || (a.entryId < b.entryId ? -1 : 1);
}
