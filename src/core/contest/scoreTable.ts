// All scores of a contest, found by entry and judge. Knows which row counts when a row is there twice; computes nothing.
import type { Criterion, Entry, Judge, Score } from './contest';
import type { Exact } from './exact';
import { hasScores, isRecused } from './recusal';
import type { ReadScore, ScoreState } from './subtotal';
import { scoreReader } from './subtotal';

/** Everything that scores are counted from. */
export interface Contest {
  readonly entries: readonly Entry[];
  readonly judges: readonly Judge[];
  readonly criteria: readonly Criterion[];
  readonly scores: Iterable<Score>;
}

/** How one active judge stands to one entry. */
export interface Ballot {
  readonly judgeId: string;
  /** 'recused' by unit or by remark (S-2). */
  readonly state: ScoreState;
  /** Null unless the state is 'scored'. */
  readonly subtotal: Exact | null;
  /** Exact scores in the order of the criteria; null unless the state is 'scored'. */
  readonly values: readonly Exact[] | null;
  readonly score: Score | undefined;
  /** A recused judge's row that has scores in it. */
  readonly stray: boolean;
}

/** Scores by entry, recusals and inactive judges settled; made once, asked for every entry. */
export interface ScoreTable {
  /** Active judges, in order of judgeId. */
  readonly judges: readonly Judge[];
  /** One ballot per active judge, in the order of `judges`. */
  ballots(entry: Entry): Ballot[];
  /** Rows that say what an earlier one of their judge and entry says: they count once. */
  readonly repeated: readonly Score[];
}

const RECUSED: ReadScore = { state: 'recused', values: null, subtotal: null };
const DIFFERING: ReadScore = { state: 'invalid', values: null, subtotal: null };

/**
 * Looks up scores by entry and judge in constant time. A pair that has several rows which differ counts for nothing
 * ('invalid') until one of them is removed; rows that are equal count once.
 */
export function createScoreTable(contest: Contest): ScoreTable {
  const judges = contest.judges.filter((judge) => judge.active).sort((a, b) => (a.judgeId < b.judgeId ? -1 : 1));
  const read = scoreReader(contest.criteria);
  const byJudge = new Map<string, Map<string, Score | 'differ'>>();
  const repeated: Score[] = [];
  for (const score of contest.scores) {
    const own = byJudge.get(score.judgeId) ?? new Map<string, Score | 'differ'>();
    byJudge.set(score.judgeId, own);
    const other = own.get(score.entryId);
    const isSame = other !== undefined && other !== 'differ' && sameScore(other, score, contest.criteria);
    if (isSame) repeated.push(score);
    own.set(score.entryId, other === undefined || isSame ? score : 'differ');
  }
  const panel = judges.map((judge) => ({ judge, own: byJudge.get(judge.judgeId) }));
  return {
    judges,
    repeated,
    ballots: (entry) =>
      panel.map(({ judge, own }) => {
        const found = own?.get(entry.entryId);
        const score = found === 'differ' ? undefined : found;
        const recused = isRecused(judge, entry) || score?.recused === true;
        const stray = recused && score !== undefined && hasScores(score);
        const { state, subtotal, values } = recused ? RECUSED : found === 'differ' ? DIFFERING : read(score);
        return { judgeId: judge.judgeId, state, subtotal, values, score, stray };
      }),
  };
}

/** Whether two rows say the same of one entry before one judge. */
export function sameScore(a: Score, b: Score, criteria: readonly Criterion[]): boolean {
  return (
    a.recused === b.recused &&
    criteria.every(({ criterionId }) => (a.scores[criterionId] ?? null) === (b.scores[criterionId] ?? null))
  );
}
