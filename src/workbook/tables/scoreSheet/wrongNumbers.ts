// Rows of a judge's sheet that show another number than that of the story whose scores they are: somebody pasted rows in another order, or typed
// over a number. The scores count for the story of the row's hidden id; which one the judge meant only people can tell.
import { sameNumber } from '../../../core/contest/blindNumber';
import type { Criterion, Entry, Judge } from '../../../core/contest/contest';
import type { Problem } from '../../../core/ground/problem';
import { text, type Language } from '../../../core/ground/text';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { scoreSheetSpec } from './scoreSheet';

/** Example: the row of E003 (no. 3) shows “5” → 'number-differs', expected 3, found 5. */
export function wrongNumbers(
  table: TableSnapshot,
  judge: Judge,
  criteria: readonly Criterion[],
  entries: readonly Entry[],
  language: Language,
): Problem[] {
  const entryOf = new Map(entries.map((entry) => [entry.entryId, entry]));
  return readRows(scoreSheetSpec(judge, criteria, language), table).flatMap((row): Problem[] => {
    const entry = entryOf.get(row.text('entryId'));
    const found = row.text('blindNo');
    if (!entry || found === '' || sameNumber(found, entry.blindNo)) return [];
    const { entryId, blindNo, title } = entry;
    return [
      {
        code: 'number-differs',
        table: table.name,
        sheet: table.sheet,
        row: entryId,
        column: 'blindNo',
        expected: text(blindNo, blindNo),
        found,
        message: text(
          `“${table.sheet}”里 ${blindNo}号《${title}》那一行的编号是“${found}”：分数现在算给 ${blindNo}号。如是整行粘贴错位，请撤销或重新导入这位评委的评分；只是编号错，请改回“${blindNo}”。`,
          `On “${table.sheet}” the row of no. ${blindNo} “${title}” shows number “${found}”; its scores count for no. ${blindNo}. If rows were pasted in another order, undo that or import this judge's scores again; if only the number is wrong, put “${blindNo}” back.`,
        ),
      },
    ];
  });
}
