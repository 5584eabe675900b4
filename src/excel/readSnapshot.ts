// Reads what a request names in two syncs: look (what is there), load (all of it). Decides nothing.
import type { TableName } from '../workbook/contract/keys';
import type { ReadRequest, TellProgress } from '../workbook/contract/port';
import { sameFormula } from '../workbook/contract/sameFormula';
import type { CellValue, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../workbook/contract/snapshot';
import {
  askFormulaAreas,
  askFormulaCells,
  formulaAreas,
  formulasFrom,
  SAMPLED_FROM,
  type AskedFormulaCells,
} from './formulaCells';
import { readInChunks } from './readInChunks';
import { asLooks, askLooks } from './readLooks';
import type { AskedLooks } from './readLooks';
import type { AskedTable, Cells, Extent } from './readInChunks';
import type { Sync } from './sync';
import { canDrawCharts } from './canDrawCharts';

const NO_CELLS: Cells = { values: [], formulas: [] };

function wanted(request: readonly string[], name: string): boolean {
  return request.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name));
}

/** What stands in the margins of a page, in the order of reading. */
const MARGINS = ['leftHeader', 'centerHeader', 'rightHeader', 'leftFooter', 'centerFooter', 'rightFooter'] as const;

/** Pages may have margins of their own: the first, and even ones. */
const PAGES = ['defaultForAllPages', 'firstPage', 'evenPages'] as const;

interface AskedSheet {
  readonly name: string;
  readonly used: Excel.Range;
  readonly charts: Excel.ChartCollection | null;
  readonly margins: readonly Excel.HeaderFooter[];
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
const ROWS_BELOW = 2000;
const ALMOST_FULL = 1_000_000;

/** What is used below a table, in its columns; 首页 counts what stands further down. */
function askBelow(table: Excel.Table): Excel.Range {
  return table
    .getRange()
    .getLastRow()
    .getOffsetRange(1, 0)
    .getResizedRange(ROWS_BELOW - 1, 0)
    .getUsedRangeOrNullObject(true)
    .load('values,formulas,rowIndex,columnIndex');
}

function askSurroundings(table: Excel.Table): Surroundings {
  return {
    table,
    sheet: table.worksheet.load('name'),
    used: table.worksheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
    filter: table.autoFilter.load('isDataFiltered'),
    range: table.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
    below: table.rows.count < ALMOST_FULL ? askBelow(table) : null,
  };
}

const isFormula = (cell: CellValue): boolean => typeof cell === 'string' && cell.startsWith('=');

/**
 * Rows directly below a table, up to the first empty one, and those further down; a line of sums is none. A formula that is the column's own
 * came with a job that was cut before the table had taken its row in: the row is like one that was typed.
 */
function rowsBelow(
  { below, range, table }: Surroundings,
  own: readonly CellValue[],
): Required<Pick<TableSnapshot, 'below' | 'apart'>> {
  const isOwn = (cell: CellValue, place: number): boolean =>
    isFormula(cell) && isFormula(own[place] ?? '') && sameFormula(String(cell), String(own[place]), table.name);
  if (!below || below.isNullObject) return { below: [], apart: [] };
  const before = below.columnIndex - range.columnIndex;
  const inColumns = (row: readonly CellValue[] = []): CellValue[] =>
    Array.from({ length: range.columnCount }, (_none, place) => row[place - before] ?? '');
  const rows = (below.values as CellValue[][]).flatMap((line, at) => {
    const formulas = inColumns((below.formulas as CellValue[][])[at]);
    const cells = inColumns(line).map((cell, place) => (isOwn(formulas[place] ?? '', place) ? '' : cell));
    const isSum = formulas.some((cell, place) => isFormula(cell) && !isOwn(cell, place));
    return isSum || cells.every((cell) => cell === '') ? [] : [{ row: below.rowIndex + at, cells }];
  });
  const bottom = range.rowIndex + range.rowCount;
  const end = rows.findIndex(({ row }, at) => row !== bottom + at);
  const near = end < 0 ? rows : rows.slice(0, end);
  return { below: near.map(({ cells }) => cells), apart: rows.slice(near.length) };
}

function asTable(surroundings: Surroundings, cells: Cells, extent: Extent, looks?: AskedLooks): TableSnapshot {
  const { table, sheet, used, filter, range } = surroundings;
  const rows = range.rowCount - 1 - (table.showTotals ? 1 : 0);
  const body =
    extent === 'head'
      ? Array.from({ length: rows }, (): CellValue[] => [])
      : table.showTotals
        ? cells.values.slice(1, -1)
        : cells.values.slice(1);
  const bottom = range.rowIndex + range.rowCount;
  const outside = table.showTotals ? { below: [], apart: [] } : rowsBelow(surroundings, cells.formulas[0] ?? []);
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
    ...(outside.below.length > 0 && { below: outside.below }),
    ...(outside.apart.length > 0 && { apart: outside.apart }),
    ...(looks && { looks: asLooks(looks) }),
    ...(extent === 'head' && { unread: true as const }),
  };
}

/** Whether the cells of a sheet are wanted, by its name. */
function sheetsAsked(
  { sheets = [], pages, beside = [], without = [] }: ReadRequest,
  tables: Excel.TableCollection,
): (name: string) => boolean {
  const on = pages ? tables.items.map(({ name, worksheet }) => ({ name, sheet: worksheet.name })) : [];
  const ofTables = new Set(on.map(({ sheet }) => sheet));
  const whole = new Set(on.filter(({ name }) => wanted(beside, name)).map(({ sheet }) => sheet));
  return (name) =>
    wanted(sheets, name) || whole.has(name) || (pages === true && !ofTables.has(name) && !without.includes(name));
}

const USED = 'values,rowIndex,columnIndex';
const USED_TEXTS = `${USED},formulas`;

/** Two awaited syncs; more only when the answer would exceed Excel's byte limit, or when sampled formulas leave a column open. */
export async function readSnapshot(
  context: Excel.RequestContext,
  request: ReadRequest,
  sync: Sync,
  isSetSupported: (version: string) => boolean,
  tell: TellProgress,
): Promise<WorkbookSnapshot> {
  const { workbook } = context;
  const { looks = [], formulaTexts: texts = [] } = request;
  const tables = workbook.tables.load(
    `items/name,items/showTotals,items/rows/count,items/columns/count${request.pages ? ',items/worksheet/name' : ''}${looks.length > 0 ? ',items/columns/items/name' : ''}`,
  );
  const sheets = workbook.worksheets.load('items/name,items/visibility,items/tabColor,items/protection/protected');
  const names = workbook.names.load('items/name,items/formula');
  const application = workbook.application.load('calculationMode');
  await sync(context);

  const byHand = application.calculationMode === 'Manual';
  // Where a sheet is protected, Excel may refuse to look for sorts of cells.
  const samples = request.sampled === true && sheets.items.every(({ protection }) => !protection.protected);
  const extentOf = ({ name, rows }: Excel.Table): Extent => {
    if (wanted(request.heads ?? [], name)) return 'head';
    if (!wanted(request.formulas ?? [], name)) return 'values';
    return samples && rows.count >= SAMPLED_FROM ? 'sampled' : 'allFormulas';
  };
  const asked = tables.items
    .filter((table) => wanted(request.tables, table.name))
    .map((table): AskedTable => ({
      table,
      rows: 1 + table.rows.count + (table.showTotals ? 1 : 0),
      columns: table.columns.count,
      extent: extentOf(table),
    }));
  const withCharts = canDrawCharts(isSetSupported);
  const isAsked = sheetsAsked(request, tables);
  const withMargins = request.pages === true && isSetSupported('1.9');
  const queueSheets = (): AskedSheet[] =>
    sheets.items
      .filter(({ name }) => isAsked(name))
      .map((sheet) => ({
        name: sheet.name,
        used: sheet.getUsedRangeOrNullObject(true).load(wanted(texts, sheet.name) ? USED_TEXTS : USED),
        charts: withCharts ? sheet.charts.load('items/name') : null,
        margins: withMargins ? PAGES.map((page) => sheet.pageLayout.headersFooters[page].load(MARGINS.join())) : [],
      }));
  const queueLooks = (): Map<string, AskedLooks> =>
    new Map(asked.filter(({ table }) => wanted(looks, table.name)).map(({ table }) => [table.name, askLooks(table)]));
  let looked: ReturnType<typeof queueSheets> = [];
  let computed: ReturnType<typeof askFormulaAreas> = new Map();
  let dressed: ReturnType<typeof queueLooks> = new Map();
  let around: Surroundings[] = [];
  let sorts: (AskedFormulaCells | null)[] = [];
  const cells = await readInChunks(
    context,
    asked,
    sync,
    () => {
      // Before anything is read: results of before the last typing would be decided upon.
      if (byHand) workbook.application.calculate('Recalculate');
      around = asked.map(({ table }) => askSurroundings(table));
      looked = queueSheets();
      computed = askFormulaAreas(sheets.items, request.formulaCells);
      dressed = queueLooks();
      sorts = asked.map(({ table, extent }) => (extent === 'sampled' ? askFormulaCells(table) : null));
    },
    (done, of) => tell({ doing: 'read', done, of }),
  );
  const told = await withTexts(sorts, cells, around, sync, context);
  const chartNames = new Map(
    looked.flatMap(({ name, charts }) => (charts ? [[name, charts.items.map((chart) => chart.name)] as const] : [])),
  );
  const inMargins = withMargins ? wordsInMargins(looked) : new Map<string, string[]>();
  const usedValues = new Map(
    looked.map(({ name, used }) => [name, used.isNullObject ? [] : fromA1(used, used.values)]),
  );
  const usedFormulas = new Map(
    looked.flatMap(({ name, used }) =>
      wanted(texts, name) && !used.isNullObject ? [[name, fromA1(used, used.formulas)]] : [],
    ),
  );
  return {
    sheets: sheets.items.map((sheet): SheetSnapshot => ({
      name: sheet.name,
      visible: sheet.visibility === 'Visible',
      ...(sheet.protection.protected && { isProtected: true as const }),
      tabColor: colourOf(sheet),
      values: usedValues.get(sheet.name),
      formulas: usedFormulas.get(sheet.name),
      formulaCells: formulaAreas(computed.get(sheet.name)),
      inMargins: inMargins.get(sheet.name),
      charts: chartNames.get(sheet.name),
    })),
    tables: Object.fromEntries(
      around.map((each, at) => {
        const { name } = each.table;
        return [name, asTable(each, told[at] ?? NO_CELLS, asked[at]?.extent ?? 'values', dressed.get(name))];
      }),
    ),
    names: Object.fromEntries(names.items.map((name) => [name.name, String(name.formula)])),
    ...(byHand && { calculatesByHand: true as const }),
  };
}

/** The formulas of sampled tables; columns that the samples do not settle are read in one more sync. */
async function withTexts(
  sorts: readonly (AskedFormulaCells | null)[],
  cells: readonly Cells[],
  around: readonly Surroundings[],
  sync: Sync,
  context: Excel.RequestContext,
): Promise<readonly Cells[]> {
  const open: { readonly range: Excel.Range; readonly place: number; readonly formulas: CellValue[][] }[] = [];
  const told = cells.map((each, at): Cells => {
    const [sort, here] = [sorts[at], around[at]];
    if (!sort || !here) return each;
    const body = here.table.showTotals ? each.values.slice(1, -1) : each.values.slice(1);
    const found = formulasFrom(sort, body, each.formulas[0] ?? [], here.filter.isDataFiltered);
    for (const place of found.open)
      open.push({ range: sort.body.getColumn(place).load('formulas'), place, formulas: found.formulas });
    return { values: each.values, formulas: found.formulas };
  });
  if (open.length > 0) await sync(context);
  for (const { range, place, formulas } of open)
    formulas.forEach((row, index) => (row[place] = (range.formulas[index]?.[0] ?? '') as CellValue));
  return told;
}

/** Excel gives no colour for the tab of a hidden sheet. */
function colourOf(sheet: Excel.Worksheet): string {
  return ((sheet.tabColor as string | null) ?? '').toUpperCase();
}

function wordsInMargins(sheets: readonly AskedSheet[]): Map<string, string[]> {
  return new Map(
    sheets.map(({ name, margins }) => [
      name,
      margins.flatMap((page) => MARGINS.map((place) => page[place]).filter((words) => words !== '')),
    ]),
  );
}

/** The used range, filled up with empty cells so that it begins at A1. */
function fromA1(used: Excel.Range, cells: unknown[][]): CellValue[][] {
  const values = cells as CellValue[][];
  const width = used.columnIndex + (values[0]?.length ?? 0);
  const above = Array.from({ length: used.rowIndex }, () => Array.from({ length: width }, (): CellValue => ''));
  return [...above, ...values.map((row) => [...Array.from({ length: used.columnIndex }, (): CellValue => ''), ...row])];
}
