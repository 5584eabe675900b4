// Registry rows of TableCollection and Table.
import { bottomOf, contains, intersect, sameArea } from '../../model/area';
import type { Range, Sheet, Table } from '../../model/book';
import { setContent } from '../../model/cells';
import { rewriteFormulas } from '../../model/bookFormulas';
import { applyFilters } from '../../model/filterRows';
import { lookAgain } from '../../model/formulaIndex';
import { forgetTableIn, sameName } from '../../model/formulaText';
import { isNameTaken, nameFault } from '../../model/names';
import { addTable, forgetTable, renameTable, resizeTable, tablePlaceFault } from '../../model/tables';
import { bodyArea, headerArea, totalsArea } from '../../model/tableParts';
import { rowShift } from '../../model/shift';
import { refuse } from '../apiError';
import type { CallArguments } from '../callArguments';
import { collectionRow, type ClassRow, type ScalarRow } from '../classRow';
import { EVENT, WORKBOOK_TARGET } from '../events';
import type { HostContext } from '../hostContext';
import type { HostObject, ObjectOf } from '../hostObject';
import { areaOf, readPlace } from '../places';
import { requireUnlocked } from '../writeCells';

type Collection = ObjectOf<'TableCollection'>;
type TableObject = ObjectOf<'Table'>;

const asObject = (sheet: Sheet, table: Table): TableObject => ({ kind: 'Table', sheet, table });

function itemsOf({ sheet, within, whole }: Collection, cx: HostContext): TableObject[] {
  const sheets = sheet ? [sheet] : cx.book.sheets;
  const inScope = (table: Table): boolean =>
    !within || (whole ? contains(within, table.range) : intersect(within, table.range) !== null);
  return sheets.flatMap((one) => one.tables.filter(inScope).map((table) => asObject(one, table)));
}

function find(collection: Collection, key: string | number, cx: HostContext): HostObject | null {
  return (
    itemsOf(collection, cx).find(
      ({ table }) => String(table.id) === String(key) || sameName(table.name, String(key)),
    ) ?? null
  );
}

/** The place an argument names: an address text or a range. */
export function placeArgument(args: CallArguments, from: Sheet, cx: HostContext): { sheet: Sheet; area: Range } {
  if (!args.isObject(0)) return readPlace(cx.book, from, args.text(0, 'address'));
  const range = args.object(0, 'Range');
  return { sheet: range.sheet, area: areaOf(range) };
}

function add({ sheet: own }: Collection, args: CallArguments, cx: HostContext): TableObject {
  const active = cx.book.sheets[cx.book.active];
  const from = own ?? active ?? refuse('GeneralException', 'no sheet is active');
  const { sheet, area } = placeArgument(args, from, cx);
  if (own && sheet !== own) refuse('InvalidArgument', 'the table would stand on another sheet');
  requireUnlocked(sheet, area);
  const fault = tablePlaceFault(sheet, area);
  if (fault !== null) refuse('InvalidArgument', fault);
  if (!args.flag(1))
    cx.shift(sheet, rowShift(area.row, 1, area.column, area.column + area.columns - 1), 'CellInserted');
  const table = addTable(cx.book, sheet, args.flag(1) ? area : { ...area, rows: area.rows + 1 }, true, cx.language);
  cx.tableAdded(sheet, table);
  return asObject(sheet, table);
}

const collection = collectionRow<Collection>('Table', itemsOf, find);

export const tableCollectionRow: ClassRow<Collection> = {
  ...collection,
  methods: {
    ...collection.methods,
    add,
    getFirst: (all, _args, cx) => itemsOf(all, cx)[0] ?? refuse('ItemNotFound', 'there is no table'),
  },
  events: { DataChangedEvent: EVENT.tableChanged, AddedEvent: EVENT.tableAdded, DeletedEvent: EVENT.tableDeleted },
  eventTarget: ({ sheet }) => sheet?.id ?? WORKBOOK_TARGET,
};

function rename({ table, sheet }: TableObject, value: unknown, cx: HostContext): void {
  const name = typeof value === 'string' ? value : refuse('InvalidArgument', 'a table name is a text');
  const fault = nameFault(cx.book, name, table.name);
  if (fault !== null) refuse(isNameTaken(cx.book, name) ? 'ItemAlreadyExists' : 'InvalidArgument', fault);
  renameTable(cx.book, table, name);
  cx.touchAll([sheet.id, ...cx.book.sheets.map((one) => one.id)]);
}

function resize({ table, sheet }: TableObject, args: CallArguments, cx: HostContext): void {
  const { sheet: other, area } = placeArgument(args, sheet, cx);
  if (other !== sheet) refuse('InvalidArgument', 'a table cannot be resized onto another sheet');
  if (sameArea(area, table.range)) return;
  if (area.row !== table.range.row) refuse('InvalidArgument', 'the header row of a resized table stays where it is');
  if (!intersect(area, table.range)) refuse('InvalidArgument', 'the new range should overlap the table');
  const least = (table.showHeaders ? 1 : 0) + 1 + (table.showTotals ? 1 : 0);
  if (area.rows < least) refuse('InvalidArgument', 'a table keeps at least one row of data');
  if (table.showTotals)
    refuse('ApiNotFound', 'Table.resize of a table with a totals row is not supported by this host');
  const fault = tablePlaceFault(sheet, area, table);
  if (fault !== null) refuse('InvalidArgument', fault);
  requireUnlocked(sheet, area);
  resizeTable(cx.book, sheet, table, area, cx.language);
  cx.edited(sheet, area);
}

function setTotals({ table, sheet }: TableObject, value: unknown, cx: HostContext): void {
  if (value === table.showTotals) return;
  const last = bottomOf(table.range);
  const [left, right] = [table.range.column, table.range.column + table.range.columns - 1];
  if (value === true) {
    cx.shift(sheet, rowShift(last + 1, 1, left, right), 'CellInserted');
    table.range = { ...table.range, rows: table.range.rows + 1 };
    table.showTotals = true;
    setContent(sheet, last + 1, left, { value: cx.language === 'zh' ? '汇总' : 'Total' });
  } else {
    table.range = { ...table.range, rows: table.range.rows - 1 };
    table.showTotals = false;
    cx.shift(sheet, rowShift(last, -1, left, right), 'CellDeleted');
  }
  cx.touch(sheet);
}

/** Takes the table away, with its cells. */
function remove({ table, sheet }: TableObject, cx: HostContext): void {
  requireUnlocked(sheet, table.range);
  showAllRows(sheet, table);
  forgetTable(cx.book, sheet, table);
  const { range } = table;
  cx.shift(sheet, rowShift(range.row, -range.rows, range.column, range.column + range.columns - 1), 'CellDeleted');
  cx.tableDeleted(sheet, table);
}

function showAllRows(sheet: Sheet, table: Table): void {
  delete table.filters;
  applyFilters(sheet, table);
}

function toRange({ table, sheet }: TableObject, cx: HostContext): HostObject {
  let named = false;
  cx.book.sheets.forEach(lookAgain);
  rewriteFormulas(cx.book, (formula) => {
    if (forgetTableIn(formula, table.name) !== formula) named = true;
    return formula;
  });
  if (named) refuse('ApiNotFound', 'Table.convertToRange is not supported by this host while formulas name the table');
  showAllRows(sheet, table);
  forgetTable(cx.book, sheet, table);
  cx.touch(sheet);
  cx.tableDeleted(sheet, table);
  return cx.range(sheet, table.range);
}

const toggle = (key: 'showBandedRows' | 'showFilterButton'): ScalarRow<TableObject> => ({
  get: ({ table }) => table[key],
  set: ({ table, sheet }, value, cx) => {
    table[key] = value === true;
    cx.touch(sheet, false);
  },
});

const part =
  (area: (table: Table) => Range | null, missing: string) =>
  (object: TableObject, _args: CallArguments, cx: HostContext): HostObject =>
    cx.range(
      object.sheet,
      area(object.table) ?? refuse('ItemNotFound', `table ${object.table.name} shows no ${missing}`),
    );

export const tableRow: ClassRow<TableObject> = {
  identity: ({ table }) => ({ Id: String(table.id) }),
  scalars: {
    id: { get: ({ table }) => String(table.id) },
    name: { get: ({ table }) => table.name, set: rename },
    style: {
      get: ({ table }) => table.style,
      set: ({ table, sheet }, value, cx) => {
        if (typeof value !== 'string' || !/^TableStyle(Light|Medium|Dark)\d{1,2}$/.test(value))
          refuse('InvalidArgument', `${String(value)} is no table style`);
        table.style = value;
        cx.touch(sheet, false);
      },
    },
    showHeaders: {
      get: ({ table }) => table.showHeaders,
      set: ({ table }, value) => {
        if (value !== table.showHeaders) refuse('ApiNotFound', 'Table.showHeaders cannot be changed in this host');
      },
    },
    showTotals: { get: ({ table }) => table.showTotals, set: setTotals },
    showBandedRows: toggle('showBandedRows'),
    showFilterButton: toggle('showFilterButton'),
  },
  navigations: {
    worksheet: ({ sheet }) => ({ kind: 'Worksheet', sheet }),
    columns: ({ sheet, table }) => ({ kind: 'TableColumnCollection', sheet, table }),
    rows: ({ sheet, table }) => ({ kind: 'TableRowCollection', sheet, table }),
    sort: ({ sheet, table }) => ({ kind: 'TableSort', sheet, table }),
    autoFilter: ({ sheet, table }) => ({ kind: 'AutoFilter', sheet, table }),
  },
  methods: {
    getRange: part((table) => table.range, 'range'),
    getHeaderRowRange: part(headerArea, 'header row'),
    getDataBodyRange: part(bodyArea, 'body'),
    getTotalRowRange: part(totalsArea, 'totals row'),
    delete: (object, _args, cx) => remove(object, cx),
    convertToRange: (object, _args, cx) => toRange(object, cx),
    resize,
    clearFilters: ({ sheet, table }, _args, cx) => {
      showAllRows(sheet, table);
      cx.touch(sheet, false);
    },
    reapplyFilters: ({ sheet, table }, _args, cx) => {
      applyFilters(sheet, table);
      cx.touch(sheet, false);
    },
  },
  calculated: ['reapplyFilters'],
  since: { resize: '1.13' },
  events: { DataChangedEvent: EVENT.tableChanged, SelectionChangedEvent: EVENT.tableSelectionChanged },
  eventTarget: ({ table }) => String(table.id),
};
