// Reads what a request names in two syncs: look (what is there), load (all of it). Decides nothing.
import type { ReadRequest } from '../workbook/port';
import type { CellValue, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import { readInChunks } from './readInChunks';
import { asLooks, askLooks } from './readLooks';
import type { AskedLooks } from './readLooks';
import type { LoadedTable } from './readInChunks';
import type { Sync } from './sync';

function wanted(request: readonly string[], name: string): boolean {
  return request.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name));
}

function asTable(loaded: LoadedTable, looks?: AskedLooks): TableSnapshot {
  const { table, sheet, used, filter, range, cells } = loaded;
  const body = table.showTotals ? cells.values.slice(1, -1) : cells.values.slice(1);
  const bottom = range.rowIndex + cells.values.length;
  return {
    name: table.name, sheet: sheet.name, top: range.rowIndex, left: range.columnIndex,
    headers: (cells.values[0] ?? []).map(String),
    values: body,
    formulas: cells.formulas.slice(0, body.length),
    filtered: filter.isDataFiltered,
    crowded: !used.isNullObject && used.rowIndex + used.rowCount > bottom,
    ...(looks && { looks: asLooks(looks) }),
  };
}

/** Two awaited syncs; more only when the answer would exceed Excel's byte limit. */
export async function readSnapshot(context: Excel.RequestContext, request: ReadRequest, sync: Sync): Promise<WorkbookSnapshot> {
  const { workbook } = context;
  const looks = request.looks ?? [];
  const tables = workbook.tables.load(looks.length > 0 ? 'items/name,items/showTotals,items/columns/items/name' : 'items/name,items/showTotals');
  const sheets = workbook.worksheets.load('items/name,items/visibility,items/tabColor');
  const names = workbook.names.load('items/name,items/formula');
  await sync(context);

  const asked = tables.items.filter((table) => wanted(request.tables, table.name)).map((table) => ({
    table,
    sheet: table.worksheet.load('name'),
    used: table.worksheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
    filter: table.autoFilter.load('isDataFiltered'),
    range: table.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
    allFormulas: wanted(request.formulas ?? [], table.name),
  }));
  const queueSheets = (): { name: string; used: Excel.Range }[] =>
    sheets.items.filter((sheet) => wanted(request.sheets ?? [], sheet.name)).map((sheet) => ({
      name: sheet.name,
      used: sheet.getUsedRangeOrNullObject(true).load('values,rowIndex,columnIndex'),
    }));
  const queueLooks = (): Map<string, AskedLooks> => new Map(asked.filter(({ table }) => wanted(looks, table.name)).map(({ table }) => [table.name, askLooks(table)]));
  let looked = queueSheets();
  let dressed = queueLooks();
  // What rode along with a refused answer is lost and is asked for again.
  const loaded = await readInChunks(context, asked, sync, () => {
    looked = queueSheets();
    dressed = queueLooks();
  });
  const usedValues = new Map(looked.map(({ name, used }) => [name, used.isNullObject ? [] : fromA1(used)]));
  return {
    sheets: sheets.items.map((sheet): SheetSnapshot => ({ name: sheet.name, visible: sheet.visibility === 'Visible', tabColor: colourOf(sheet), values: usedValues.get(sheet.name) })),
    tables: Object.fromEntries(loaded.map((each) => [each.table.name, asTable(each, dressed.get(each.table.name))])),
    names: Object.fromEntries(names.items.map((name) => [name.name, String(name.formula)])),
  };
}

/** Excel gives no colour for the tab of a hidden sheet. */
function colourOf(sheet: Excel.Worksheet): string {
  return ((sheet.tabColor as string | null) ?? '').toUpperCase();
}

/** The used range, filled up with empty cells so that it begins at A1. */
function fromA1(used: Excel.Range): CellValue[][] {
  const values = used.values as CellValue[][];
  const width = used.columnIndex + (values[0]?.length ?? 0);
  const above = Array.from({ length: used.rowIndex }, () => Array.from({ length: width }, (): CellValue => ''));
  return [...above, ...values.map((row) => [...Array.from({ length: used.columnIndex }, (): CellValue => ''), ...row])];
}
