// Which rows of which table a person has selected, as they stand at this moment. Reads those rows alone.
import type { SelectedRow } from '../workbook/contract/pointing';
import type { CellValue } from '../workbook/contract/snapshot';
import type { Sync } from './sync';

/** Nobody looks through more rows than that one by one: of a whole column that is selected only the active row is told. */
const MOST = 60;

/** 0-based places in the body of the rows that the areas touch; [] where they are more than can be told. */
function rowsIn(
  areas: readonly Excel.Range[],
  body: { readonly rowIndex: number; readonly rowCount: number },
): number[] {
  const rows = new Set<number>();
  for (const { rowIndex, rowCount } of areas) {
    const first = Math.max(0, rowIndex - body.rowIndex);
    const end = Math.min(body.rowCount, rowIndex + rowCount - body.rowIndex);
    if (end - first > MOST) return [];
    for (let row = first; row < end; row++) rows.add(row);
  }
  return rows.size > MOST ? [] : [...rows].sort((a, b) => a - b);
}

/**
 * Two awaited syncs, three where several rows are selected. Null: the active cell is in no table, or in a header. The row of the active cell is told
 * as the row; others of the same table come with it, except those that a filter hides: whoever selects across them does not mean them.
 */
export async function readSelection(context: Excel.RequestContext, sync: Sync): Promise<SelectedRow | null> {
  const place = { cell: context.workbook.getActiveCell().load('rowIndex,columnIndex') };
  const areas = context.workbook.getSelectedRanges().areas.load('items/rowIndex,items/rowCount');
  const tables = place.cell.getTables(false).load('items/name');
  await sync(context);
  const [table] = tables.items;
  const { rowIndex, columnIndex } = place.cell;
  if (!table) return null;
  const header = table.getHeaderRowRange().load('values,rowIndex,columnIndex,columnCount');
  const body = table.getDataBodyRange();
  const size = body.load('rowIndex,rowCount');
  const row = place.cell.getEntireRow().getIntersectionOrNullObject(table.getRange()).load('values');
  await sync(context);
  if (row.isNullObject || rowIndex < size.rowIndex || rowIndex >= size.rowIndex + size.rowCount) return null;
  const [headers = []] = header.values as CellValue[][];
  const [cells = []] = row.values as CellValue[][];
  const others = rowsIn(areas.items, size)
    .filter((at) => at !== rowIndex - size.rowIndex)
    .map((at) => body.getRow(at).load('values,rowHidden'));
  if (others.length > 0) await sync(context);
  return {
    table: table.name,
    headers: headers.map(String),
    cells,
    column: columnIndex - header.columnIndex,
    others: others.filter(({ rowHidden }) => !rowHidden).map(({ values }) => (values as CellValue[][])[0] ?? []),
  };
}
