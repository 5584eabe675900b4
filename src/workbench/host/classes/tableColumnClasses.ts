// Registry rows of TableColumnCollection and TableColumn.
import type { Range, Sheet, Table, TableColumn } from '../../model/book';
import { bottomOf } from '../../model/area';
import { cellsIn, isFilled, setContent, valueAt } from '../../model/cells';
import { sameName } from '../../model/formulaText';
import { columnShift } from '../../model/shift';
import { renameTableColumn, tablePlaceFault } from '../../model/tables';
import { freeColumnName, totalsArea } from '../../model/tableParts';
import { refuse } from '../apiError';
import type { CallArguments } from '../callArguments';
import { collectionRow, type ClassRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { HostObject, ObjectOf } from '../hostObject';
import { writeCells } from '../writeCells';
import { blockFrom } from './rangeValues';

type Collection = ObjectOf<'TableColumnCollection'>;
type Column = ObjectOf<'TableColumn'>;

const asObject = ({ sheet, table }: { sheet: Sheet; table: Table }, column: TableColumn): Column => ({
  kind: 'TableColumn',
  sheet,
  table,
  column,
});

const items = (all: Collection): Column[] => all.table.columns.map((column) => asObject(all, column));

/** By name first, then by id. */
function find(all: Collection, key: string | number): HostObject | null {
  const { columns } = all.table;
  const column =
    (typeof key === 'string' ? columns.find((one) => sameName(one.name, key)) : undefined) ??
    columns.find((one) => String(one.id) === String(key));
  return column ? asObject(all, column) : null;
}

/** Puts a column in at `index`, or at the end when it is not given. */
function add(all: Collection, args: CallArguments, cx: HostContext): HostObject {
  const { sheet, table } = all;
  const at = args.has(0) && args.integer(0, 'index') >= 0 ? args.integer(0, 'index') : table.columns.length;
  if (at > table.columns.length) refuse('InvalidArgument', `table ${table.name} has ${table.columns.length} columns`);
  const column = table.range.column + at;
  if (at === table.columns.length) {
    const beside: Range = { ...table.range, column, columns: 1 };
    if (cellsIn(sheet, beside).some(({ cell }) => isFilled(cell)) || tablePlaceFault(sheet, beside) !== null) {
      cx.shift(sheet, columnShift(column, 1, table.range.row, bottomOf(table.range)), 'CellInserted');
    }
    const name = freeColumnName(
      table.columns.map((one) => one.name),
      '',
      cx.language,
    );
    table.columns.push({ id: Math.max(0, ...table.columns.map((one) => one.id)) + 1, name });
    table.range = { ...table.range, columns: table.range.columns + 1 };
    if (table.showHeaders) setContent(sheet, table.range.row, column, { value: name });
  } else if (at === 0) {
    cx.shift(sheet, columnShift(column, 1, table.range.row, bottomOf(table.range)), 'CellInserted');
    const name = freeColumnName(
      table.columns.map((one) => one.name),
      '',
      cx.language,
    );
    table.columns.unshift({ id: Math.max(0, ...table.columns.map((one) => one.id)) + 1, name });
    table.range = { ...table.range, column, columns: table.range.columns + 1 };
    if (table.showHeaders) setContent(sheet, table.range.row, column, { value: name });
  } else cx.shift(sheet, columnShift(column, 1, table.range.row, bottomOf(table.range)), 'CellInserted');
  if (args.has(1)) {
    const values = args.raw(1);
    const rows = Array.isArray(values) ? values.length : table.range.rows;
    const bodyOnly = rows === table.range.rows - 1 && table.showHeaders;
    writeCells(
      cx,
      sheet,
      {
        ...table.range,
        row: table.range.row + (bodyOnly ? 1 : 0),
        column,
        columns: 1,
        rows: table.range.rows - (bodyOnly ? 1 : 0),
      },
      values,
    );
  }
  if (args.has(2)) renameTableColumn(cx.book, sheet, table, at, args.text(2, 'name'), cx.language);
  cx.touch(sheet);
  return asObject(all, table.columns[at] ?? refuse('GeneralException', 'the new column is missing'));
}

const collection = collectionRow<Collection>('TableColumn', items, find);

export const tableColumnCollectionRow: ClassRow<Collection> = {
  ...collection,
  methods: { ...collection.methods, add },
};

function indexOf({ table, column }: Column): number {
  const index = table.columns.indexOf(column);
  return index >= 0 ? index : refuse('ItemNotFound', `column ${column.name} was deleted`);
}

function areaOfColumn(object: Column, part: 'all' | 'header' | 'body' | 'total'): Range {
  const { table } = object;
  const all: Range = { ...table.range, column: table.range.column + indexOf(object), columns: 1 };
  const head = table.showHeaders ? 1 : 0;
  if (part === 'all') return all;
  if (part === 'header')
    return head ? { ...all, rows: 1 } : refuse('ItemNotFound', `table ${table.name} shows no header row`);
  if (part === 'total')
    return totalsArea(table)
      ? { ...all, row: bottomOf(all), rows: 1 }
      : refuse('ItemNotFound', `table ${table.name} shows no totals row`);
  return { ...all, row: all.row + head, rows: all.rows - head - (table.showTotals ? 1 : 0) };
}

const part =
  (which: Parameters<typeof areaOfColumn>[1]) =>
  (object: Column, _args: CallArguments, cx: HostContext): HostObject =>
    cx.range(object.sheet, areaOfColumn(object, which));

export const tableColumnRow: ClassRow<Column> = {
  identity: ({ column }) => ({ Id: column.id }),
  scalars: {
    id: { get: ({ column }) => column.id },
    index: { get: indexOf },
    name: {
      get: ({ column }) => column.name,
      set: (object, value, cx) => {
        if (typeof value !== 'string') refuse('InvalidArgument', 'a column name is a text');
        renameTableColumn(cx.book, object.sheet, object.table, indexOf(object), value, cx.language);
        cx.edited(object.sheet, areaOfColumn(object, 'header'));
        cx.touch(null);
      },
    },
    values: {
      get: (object) => blockFrom(object.sheet, areaOfColumn(object, 'all'), valueAt),
      set: (object, value, cx) => writeCells(cx, object.sheet, areaOfColumn(object, 'all'), value),
    },
  },
  navigations: {
    filter: ({ sheet, table, column }) => ({ kind: 'Filter', sheet, table, column }),
  },
  methods: {
    getRange: part('all'),
    getHeaderRowRange: part('header'),
    getDataBodyRange: part('body'),
    getTotalRowRange: part('total'),
    delete: (object, _args, cx) => {
      if (object.table.columns.length === 1) refuse('InvalidOperation', 'the last column of a table cannot be deleted');
      const area = areaOfColumn(object, 'all');
      cx.shift(object.sheet, columnShift(area.column, -1, area.row, bottomOf(area)), 'CellDeleted');
    },
  },
};
