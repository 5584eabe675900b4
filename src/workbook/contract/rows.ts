// Reads a table of the snapshot by column key, wherever the columns stand now, and says what is missing.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { headerPlaces } from './headerPlaces';
import type { CellValue, TableSnapshot } from './snapshot';
import type { ColumnKeys, TableName } from './keys';
import type { TableSpec } from './spec';

/** A row as people see it. Example: `{ sheet: '收件登记', line: 128 }`. */
export interface SeenRow {
  readonly sheet: string;
  readonly line: number;
}

/** Where the row of the body at `index` stands on its sheet. */
export function seenRow({ sheet, top }: Pick<TableSnapshot, 'sheet' | 'top'>, index: number): SeenRow {
  return { sheet, line: top + 2 + index };
}

/** `K`: the keys of its table's columns. Asking for another key throws, and does not compile where the table is known. */
export interface TableRow<in K extends string = string> {
  /** 0-based position in the body, valid only for the snapshot it came from. */
  readonly index: number;
  /** Where people see it: the title of the sheet and the 1-based row there, valid only for that snapshot. */
  readonly seen: SeenRow;
  /** '' where the table lacks the column. */
  readonly get: (key: K) => CellValue;
  /** The cell as trimmed text; '' where it holds an error, as the formulas have it. */
  readonly text: (key: K) => string;
}

/** A row of that table. */
export type RowOf<T extends TableName> = TableRow<ColumnKeys[T]>;

/** Position of each column of the spec in the table as it stands; -1 = not there. */
export function locateColumns<K extends string>(
  spec: TableSpec<K>,
  table: Pick<TableSnapshot, 'headers'>,
): Map<K, number> {
  return headerPlaces(spec, table.headers);
}

/** Columns that the spec wants and the table lacks, each as a problem that says how to mend it. */
export function missingColumns(spec: TableSpec, table: TableSnapshot): Problem[] {
  const places = locateColumns(spec, table);
  return spec.columns
    .filter((column) => !column.optional && places.get(column.key) === -1)
    .map((column) => ({
      code: 'missing-column',
      table: spec.name,
      sheet: table.sheet,
      column: column.key,
      expected: text(`“${column.header.zh}”列`, `a column “${column.header.en}”`),
      found: table.headers.join(' | '),
      message: text(
        `工作表“${table.sheet}”缺少“${column.header.zh}”列。它可能被改名或删除，或工作簿由较早的版本建立：请撤销，或运行“升级与修复”，它会先列出要补什么。`,
        `Sheet “${table.sheet}” has no column “${column.header.en}”. It was renamed or deleted, or the workbook is older: undo that, or run “Upgrade and repair”, which first lists what it would add.`,
      ),
    }));
}

/** Whether no white space has this code: 0x3000 is the ideographic space, the others lie at or below 0x205F but for the byte order mark. */
const isSolid = (code: number): boolean => (code > 32 && code < 0xa0) || (code > 0x3000 && code < 0xfeff);

/** The cell as trimmed text. Nearly every cell has nothing to trim; that is seen without asking for a copy. Example: `trimmed(' 西渡镇 ')` → "西渡镇". */
export function trimmed(cell: CellValue): string {
  if (typeof cell !== 'string') return String(cell);
  return cell === '' || (isSolid(cell.charCodeAt(0)) && isSolid(cell.charCodeAt(cell.length - 1))) ? cell : cell.trim();
}

const ERRORS: ReadonlySet<CellValue> = new Set(
  ['DIV/0!', 'N/A', 'NAME?', 'NULL!', 'NUM!', 'REF!', 'VALUE!', 'SPILL!', 'CALC!'].map((name) => `#${name}`),
);

/** The cell shows an error: what a formula gave, or a reference that was pasted along. */
export const isError = (cell: CellValue): boolean =>
  typeof cell === 'string' && cell.charCodeAt(0) === 35 && ERRORS.has(cell);

const isBlank = (cell: CellValue | undefined): boolean =>
  cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** One shape for all rows of all tables: registers have tens of thousands. */
class CellsByKey<K extends string> implements TableRow<K> {
  constructor(
    private readonly table: string,
    private readonly places: ReadonlyMap<K, number>,
    readonly index: number,
    private readonly cells: readonly CellValue[],
    private readonly where: Pick<TableSnapshot, 'sheet' | 'top'>,
  ) {}

  get seen(): SeenRow {
    return seenRow(this.where, this.index);
  }

  get(key: K): CellValue {
    const place = this.places.get(key);
    if (place === undefined) throw new Error(`${this.table} has no column ${key}`);
    return this.cells[place] ?? '';
  }

  text(key: K): string {
    const cell = this.get(key);
    return isError(cell) ? '' : trimmed(cell);
  }
}

/** One row by itself, of columns that were located before: for readers that go through a large table without a row object for each. */
export function rowAt<K extends string>(
  spec: TableSpec<K>,
  places: ReadonlyMap<K, number>,
  index: number,
  cells: readonly CellValue[],
  where: Pick<TableSnapshot, 'sheet' | 'top'>,
): TableRow<K> {
  return new CellsByKey(spec.name, places, index, cells, where);
}

/** Body rows that hold anything in the columns people or the add-in fill (formula columns alone make no row). */
export function readRows<K extends string>(spec: TableSpec<K>, table: TableSnapshot): TableRow<K>[] {
  if (table.unread) throw new Error(`${table.name} was not read: ask for its rows`);
  const places = locateColumns(spec, table);
  const filled = spec.columns
    .filter((column) => !column.formula && !column.anchorOf && !column.keeps)
    .map((column) => places.get(column.key) ?? -1);
  const rows: TableRow<K>[] = [];
  table.values.forEach((cells, index) => {
    if (filled.some((place) => place >= 0 && !isBlank(cells[place])))
      rows.push(new CellsByKey(spec.name, places, index, cells, table));
  });
  return rows;
}
