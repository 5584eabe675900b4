// Registry rows of TableRowCollection and TableRow.
import type { Range } from '../../model/book';
import { valueAt } from '../../model/cells';
import { deleteTableRows, insertTableRows } from '../../model/tables';
import { bodyArea } from '../../model/tableParts';
import { refuse } from '../apiError';
import type { CallArguments } from '../callArguments';
import { collectionRow, type ClassRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { HostObject, ObjectOf } from '../hostObject';
import { requireUnlocked, writeCells } from '../writeCells';
import { blockFrom } from './rangeValues';

type Collection = ObjectOf<'TableRowCollection'>;
type Row = ObjectOf<'TableRow'>;

const items = ({ sheet, table }: Collection): Row[] =>
  Array.from({ length: bodyArea(table).rows }, (_, index) => ({ kind: 'TableRow', sheet, table, index }));

function areaOfRow({ table, index }: Row): Range {
  const body = bodyArea(table);
  if (index < 0 || index >= body.rows) refuse('ItemNotFound', `table ${table.name} has no row ${index}`);
  return { ...body, row: body.row + index, rows: 1 };
}

/** Without the rows that hold nothing at the end, where the host leaves them out; a block of nothing else is taken. */
function takenRows(block: unknown, cx: HostContext): unknown {
  if (!Array.isArray(block) || cx.manners.blankRowsAtTheEnd === 'taken') return block;
  const holdsAny = (row: unknown): boolean => Array.isArray(row) && row.some((cell) => cell !== '' && cell !== null);
  const filled = block.map(holdsAny).lastIndexOf(true);
  return filled < 0 ? block : (block.slice(0, filled + 1) as unknown);
}

/** One call, one block: several rows come as several lines of values. */
function add({ sheet, table }: Collection, args: CallArguments, cx: HostContext): HostObject {
  const body = bodyArea(table);
  const values = args.raw(1);
  const block = takenRows(Array.isArray(values) && !Array.isArray(values[0]) ? [values] : values, cx);
  const count = Array.isArray(block) ? block.length : 1;
  const index = args.has(0) && args.integer(0, 'index') >= 0 ? args.integer(0, 'index') : body.rows;
  if (index > body.rows) refuse('InvalidArgument', `table ${table.name} has ${body.rows} rows`);
  requireUnlocked(sheet, { ...body, row: body.row + index, rows: count });
  insertTableRows(cx.book, sheet, table, index, count, cx.language, (shift) => cx.shift(sheet, shift, 'CellInserted'));
  if (block !== null) writeCells(cx, sheet, { ...body, row: bodyArea(table).row + index, rows: count }, block);
  cx.touch(sheet);
  return { kind: 'TableRow', sheet, table, index };
}

const collection = collectionRow<Collection>('TableRow', items, (all, key) => items(all)[Number(key)] ?? null);

export const tableRowCollectionRow: ClassRow<Collection> = { ...collection, methods: { ...collection.methods, add } };

export const tableRowRow: ClassRow<Row> = {
  scalars: {
    index: { get: ({ index }) => index },
    values: {
      get: (row) => blockFrom(row.sheet, areaOfRow(row), valueAt),
      set: (row, value, cx) => writeCells(cx, row.sheet, areaOfRow(row), value),
    },
  },
  methods: {
    getRange: (row, _args, cx) => cx.range(row.sheet, areaOfRow(row)),
    delete: (row, _args, cx) => {
      const area = areaOfRow(row);
      requireUnlocked(row.sheet, area);
      deleteTableRows(row.sheet, row.table, row.index, 1, (shift) => cx.shift(row.sheet, shift, 'CellDeleted'));
      cx.touch(row.sheet);
    },
  },
};
