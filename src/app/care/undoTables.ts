// The tables that acts which can be taken back write to: rows by the names that the log gives them, and cells as the log keeps them.
import { serialFromWallTime, wallTimeFromIso, wallTimeFromSerial } from '../../core/ground/wallTime';
import { isMomentSerial } from '../../workbook/contract/cellFormulas';
import { momentText } from '../../workbook/contract/cells';
import { locateColumns, readRows, type TableRow } from '../../workbook/contract/rows';
import { tableCalled, type CellValue } from '../../workbook/contract/snapshot';
import { columnOf, type TableSpec } from '../../workbook/contract/spec';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import type { LogLine } from '../../workbook/tables/records/actLog';
import { TABLES } from '../../workbook/tables/registry';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';
import { UNITS } from '../../workbook/tables/units/units';
import type { Situation } from '../run/runJob';

/** A table as acts name its rows and columns: by the texts of the key, by the header of then. */
export interface Reader {
  readonly spec: TableSpec;
  rowCalled(row: string): TableRow | null;
  /** Key of the column with this header, in either language; null when there is none. */
  keyOf(header: string): string | null;
  placeOf(key: string): number;
}

/** Tables in whose lines the log keeps the very values; of others it keeps how they read: moments as 2021-06-10 18:00, numbers as digits. */
const WITH_VALUES: ReadonlySet<string> = new Set([UNITS.name, RECEIPTS.name, ENTRIES.name]);

/** What was typed over formulas there is in the log; it is no part of the act. */
export const DERIVED: ReadonlySet<string> = new Set(['Tracker', 'Standings']);

/** Tables of which acts that can be taken back write cells: all that people fill. */
const UNDOABLE: readonly TableSpec[] = TABLES.filter(({ name }) => !DERIVED.has(name));

const isExact = (table: string): boolean => WITH_VALUES.has(table) || table.startsWith(SCORE_TABLE_PREFIX);

/** Whether the line keeps the very values, whatever its table: what the act wrote is a number in it. */
export const isExactLine = ({ after }: Pick<LogLine, 'after'>): boolean => typeof after === 'number';

/** A cell as the log would keep it; `exact`: as its very value. */
export function asLogged({ spec }: Reader, row: TableRow, key: string, exact: boolean): string {
  const value = row.get(key);
  const { type } = columnOf(spec, key);
  return !exact && !isExact(spec.name) && ['moment', 'date', 'any'].includes(type) && isMomentSerial(value)
    ? momentText(wallTimeFromSerial(value))
    : row.text(key);
}

/** The cell that the log's words stand for; `exact`: they are its very value. */
export function fromLogged({ spec }: Reader, key: string, value: CellValue, exact: boolean): CellValue {
  const { type } = columnOf(spec, key);
  if (exact || isExact(spec.name) || typeof value !== 'string' || value === '') return value;
  const moment = ['moment', 'date', 'any'].includes(type) ? wallTimeFromIso(value.replace(' ', 'T')) : null;
  if (moment !== null) return serialFromWallTime(moment);
  return ['integer', 'decimal'].includes(type) && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

/** Rows by their key, or by the number that people know a story by; null when the workbook has no such table any more. */
export function readerOf({ snapshot, campaign }: Situation, name: string): Reader | null {
  const table = tableCalled(snapshot.tables, name);
  const known = UNDOABLE.find((spec) => spec.name === name);
  const judged = campaign.judgesWithSheet.some((judgeId) => name === `${SCORE_TABLE_PREFIX}${judgeId}`);
  if (!table || (!known && !judged)) return null;
  const spec = known ?? campaign.spec(name);
  const places = locateColumns(spec, table);
  const rows = new Map<string, TableRow[]>();
  for (const row of readRows(spec, table)) {
    const names = judged ? [row.text('blindNo')] : [spec.key.map((key) => row.text(key)).join(' ')];
    for (const called of names) rows.set(called, [...(rows.get(called) ?? []), row]);
  }
  return {
    spec,
    rowCalled: (row) => {
      // In the roster the log adds the name to the id.
      const found = rows.get(name === UNITS.name ? (row.split(' ')[0] ?? '') : row) ?? [];
      return found.length === 1 ? (found[0] ?? null) : null;
    },
    keyOf: (header) =>
      spec.columns.find(
        (column) => [column.header.zh, column.header.en].includes(header) && (places.get(column.key) ?? -1) >= 0,
      )?.key ?? null,
    placeOf: (key) => places.get(key) ?? -1,
  };
}
