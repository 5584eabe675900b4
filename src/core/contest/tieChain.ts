// The steps that tell equal scores apart, as data: criteria, highest single score, judges pairwise, lots by seed.
// Knows one group of equals at a time and never the order in which it came.
import type { Text } from '../ground/text';
import { text } from '../ground/text';
import type { Criterion } from './contest';
import type { Exact } from './exact';
import { compare, fromInteger, mean, ratio } from './exact';
import { drawLots } from './resolveTie';
import { votesAmong, type Revote } from './revote';
import type { Ballot } from './scoreTable';

/** Tokens of the steps that are no criterion; a lot’s and a re-vote’s go on with the seed and the act. */
export const HIGH = '#high';
/** Duels between equals, judge by judge; a judge counts where both have a score of theirs. */
export const PAIRWISE = '#pairwise';
const LOTS = '#lots:';
/** Prefix; the number of the act that has the votes follows. */
export const REVOTE = '#revote:';

/** One step by which equal marks are told apart, as the setting 同分比较顺序 names it. */
export type TieStep =
  | { readonly kind: 'criterion'; readonly token: string; readonly name: string; readonly place: number }
  | { readonly kind: 'high'; readonly token: string; readonly name: string }
  | { readonly kind: 'pairwise'; readonly token: string; readonly name: string }
  | { readonly kind: 'lots'; readonly token: string; readonly name: string; readonly seed: string }
  | { readonly kind: 'revote'; readonly token: string; readonly name: string; readonly revote: Revote };

interface Rival {
  readonly entryId: string;
  /** The ballots that count. */
  readonly counted: readonly Ballot[];
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(最高分|最高单项?评分|highest( single)? score|high)$/i, HIGH],
  [/^(两两比较|评委两两比较|head-to-head|pairwise)$/i, PAIRWISE],
];
const LOTS_WORD = /^(?:抽签|lots)\s*[:：=]\s*(.+)$/i;

/**
 * A word of the setting as a step's token; null when it is none of the special ones.
 * Examples: “最高分” → "#high"; “抽签：纪要7号” → "#lots:纪要7号"; "C1" → null.
 */
export function tieToken(word: string): string | null {
  const plain = word.trim();
  if (plain === HIGH || plain === PAIRWISE || (plain.startsWith(LOTS) && plain.length > LOTS.length)) return plain;
  const lots = LOTS_WORD.exec(plain);
  if (lots) return `${LOTS}${lots[1]?.trim() ?? ''}`;
  return WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** Null for a token that names neither a special step nor one of the criteria. */
export function tieStep(token: string, criteria: readonly Criterion[]): TieStep | null {
  if (token === HIGH) return { kind: 'high', token, name: '最高分' };
  if (token === PAIRWISE) return { kind: 'pairwise', token, name: '评委两两比较' };
  if (token.startsWith(LOTS) && token.length > LOTS.length)
    return { kind: 'lots', token, name: `抽签（种子“${token.slice(LOTS.length)}”）`, seed: token.slice(LOTS.length) };
  const place = criteria.findIndex(({ criterionId }) => criterionId === token);
  const criterion = criteria[place];
  return criterion ? { kind: 'criterion', token, name: criterion.name, place } : null;
}

/** A re-vote as the step that follows the whole chain. */
export function revoteStep(revote: Revote): TieStep {
  return { kind: 'revote', token: `${REVOTE}${revote.actId}`, name: `复评（${revote.actId}）`, revote };
}

/** What the rules say of a step, to be read between “依次比较” and the full stop. */
export function tieStepInWords(step: TieStep): Text {
  if (step.kind === 'criterion') return text(`“${step.name}”的平均分`, `the mean of ${step.name}`);
  if (step.kind === 'high') return text('最高的一个评分', 'the highest single score');
  if (step.kind === 'lots') return text(`抽签（种子“${step.seed}”）`, `lots (seed “${step.seed}”)`);
  if (step.kind === 'revote') return text('重新投票的得票', 'the votes of a re-vote');
  return text('评委两两比较的胜场', 'how many of the others more judges rate lower');
}

/** Per rival, the place of each judge's subtotal among those of the group, so that a duel compares whole numbers; −1: none counts. */
function levelsOf(group: readonly Rival[]): Int32Array[] {
  const subtotalsOf = group.map(({ counted }) => new Map(counted.map(({ judgeId, subtotal }) => [judgeId, subtotal])));
  const judges = [...new Set(group.flatMap(({ counted }) => counted.map(({ judgeId }) => judgeId)))];
  const levels = group.map(() => new Int32Array(judges.length).fill(-1));
  judges.forEach((judgeId, at) => {
    const given = subtotalsOf.flatMap((subtotals, index) => {
      const subtotal = subtotals.get(judgeId);
      return subtotal ? [{ index, subtotal }] : [];
    });
    given.sort((a, b) => compare(a.subtotal, b.subtotal));
    let level = 0;
    given.forEach(({ index, subtotal }, position) => {
      const below = given[position - 1];
      if (below && compare(below.subtotal, subtotal) !== 0) level += 1;
      const own = levels[index];
      if (own) own[at] = level;
    });
  });
  return levels;
}

/** More judges who scored both rate a above b: 2; as many: 1; else 0. */
function duel(a: Int32Array, b: Int32Array): number {
  let balance = 0;
  for (let at = 0; at < a.length; at += 1) {
    const [mine = -1, theirs = -1] = [a[at], b[at]];
    if (mine >= 0 && theirs >= 0) balance += Math.sign(mine - theirs);
  }
  return 1 + Math.sign(balance);
}

function duelsWon(group: readonly Rival[]): Exact[] {
  const levels = levelsOf(group);
  return levels.map((mine) =>
    ratio(BigInt(levels.reduce((sum, theirs) => (theirs === mine ? sum : sum + duel(mine, theirs)), 0)), 2n),
  );
}

/**
 * The value of each rival of a group of equals under a step; the greater stands first. Null where nothing counts.
 * Pairwise: the number of duels won, half for a draw. Lots: how many were drawn later.
 */
export function tieValues(step: TieStep, group: readonly Rival[]): (Exact | null)[] {
  switch (step.kind) {
    case 'criterion':
      return group.map(({ counted }) => mean(counted.flatMap(({ values }) => values?.[step.place] ?? [])));
    case 'high':
      return group.map(({ counted }) =>
        counted.reduce<Exact | null>(
          (most, { subtotal }) => (subtotal && (!most || compare(subtotal, most) > 0) ? subtotal : most),
          null,
        ),
      );
    case 'pairwise':
      return duelsWon(group);
    case 'revote': {
      const votes = votesAmong(
        step.revote,
        group.map(({ entryId }) => entryId),
      );
      return group.map((_rival, index) => (votes ? fromInteger(votes[index] ?? 0) : null));
    }
    case 'lots': {
      const drawn = drawLots(
        group.map(({ entryId }) => entryId),
        step.seed,
      );
      const place = new Map(drawn.map((entryId, index) => [entryId, index]));
      return group.map(({ entryId }) => fromInteger(group.length - 1 - (place.get(entryId) ?? 0)));
    }
  }
}
