// Cells that could not be read in what a job looks at: named before anything else, whatever the job then says. One way for all jobs.
import type { Problem } from '../../core/ground/problem';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import type { JobReads } from './touches';

const SCORES = 'Score_*';

/**
 * Those of the tables that the job reads, and of Settings, which every job looks at; without those that it names itself.
 * Example: extend names a receipt's unreadable time not at all, a due time typed as text first.
 */
export function unreadCells(
  { tables }: JobReads,
  cellProblems: readonly Problem[],
  alreadyNamed: readonly Problem[],
): Problem[] {
  const reads = ({ table = '' }: Problem): boolean =>
    table === SETTINGS.name ||
    tables.includes(table) ||
    tables.includes('*') ||
    (tables.includes(SCORES) && table.startsWith(SCORES.slice(0, -1)));
  const key = ({ code, table, row, column, found }: Problem): string =>
    [code, table, row, column, found].join('\u0000');
  const named = new Set(alreadyNamed.map(key));
  return cellProblems.filter((problem) => reads(problem) && !named.has(key(problem)));
}
