// What names a row of a table, wherever it stands: the constants of its key, or all that people typed in it. A place is never a name.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { shownCell } from './cells';
import type { CellWrite, RowIdentity } from './plan';
import { locateColumns } from './rows';
import type { CellValue, TableSnapshot } from './snapshot';
import type { TableSpec } from './spec';

/** How rows of a table are told apart: by constant keys, else by all cells that people type. */
export function identityOf(spec: TableSpec, table: TableSnapshot): RowIdentity {
  const places = locateColumns(spec, table);
  // What the add-in remembers of a row's unit is written with it, and names nothing; what a row keeps of itself tells rows apart that became alike.
  const constants = spec.columns.flatMap(({ key, formula, anchorOf }) => {
    const place = places.get(key) ?? -1;
    return formula || anchorOf || place < 0 ? [] : [{ key, place }];
  });
  return {
    key: constants.filter(({ key }) => spec.key.includes(key)).map(({ place }) => place),
    inputs: constants.map(({ place }) => place),
  };
}

/** Places of the key, when it is one that no two rows may share; a key that begins with a moment names no row (log, reminders). */
export function uniqueKeyOf(spec: TableSpec, table: TableSnapshot): readonly number[] | undefined {
  const types = spec.key.map((key) => spec.columns.find((column) => column.key === key));
  if (types.some((column) => !column || column.formula || column.type === 'moment')) return undefined;
  const { key } = identityOf(spec, table);
  return key.length === spec.key.length ? key : undefined;
}

/** A row's cells at the places, as one text. Example: `nameAt(['U01', 5], [0])` is `'["U01"]'`. */
export function nameAt(row: readonly CellValue[], places: readonly number[]): string {
  return JSON.stringify(places.map((place) => String(row[place] ?? '')));
}

/** A row as it reads once `cells` are written; what a formula gives is not known and left as it was. */
function rowAfter(row: readonly CellValue[], cells: readonly CellWrite[]): CellValue[] {
  return row.map((value, place) => {
    const cell = cells[place] ?? null;
    return cell === null || typeof cell === 'object' ? value : cell;
  });
}

/** A row that a step writes, by what names it. */
export interface NamedRow {
  /** 0-based position in the basis. */
  readonly index: number;
  /** What names it before and after the writing. */
  readonly before: string;
  readonly after: string;
}

/** The rows that a step writes in one table. */
export interface NamedRows {
  /** Places that name the rows of this step. */
  readonly places: readonly number[];
  readonly rows: readonly NamedRow[];
  /** Positions of rows that nothing tells apart and that would get different cells. */
  readonly alike: readonly number[];
}

interface Update {
  readonly cells: readonly (readonly CellWrite[])[];
  readonly by: RowIdentity;
}

/** How the rows of an update are named: by the key where it tells all of them apart, else by the key and everything typed. */
export function namedRows({ cells, by }: Update, { values }: Pick<TableSnapshot, 'values'>): NamedRows {
  const written = cells.flatMap((line, index) => (line.some((cell) => cell !== null) ? [index] : []));
  const count = (places: readonly number[]): Map<string, number> => {
    const times = new Map<string, number>();
    for (const row of values) {
      const name = nameAt(row, places);
      times.set(name, (times.get(name) ?? 0) + 1);
    }
    return times;
  };
  // What becomes a formula names nothing afterwards: its result is not known.
  const lasts = (place: number): boolean =>
    cells.every((line) => typeof line[place] !== 'object' || line[place] === null);
  const byKey = count(by.key);
  const blank = nameAt([], by.key);
  const usable =
    by.key.length > 0 &&
    by.key.every(lasts) &&
    written.every((index) => {
      const name = nameAt(values[index] ?? [], by.key);
      return name !== blank && byKey.get(name) === 1;
    });
  const places = usable ? by.key : [...new Set([...by.key, ...by.inputs])].filter(lasts);
  const rows = written.map((index) => {
    const row = values[index] ?? [];
    return { index, before: nameAt(row, places), after: nameAt(rowAfter(row, cells[index] ?? []), places) };
  });
  return { places, rows, alike: usable ? [] : unequal(rows, cells, count(places)) };
}

/** Rows of one name of which not all get the same. */
function unequal(
  rows: readonly NamedRow[],
  cells: readonly (readonly CellWrite[])[],
  times: ReadonlyMap<string, number>,
): number[] {
  const gets = new Map<string, { all: Set<string>; rows: number[] }>();
  for (const { index, before } of rows) {
    const group = gets.get(before) ?? { all: new Set(), rows: [] };
    group.all.add(JSON.stringify(cells[index]));
    group.rows.push(index);
    gets.set(before, group);
  }
  return [...gets].flatMap(([name, { all, rows: own }]) =>
    all.size > 1 || own.length < (times.get(name) ?? 0) ? own : [],
  );
}

/** Two rows that are equal in all that names them: nobody, and no job, can tell which is meant. */
export function alikeRows(table: TableSnapshot, alike: readonly number[]): Problem {
  const lines = alike.map((index) => table.top + 2 + index).join('、');
  const words = (table.values[alike[0] ?? 0] ?? [])
    .map((cell) => shownCell(cell, { type: 'any' }))
    .filter((cell) => cell !== '')
    .slice(0, 4)
    .join(' ');
  return {
    code: 'rows-alike',
    table: table.name,
    sheet: table.sheet,
    row: lines,
    expected: text('分得清的行', 'rows that can be told apart'),
    found: words,
    message: text(
      `“${table.sheet}”第 ${lines} 行完全一样（${words}），分不清要改哪一行，没有写入。请删去多余的一行或补上编号，再试一次。`,
      `Rows ${lines} of “${table.sheet}” are exactly alike (${words}): which one is meant cannot be told, and nothing was written. Delete the spare one or give it a number, then try again.`,
    ),
  };
}
