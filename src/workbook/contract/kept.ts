// What a row held when it was last known good, as one text in a hidden column beside it: by it a column that was sorted or shifted alone is told
// from corrections. Which columns are kept says the spec; nobody types it.
import { text } from '../../core/ground/text';
import { foldCell } from './cellFold';
import { fingerprintOfText } from './fingerprint';
import { trimmed, type TableRow } from './rows';
import type { CellValue } from './snapshot';
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
