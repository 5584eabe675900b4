// What this session has written, by what names rows and columns, so that it can be looked for again: co-authors' programs merge later, and
// then a cell may hold what it held before, or a new row may be gone. Reads and writes nothing.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import { formatMoment } from '../../core/time/formatMoment';
import { nameAt, namedRows } from '../../workbook/contract/identity';
import type { CellWrite, PlanStep } from '../../workbook/contract/plan';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableName } from '../../workbook/contract/keys';

interface OwnCell {
  readonly before: CellValue;
  readonly wrote: CellValue;
}

interface OwnRow {
  readonly table: TableName;
  /** Headers of the key, and its values as nameAt gives them. */
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
}

export interface OwnWrites {
  /** Remembers what a plan wrote. */
  note(act: { readonly job: string; readonly at: WallTime }, steps: readonly PlanStep[], basis: WorkbookSnapshot): void;
  /** What of it is not there in the tables that were read. */
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
        return literal(wrote) && wrote !== before ? [[table.headers[place] ?? '', { before, wrote }] as const] : [];
      }),
    ),
  }));
}

function appended({ rows, unique = [] }: Extract<PlanStep, { kind: 'appendRows' }>, table: TableSnapshot): Found[] {
  if (unique.length === 0) return [];
  const keys = unique.map((place) => table.headers[place] ?? '');
  return rows.map((row) => ({
    table: table.name,
    keys,
    name: nameAt(
      row.map((cell) => (literal(cell) ? cell : '')),
      unique,
    ),
    added: true,
    cells: new Map(
      row.flatMap((wrote, place) =>
        literal(wrote) && wrote !== '' ? [[table.headers[place] ?? '', { before: '', wrote }] as const] : [],
      ),
    ),
  }));
}

/** Places by header; null when one of the key's is not there any more: then nothing can be said of the table. */
function rowsByName(table: TableSnapshot, keys: readonly string[]): Map<string, readonly CellValue[]> | null {
  const places = keys.map((header) => table.headers.indexOf(header));
  return places.includes(-1) ? null : new Map(table.values.map((row) => [nameAt(row, places), row]));
}

function lostOf(own: OwnRow, table: TableSnapshot): Vanished | null {
  const row = rowsByName(table, own.keys)?.get(own.name);
  const place = { ...own, sheet: table.sheet, called: (JSON.parse(own.name) as string[]).join(' ') };
  if (!row) return rowsByName(table, own.keys) && own.added ? { ...place, gone: true } : null;
  if (own.added) return null;
  const lost = [...own.cells].filter(([header, { before, wrote }]) => {
    const at = table.headers.indexOf(header);
    return at >= 0 && row[at] === before && row[at] !== wrote;
  });
  return lost.length === 0 ? null : { ...place, cells: new Map(lost), gone: false };
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
    vanishedIn: ({ tables }) =>
      [...rows.values()].flatMap((own) => {
        const table = tables[own.table];
        const lost = table && !table.unread ? lostOf(own, table) : null;
        return lost ? [lost] : [];
      }),
    told: (vanished) => vanished.forEach((each) => named.add(keyOf(each))),
    isTold: (vanished) => named.has(keyOf(vanished)),
    forget: (vanished) => vanished.forEach((each) => rows.delete(keyOf(each))),
    get tables() {
      return [...new Set([...rows.values()].map(({ table }) => table))];
    },
  };
}

/** A row or cells of one's own that are not as they were written. */
export function vanishedProblem({ table, sheet, called, cells, gone, at, job }: Vanished): Problem {
  const words = [...cells].map(([header, { wrote }]) => `${header}=${wrote}`).join('，');
  const [zh, en] = [formatMoment(at, 'zh'), formatMoment(at, 'en')];
  return {
    code: 'own-write-vanished',
    table,
    sheet,
    row: called,
    ...(!gone && cells.size === 1 && { column: [...cells.keys()][0] ?? '' }),
    expected: text(words, words),
    found: gone ? '' : [...cells.values()].map(({ before }) => String(before)).join('，'),
    message: gone
      ? text(
          `你在 ${zh} 写入“${sheet}”的 ${called} 现在不见了（${words}）：可能是合并各人的改动时丢的，也可能有人删了。可以“恢复”，或确认不要。`,
          `${called}, which you wrote to “${sheet}” on ${en}, is not there any more (${words}): lost when everybody’s changes were merged, or deleted by somebody. Restore it, or leave it so.`,
        )
      : text(
          `你在 ${zh} 写入“${sheet}”${called} 的内容（${words}）又变回了原来的样子：可能是合并各人的改动时丢的，也可能有人改了回去。可以“恢复”，或确认不要。`,
          `What you wrote to ${called} of “${sheet}” on ${en} (${words}) is as it was before: lost when everybody’s changes were merged, or put back by somebody (${job}). Restore it, or leave it so.`,
        ),
  };
}
