// Counts what became of the rows of a source. Knows no particular import.
import { isFilled } from '../../core/import/isFilled';
import type { SheetRows } from '../../core/import/sheetRows';
import type { SourceTable } from '../../core/import/sourceTable';
import type { Problem } from '../../core/ground/problem';
import type { PreviewRow } from '../run/job';
import type { RowCounts } from '../run/rowCounts';

const TAKEN: readonly PreviewRow['state'][] = ['added', 'changed', 'unchanged'];

/** `in` is counted on the sheets themselves, the others on what became of each row: a row that is lost on the way shows. */
export function countRows(
  sheets: readonly SheetRows[],
  source: readonly SourceTable[],
  rows: readonly PreviewRow[],
  problems: readonly Problem[],
): RowCounts {
  const read = new Set(source.map(({ sheet }) => sheet));
  const refusedSheets = new Set(problems.map(({ sheet }) => sheet));
  const refusedWhole =
    source.length === 0 && problems.some(({ code }) => code === 'no-header' || code === 'not-score-sheets');
  let all = 0;
  let refused = rows.filter(({ state }) => state === 'ask' || state === 'leftOut').length;
  let passedOver =
    rows.filter(({ state, blank }) => state === 'skipped' || blank).length +
    source.reduce((sum, table) => sum + table.passedOver.length + table.silent.length, 0);
  for (const sheet of sheets) {
    const filled = sheet.rows.filter(isFilled).length;
    all += filled;
    if (read.has(sheet.name)) continue;
    if (refusedWhole || refusedSheets.has(sheet.name)) refused += filled;
    else passedOver += filled;
  }
  return {
    in: all,
    taken: rows.filter(({ state, blank }) => TAKEN.includes(state) && !blank).length,
    refused,
    passedOver,
  };
}
