// What a row held when it was last known good, as one text in a hidden column beside it: by it a column that was sorted or shifted alone is told
// from corrections. Which columns are kept says the spec; nobody types it.
import { text } from '../../core/ground/text';
import { foldCell } from './cellFold';
import { fingerprintOfText } from './fingerprint';
import { locateColumns, readRows, trimmed, type TableRow } from './rows';
import type { CellValue, TableSnapshot } from './snapshot';
import type { ColumnSpec, TableSpec } from './spec';

/** Its header in every table that has it. */
const KEPT_HEADER = text('登记时各列', 'Row as written');

/** Whether the column is the one that keeps what rows hold: it follows what others write into them, and is nobody's own. */
export const isKeptHeader = (header: string): boolean => header === KEPT_HEADER.zh || header === KEPT_HEADER.en;

/** A column of which a row keeps no more than a fingerprint: a person's name or phone, which seals know nothing of here, or long words. */
export interface Print<K extends string> {
  readonly print: K;
}

/**
 * The hidden column that keeps what the columns `keys` hold, in this order, which workbooks rely on: more may follow at its end. A table's own number
 * comes first.
 */
export function keptColumn<const K extends string>(...keys: readonly (K | Print<K>)[]): ColumnSpec<'kept', K> {
  return {
    key: 'kept',
    header: KEPT_HEADER,
    type: 'text',
    width: 8,
    hidden: true,
    optional: true,
    keeps: keys.map((key) => (typeof key === 'string' ? key : key.print)),
    keepsPrints: keys.flatMap((key) => (typeof key === 'string' ? [] : [key.print])),
  };
}

/** The column of a table that keeps what its rows hold, and of which columns; `prints`: of these a fingerprint. */
export interface KeptOf {
  readonly key: string;
  readonly keys: readonly string[];
  readonly prints: ReadonlySet<string>;
}

/** Null where no column of the table keeps anything. */
export function keptOf(spec: TableSpec): KeptOf | null {
  const column = spec.columns.find(({ keeps }) => keeps !== undefined);
  return column?.keeps ? { key: column.key, keys: column.keeps, prints: new Set(column.keepsPrints) } : null;
}

/** What is kept of the cell. Cells that compare alike have one fingerprint. */
export function keptCell(cell: CellValue, isPrint: boolean): CellValue {
  return isPrint && trimmed(cell) !== '' ? `#${fingerprintOfText(comparedBy(cell))}` : cell;
}

/** The text of a row that holds these cells; '' for one that holds nothing. Example: `keptText(['R0001', 44354.5, ''])` is `["R0001",44354.5]`. */
export function keptText(cells: readonly CellValue[]): string {
  let end = cells.length;
  while (end > 0 && trimmed(cells[end - 1] ?? '') === '') end -= 1;
  return end === 0 ? '' : JSON.stringify(cells.slice(0, end));
}

const isCell = (cell: unknown): cell is CellValue => ['string', 'number', 'boolean'].includes(typeof cell);

/** The cells that the text keeps, `count` of them; null when it keeps none, or somebody wrote something else there. */
export function readKept(kept: CellValue, count: number): CellValue[] | null {
  if (typeof kept !== 'string' || !kept.startsWith('[')) return null;
  try {
    const cells: unknown = JSON.parse(kept);
    if (!Array.isArray(cells) || !cells.every(isCell)) return null;
    return Array.from({ length: count }, (_, at) => cells[at] ?? '');
  } catch {
    return null;
  }
}

/** What a kept cell stands for: itself, or what a row holds that has its fingerprint; null where none has. `rows`: what is kept, what is held. */
export function valuesKept(
  rows: readonly (readonly [CellValue, CellValue])[],
  isPrint: boolean,
): (kept: CellValue) => CellValue | null {
  if (!isPrint) return (kept) => kept;
  const held = new Map(rows);
  return (kept) => (kept === '' ? '' : (held.get(kept) ?? null));
}

/** What would be kept of the row now; a column that is not there holds nothing. */
export function cellsNow(row: TableRow, { keys, prints }: KeptOf): CellValue[] {
  return keys.map((key) => keptCell(row.get(key), prints.has(key)));
}

/** Decimals of a moment that programs write alike; a millionth of a day is less than a tenth of a second. */
const DECIMALS = 6;

/** What cells compare by: blanks, widths and the last digits of a moment are nobody's change. */
export function comparedBy(cell: CellValue): string {
  if (typeof cell === 'number') return String(Number(cell.toFixed(DECIMALS)));
  return foldCell(trimmed(cell));
}

/** A cell that holds what another row held. */
export interface MovedCell {
  readonly row: TableRow;
  /** Null: only its fingerprint was kept, and no row holds it any more. */
  readonly was: CellValue | null;
  readonly is: CellValue;
}

/** A column that slipped, and its cells that did. */
export interface MovedColumn {
  readonly column: ColumnSpec;
  readonly cells: readonly MovedCell[];
  /** The column whose cells they are, where two were exchanged; absent: they are other rows' own. */
  readonly exchangedWith?: ColumnSpec;
}

/** A row, the id that it was written with, and the one that stands there; '' when it is empty. */
export interface RetypedId {
  readonly row: TableRow;
  readonly was: string;
  readonly is: string;
}

/**
 * What stands beside the id must be as it was written, too: a row that was given to another unit or item is that one's. Example: T2 with its title was
 * written, T9 with the same title stands there, and no row is T2.
 */
export function retypedIds(spec: TableSpec, table: TableSnapshot | undefined): RetypedId[] {
  const [id = ''] = spec.key;
  const kept = keptOf(spec);
  const [own, name = ''] = kept?.keys ?? [];
  if (!kept || own !== id || !table || table.unread || (locateColumns(spec, table).get(kept.key) ?? -1) < 0) return [];
  const rows = readRows(spec, table);
  const there = new Set(rows.map((row) => comparedBy(row.text(id))));
  const found = rows.flatMap((row): RetypedId[] => {
    const written = readKept(row.get(kept.key), kept.keys.length);
    const [was, called] = [trimmed(written?.[0] ?? ''), comparedBy(written?.[1] ?? '')];
    const isSame = called !== '' && called === comparedBy(row.get(name));
    return was !== '' && isSame && !there.has(comparedBy(was)) ? [{ row, was, is: row.text(id) }] : [];
  });
  const times = new Map<string, number>();
  for (const { was } of found) times.set(was, (times.get(was) ?? 0) + 1);
  return found.filter(({ was }) => times.get(was) === 1);
}

/**
 * Beside which row stands what a row was written with, where all that people see was moved past the hidden columns: by the row's own number, of tables
 * without one by all that it holds; of several the one for which `isIts` holds. Itself where nothing tells.
 */
export function keptBeside(
  spec: TableSpec,
  rows: readonly TableRow[],
  isIts: (row: TableRow, other: TableRow) => boolean,
): (row: TableRow) => TableRow {
  const kept = keptOf(spec);
  if (!kept) return (row) => row;
  const numbers = spec.key.length === 1 && kept.keys[0] === spec.key[0] ? 1 : undefined;
  const mark = (cells: readonly CellValue[]): string => cells.slice(0, numbers).map(comparedBy).join('\n');
  const beside = new Map<string, TableRow[]>();
  for (const row of rows) {
    const was = readKept(row.get(kept.key), kept.keys.length);
    if (was) beside.set(mark(was), [...(beside.get(mark(was)) ?? []), row]);
  }
  return (row) => {
    const found = beside.get(mark(cellsNow(row, kept))) ?? [];
    return found.find((other) => isIts(row, other)) ?? (found.length === 1 ? found[0] : undefined) ?? row;
  };
}
