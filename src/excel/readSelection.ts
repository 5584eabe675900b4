// Which row of which table a person has selected, as it stands at this moment. Reads that row alone.
import type { SelectedRow } from '../workbook/contract/pointing';
import type { CellValue } from '../workbook/contract/snapshot';
import type { Sync } from './sync';

/**
 * Two awaited syncs. Null: the selection is in no table, in a header, or in several areas.
 * Only the row of the selection's upper left cell is told.
 */
export async function readSelection(context: Excel.RequestContext, sync: Sync): Promise<SelectedRow | null> {
  const place = { cell: context.workbook.getActiveCell().load('rowIndex,columnIndex') };
  const tables = place.cell.getTables(false).load('items/name');
  await sync(context);
  const [table] = tables.items;
  const { rowIndex, columnIndex } = place.cell;
  if (!table) return null;
  const header = table.getHeaderRowRange().load('values,rowIndex,columnIndex,columnCount');
  const body = table.getDataBodyRange().load('rowIndex,rowCount');
  const row = place.cell.getEntireRow().getIntersectionOrNullObject(table.getRange()).load('values');
  await sync(context);
  if (row.isNullObject || rowIndex < body.rowIndex || rowIndex >= body.rowIndex + body.rowCount) return null;
  const [headers = []] = header.values as CellValue[][];
  const [cells = []] = row.values as CellValue[][];
  return { table: table.name, headers: headers.map(String), cells, column: columnIndex - header.columnIndex };
}
