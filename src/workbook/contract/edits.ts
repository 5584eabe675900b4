// Changes to tables that exist, as plan steps: by column key, wherever the columns stand now; untouched cells stay untouched.
import type { CellFormat, CellWrite, PlanStep } from './plan';
import { identityOf, uniqueKeyOf } from './identity';
import { locateColumns } from './rows';
import { BODY_LOOK, columnFormat, rowWriter, tallRows, usualHeight } from './sheetOf';
import type { RowRecord } from './sheetOf';
import type { TableSnapshot } from './snapshot';
import type { ColumnKeys, TableName } from './keys';
import type { FormulaWords, TableSpec } from './spec';

/** A value for one cell of the row at `index` of the snapshot. */
export interface CellEdit<K extends string = string> {
  readonly index: number;
  readonly key: K;
  readonly value: CellWrite;
}

/** An edit of that table. */
export type EditOf<T extends TableName> = CellEdit<ColumnKeys[T]>;

/** The cells of a record with their keys, as `Object.entries` gives them, the keys kept. */
export function entriesOf<K extends string, V>(record: { readonly [key in K]?: V }): (readonly [K, V])[] {
  return Object.entries<V | undefined>(record) as unknown as (readonly [K, V])[];
}

/** New rows below the last: formula columns get their formula, columns that people added stay empty, optional ones that are not there are left out. */
export function appendRows<K extends string>(
  spec: TableSpec<K>,
  table: TableSnapshot,
  records: readonly RowRecord<NoInfer<K>>[],
  words: FormulaWords,
): PlanStep[] {
  if (records.length === 0) return [];
  const places = locateColumns(spec, table);
  const formats: (string | null)[] = table.headers.map(() => null);
  const placed = spec.columns.flatMap((column, index) => {
    const place = places.get(column.key) ?? -1;
    return place < 0 ? [] : [{ column, index, place }];
  });
  const looks: (CellFormat | null)[] = table.headers.map(() => null);
  for (const { column, place } of placed) {
    const { numberFormat, ...look } = columnFormat(column);
    formats[place] = numberFormat ?? null;
    looks[place] = look;
  }
  const write = rowWriter(spec, words);
  const rows = records.map((record) => {
    const cells = write(record);
    const row: CellWrite[] = table.headers.map(() => '');
    for (const { index, place } of placed) row[place] = cells[index] ?? '';
    return row;
  });
  const usual = usualHeight(spec);
  const heights = tallRows(
    placed.map(({ column }) => column),
    rows.map((row) => placed.map(({ place }) => row[place] ?? '')),
    usual,
  ).map((height) => height ?? usual);
  return [
    {
      kind: 'appendRows',
      table: spec.name,
      rows,
      formats,
      body: BODY_LOOK,
      looks,
      heights,
      unique: uniqueKeyOf(spec, table),
    },
  ];
}

/** One step for all edits of a table: a block of the body's shape in which null leaves a cell alone. */
export function updateCells<K extends string>(
  spec: TableSpec<K>,
  table: TableSnapshot,
  edits: readonly CellEdit<NoInfer<K>>[],
): PlanStep[] {
  if (edits.length === 0) return [];
  const places = locateColumns(spec, table);
  const cells: CellWrite[][] = table.values.map((row) => row.map(() => null));
  for (const edit of edits) {
    const row = cells[edit.index];
    const place = places.get(edit.key) ?? -1;
    if (!row || place < 0) throw new Error(`${spec.name} has no cell ${edit.index}/${edit.key}`);
    row[place] = edit.value;
  }
  return [{ kind: 'updateRows', table: spec.name, cells, by: identityOf(spec, table) }];
}

/**
 * The next ids after the highest there is, e.g. after "R0041": "R0042", "R0043". Gaps are not filled: a row that was taken back keeps its id,
 * which log and paper name.
 */
export function nextIds(prefix: string, digits: number, used: readonly string[], count: number): string[] {
  const highest = used.reduce((max, id) => {
    const number = id.startsWith(prefix) ? Number(id.slice(prefix.length)) : NaN;
    return Number.isInteger(number) ? Math.max(max, number) : max;
  }, 0);
  return Array.from({ length: count }, (_, i) => prefix + String(highest + 1 + i).padStart(digits, '0'));
}
