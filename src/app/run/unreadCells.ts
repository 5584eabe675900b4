// Cells that could not be read in what a job looks at: named before anything else, whatever the job then says. One way for all jobs.
import type { Problem } from '../../core/ground/problem';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import type { JobReads } from './touches';

/** All score sheets, as jobs name them. */
export const SCORE_SHEETS = 'Score_*';

/** Whether the job looks at the table; at Settings every job does. */
export function looksAt({ tables }: JobReads, table: string): boolean {
  return (
    table === SETTINGS.name ||
    tables.some((each) => each === table) ||
    tables.includes('*') ||
    (tables.includes(SCORE_SHEETS) && table.startsWith(SCORE_SHEETS.slice(0, -1)))
  );
}

/** A table, or one setting: `Settings:daysOff`. */
const within = (places: readonly string[], { table = '', row = '' }: Problem): boolean =>
  places.includes(table) || (table === SETTINGS.name && places.includes(`${SETTINGS.name}:${row}`));

/** Those at which the job stops, because what it makes would be untrue. */
export function untrueCells({ stopsAt = [] }: JobReads, cellProblems: readonly Problem[]): Problem[] {
  return cellProblems.filter((problem) => within(stopsAt, problem));
}

/**
 * Those of the tables that the job reads, and of Settings, which every job looks at; without those that it names itself.
 * Example: extend names a receipt's unreadable time not at all, a due time typed as text first.
 */
export function unreadCells(
  reads: JobReads,
  cellProblems: readonly Problem[],
  alreadyNamed: readonly Problem[],
): Problem[] {
  const key = ({ code, table, row, column, found }: Problem): string =>
    [code, table, row, column, found].join('\u0000');
  const named = new Set(alreadyNamed.map(key));
  return cellProblems.filter((problem) => looksAt(reads, problem.table ?? '') && !named.has(key(problem)));
}
