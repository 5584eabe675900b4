// The one place where the keys of a problem's place become words: the headers and sheets of the workbook, in the workbook's language.
import type { Problem } from '../../core/ground/problem';
import type { Language } from '../../core/ground/text';
import { columnTitle, specOf, tableTitle } from './tableTitle';

/**
 * In an imported file, where rows are numbers, a column is a header as it stands and stays as it is; so does the name of an option.
 * A table that is missing as a whole gets the sheet on which it would stand.
 * Example: `inPlaceWords({ table: 'Units', row: 'U01', column: 'active', … }, 'en')` has column 'Active' and columnKey 'active'.
 */
export function inPlaceWords(problem: Problem, language: Language): Problem {
  const { table, row, column, sheet } = problem;
  const header = column === undefined || typeof row === 'number' ? column : columnTitle(table, column)[language];
  const lost = sheet === undefined && row === undefined && column === undefined && problem.code === 'missing-table';
  return {
    ...problem,
    ...(header !== column && { column: header, columnKey: column }),
    ...(lost && specOf(table) && { sheet: tableTitle(table ?? '')[language] }),
  };
}
