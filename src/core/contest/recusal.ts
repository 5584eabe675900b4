// Who must not score what (S-2), and whether a row holds scores. Knows no sheet and no aggregate.
import type { Entry, Judge, Score } from './contest';

/** S-2: a judge is recused from every story of the judge's own unit. A judge of no unit ('') is recused from none. */
export function isRecused(judge: Pick<Judge, 'unitId'>, entry: Pick<Entry, 'unitId'>): boolean {
  return judge.unitId !== '' && judge.unitId === entry.unitId;
}

/** True when at least one criterion of the row is filled in. */
export function hasScores(score: Pick<Score, 'scores'>): boolean {
  return Object.values(score.scores).some((value) => value !== null && value.trim() !== '');
}
