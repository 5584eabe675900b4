// What the live cells of a matrix show while nobody has typed over them: by the tracker as it stands in the same reading. Knows no job.
import { STATUSES, type Status } from '../../core/tracker/trackerRow';
import { codeOf, labelOf } from '../contract/labels';
import { readRows } from '../contract/rows';
import type { CellValue, TableSnapshot } from '../contract/snapshot';
import { NOT_OWED } from '../contract/statusSigns';
import { TRACKER } from '../tables/tracker/tracker';
import { FIRST, HEAD, LEFT } from './matrixSheet';

type Rows = readonly (readonly (CellValue | null)[])[];

interface Shown {
  /** The sign of a unit's item. */
  sign(unitId: string, requirementId: string): string;
  /** Rows of that status; of all statuses with null. */
  count(status: Status | null, by: { readonly unitId?: string; readonly requirementId?: string }): number;
}

function shownBy(tracker: TableSnapshot): Shown {
  const rows = readRows(TRACKER, tracker).map((row) => ({
    unitId: row.text('unitId'),
    requirementId: row.text('requirementId'),
    sign: row.text('sign'),
    status: row.text('status') === '' ? null : codeOf('status', row.text('status')),
  }));
  const signs = new Map(
    rows.map(({ unitId, requirementId, sign }) => [
      `${unitId} ${requirementId}`,
      sign.startsWith('#') ? NOT_OWED : sign,
    ]),
  );
  const counts = new Map<string, number>();
  for (const { unitId, requirementId, status } of rows) {
    if (status === null) continue;
    for (const key of [` ${status}`, `u${unitId} ${status}`, `r${requirementId} ${status}`])
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    sign: (unitId, requirementId) => signs.get(`${unitId} ${requirementId}`) ?? NOT_OWED,
    count: (status, { unitId, requirementId }) => {
      const whose = unitId !== undefined ? `u${unitId}` : requirementId !== undefined ? `r${requirementId}` : '';
      return (status === null ? STATUSES : [status]).reduce(
        (sum, each) => sum + (counts.get(`${whose} ${each}`) ?? 0),
        0,
      );
    },
  };
}

const words = (cell: CellValue | null | undefined): string => String(cell ?? '').trim();

/** What the formula at that cell of the table shows; undefined where no formula stands. */
function liveValue(
  rows: Rows,
  shown: Shown,
  sums: number,
  afterUnits: number,
): (r: number, c: number) => CellValue | undefined {
  const statusAt = (offset: number): Status | null => STATUSES[offset] ?? null;
  return (r, c) => {
    if (r < afterUnits) {
      const unitId = words(rows[r]?.[0]);
      return c < sums ? shown.sign(unitId, words(rows[HEAD]?.[c])) : shown.count(statusAt(c - sums), { unitId });
    }
    if (r === afterUnits)
      return c < sums
        ? undefined
        : rows.slice(FIRST, afterUnits).reduce((sum, row) => sum + (typeof row[c] === 'number' ? row[c] : 0), 0);
    const line = r - afterUnits - 1;
    if (line > STATUSES.length) return undefined;
    if (c < sums) return shown.count(statusAt(line), { requirementId: words(rows[HEAD]?.[c]) });
    return c - sums === line ? shown.count(statusAt(line), {}) : undefined;
  };
}

/** Where its parts are, by its heads; null where it has none. */
function partsOf(rows: Rows): { readonly sums: number; readonly afterUnits: number } | null {
  const sums = (rows[HEAD] ?? []).findIndex(
    (value) => value === labelOf('status', 'onTime', 'zh') || value === labelOf('status', 'onTime', 'en'),
  );
  if (sums < 0) return null;
  const noUnit = rows.findIndex((row, r) => r >= FIRST && words(row[0]) === '');
  return { sums, afterUnits: noUnit < 0 ? rows.length : noUnit };
}

/** 0-based cells of a matrix in which a formula has to stand, row by row. */
export function matrixFormulaCells(rows: Rows): { readonly row: number; readonly column: number }[] {
  const parts = partsOf(rows);
  if (!parts) return [];
  const { sums, afterUnits } = parts;
  const heads = rows[HEAD] ?? [];
  const columns = Array.from({ length: sums + STATUSES.length + 1 - LEFT }, (_, at) => LEFT + at).filter(
    (column) => words(heads[column]) !== '',
  );
  const last = afterUnits + 1 + STATUSES.length;
  return Array.from({ length: last + 1 - FIRST }, (_, at) => FIRST + at).flatMap((row) =>
    columns
      .filter(
        (column) =>
          row < afterUnits ||
          (row === afterUnits ? column >= sums : column < sums || column - sums === row - afterUnits - 1),
      )
      .map((column) => ({ row, column })),
  );
}

/** What a matrix is laid out for by its heads: ids with names of units and with titles of items, as `id name`. Null where it has no heads. */
export function matrixHeads(
  rows: Rows,
): { readonly units: readonly string[]; readonly items: readonly string[] } | null {
  const parts = partsOf(rows);
  if (!parts) return null;
  const said = (id: CellValue | null | undefined, name: CellValue | null | undefined): string =>
    `${words(id)} ${words(name)}`.trim();
  const [ids = [], titles = []] = [rows[HEAD], rows[HEAD + 1]];
  return {
    units: rows.slice(FIRST, parts.afterUnits).map((row) => said(row[0], row[1])),
    items: Array.from({ length: parts.sums - LEFT }, (_, at) => said(ids[LEFT + at], titles[LEFT + at])).filter(
      (head) => head !== '',
    ),
  };
}

/** Cells of a matrix, which calculates, that show something else than their formula gives: another formula was typed over it. Errors are none. */
export function matrixOtherwise(
  rows: Rows,
  tracker: TableSnapshot,
): { readonly row: number; readonly column: number }[] {
  const parts = partsOf(rows);
  if (!parts) return [];
  const live = liveValue(rows, shownBy(tracker), parts.sums, parts.afterUnits);
  return matrixFormulaCells(rows).filter(({ row, column }) => {
    const [shows, stands] = [live(row, column), rows[row]?.[column]];
    return shows !== undefined && stands !== shows && !String(stands).startsWith('#');
  });
}

/**
 * The cells of a matrix without those that show what their formula gives, wherever its table ends: what stays was written as words, by the job
 * or by people, or is a sign or a number that somebody typed over a formula. Empty cells and such that a plan leaves to its formulas (null) do
 * not stay. A sheet without the head is given back whole.
 */
export function withoutLiveCells(rows: Rows, tracker: TableSnapshot): (CellValue | null)[][] {
  const parts = partsOf(rows);
  if (!parts) return rows.map((row) => [...row]);
  const end = parts.sums + STATUSES.length + 1;
  const live = liveValue(rows, shownBy(tracker), parts.sums, parts.afterUnits);
  const isLive = (value: CellValue | null, r: number, c: number): boolean => {
    if (r === 1 && c === 0) return true;
    if (c === 0) return typeof value === 'string' && value.includes(' ＝ ');
    if (value === null || value === '' || r < FIRST || c < LEFT || c >= end) return false;
    return value === live(r, c);
  };
  return rows.map((row, r) => row.map((value, c) => (isLive(value, r, c) ? null : value)));
}
