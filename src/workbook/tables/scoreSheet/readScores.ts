// One judge’s sheet → the scores as they were typed. Whether they are scores at all is the rules’ matter.
import type { Criterion, Judge, Score } from '../../../core/contest/contest';
import type { Problem } from '../../../core/ground/problem';
import type { Language } from '../../../core/ground/text';
import { CellReader, decimalText } from '../../contract/cells';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
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
  return readRows(spec, table)
    .filter((row) => row.text('entryId') !== '')
    .map((row) => ({
      judgeId: judge.judgeId,
      entryId: row.text('entryId'),
      recused: cells.choice(row, 'recused', 'yesNo', 'no') === 'yes',
      scores: Object.fromEntries(
        criteria.map((criterion) => {
          const value = row.get(scoreKey(criterion.criterionId));
          return [
            criterion.criterionId,
            value === '' ? null : typeof value === 'number' ? decimalText(value) : String(value),
          ];
        }),
      ),
    }));
}
