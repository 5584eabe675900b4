// After a writing that was taken back: rows of the log that it had added and that are empty again are taken away. Most jobs see of the log how many
// rows it has, so that an empty one would stand between the lines and count as one. Other tables are read whole, and empty rows filled first.
import { LOG } from '../workbook/tables/records/records';
import type { PlanStep } from '../workbook/contract/plan';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../workbook/contract/snapshot';
import { isDisturbance } from './disturbance';
import { constantPlaces } from './growTable';
import type { Sync } from './sync';

/** What somebody wrote into the lines in the very moment in which they went. */
async function takenAway(table: Excel.Table, log: TableSnapshot, sync: () => Promise<void>): Promise<CellValue[][]> {
  const rows = table.rows.load('count');
  await sync();
  const more = rows.count - log.values.length;
  if (more <= 0) return [];
  const added = table
    .getDataBodyRange()
    .getCell(log.values.length, 0)
    .getResizedRange(more - 1, log.headers.length - 1)
    .load('values');
  await sync();
  const places = constantPlaces(log);
  const holds = (line: readonly CellValue[]): boolean => places.some((place) => (line[place] ?? '') !== '');
  const lines = added.values as CellValue[][];
  const filled = lines.map(holds).lastIndexOf(true);
  const empty = lines.length - filled - 1;
  if (empty === 0) return [];
  const going = added
    .getRow(filled + 1)
    .getResizedRange(empty - 1, 0)
    .load('values');
  going.delete('Up');
  await sync();
  return (going.values as CellValue[][]).filter(holds);
}

/**
 * Counted from above, where others' new lines move nothing. Only rows below those that the plan knew, and of them only the empty ones at the end;
 * where they may not go they stay, for what was taken back has to be told. Two syncs to look, one to take away, one more where somebody was quicker.
 */
export async function trimLog(
  context: Excel.RequestContext,
  steps: readonly PlanStep[],
  basis: WorkbookSnapshot,
  sync: Sync,
): Promise<void> {
  const log = basis.tables[LOG.name];
  if (!log || !steps.some((step) => step.kind === 'appendRows' && step.table === LOG.name)) return;
  const table = context.workbook.tables.getItem(LOG.name);
  const written = await takenAway(table, log, () => sync(context)).catch((error: unknown) => {
    if (isDisturbance(error)) throw error;
    return [];
  });
  if (written.length === 0) return;
  table.rows.add(undefined, written);
  await sync(context);
}
