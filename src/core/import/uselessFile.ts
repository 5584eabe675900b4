// What to say of a file from which nothing can be taken: each time one sentence. Knows no table's meaning.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import { cellText } from './cellText';
import type { SheetRows } from './sheetRows';

/** Whether no cell of the sheet holds more than blanks. */
export const isBlankSheet = ({ rows }: Pick<SheetRows, 'rows'>): boolean =>
  rows.every((row) => row.every((cell) => cellText(cell) === ''));

/** Not one cell is filled. `target` is the table that the rows are for. */
export function nothingInFile(target: string): Problem {
  return {
    table: target,
    code: 'no-header',
    found: '',
    expected: text('至少一行表头和一行数据', 'At least a header row and a row of data'),
    message: text('文件里什么也没有：请换一个文件。', 'There is nothing in the file: choose another one.'),
  };
}

/** Headers in these sheets, and nothing under them. */
export function nothingBelowHeader(sheets: readonly string[], target: string): Problem {
  const names = sheets.join('、');
  return {
    table: target,
    ...(sheets.length === 1 && { sheet: names }),
    code: 'no-rows',
    found: names,
    expected: text('表头下面的数据', 'Data below the header'),
    message: text(
      '表头下面没有数据行，没有导入：请换一个文件。',
      'No row of data below the header; nothing was imported: choose another file.',
    ),
  };
}
