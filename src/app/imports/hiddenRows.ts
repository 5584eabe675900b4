// Rows, columns and sheets that nobody sees in a file: taken, left, or asked about. Knows no particular import.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { columnLetters } from '../../core/import/columnLetters';
import { isFilled } from '../../core/import/isFilled';
import type { SheetRows } from '../../core/import/sheetRows';
import type { SourceTable } from '../../core/import/sourceTable';
import type { HiddenChoice } from './rowOptions';

function hiddenRowsOf({ rows, hidden, hiddenRows }: SheetRows): number[] {
  return rows.flatMap((cells, index) => (isFilled(cells) && (hidden || hiddenRows?.has(index + 1)) ? [index + 1] : []));
}

/** The sheets as the choice has them: nothing hidden any more, or hidden rows to be left out; for 'ask' as they are. */
export function settleHidden(sheets: readonly SheetRows[], choice: HiddenChoice): readonly SheetRows[] {
  if (choice === 'ask') return sheets;
  return sheets.map((sheet) => {
    const hidden = hiddenRowsOf(sheet);
    if (hidden.length === 0) return sheet;
    const { hidden: _sheet, hiddenRows: _rows, ...seen } = sheet;
    return choice === 'take' ? seen : { ...seen, leaveOut: new Set([...(sheet.leaveOut ?? []), ...hidden]) };
  });
}

/** One notice a sheet for what was decided about its hidden rows, and one for its hidden columns. */
export function hiddenNotices(
  { all, hidden: choice }: { readonly all: readonly SheetRows[]; readonly hidden: HiddenChoice },
  source: readonly SourceTable[],
  table: string,
): Problem[] {
  const read = new Map(source.map((each) => [each.sheet, each]));
  return all.flatMap((sheet): Problem[] => {
    const own = read.get(sheet.name);
    if (!own) return [];
    const place = { table, sheet: sheet.name };
    const dataRows = new Set(own.rows.map(({ row }) => row));
    const rows = hiddenRowsOf(sheet).filter((row) => dataRows.has(row));
    const columns = [...(sheet.hiddenColumns ?? [])].filter((column) => own.taken.includes(column));
    const what = sheet.hidden ? text('隐藏的工作表', 'hidden sheet') : text('隐藏的行', 'hidden rows');
    const named = numbersOf(rows);
    return [
      ...(rows.length > 0 && choice !== 'ask'
        ? [
            {
              ...place,
              code: choice === 'take' ? ('hidden-taken' as const) : ('hidden-left' as const),
              found: named,
              expected: text('看得见的行', 'Rows that can be seen'),
              message:
                choice === 'take'
                  ? text(
                      `${what.zh}里的 ${rows.length} 行也按数据读入：第 ${named} 行。`,
                      `${rows.length} rows of ${what.en} were read as well: ${named}.`,
                    )
                  : text(
                      `${what.zh}里的 ${rows.length} 行没有导入：第 ${named} 行。`,
                      `${rows.length} rows of ${what.en} were not imported: ${named}.`,
                    ),
            },
          ]
        : []),
      ...(columns.length > 0
        ? [
            {
              ...place,
              code: 'hidden-columns' as const,
              found: columns.map((column) => own.headers[column]).join('、'),
              expected: text('看得见的列', 'Columns that can be seen'),
              message: text(
                `有隐藏的列，照样读入：${columns.map((column) => `${own.headers[column]}（${columnLetters(column)} 列）`).join('、')}。`,
                `Hidden columns were read as well: ${columns.map((column) => `${own.headers[column]} (${columnLetters(column)})`).join(', ')}.`,
              ),
            },
          ]
        : []),
    ];
  });
}

const MOST_NAMED = 12;

/** Numbers of rows as a sentence lists them. Example: `numbersOf([3, 4])` is “3、4”. */
export const numbersOf = (rows: readonly number[]): string =>
  rows.slice(0, MOST_NAMED).join('、') + (rows.length > MOST_NAMED ? '…' : '');
