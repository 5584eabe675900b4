// Rows in, rows taken, rows refused, rows passed over: the four of every import, which add up. Knows no particular import.
import { isFilled } from '../../core/import/recognizeTable';
import type { SheetRows } from '../../core/import/sheetRows';
import type { SourceTable } from '../../core/import/sourceTable';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import type { PreviewRow } from '../run/job';

export interface RowCounts {
  /** Rows of all sheets in which anything stands. Of a table continued to the right of itself each part of a row counts. */
  readonly in: number;
  /** The workbook has what they say now, or had it before. */
  readonly taken: number;
  /** A problem keeps them out. */
  readonly refused: number;
  /** Titles, headers, totals, remarks, sheets of another kind, and rows that were to be left out. */
  readonly passedOver: number;
}

export const NO_COUNTS: RowCounts = { in: 0, taken: 0, refused: 0, passedOver: 0 };

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
  const refusedWhole = source.length === 0 && problems.some(({ code }) => code === 'no-header');
  let all = 0;
  let refused = rows.filter(({ state }) => state === 'ask' || state === 'leftOut').length;
  let passedOver =
    rows.filter(({ state }) => state === 'skipped').length +
    source.reduce((sum, table) => sum + table.passedOver.length + table.silent.length, 0);
  for (const sheet of sheets) {
    const filled = sheet.rows.filter(isFilled).length;
    all += filled;
    if (read.has(sheet.name)) continue;
    if (refusedWhole || refusedSheets.has(sheet.name)) refused += filled;
    else passedOver += filled;
  }
  return { in: all, taken: rows.filter(({ state }) => TAKEN.includes(state)).length, refused, passedOver };
}

/** One sentence for the message of every import. */
export function countWords({ in: all, taken, refused, passedOver }: RowCounts): Text {
  return text(
    `文件共 ${all} 行：采用 ${taken} 行，没有采用 ${refused} 行，跳过 ${passedOver} 行（标题、表头、合计等）。`,
    `${all} rows in the file: ${taken} taken, ${refused} refused, ${passedOver} passed over (titles, headers, totals and the like).`,
  );
}
