// Entries before they are placed, from packed scores: whole numbers all the way to the texts. Gives what `draftOf` gives, or null (S-6).
import type { Aggregate, ContestRules, Entry } from './contest';
import { counts, decidingText, unplaced, type Draft, type Placing } from './draft';
import { ratio, toDecimal } from './exact';
import { RECUSED, SCORED, type PackedScores } from './packedScores';
import { exactTextOf, roundedUnits, unitsText } from './smallFractions';
import type { Standing } from './standing';

interface Summary {
  /** The value is n / d units; d = 0: too few scores. */
  readonly n: number;
  readonly d: number;
  readonly used: Aggregate;
  readonly count: number;
  /** Places among the judges; −1 when no score counts. */
  readonly lowest: number;
  readonly highest: number;
  readonly trims: boolean;
}

const NOBODY: readonly string[] = [];

/** S-4 and S-5 over one row of totals; the first of equal ones is the lowest, the first other one the highest. */
function summarize(packed: PackedScores, first: number, rules: ContestRules, room: Float64Array): Summary {
  const { states, totals } = packed;
  const width = packed.judges.length;
  let [count, sum, lowest, highest] = [0, 0, -1, -1];
  let [low, high] = [Infinity, -Infinity];
  for (let at = 0; at < width; at++) {
    if (states[first + at] !== SCORED) continue;
    const total = totals[first + at] ?? 0;
    room[count] = total;
    count += 1;
    sum += total;
    if (total < low) [low, lowest] = [total, at];
    if (total > high) [high, highest] = [total, at];
  }
  // Where all are equal, the first is the lowest and the next the highest.
  if (highest === lowest && count > 1) {
    highest += 1;
    while (states[first + highest] !== SCORED) highest += 1;
  }
  const trims = rules.aggregate === 'trimmed' && count >= Math.max(rules.trimFrom, 3);
  const used: Aggregate = count === 0 || (rules.aggregate === 'trimmed' && !trims) ? 'mean' : rules.aggregate;
  const enough = count > 0 && count >= rules.minimumScores;
  const common = { used, count, lowest, highest, trims };
  if (!enough) return { n: 0, d: 0, ...common };
  if (used === 'median') {
    const sorted = room.subarray(0, count).sort();
    return { n: (sorted[count >> 1] ?? 0) + (sorted[(count - 1) >> 1] ?? 0), d: 2, ...common };
  }
  return trims ? { n: sum - low - high, d: count - 2, ...common } : { n: sum, d: count, ...common };
}

/** Texts of subtotals: a panel gives the same few over and over. */
function textOfTotals(unit: number): (total: number) => string {
  const known: string[] = [];
  return (total) => (known[total] ??= toDecimal(ratio(BigInt(total), BigInt(unit))));
}

/** Null where a value would leave the range of exact doubles. */
export function packedDrafts(
  packed: PackedScores,
  entries: readonly Entry[],
  rules: ContestRules,
): readonly Draft[] | null {
  const { judges, unit } = packed;
  const room = new Float64Array(judges.length);
  const scale = 10 ** rules.decimals;
  const standingOf = standingMaker(packed, rules);
  const drafts: Draft[] = [];
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] as Entry;
    const summary = summarize(packed, index * judges.length, rules, room);
    const { n, d } = summary;
    const shown = d > 0 ? roundedUnits(n, d * unit, rules.decimals) : 0;
    if (shown === null || (d > 0 && roundedUnits(n, d * unit, 6) === null)) return null;
    const deciding = d === 0 ? null : rules.shownDecides ? { n: shown, d: scale } : { n, d: d * unit };
    drafts.push({
      entryId: entry.entryId,
      standing: (placing = unplaced(entry)) => standingOf({ entry, index, summary, deciding }, placing),
      counted: () => packed.ballots(index).filter(counts),
      deciding: entry.eligible ? deciding : null,
    });
  }
  return drafts;
}

interface Counted {
  readonly entry: Entry;
  /** Of the entry. */
  readonly index: number;
  readonly summary: Summary;
  readonly deciding: Draft['deciding'];
}

type StandingMaker = (counted: Counted, placing: Placing) => Standing;

function standingMaker({ judges, states, totals, unit, strays }: PackedScores, rules: ContestRules): StandingMaker {
  const width = judges.length;
  const ids = judges.map(({ judgeId }) => judgeId);
  const textOf = textOfTotals(unit);
  const empty = Object.fromEntries(ids.map((id): [string, string | null] => [id, null]));
  return ({ entry, index, summary, deciding }, placing) => {
    const { n, d, used, count, lowest, highest, trims } = summary;
    const first = index * width;
    const [high, low] = [totals[first + highest] ?? 0, totals[first + lowest] ?? 0];
    const subtotals = { ...empty };
    for (let at = 0; at < width; at++)
      if (states[first + at] === SCORED) subtotals[ids[at] as string] = textOf(totals[first + at] as number);
    const where = (holds: (pair: number) => boolean): readonly string[] => ids.filter((_id, at) => holds(first + at));
    const whole = count === width;
    const valued = d > 0;
    const rounded = (decimals: number): string =>
      valued ? unitsText(roundedUnits(n, d * unit, decimals) ?? 0, decimals) : '';
    return {
      entryId: entry.entryId,
      blindNo: entry.blindNo,
      unitId: entry.unitId,
      title: entry.title,
      subtotals,
      count,
      exact: valued ? exactTextOf(n, d * unit) : '',
      score: rounded(6),
      shown: rounded(rules.decimals),
      deciding: deciding ? decidingText(deciding) : '',
      ...placing,
      used,
      differently: rules.aggregate === 'trimmed' && !trims && count > 0,
      high: count > 0 ? textOf(high) : null,
      low: count > 0 ? textOf(low) : null,
      range: count > 0 ? textOf(high - low) : null,
      trimmedJudges: trims ? [ids[lowest] ?? '', ids[highest] ?? ''] : NOBODY,
      recusedJudges: whole ? NOBODY : where((pair) => states[pair] === RECUSED),
      missingJudges: whole ? NOBODY : where((pair) => states[pair] !== SCORED && states[pair] !== RECUSED),
      stray: strays.size === 0 ? NOBODY : where((pair) => strays.has(pair)),
    };
  };
}
