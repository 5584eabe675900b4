// Tables whose rows the add-in numbers: what their ids look like. A row that somebody typed counts without one; its id is for paper and log.
import { nextIds, type CellEdit } from '../../workbook/contract/edits';
import { locateColumns, readRows } from '../../workbook/contract/rows';
import { everyTable, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { registeredObjections } from '../../workbook/tables/objections/registeredNames';
import { givenIds } from '../../workbook/tables/registeredRows';
import { isSum } from '../../workbook/tables/sums';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';

const SHAPES: Readonly<Record<string, readonly [prefix: string, digits: number]>> = {
  Units: ['U', 2],
  Receipts: ['R', 4],
  Entries: ['E', 3],
  Judges: ['J', 2],
  Criteria: ['C', 1],
  Objections: ['OB', 2],
};

/** Example: `isNumbered('Receipts')` is true, `isNumbered('Tracker')` is false. */
export function isNumbered(table: string): boolean {
  return SHAPES[table] !== undefined;
}

/**
 * Ids that no new row of the table may get: those of its rows and of registered ones that are gone, and of a judge whose row is gone while the score sheet
 * is still there.
 */
export function takenIds(spec: TableSpec, { tables, names }: WorkbookSnapshot): string[] {
  const [table, [key]] = [tables[spec.name], spec.key];
  const own = table && key !== undefined ? readRows(spec, table).map((row) => row.text(key)) : [];
  if (spec.name === 'Objections')
    return [...own, ...registeredObjections({ names }).map(({ objectionId }) => objectionId)];
  if (spec.name !== 'Judges') return [...own, ...givenIds(spec.name, { names, tables })];
  const scored = everyTable(tables).flatMap(({ name }) =>
    name.startsWith(SCORE_TABLE_PREFIX) ? [name.slice(SCORE_TABLE_PREFIX.length)] : [],
  );
  return [...own, ...scored];
}

/** Ids for the rows that have none, in the order of the rows; none where the table's rows are not numbered, nor for a sum that was typed into it. */
export function missingIds(spec: TableSpec, snapshot: WorkbookSnapshot): CellEdit[] {
  const table = snapshot.tables[spec.name];
  const shape = SHAPES[spec.name];
  const [key] = spec.key;
  if (!shape || !table || key === undefined || (locateColumns(spec, table).get(key) ?? -1) < 0) return [];
  const without = readRows(spec, table).filter((row) => row.text(key) === '' && !isSum(spec, row));
  const ids = nextIds(...shape, takenIds(spec, snapshot), without.length);
  return without.map(({ index }, at) => ({ index, key, value: ids[at] ?? '' }));
}
