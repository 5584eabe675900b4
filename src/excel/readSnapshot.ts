// Reads what a request names in two syncs: look (what is there), load (all of it). Decides nothing.
import type { TableName } from '../workbook/contract/keys';
import type { ReadRequest, TellProgress } from '../workbook/contract/port';
import { sameFormula } from '../workbook/contract/sameFormula';
import type { CellValue, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../workbook/contract/snapshot';
import { readInChunks } from './readInChunks';
import { asLooks, askLooks } from './readLooks';
import type { AskedLooks } from './readLooks';
import type { AskedTable, Cells, Extent } from './readInChunks';
import type { Sync } from './sync';
import { canDrawCharts } from './writeCharts';

const NO_CELLS: Cells = { values: [], formulas: [] };

function wanted(request: readonly string[], name: string): boolean {
  return request.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name));
}

interface Surroundings {
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly filter: Excel.AutoFilter;
  readonly range: Excel.Range;
  readonly below: Excel.Range | null;
}

/** Rows below a table that are looked at, and how close to the end of a sheet they are not. */
const ROWS_BELOW = 12;
const ALMOST_FULL = 1_000_000;

function askSurroundings(table: Excel.Table): Surroundings {
  return {
    table,
    sheet: table.worksheet.load('name'),
    used: table.worksheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
    filter: table.autoFilter.load('isDataFiltered'),
    range: table.getRange().load('rowIndex,columnIndex,rowCount'),
    below:
      table.rows.count < ALMOST_FULL
        ? table
            .getRange()
            .getLastRow()
            .getOffsetRange(1, 0)
            .getResizedRange(ROWS_BELOW - 1, 0)
            .load('values,formulas')
        : null,
  };
}

const isFormula = (cell: CellValue): boolean => typeof cell === 'string' && cell.startsWith('=');

/**
 * Rows directly below a table, up to the first empty one; a line of sums is none. A formula that is the column's own came with a job that was
 * cut before the table had taken its row in: the row is like one that was typed.
 */
function rowsBelow(below: Excel.Range | null, table: string, own: readonly CellValue[]): CellValue[][] {
  const formulas = (below?.formulas ?? []) as CellValue[][];
  const isOwn = (cell: CellValue, place: number): boolean =>
    isFormula(cell) && isFormula(own[place] ?? '') && sameFormula(String(cell), String(own[place]), table);
  const rows = ((below?.values ?? []) as CellValue[][]).map((row, at) =>
    row.map((cell, place) => (isOwn(formulas[at]?.[place] ?? '', place) ? '' : cell)),
  );
  const end = rows.findIndex(
    (row, at) =>
      row.every((cell) => cell === '') || formulas[at]?.some((cell, place) => isFormula(cell) && !isOwn(cell, place)),
  );
  return end < 0 ? rows : rows.slice(0, end);
}

function asTable(
  { table, sheet, used, filter, range, below }: Surroundings,
  cells: Cells,
  extent: Extent,
  looks?: AskedLooks,
): TableSnapshot {
  const rows = range.rowCount - 1 - (table.showTotals ? 1 : 0);
  const body =
    extent === 'head'
      ? Array.from({ length: rows }, (): CellValue[] => [])
      : table.showTotals
        ? cells.values.slice(1, -1)
        : cells.values.slice(1);
  const bottom = range.rowIndex + range.rowCount;
  const outside = table.showTotals ? [] : rowsBelow(below, table.name, cells.formulas[0] ?? []);
  return {
    name: table.name as TableName,
    sheet: sheet.name,
    top: range.rowIndex,
    left: range.columnIndex,
    headers: (cells.values[0] ?? []).map(String),
    values: body,
    formulas: cells.formulas.slice(0, body.length),
    filtered: filter.isDataFiltered,
    crowded: !used.isNullObject && used.rowIndex + used.rowCount > bottom,
    ...(table.showTotals && { totals: true as const }),
    ...(outside.length > 0 && { below: outside }),
    ...(looks && { looks: asLooks(looks) }),
    ...(extent === 'head' && { unread: true as const }),
  };
}

/** Two awaited syncs; more only when the answer would exceed Excel's byte limit. */
export async function readSnapshot(
  context: Excel.RequestContext,
  request: ReadRequest,
  sync: Sync,
  isSetSupported: (version: string) => boolean,
  tell: TellProgress,
): Promise<WorkbookSnapshot> {
  const { workbook } = context;
  const looks = request.looks ?? [];
  const tables = workbook.tables.load(
    `items/name,items/showTotals,items/rows/count,items/columns/count${looks.length > 0 ? ',items/columns/items/name' : ''}`,
  );
  const sheets = workbook.worksheets.load('items/name,items/visibility,items/tabColor,items/protection/protected');
  const names = workbook.names.load('items/name,items/formula');
  const application = workbook.application.load('calculationMode');
  await sync(context);

  const byHand = application.calculationMode === 'Manual';
  const extentOf = (name: string): Extent =>
    wanted(request.heads ?? [], name) ? 'head' : wanted(request.formulas ?? [], name) ? 'allFormulas' : 'values';
  const asked = tables.items
    .filter((table) => wanted(request.tables, table.name))
    .map((table): AskedTable => ({
      table,
      rows: 1 + table.rows.count + (table.showTotals ? 1 : 0),
      columns: table.columns.count,
      extent: extentOf(table.name),
    }));
  const withCharts = canDrawCharts(isSetSupported);
  const queueSheets = (): { name: string; used: Excel.Range; charts: Excel.ChartCollection | null }[] =>
    sheets.items
      .filter((sheet) => wanted(request.sheets ?? [], sheet.name))
      .map((sheet) => ({
        name: sheet.name,
        used: sheet.getUsedRangeOrNullObject(true).load('values,rowIndex,columnIndex'),
        charts: withCharts ? sheet.charts.load('items/name') : null,
      }));
  const queueLooks = (): Map<string, AskedLooks> =>
    new Map(asked.filter(({ table }) => wanted(looks, table.name)).map(({ table }) => [table.name, askLooks(table)]));
  let looked: ReturnType<typeof queueSheets> = [];
  let dressed: ReturnType<typeof queueLooks> = new Map();
  let around: Surroundings[] = [];
  const cells = await readInChunks(
    context,
    asked,
    sync,
    () => {
      // Before anything is read: results of before the last typing would be decided upon.
      if (byHand) workbook.application.calculate('Recalculate');
      around = asked.map(({ table }) => askSurroundings(table));
      looked = queueSheets();
      dressed = queueLooks();
    },
    (done, of) => tell({ doing: 'read', done, of }),
  );
  const chartNames = new Map(
    looked.flatMap(({ name, charts }) => (charts ? [[name, charts.items.map((chart) => chart.name)] as const] : [])),
  );
  const usedValues = new Map(looked.map(({ name, used }) => [name, used.isNullObject ? [] : fromA1(used)]));
  return {
    sheets: sheets.items.map((sheet): SheetSnapshot => ({
      name: sheet.name,
      visible: sheet.visibility === 'Visible',
      ...(sheet.protection.protected && { isProtected: true as const }),
      tabColor: colourOf(sheet),
      values: usedValues.get(sheet.name),
      charts: chartNames.get(sheet.name),
    })),
    tables: Object.fromEntries(
      around.map((each, at) => {
        const { name } = each.table;
        return [name, asTable(each, cells[at] ?? NO_CELLS, asked[at]?.extent ?? 'values', dressed.get(name))];
      }),
    ),
    names: Object.fromEntries(names.items.map((name) => [name.name, String(name.formula)])),
    ...(byHand && { calculatesByHand: true as const }),
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
