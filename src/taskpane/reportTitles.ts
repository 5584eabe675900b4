// What a report's tables and columns are called before a person: sheets by their present names, options by the labels of their fields. Knows no step.
import type { JobReport } from '../app/run/job';
import { text } from '../core/ground/text';
import type { Problem } from '../core/ground/problem';
import type { Titles } from './problemGroups';
import type { StepField } from './steps';

/** The same titles, as this report needs them. */
export function reportTitles<T extends Pick<Titles, 'tableTitle' | 'columnTitle'>>(
  titles: T,
  { sheetNames = {} }: Pick<JobReport, 'sheetNames'>,
  fields: readonly StepField[] = [],
): T {
  return {
    ...titles,
    tableTitle: (table: string) => {
      const sheet = sheetNames[table];
      return sheet === undefined ? titles.tableTitle(table) : text(sheet, sheet);
    },
    columnTitle: (table: string | undefined, column: string) =>
      (table === undefined ? fields.find(({ name }) => name === column)?.label : undefined) ??
      titles.columnTitle(table, column),
  };
}

/** What is wrong with an option stands in the form, not in the table that the option is looked up in. */
export function placedInForm(problems: readonly Problem[], fields: readonly StepField[] = []): readonly Problem[] {
  return problems.map((problem) => {
    const { table, row, sheet, column } = problem;
    if (table === undefined || row !== undefined || sheet !== undefined) return problem;
    if (!fields.some(({ name }) => name === column)) return problem;
    const { table: _table, ...rest } = problem;
    return rest;
  });
}
