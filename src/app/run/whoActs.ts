// Who acts: names that the workbook knows from the acts on record, for whoever is asked once a session. Knows no screen.
import { readRows } from '../../workbook/contract/rows';
import type { WorkbookPort } from '../../workbook/contract/port';
import type { TableSnapshot } from '../../workbook/contract/snapshot';
import { text, type Text } from '../../core/ground/text';
import { LOG } from '../../workbook/tables/records/records';

/** What the log says of an act by a button of the ribbon: nobody could be asked. */
export const RIBBON: Text = text('功能区按钮', 'Ribbon button');

/** Names of people in the log, whoever acted last first. */
export function knownPeople(log: TableSnapshot): string[] {
  const names = readRows(LOG, log).map((row) => row.text('by'));
  return [...new Set(names.reverse())].filter((name) => name !== '' && name !== RIBBON.zh && name !== RIBBON.en);
}

/** Two syncs. Empty where there is no log, or nobody was asked yet. */
export async function readPeople(workbook: WorkbookPort): Promise<string[]> {
  const log = (await workbook.read({ tables: [LOG.name] })).tables[LOG.name];
  return log ? knownPeople(log) : [];
}
