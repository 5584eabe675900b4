// One entry before it is placed, from its ballots, by fractions: whatever the criteria are. `packedDrafts` gives the same by whole numbers.
import { aggregate } from './aggregate';
import type { ContestRules, Entry } from './contest';
import { fromDecimal, roundHalfUp, toDecimal, toExactText, type Exact } from './exact';
import type { Ballot } from './scoreTable';
import { exactTextOf } from './smallFractions';
import type { Standing } from './standing';

/** A ballot that counts, with its exact subtotal. */
export type Counted = Ballot & { readonly subtotal: Exact };

/** What an entry gets beside the others. */
export type Placing = Pick<Standing, 'rank' | 'tied' | 'decision' | 'tieBreak' | 'tier'>;

/** An entry that takes no place. */
export const unplaced = ({ eligible }: Entry): Placing => ({
  rank: null,
  tied: false,
  decision: eligible ? 'undecided' : 'ineligible',
  tieBreak: [],
});

/** An entry with its mark worked out, before it has a place. */
export interface Draft {
  readonly entryId: string;
  /** In that place, or in none. Made on demand: ways of counting are compared without it. */
  readonly standing: (placing?: Placing) => Standing;
  /** The ballots that count: asked for where a tie is to be told apart. */
  readonly counted: () => readonly Counted[];
  /** Null: takes no place. */
  readonly deciding: Deciding | null;
}

/** A fraction: whole numbers that doubles hold, or bigint. Not always in lowest terms. */
export type Deciding = Exact | { readonly n: number; readonly d: number };

/** Equal texts for equal values, whichever way they are written. */
export function decidingText({ n, d }: Deciding): string {
  return typeof n === 'number' && typeof d === 'number'
    ? exactTextOf(n, d)
    : toExactText({ n: BigInt(n), d: BigInt(d) });
}

/** Negative when a < b, 0 when they are equal. */
export function compareDeciding(a: Deciding, b: Deciding): number {
  if (typeof a.n === 'number' && typeof b.n === 'number') {
    if (a.d === b.d) return a.n - b.n;
    const [left, right] = [a.n * Number(b.d), b.n * Number(a.d)];
    if (left < Number.MAX_SAFE_INTEGER && right < Number.MAX_SAFE_INTEGER) return left - right;
  }
  const [left, right] = [BigInt(a.n) * BigInt(b.d), BigInt(b.n) * BigInt(a.d)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether it counts: only a ballot that is complete and in range, of a judge who is not recused, has a subtotal. */
export const counts = (ballot: Ballot): ballot is Counted => ballot.subtotal !== null;

/** Ways of counting are compared on the same ballots: each subtotal is put into words once. */
const subtotalTexts = new WeakMap<Exact, string>();

function subtotalText(subtotal: Exact): string {
  let words = subtotalTexts.get(subtotal);
  if (words === undefined) subtotalTexts.set(subtotal, (words = toDecimal(subtotal)));
  return words;
}

/** The value by the rules, and what it is put together from. */
export function draftOf(entry: Entry, ballots: readonly Ballot[], rules: ContestRules): Draft {
  const counted = ballots.filter(counts);
  const result = aggregate(
    counted.map((ballot) => ballot.subtotal),
    rules,
  );
  const shown = result.value === null ? '' : roundHalfUp(result.value, rules.decimals);
  const deciding = result.value === null ? null : rules.shownDecides ? fromDecimal(shown) : result.value;
  const judgesWhere = (holds: (ballot: Ballot) => boolean): string[] =>
    ballots.filter(holds).map((ballot) => ballot.judgeId);
  const standing: Standing = {
    entryId: entry.entryId,
    blindNo: entry.blindNo,
    unitId: entry.unitId,
    title: entry.title,
    subtotals: Object.fromEntries(
      ballots.map((ballot) => [ballot.judgeId, ballot.subtotal && subtotalText(ballot.subtotal)]),
    ),
    count: result.count,
    exact: result.value ? toExactText(result.value) : '',
    score: result.value ? roundHalfUp(result.value, 6) : '',
    shown,
    deciding: deciding ? toExactText(deciding) : '',
    ...unplaced(entry),
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
  return {
    entryId: entry.entryId,
    standing: (placing) => ({ ...standing, ...placing }),
    counted: () => counted,
    deciding: entry.eligible ? deciding : null,
  };
}
