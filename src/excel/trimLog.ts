// After a writing that was taken back: rows of the log that it had added and that are empty again are taken away. Most jobs see of the log how many
// rows it has, so that an empty one would stand between the lines and count as one. Other tables are read whole, and empty rows filled first.
import { LOG } from '../workbook/tables/records/records';
import type { PlanStep } from '../workbook/contract/plan';
import type { CellValue, WorkbookSnapshot } from '../workbook/contract/snapshot';
import { constantPlaces } from './growTable';
import type { Sync } from './sync';

/** Counted from above, where others' new lines move nothing. Only rows below those that the plan knew, and of them only the empty ones at the end. Two syncs to look, one to take away, one more where somebody was quicker. */
export async function trimLog(
  context: Excel.RequestContext,
  steps: readonly PlanStep[],
  basis: WorkbookSnapshot,
  sync: Sync,
): Promise<void> {
  const log = basis.tables[LOG.name];
  if (!log || !steps.some((step) => step.kind === 'appendRows' && step.table === LOG.name)) return;
  const table = context.workbook.tables.getItem(LOG.name);
  const rows = table.rows.load('count');
  await sync(context);
  const more = rows.count - log.values.length;
  if (more <= 0) return;
  const added = table
    .getDataBodyRange()
    .getCell(log.values.length, 0)
    .getResizedRange(more - 1, log.headers.length - 1)
    .load('values');
  await sync(context);
  const places = constantPlaces(log);
  const lines = added.values as CellValue[][];
  const filled = lines.map((line) => places.some((place) => (line[place] ?? '') !== '')).lastIndexOf(true);
  const empty = lines.length - filled - 1;
  if (empty === 0) return;
  const going = added
    .getRow(filled + 1)
    .getResizedRange(empty - 1, 0)
    .load('values');
  going.delete('Up');
  await sync(context);
  // What somebody wrote there in the very moment is written again, below.
  const written = (going.values as CellValue[][]).filter((line) => places.some((place) => (line[place] ?? '') !== ''));
  if (written.length === 0) return;
  table.rows.add(undefined, written);
  await sync(context);
}
