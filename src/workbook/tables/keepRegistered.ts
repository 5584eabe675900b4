// What registeredRows keeps from a plan on: the step that says which rows there are once the plan is carried out. Only writing needs it.
import { readsThen } from '../contract/keepRows';
import type { PlanStep } from '../contract/plan';
import { locateColumns, readRows, trimmed } from '../contract/rows';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../contract/snapshot';
import type { TableSpec } from '../contract/spec';
import { textFormula } from '../contract/textNames';
import {
  BETWEEN,
  COUNTED,
  givenIds,
  HIGHEST,
  missing,
  NAMED_BY,
  nameOf,
  NUMBER,
  records,
  REGISTERED_ROWS,
  rowCount,
  unpacked,
  type Named,
} from './registeredRows';

/** What the name says before anything is registered. */
export const NONE_REGISTERED = textFormula('');

/** Signs of one table's record: the formula of a name takes 8,192. */
const LONGEST = 2_000;

const wordOf = (id: string): string => encodeURIComponent(id).replaceAll(BETWEEN, '%7E');

/** Example: `packed(['R0001', 'R0002', 'R0003', 'R0007'])` is `R0001~R0003,R0007`. */
function packed(ids: Iterable<string>): string {
  const runs: { readonly first: string; last: string }[] = [];
  for (const id of [...ids].sort()) {
    const run = runs.at(-1);
    const [, prefix, digits = ''] = NUMBER.exec(run?.last ?? '') ?? [];
    if (run && prefix !== undefined && `${prefix}${String(Number(digits) + 1).padStart(digits.length, '0')}` === id)
      run.last = id;
    else runs.push({ first: id, last: id });
  }
  return runs.map(({ first, last }) => (first === last ? wordOf(first) : `${first}${BETWEEN}${last}`)).join(',');
}

/** The id with the highest number; '' where none is a number. */
function highestOf(ids: readonly string[]): string {
  const numberOf = (id: string): number => Number(NUMBER.exec(id)?.[2] ?? 0);
  return ids.reduce((highest, id) => (numberOf(id) > numberOf(highest) ? id : highest), '');
}

/** A row of the table as it reads once the steps are carried out. */
function rowsThen({ spec, key, anchor }: Named, table: TableSnapshot, steps: readonly PlanStep[]): string[] {
  const places = locateColumns(spec, table);
  const updates = steps.flatMap((step) => (step.kind === 'updateRows' && step.table === spec.name ? [step] : []));
  const isEmptied = steps.some((step) => step.kind === 'emptyTable' && step.table === spec.name);
  const appended = steps.flatMap((step) => (step.kind === 'appendRows' && step.table === spec.name ? step.rows : []));
  const name = (cell: (part: string) => CellValue): string =>
    nameOf(key.map((part, at) => trimmed(cell(part)) || (at === 0 && anchor ? trimmed(cell(anchor)) : '')));
  const standing = readRows(spec, table).map((row) =>
    name(
      (part) =>
        readsThen(
          updates.map(({ cells }) => cells[row.index]),
          places.get(part) ?? -1,
        ) ?? row.get(part),
    ),
  );
  const added = appended.map((cells) =>
    name((part) => {
      const cell = cells[places.get(part) ?? -1] ?? '';
      return typeof cell === 'object' ? '' : cell;
    }),
  );
  return [...(isEmptied ? [] : standing), ...added].filter((id) => id !== '');
}

/** Whether the steps say themselves which rows are registered. */
export const keepsRows = (steps: readonly PlanStep[]): boolean =>
  steps.some((step) => step.kind === 'names' && step.names[REGISTERED_ROWS] !== undefined);

function countThen(spec: TableSpec, table: TableSnapshot, steps: readonly PlanStep[], before: number): number {
  const own = steps.filter((step) => 'table' in step && step.table === spec.name);
  const emptied = own.flatMap((step) => (step.kind === 'emptyTable' ? [step.row] : []))[0];
  const added = own.flatMap((step) => (step.kind === 'appendRows' ? step.rows : []));
  const stay = emptied ? Number(emptied.some((cell) => cell !== null && cell !== '')) : rowCount(spec, table);
  return (emptied ? stay : Math.max(before, stay)) + added.length;
}

/**
 * The step that keeps which rows there are once the steps are carried out, of tables that they write into; rows that are missing stay registered, unless `forget` says that they were to
 * go. None where nothing changes, and in a workbook without the name.
 */
export function keepRegisteredRows(
  steps: readonly PlanStep[],
  snapshot: Pick<WorkbookSnapshot, 'names' | 'tables'>,
  forget = false,
): PlanStep[] {
  const said = snapshot.names[REGISTERED_ROWS];
  if (said === undefined) return [];
  const before = records(snapshot);
  const parts: string[] = [];
  const keep = (name: string, record: string): void => {
    if (record.length <= LONGEST) parts.push(`${name}:${record}`);
  };
  const keepNamed = (name: string, ids: readonly string[], given: readonly string[]): void => {
    const record = packed(new Set(ids));
    keep(name, record);
    const highest = highestOf([...ids, ...given]);
    if (highest !== '' && (record.length > LONGEST || highest !== highestOf(ids)))
      parts.push(`${name}${HIGHEST}:${highest}`);
  };
  const writes = (table: string): boolean => forget || steps.some((step) => 'table' in step && step.table === table);
  for (const each of NAMED_BY) {
    const [{ name }, table] = [each.spec, snapshot.tables[each.spec.name]];
    const record = before.get(name) ?? '';
    const given = givenIds(name, snapshot);
    if (!table || table.unread || !writes(name)) keepNamed(name, unpacked(record), given);
    else {
      const isEmptied = steps.some((step) => step.kind === 'emptyTable' && step.table === name);
      const gone = forget || isEmptied ? [] : missing(each, table, record);
      keepNamed(name, [...gone, ...rowsThen(each, table, steps)], isEmptied ? [] : given);
    }
  }
  for (const spec of COUNTED) {
    const [record, table] = [forget ? 0 : Number(before.get(spec.name) ?? 0), snapshot.tables[spec.name]];
    keep(spec.name, String(table && writes(spec.name) ? countThen(spec, table, steps, record) : record));
  }
  const formula = textFormula(parts.join('|'));
  return formula === said ? [] : [{ kind: 'names', names: { [REGISTERED_ROWS]: formula }, last: true }];
}
