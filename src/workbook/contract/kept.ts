// What a row held when it was last known good, as one text in a hidden column beside it: by it a column that was sorted or shifted alone is told
// from corrections. Which columns are kept says the spec; nobody types it.
import { text } from '../../core/ground/text';
import { foldCell } from './cellFold';
import { trimmed, type TableRow } from './rows';
import type { CellValue } from './snapshot';
import type { ColumnSpec, TableSpec } from './spec';

/** Its header in every table that has it. */
const KEPT_HEADER = text('登记时各列', 'Row as written');

/** Whether the column is the one that keeps what rows hold: it follows what others write into them, and is nobody's own. */
export const isKeptHeader = (header: string): boolean => header === KEPT_HEADER.zh || header === KEPT_HEADER.en;

/**
 * The hidden column that keeps what the columns `keys` hold, in this order, which workbooks rely on: more may follow at its end. A table's own number
 * comes first. Nothing that a person's name or phone stands in, for seals and next year's workbook know nothing of it.
 */
export function keptColumn<const K extends string>(...keys: readonly K[]): ColumnSpec<'kept', K> {
  return {
    key: 'kept',
    header: KEPT_HEADER,
    type: 'text',
    width: 8,
    hidden: true,
    optional: true,
    keeps: keys,
  };
}

/** The column of a table that keeps what its rows held; null where none does. */
export function keptOf(spec: TableSpec): { readonly key: string; readonly keys: readonly string[] } | null {
  const column = spec.columns.find(({ keeps }) => keeps !== undefined);
  return column?.keeps ? { key: column.key, keys: column.keeps } : null;
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

/** What the kept columns of a row hold now; a column that is not there holds nothing. */
export function cellsNow(row: TableRow, keys: readonly string[]): CellValue[] {
  return keys.map((key) => row.get(key));
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
  readonly was: CellValue;
  readonly is: CellValue;
}

/** A column that slipped, and its cells that did. */
export interface MovedColumn {
  readonly column: ColumnSpec;
  readonly cells: readonly MovedCell[];
}
