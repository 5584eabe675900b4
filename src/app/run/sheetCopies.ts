// Copies of a table's sheet: Excel, WPS and LibreOffice call them alike. What people type there counts nowhere. Decides nothing.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { everyTable, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { JobReads } from './touches';
import { looksAt } from './unreadCells';

/** “收件登记 (2)”, “收件登记（2）”, “收件登记_2”, “收件登记 - 副本”. */
const COPY = /^(.+?)(?: ?[(（]\d+[)）]|_\d+| ?-? ?(?:副本|Copy)(?: ?[(（]?\d*[)）]?)?)$/;

/** The name of the sheet that one of such a name is a copy of; any other name as it is. Example: `originalOf('公示 (2)') === '公示'`. */
export const originalOf = (name: string): string => COPY.exec(name)?.[1] ?? name;

/** Example: sheets 收件登记 (with its table) and 收件登记 (2), a job that reads Receipts → 'sheet-copy'. */
export function sheetCopies(reads: JobReads, { sheets, tables }: WorkbookSnapshot): Problem[] {
  const tableOn = new Map(everyTable(tables).map((table) => [table.sheet, table.name]));
  return sheets.flatMap(({ name }): Problem[] => {
    const [, original = ''] = COPY.exec(name) ?? [];
    const table = tableOn.get(original);
    if (table === undefined || tableOn.has(name) || !looksAt(reads, table)) return [];
    return [
      {
        code: 'sheet-copy',
        table,
        sheet: name,
        expected: text(`只有一张“${original}”`, `one sheet “${original}”`),
        found: name,
        message: text(
          `工作表“${name}”看来是“${original}”的副本：填在那里的不计入任何结果。请把新填的移到“${original}”；副本不用请删去或改名。`,
          `Sheet “${name}” seems to be a copy of “${original}”: what is typed there counts nowhere. Move it to “${original}”; delete the copy, or give it another name.`,
        ),
      },
    ];
  });
}
