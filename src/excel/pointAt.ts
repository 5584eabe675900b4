// Shows people a place: brings its sheet to the front, filters where asked, selects the cell. Writes nothing into cells.
import type { Shown, SheetTarget, TableTarget, Target } from '../workbook/contract/pointing';
import type { CellValue } from '../workbook/contract/snapshot';
import type { Sync } from './sync';

const asText = (cell: CellValue | undefined): string => String(cell ?? '').trim();

async function showSheet(context: Excel.RequestContext, target: SheetTarget, sync: Sync): Promise<Shown> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(target.sheet).load('visibility');
  await sync(context);
  if (sheet.isNullObject) return 'gone';
  sheet.visibility = 'Visible';
  sheet.activate();
  if (target.address !== undefined) sheet.getRange(target.address).select();
  await sync(context);
  return 'shown';
}

/** 0-based row of the body in which every wanted text stands; -1 = there is none, or more than one. */
function findRow(wanted: NonNullable<TableTarget['row']>, columns: readonly (readonly CellValue[][])[]): number {
  const rows = columns[0]?.length ?? 0;
  const hits: number[] = [];
  for (let row = 0; row < rows; row += 1)
    if (wanted.every(({ text }, at) => asText(columns[at]?.[row]?.[0]) === text)) hits.push(row);
  return hits.length === 1 ? (hits[0] ?? -1) : -1;
}

function applyFilter(table: Excel.Table, { filter }: TableTarget): void {
  if (!filter) return;
  table.clearFilters();
  for (const { place, values } of filter) table.columns.getItemAt(place).filter.applyValuesFilter([...values]);
}

async function showInTable(context: Excel.RequestContext, target: TableTarget, sync: Sync): Promise<Shown> {
  const table = context.workbook.tables.getItemOrNullObject(target.table).load('name,worksheet/name');
  const front = context.workbook.worksheets.getActiveWorksheet().load('name');
  await sync(context);
  if (table.isNullObject) return 'gone';
  if (target.quietly && table.worksheet.name !== front.name) return 'shown';
  const wanted = target.row ?? [];
  const body = table.getDataBodyRange();
  const places = [...wanted, ...(target.last ?? [])];
  const keys = places.map(({ place }) => body.getColumn(place).load('values'));
  table.worksheet.visibility = 'Visible';
  table.worksheet.activate();
  applyFilter(table, target);
  await sync(context);
  const values = keys.map((range) => range.values as CellValue[][]);
  const row = wanted.length > 0 ? findRow(wanted, values.slice(0, wanted.length)) : 0;
  if (row < 0) return 'gone';
  const place = { cell: body.getCell(row, target.column ?? 0).load('rowHidden') };
  const last = target.last ? findRow(target.last, values.slice(wanted.length)) : -1;
  if (last >= row)
    body
      .getRow(row)
      .getResizedRange(last - row, 0)
      .select();
  else place.cell.select();
  await sync(context);
  // Of a table that is shown as a whole, any row may be the first in sight.
  return place.cell.rowHidden && wanted.length > 0 ? 'hidden' : 'shown';
}

/** At most three awaited syncs. Example: `pointAt(context, { table: 'Tracker', filter: [{ place: 5, values: ['逾期'] }] }, sync)`. */
export function pointAt(context: Excel.RequestContext, target: Target, sync: Sync): Promise<Shown> {
  return 'table' in target ? showInTable(context, target, sync) : showSheet(context, target, sync);
}
