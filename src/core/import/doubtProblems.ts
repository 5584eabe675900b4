// What to say of cells that do not say what their sender meant. Knows no table's meaning.
import type { Place, Problem } from '../ground/problem';
import { text } from '../ground/text';
import { cellText, rawText } from './cellText';
import type { RecognizedTable } from './recognizeTable';
import type { ImportedCell } from './sheetRows';

/** A problem for each cell that does not say what the sender meant; its row is not among the data rows. */
export function doubtProblems(found: RecognizedTable, table: string, sheet: string): Problem[] {
  return found.doubtful.flatMap(({ rowNumber, cells, doubts, hidden }) => [
    ...(hidden ? [hiddenProblem({ table, sheet, row: rowNumber }, cells, hidden)] : []),
    ...doubts.map(({ column, look }): Problem => {
      const place = { table, sheet, row: rowNumber, column: found.headers[column] ?? '' };
      if (look.kind === 'date')
        return {
          ...place,
          code: 'became-date',
          found: look.shown,
          expected: text('文字或数字', 'Text or a number'),
          message: text(
            `这一格是日期，显示为“${look.shown}”，原来写的可能不是这个：请按原意改正这一格再导入。`,
            `This cell is a date, shown as “${look.shown}”; something else may have been typed: correct the cell and import again.`,
          ),
        };
      return {
        ...place,
        code: 'unworked-formula',
        found: rawText(cells[column]),
        expected: text('算出了结果的公式，或一个值', 'A formula with its result, or a value'),
        message: text(
          '这一格是公式，文件里没有它的结果：请用 Excel 或 WPS 打开，保存后再导入。',
          'This cell is a formula without a result in the file: open it in Excel or WPS, save it and import again.',
        ),
      };
    }),
  ]);
}

/** Left out, old, or merely filtered away: only a person knows. */
function hiddenProblem(place: Place, cells: readonly ImportedCell[], hidden: 'row' | 'sheet'): Problem {
  const what =
    hidden === 'sheet'
      ? text(`工作表“${place.sheet}”是隐藏的`, `Sheet “${place.sheet}” is hidden`)
      : text('这一行在文件里是隐藏的', 'This row is hidden in the file');
  return {
    ...place,
    code: 'hidden-row',
    found: cells.map(cellText).filter(Boolean).join(' '),
    expected: text('看得见的行', 'A row that can be seen'),
    message: text(
      `${what.zh}，没有导入：请选“隐藏的行和工作表”是导入还是不导入。`,
      `${what.en} and was not imported: choose whether hidden rows and sheets are taken or left.`,
    ),
  };
}
