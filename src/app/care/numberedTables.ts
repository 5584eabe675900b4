// Tables whose rows the add-in numbers: what their ids look like. A row that somebody typed counts without one; its id is for paper and log.
import { nextIds, type CellEdit } from '../../workbook/contract/edits';
import { locateColumns, readRows } from '../../workbook/contract/rows';
import type { TableSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';

const SHAPES: Readonly<Record<string, readonly [prefix: string, digits: number]>> = {
  Units: ['U', 2],
  Receipts: ['R', 4],
  Entries: ['E', 3],
  Judges: ['J', 2],
};

export function isNumbered(table: string): boolean {
  return SHAPES[table] !== undefined;
}

/** Ids for the rows that have none, in the order of the rows; none where the table's rows are not numbered. */
export function missingIds(spec: TableSpec, table: TableSnapshot): CellEdit[] {
  const shape = SHAPES[spec.name];
  const [key] = spec.key;
  if (!shape || key === undefined || (locateColumns(spec, table).get(key) ?? -1) < 0) return [];
  const rows = readRows(spec, table);
  const without = rows.filter((row) => row.text(key) === '');
  const ids = nextIds(
    ...shape,
    rows.map((row) => row.text(key)),
    without.length,
  );
  return without.map(({ index }, at) => ({ index, key, value: ids[at] ?? '' }));
}
