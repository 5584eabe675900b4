// What a plan writes into a row is what the row is kept by from then on: added to every plan in one place, so that no job can forget it. Rows that
// people changed or typed since are taken over with them, but for columns that slipped: they are evidence until somebody decides.
import { identityOf, nameAt } from './identity';
import { comparedBy, keptBeside, keptCell, keptOf, keptText, readKept } from './kept';
import type { CellWrite, PlanStep } from './plan';
import { locateColumns, readRows, trimmed } from './rows';
import type { CellValue, TableSnapshot, TablesByName } from './snapshot';
import type { TableSpec } from './spec';

type Update = Extract<PlanStep, { kind: 'updateRows' }>;

/** The places of a table whose basis is not the table as it was read. */
const RESHAPES: ReadonlySet<PlanStep['kind']> = new Set(['addColumns', 'renameColumns', 'emptyTable']);

/** Whether the column of a table slipped into other rows. */
export type Slipped = (table: string, column: string) => boolean;

/** What the cell reads once it is written; null where nothing is. */
export function readsThen(cells: readonly (readonly CellWrite[] | undefined)[], place: number): CellValue | null {
  for (let at = cells.length - 1; at >= 0; at -= 1) {
    const cell = cells[at]?.[place] ?? null;
    if (cell !== null) return typeof cell === 'object' ? '' : cell;
  }
  return null;
}

/** Rows that no other row is called like: only these are taken over, for they are found again wherever they stand. */
function ownNames({ values }: TableSnapshot, key: readonly number[]): (index: number) => boolean {
  const times = new Map<string, number>();
  const name = (index: number): string => nameAt(values[index] ?? [], key);
  values.forEach((_, index) => times.set(name(index), (times.get(name(index)) ?? 0) + 1));
  return (index) =>
    key.length > 0 && key.some((place) => trimmed(values[index]?.[place] ?? '') !== '') && times.get(name(index)) === 1;
}

/** By row and place, what other hidden columns hold of the row, where that stands beside another one. */
type Anchors = ReadonlyMap<number, ReadonlyMap<number, CellValue>>;

/** Of the rows at `taken`, which are held to what they hold now: their unit goes along where all that people see was moved past the hidden columns. */
function anchorsBeside(spec: TableSpec, table: TableSnapshot, taken: ReadonlySet<number>): Anchors {
  if (taken.size === 0) return new Map();
  const places = locateColumns(spec, table);
  const anchors = spec.columns.filter(({ anchorOf, key }) => anchorOf !== undefined && (places.get(key) ?? -1) >= 0);
  if (anchors.length === 0) return new Map();
  const rows = readRows(spec, table);
  const name = anchors.find(({ anchorOf }) => !spec.columns.find(({ key }) => key === anchorOf)?.formula);
  const besideOf = keptBeside(
    spec,
    rows,
    (row, other) => name !== undefined && comparedBy(row.get(name.anchorOf ?? '')) === comparedBy(other.get(name.key)),
  );
  return new Map(
    rows.flatMap((row) => {
      const other = taken.has(row.index) ? besideOf(row) : row;
      return other === row
        ? []
        : [[row.index, new Map(anchors.map(({ key }) => [places.get(key) ?? -1, other.get(key)]))] as const];
    }),
  );
}

/** What each row of the table is to keep, where that is not what it keeps already. */
function keptRows(
  spec: TableSpec,
  table: TableSnapshot,
  updates: readonly Update[],
  slipped: Slipped,
): { readonly place: number; readonly texts: ReadonlyMap<number, string>; readonly anchors: Anchors } | null {
  const kept = keptOf(spec);
  const places = locateColumns(spec, table);
  const place = places.get(kept?.key ?? '') ?? -1;
  if (!kept || place < 0) return null;
  const at = kept.keys.map((key) => places.get(key) ?? -1);
  const { key, inputs } = identityOf(spec, table);
  // A key of which a formula is part is no name.
  const isOwn = ownNames(table, key.length === spec.key.length ? key : inputs);
  // A row that only all its cells name would have the others named by theirs, too: they would not be looked for any more.
  const isKeyed = ownNames(table, key);
  const byKey =
    key.length > 0 &&
    updates.every(({ cells }) => cells.every((line, index) => line.every((cell) => cell === null) || isKeyed(index)));
  const texts = new Map<number, string>();
  table.values.forEach((row, index) => {
    const writes = updates.map(({ cells }) => cells[index]);
    if (readsThen(writes, place) !== null) return;
    const written = at.map((column) => readsThen(writes, column));
    const isWritten = written.some((cell) => cell !== null);
    if (!isWritten && !(isOwn(index) && (!byKey || isKeyed(index)))) return;
    const before = readKept(row[place] ?? '', at.length);
    const text = keptText(
      at.map((column, k): CellValue => {
        const key = kept.keys[k] ?? '';
        const was = before && slipped(spec.name, key) ? (before[k] ?? '') : null;
        const cell = written[k] ?? (was === null ? (row[column] ?? '') : null);
        return cell === null ? (was ?? '') : keptCell(cell, kept.prints.has(key));
      }),
    );
    if (text !== String(row[place] ?? '')) texts.set(index, text);
  });
  return { place, texts, anchors: anchorsBeside(spec, table, new Set(texts.keys())) };
}

const isFor =
  (table: string) =>
  (step: PlanStep): step is Update =>
    step.kind === 'updateRows' && step.table === table;

/** The steps, and with them what the rows of each table that they write into keep from then on. */
export function withKept(
  steps: readonly PlanStep[],
  tables: TablesByName,
  specs: readonly TableSpec[],
  slipped: Slipped,
): readonly PlanStep[] {
  const plan = [...steps];
  for (const spec of specs) {
    const own = plan.filter((step) => 'table' in step && step.table === spec.name);
    const table = tables[spec.name];
    const updates = own.filter(isFor(spec.name));
    if (!table || table.unread || own.some(({ kind }) => RESHAPES.has(kind))) continue;
    if (updates.length === 0 && !own.some(({ kind }) => kind === 'appendRows')) continue;
    const kept = keptRows(spec, table, updates, slipped);
    if (!kept || kept.texts.size === 0) continue;
    const cells = table.values.map((row, index) =>
      row.map((_, place): CellWrite => {
        const text = place === kept.place ? kept.texts.get(index) : undefined;
        return text ?? updates[0]?.cells[index]?.[place] ?? kept.anchors.get(index)?.get(place) ?? null;
      }),
    );
    const [first] = own;
    if (updates[0]) plan[plan.indexOf(updates[0])] = { ...updates[0], cells };
    else if (first)
      plan.splice(plan.indexOf(first), 0, {
        kind: 'updateRows',
        table: spec.name,
        cells,
        by: identityOf(spec, table),
      });
  }
  return plan;
}
