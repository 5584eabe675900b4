// Rows that somebody crossed out in the file: they are read like all others, and named. Decides nothing.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { SheetRows } from '../../core/import/sheetRows';
import type { SourceTable } from '../../core/import/sourceTable';
import { numbersOf } from './hiddenRows';

/** One notice a sheet. */
export function struckNotices(all: readonly SheetRows[], source: readonly SourceTable[], table: string): Problem[] {
  return source.flatMap(({ sheet, rows }): Problem[] => {
    const struck = all.find(({ name }) => name === sheet)?.struckRows ?? new Set();
    const own = rows.map(({ row }) => row).filter((row) => struck.has(row));
    if (own.length === 0) return [];
    const named = numbersOf(own);
    return [
      {
        code: 'struck-rows',
        table,
        sheet,
        found: named,
        expected: text('没有删除线的行', 'rows that are not struck through'),
        message: text(
          `有 ${own.length} 行的字划了删除线，也当作数据读：第 ${named} 行。作废的请在文件里删去，或选不采用这一行。`,
          `${own.length} ${own.length === 1 ? 'row is' : 'rows are'} struck through in the file and read like all others: ${named}. Delete what no longer holds from the file, or leave the row out.`,
        ),
      },
    ];
  });
}
