// One judge’s sheet → what the judge wrote beside the scores. Whether and to whom it is told is the rules’ matter.
import type { Criterion, Judge } from '../../../core/contest/contest';
import type { Remark } from '../../../core/awards/remarks';
import type { Language } from '../../../core/ground/text';
import { codeOf } from '../../contract/labels';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { scoreSheetSpec } from './scoreSheet';

/** Rows with a remark, of whatever state their scores are. Rows without an entry are none. */
export function readRemarks(
  table: TableSnapshot,
  judge: Judge,
  criteria: readonly Criterion[],
  language: Language,
): Remark[] {
  return readRows(scoreSheetSpec(judge, criteria, language), table).flatMap((row): Remark[] => {
    const [entryId, remark] = [row.text('entryId'), row.text('remark')];
    if (entryId === '' || remark === '') return [];
    return [{ judgeId: judge.judgeId, entryId, remark, recused: codeOf('yesNo', row.text('recused')) === 'yes' }];
  });
}
