// The one place where the keys of a problem's place become words: the headers and sheets of the workbook, in the workbook's language.
import type { Problem } from '../../core/ground/problem';
import { text, type Language, type Text } from '../../core/ground/text';
import { columnTitle, rowTitle, specOf, tableTitle } from './tableTitle';

/**
 * A row without a number is told by its line on the sheet: “#2” is nothing that a person sees. Quoted words stay as they were typed.
 * Example: `#2 的材料“…”` of the receipts → `第 6 行的材料“…”`.
 */
function withLines(message: Text, { table, row }: Problem): Text {
  if (!specOf(table)) return message;
  const unquoted = (words: string, language: Language): string =>
    words.replace(/(^|[^\w#])#(\d+)(?!\d)( ?)/g, (found, before: string, number: string, space: string) =>
      (row === undefined ? /^[：、:, ]?$/.test(before) : row === `#${number}`)
        ? `${before}${rowTitle(table, `#${number}`)[language]}${language === 'zh' ? '' : space}`
        : found,
    );
  const said = (words: string, language: Language): string =>
    words
      .split(/(“[^”]*”)/)
      .map((part, at) => (at % 2 === 1 ? part : unquoted(part, language)))
      .join('');
  return text(said(message.zh, 'zh'), said(message.en, 'en'));
}

/** What people fill in for a job that no column is called by. */
const ASKED: Readonly<Record<string, Text>> = { reason: text('理由', 'Reason') };

/**
 * In an imported file, where rows are numbers, a column is a header as it stands and stays as it is; so does the name of an option.
 * A table that is missing as a whole gets the sheet on which it would stand.
 * Example: `inPlaceWords({ table: 'Units', row: 'U01', column: 'active', … }, 'en')` has column 'Active' and columnKey 'active'.
 */
export function inPlaceWords(problem: Problem, language: Language): Problem {
  const { table, row, column, sheet } = problem;
  const header =
    column === undefined || typeof row === 'number' ? column : (ASKED[column] ?? columnTitle(table, column))[language];
  const lost = sheet === undefined && row === undefined && column === undefined && problem.code === 'missing-table';
  return {
    ...problem,
    message: withLines(problem.message, problem),
    ...(header !== column && { column: header, columnKey: column }),
    ...(lost && specOf(table) && { sheet: tableTitle(table ?? '')[language] }),
  };
}
