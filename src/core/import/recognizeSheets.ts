// The tables in all sheets of a file. A file without any is a problem; a sheet without one beside others is only told.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import { doubtProblems } from './doubtProblems';
import type { WantedColumn } from './matchHeaders';
import { recognizeTable, type RecognizedTable } from './recognizeTable';
import type { SheetRows } from './sheetRows';
import { isBlankSheet, nothingBelowHeader, nothingInFile } from './uselessFile';

/** The lists that a file's sheets hold; a sheet without one is a problem only when no sheet has one, else a notice. */
export interface RecognizedSheets {
  readonly tables: readonly { readonly sheet: string; readonly table: RecognizedTable }[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

const isEmpty = ({ dataRows, doubtful, leftOut }: RecognizedTable): boolean =>
  dataRows.length + doubtful.length + leftOut.length === 0;

/** One file without a header is one thing to say, however many sheets it has. */
function inOneSentence(without: readonly Problem[]): Problem {
  const [first] = without;
  if (!first || without.length === 1) return first as Problem;
  const names = without.map(({ sheet }) => sheet).join('、');
  const { sheet: _sheet, ...rest } = first;
  return {
    ...rest,
    found: names,
    message: text(
      `${without.length} 个工作表（${names}）都没有要找的表头。${first.message.zh.replace(/^没有找到表头：/, '')}`,
      `None of the ${without.length} sheets (${names}) has such a header row. ${first.message.en.replace(/^No header row was found: p/, 'P')}`,
    ),
  };
}

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
  for (const sheet of sheets.filter((candidate) => !isBlankSheet(candidate))) {
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
    return {
      tables,
      problems: tables.every(({ table }) => isEmpty(table))
        ? [
            nothingBelowHeader(
              tables.map(({ sheet }) => sheet),
              target,
            ),
          ]
        : doubts,
      notices,
    };
  }
  if (without.length > 0) return { tables, problems: [inOneSentence(without)], notices: [] };
  return { tables, problems: [nothingInFile(target)], notices: [] };
}
