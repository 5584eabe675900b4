// One judge’s sheet → the scores as they were typed. Whether they are scores at all is the rules’ matter.
import type { Criterion, Judge, Score } from '../../../core/contest/contest';
import type { Problem } from '../../../core/ground/problem';
import type { Language } from '../../../core/ground/text';
import { CellReader, decimalText } from '../../contract/cells';
import { readRows } from '../../contract/rows';
import type { CellValue, TableSnapshot } from '../../contract/snapshot';
import { scoreKey, scoreSheetSpec } from './scoreSheet';

/**
 * One judge's sheet. A number becomes decimal text; text in a score cell ("优秀") is kept as it stands,
 * so that the scoring rules can name it as invalid; an empty cell is null (S-1).
 */
export function readScores(
  table: TableSnapshot,
  judge: Judge,
  criteria: readonly Criterion[],
  language: Language,
  problems: Problem[],
): Score[] {
  const spec = scoreSheetSpec(judge, criteria, language);
  const cells = new CellReader(spec, problems);
  const columns = criteria.map(({ criterionId }) => ({ criterionId, key: scoreKey(criterionId) }));
  const read: Score[] = [];
  for (const row of readRows(spec, table)) {
    const entryId = row.text('entryId');
    if (entryId === '') continue;
    const scores: Record<string, string | null> = {};
    for (const { criterionId, key } of columns) scores[criterionId] = asTyped(row.get(key));
    const recused = cells.choice(row, 'recused', 'yesNo', 'no') === 'yes';
    read.push({ judgeId: judge.judgeId, entryId, recused, scores });
  }
  return read;
}

function asTyped(value: CellValue): string | null {
  if (value === '') return null;
  return typeof value === 'number' ? decimalText(value) : String(value);
}
