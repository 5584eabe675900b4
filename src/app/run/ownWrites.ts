// What this session has written, by what names rows and columns, so that it can be looked for again: co-authors' programs merge later, and
// then a cell may hold what it held before, or a new row may be gone. Reads and writes nothing.
import type { WallTime } from '../../core/ground/wallTime';
import { nameAt, namedRows } from '../../workbook/contract/identity';
import { isKeptHeader } from '../../workbook/contract/kept';
import type { CellWrite, PlanStep } from '../../workbook/contract/plan';
import { readActs } from '../../workbook/tables/records/actLog';
import { LOG } from '../../workbook/tables/records/records';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableName } from '../../workbook/contract/keys';

interface OwnCell {
  readonly before: CellValue;
  readonly wrote: CellValue;
}

interface OwnRow {
  readonly table: TableName;
  /** Headers of the key, and its values as nameAt gives them. No headers: only what it holds tells it apart. */
  readonly keys: readonly string[];
  readonly name: string;
  /** It was not there before. */
  readonly added: boolean;
  readonly cells: ReadonlyMap<string, OwnCell>;
  readonly job: string;
  readonly at: WallTime;
}

/** A row of this session that is gone, or cells of it that are as they were before. */
export interface Vanished extends OwnRow {
  readonly sheet: string;
  /** What people call the row. */
  readonly called: string;
  /** The whole row is not there. */
  readonly gone: boolean;
  /** Of a row that stands: what its cells hold instead. */
  readonly now: ReadonlyMap<string, CellValue>;
  /** Of a row that is gone: its key names another row now, which holds this. */
  readonly instead?: readonly CellValue[];
}

/** A plan that met others and was taken back. */
export interface LeftBehind {
  readonly act: { readonly job: string; readonly at: WallTime };
  readonly steps: readonly PlanStep[];
  readonly basis: WorkbookSnapshot;
}

/** What this session has written and may look for again: others may have overwritten or deleted it. */
export interface OwnWrites {
  /** Remembers what a plan wrote. */
  note(act: { readonly job: string; readonly at: WallTime }, steps: readonly PlanStep[], basis: WorkbookSnapshot): void;
  /** The same of a plan that was taken back, as far as rows that it added and cells that it wrote stand in `now`: no later try writes them. */
  noteLeft(left: LeftBehind, now: WorkbookSnapshot): void;
  /** Cells hold something else than was written or had stood there: only the log can tell whether somebody changed them since or at the same time. */
  isDoubtful(snapshot: WorkbookSnapshot): boolean;
  /** Forgets the cells that others have changed since, by a snapshot with the log. */
  letGo(snapshot: WorkbookSnapshot): void;
  /** What of it is not there in the tables that were read; with the log also what another act wrote over it at the same time. */
  vanishedIn(snapshot: WorkbookSnapshot): readonly Vanished[];
  /** It was named: jobs do not name it again. */
  told(vanished: readonly Vanished[]): void;
  isTold(vanished: Vanished): boolean;
  /** Somebody has seen it and leaves it so. */
  forget(vanished: readonly Vanished[]): void;
  /** Tables that it has written to. */
  readonly tables: readonly TableName[];
}

/** Rows that are remembered: those written last. */
const MOST_ROWS = 500;

const literal = (cell: CellWrite | undefined): cell is CellValue =>
  cell !== null && cell !== undefined && typeof cell !== 'object';

type Found = Omit<OwnRow, 'job' | 'at'>;

const isKept = ({ headers }: TableSnapshot, place: number): boolean => isKeptHeader(headers[place] ?? '');

function updated(step: Extract<PlanStep, { kind: 'updateRows' }>, table: TableSnapshot): Found[] {
  const { places, rows } = namedRows(step, table);
  if (places !== step.by.key) return [];
  const keys = places.map((place) => table.headers[place] ?? '');
  return rows.map(({ index, after }) => ({
    table: table.name,
    keys,
    name: after,
    added: false,
    cells: new Map(
      (step.cells[index] ?? []).flatMap((wrote, place) => {
        const before = table.values[index]?.[place] ?? '';
        return literal(wrote) && wrote !== before && !isKept(table, place)
          ? [[table.headers[place] ?? '', { before, wrote }] as const]
          : [];
      }),
    ),
  }));
}

/** The log is too long to be looked through each time; it stands beside what it tells of. */
const NOT_LOOKED_FOR: ReadonlySet<string> = new Set([LOG.name]);

function appended({ rows, unique = [] }: Extract<PlanStep, { kind: 'appendRows' }>, table: TableSnapshot): Found[] {
  if (NOT_LOOKED_FOR.has(table.name)) return [];
  const keys = unique.map((place) => table.headers[place] ?? '');
  const naming = (row: readonly CellWrite[]): readonly number[] =>
    unique.length > 0
      ? unique
      : row.flatMap((cell, place) => (literal(cell) && cell !== '' && !isKept(table, place) ? [place] : []));
  return rows.map((row) => ({
    table: table.name,
    keys,
    name: nameAt(
      row.map((cell) => (literal(cell) ? cell : '')),
      naming(row),
    ),
    added: true,
    cells: new Map(
      row.flatMap((wrote, place) =>
        literal(wrote) && wrote !== '' && !isKept(table, place)
          ? [[table.headers[place] ?? '', { before: '', wrote }] as const]
          : [],
      ),
    ),
  }));
}

/** Places by header; null when one of the key's is not there any more: then nothing can be said of the table. */
function rowsByName(table: TableSnapshot, keys: readonly string[]): Map<string, readonly CellValue[]> | null {
  const places = keys.map((header) => table.headers.indexOf(header));
  return places.includes(-1) ? null : new Map(table.values.map((row) => [nameAt(row, places), row]));
}

/** As many cells of a row that it has added may hold something else: more, and it is another row, perhaps with its number. */
const CORRECTED = 1;

/** How many of the cells that were written hold something else in the row. */
function different({ cells }: OwnRow, row: readonly CellValue[], { headers }: TableSnapshot): number {
  let count = 0;
  for (const [header, { wrote }] of cells) {
    const at = headers.indexOf(header);
    if (at >= 0 && !sameCell(row[at] ?? '', wrote)) count += 1;
  }
  return count;
}

const sameCell = (one: CellValue, other: CellValue): boolean =>
  typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) <= Math.abs(one) * 1e-12 : one === other;

/** What a merge leaves where it lost a cell: what had stood there, or nothing. Who emptied it on purpose is asked once. */
const isBack = (now: CellValue, before: CellValue): boolean => now === '' || sameCell(now, before);

/**
 * The added rows without a key that still stand in the table: one that was corrected in a cell is known by the others. Rows of one act are
 * alike in most (a reminder of another unit differs in two cells), so each row of the table stands for one at most, the one that it is most like.
 */
function standing(rows: readonly OwnRow[], table: TableSnapshot): ReadonlySet<OwnRow> {
  const keyless = rows.filter((own) => own.table === table.name && own.added && own.keys.length === 0);
  const pairs = keyless
    .flatMap((own) =>
      table.values.flatMap((row, place) => {
        const others = different(own, row, table);
        return others === 0 || (others <= CORRECTED && others * 2 < own.cells.size) ? [{ own, place, others }] : [];
      }),
    )
    .sort((one, other) => one.others - other.others);
  const found = new Set<OwnRow>();
  const taken = new Set<number>();
  for (const { own, place } of pairs) {
    if (found.has(own) || taken.has(place)) continue;
    found.add(own);
    taken.add(place);
  }
  return found;
}

/** A row that was added: gone, or its number is another row's. `stands`: the rows without a key that are there. */
function lostRow(
  own: OwnRow,
  table: TableSnapshot,
  stands: ReadonlySet<OwnRow>,
): Pick<Vanished, 'gone' | 'instead'> | null {
  if (own.keys.length === 0) return stands.has(own) ? null : { gone: true };
  const rows = rowsByName(table, own.keys);
  if (!rows) return null;
  const row = rows.get(own.name);
  if (!row) return { gone: true };
  return different(own, row, table) > CORRECTED ? { gone: true, instead: row } : null;
}

/** Whether another act put what stands there into a cell which it knew as this session did: both were told that it was done. */
type Overtaken = (own: OwnRow, called: readonly string[], header: string, now: CellValue) => boolean;

/** By the log's lines; null where the log was not read. */
function overtakenIn(log: TableSnapshot | undefined): Overtaken | null {
  if (!log || log.unread) return null;
  const lines = new Set(
    readActs(log).flatMap(({ cells }) =>
      cells.map((line) => JSON.stringify([line.table, line.row, line.column, String(line.before), String(line.after)])),
    ),
  );
  return ({ table, cells }, called, header, now) =>
    called.some((name) =>
      lines.has(JSON.stringify([table, name, header, String(cells.get(header)?.before ?? ''), String(now)])),
    );
}

const calledOf = ({ name }: OwnRow): string => (JSON.parse(name) as string[]).join(' ');

/** What the log may call the row: by its key, or by what stands before the cells that were written (a score row goes by the story's number). */
function callingsOf(own: OwnRow, row: readonly CellValue[], { headers }: TableSnapshot): string[] {
  const first = headers.findIndex((header) => own.cells.has(header));
  return [calledOf(own), ...row.slice(0, Math.max(0, first)).map(String)];
}

/** Cells of a standing row that hold neither what was written nor what had stood there. */
function changedSince(
  own: OwnRow,
  table: TableSnapshot,
): { readonly header: string; readonly now: CellValue; readonly called: readonly string[] }[] {
  const row = own.added ? undefined : rowsByName(table, own.keys)?.get(own.name);
  if (!row) return [];
  const called = callingsOf(own, row, table);
  return [...own.cells].flatMap(([header, { before, wrote }]) => {
    const at = table.headers.indexOf(header);
    const now = row[at] ?? '';
    return at < 0 || sameCell(now, wrote) || isBack(now, before) ? [] : [{ header, now, called }];
  });
}

function lostOf(
  own: OwnRow,
  table: TableSnapshot,
  overtaken: Overtaken | null,
  stands: ReadonlySet<OwnRow>,
): Vanished | null {
  const called = calledOf(own);
  const place = { ...own, sheet: table.sheet, called };
  if (own.added) {
    const lost = lostRow(own, table, stands);
    return lost && { ...place, ...lost, now: new Map() };
  }
  const row = rowsByName(table, own.keys)?.get(own.name);
  if (!row) return null;
  const callings = callingsOf(own, row, table);
  const now = new Map(
    [...own.cells].flatMap(([header, { before, wrote }]) => {
      const at = table.headers.indexOf(header);
      const cell = row[at] ?? '';
      if (at < 0 || sameCell(cell, wrote)) return [];
      return isBack(cell, before) || overtaken?.(own, callings, header, cell) ? [[header, cell] as const] : [];
    }),
  );
  if (now.size === 0) return null;
  return { ...place, cells: new Map([...own.cells].filter(([header]) => now.has(header))), now, gone: false };
}

/** The cells of the row that hold what was written: a column that went meanwhile keeps the others from being taken back. */
function stillHeld({ keys, name, cells }: Found, table: TableSnapshot): Found['cells'] {
  const row = rowsByName(table, keys)?.get(name);
  const holds = (header: string, wrote: CellValue): boolean =>
    row !== undefined && sameCell(row[table.headers.indexOf(header)] ?? '', wrote);
  return new Map([...cells].filter(([header, { wrote }]) => holds(header, wrote)));
}

/** One for each session; whoever wires the add-in gives it to every job. */
export function createOwnWrites(): OwnWrites {
  const rows = new Map<string, OwnRow>();
  const named = new Set<string>();
  const keyOf = ({ table, name }: { readonly table: string; readonly name: string }): string => `${table} ${name}`;
  const forgetTable = (table: TableName): void => {
    for (const [key, row] of rows) if (row.table === table) rows.delete(key);
  };
  const remember = (found: Found, act: { readonly job: string; readonly at: WallTime }): void => {
    if (found.cells.size === 0) return;
    const key = keyOf(found);
    const known = rows.get(key);
    rows.delete(key);
    named.delete(key);
    rows.set(key, {
      ...found,
      ...act,
      added: found.added || known?.added === true,
      cells: new Map([...(known?.cells ?? []), ...found.cells]),
    });
    const [oldest] = rows.keys();
    if (rows.size > MOST_ROWS && oldest !== undefined) rows.delete(oldest);
  };
  return {
    note: (act, steps, basis) => {
      for (const step of steps) {
        if (step.kind === 'replaceSheet' && step.sheet.table) forgetTable(step.sheet.table.name);
        const table = step.kind === 'updateRows' || step.kind === 'appendRows' ? basis.tables[step.table] : undefined;
        if (!table) continue;
        if (step.kind === 'updateRows') updated(step, table).forEach((found) => remember(found, act));
        if (step.kind === 'appendRows') appended(step, table).forEach((found) => remember(found, act));
      }
    },
    noteLeft: ({ act, steps, basis }, { tables }) => {
      for (const step of steps) {
        if (step.kind !== 'appendRows' && step.kind !== 'updateRows') continue;
        const [was, is] = [basis.tables[step.table], tables[step.table]];
        if (!was || !is || is.unread) continue;
        if (step.kind === 'updateRows') {
          updated(step, was).forEach((own) => remember({ ...own, cells: stillHeld(own, is) }, act));
          continue;
        }
        const added = appended(step, was).map((found): OwnRow => ({ ...found, ...act }));
        const stands = standing(added, is);
        for (const own of added) if (lostRow(own, is, stands) === null) remember(own, act);
      }
    },
    isDoubtful: ({ tables }) =>
      [...rows.values()].some((own) => {
        const table = tables[own.table];
        return table !== undefined && !table.unread && changedSince(own, table).length > 0;
      }),
    letGo: ({ tables }) => {
      const overtaken = overtakenIn(tables[LOG.name]);
      for (const [key, own] of rows) {
        const table = tables[own.table];
        if (!table || table.unread || !overtaken) continue;
        const given = changedSince(own, table).filter(
          ({ header, now, called }) => !overtaken(own, called, header, now),
        );
        const kept = [...own.cells].filter(([header]) => !given.some((each) => each.header === header));
        if (kept.length === 0) rows.delete(key);
        else if (given.length > 0) rows.set(key, { ...own, cells: new Map(kept) });
      }
    },
    vanishedIn: ({ tables }) => {
      const overtaken = overtakenIn(tables[LOG.name]);
      const all = [...rows.values()];
      const stands = new Map<TableName, ReadonlySet<OwnRow>>();
      return all.flatMap((own) => {
        const table = tables[own.table];
        if (!table || table.unread) return [];
        const there = stands.get(own.table) ?? standing(all, table);
        stands.set(own.table, there);
        const lost = lostOf(own, table, overtaken, there);
        return lost ? [lost] : [];
      });
    },
    told: (vanished) => vanished.forEach((each) => named.add(keyOf(each))),
    isTold: (vanished) => named.has(keyOf(vanished)),
    forget: (vanished) => vanished.forEach((each) => rows.delete(keyOf(each))),
    get tables() {
      return [...new Set([...rows.values()].map(({ table }) => table))];
    },
  };
}
