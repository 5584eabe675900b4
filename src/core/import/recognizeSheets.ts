// The tables in all sheets of a file. A file without any is a problem; a sheet without one beside others is only told.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import { cellText } from './cellText';
import { doubtProblems } from './doubtProblems';
import type { WantedColumn } from './matchHeaders';
import { recognizeTable, type RecognizedTable } from './recognizeTable';
import type { SheetRows } from './sheetRows';

export interface RecognizedSheets {
  readonly tables: readonly { readonly sheet: string; readonly table: RecognizedTable }[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

const isBlank = (sheet: SheetRows): boolean => sheet.rows.every((row) => row.every((cell) => cellText(cell) === ''));

/** Recognises the table of each sheet, with a problem for each doubtful cell; blank sheets are passed over in silence. `target` is the table of the workbook they are for;
 * `otherwise`: the columns of a sheet that has not those. */
export function recognizeSheets(
  sheets: readonly SheetRows[],
  columns: readonly WantedColumn[],
  target: string,
  otherwise: readonly WantedColumn[] = columns,
): RecognizedSheets {
  const tables: { sheet: string; table: RecognizedTable }[] = [];
  const without: Problem[] = [];
  for (const sheet of sheets.filter((candidate) => !isBlank(candidate))) {
    const first = recognizeTable(sheet.rows, columns, sheet);
    const second = 'problem' in first && otherwise !== columns ? recognizeTable(sheet.rows, otherwise, sheet) : first;
    const table = 'problem' in second ? first : second;
    if ('problem' in table) without.push({ ...table.problem, table: target, sheet: sheet.name });
    else tables.push({ sheet: sheet.name, table });
  }
  const doubts = tables.flatMap(({ sheet, table }) => doubtProblems(table, target, sheet));
  if (tables.length > 0) {
    const notices = without.map((problem): Problem => ({
      ...problem,
      code: 'sheet-skipped',
      message: text(
        `工作表“${problem.sheet}”里没有要找的表头，没有导入。`,
        `Sheet “${problem.sheet}” has no such header row; it was not imported.`,
      ),
    }));
    return { tables, problems: doubts, notices };
  }
  if (without.length > 0) return { tables, problems: without, notices: [] };
  const empty: Problem = {
    table: target,
    code: 'no-header',
    found: '',
    expected: text('至少一行表头和一行数据', 'At least a header row and a row of data'),
    message: text('文件里什么也没有：请换一个文件。', 'There is nothing in the file: choose another one.'),
  };
  return { tables, problems: [empty], notices: [] };
}
