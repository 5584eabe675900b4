// Who must not score what (S-2), and the scores that are there nevertheless. Knows no sheet and no aggregate.
import type { Entry, Judge, Score } from './contest';

/** S-2: a judge is recused from every story of the judge's own unit. A judge of no unit ('') is recused from none. */
export function isRecused(judge: Pick<Judge, 'unitId'>, entry: Pick<Entry, 'unitId'>): boolean {
  return judge.unitId !== '' && judge.unitId === entry.unitId;
}

/** True when at least one criterion of the row is filled in. */
export function hasScores(score: Pick<Score, 'scores'>): boolean {
  return Object.values(score.scores).some((value) => value !== null && value.trim() !== '');
}

/** A recused judge's score that is kept and listed, not counted. `by`: what makes the judge recused. */
export interface StrayScore {
  readonly judgeId: string;
  readonly entryId: string;
  readonly by: 'unit' | 'remark';
}

/** S-2: every filled-in score of a recused judge, in the order of judgeId, then entryId. */
export function strayScores(entries: readonly Entry[], judges: readonly Judge[], scores: readonly Score[]): StrayScore[] {
  const entryOf = new Map(entries.map((entry) => [entry.entryId, entry]));
  const judgeOf = new Map(judges.map((judge) => [judge.judgeId, judge]));
  const strays: StrayScore[] = [];
  for (const score of scores) {
    const judge = judgeOf.get(score.judgeId);
    const entry = entryOf.get(score.entryId);
    if (!judge || !entry || !hasScores(score)) continue;
    const byUnit = isRecused(judge, entry);
    if (byUnit || score.recused) strays.push({ judgeId: judge.judgeId, entryId: entry.entryId, by: byUnit ? 'unit' : 'remark' });
  }
  return strays.sort((a, b) => textOrder(a.judgeId, b.judgeId) || textOrder(a.entryId, b.entryId));
}

function textOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
