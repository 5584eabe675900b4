// How many units a contact list names, before there is a campaign to import it into. Reads only; decides nothing.
import { recognizeSheets } from '../../core/import/recognizeSheets';
import { ROSTER_COLUMNS } from '../../core/roster/rosterRow';
import type { ImportedFile } from '../run/job';

/** Rows of data under the header: titles, totals and notes do not count. 0: there is no such header, and the import will say so. */
export function unitsListed({ sheets }: ImportedFile): number {
  const { tables } = recognizeSheets(sheets, ROSTER_COLUMNS, 'Units');
  return tables.reduce((sum, { table }) => sum + table.dataRows.length + table.doubtful.length, 0);
}
