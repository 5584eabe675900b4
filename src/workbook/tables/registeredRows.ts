// Which rows the registers had when a job last wrote, kept in one defined name: a row that somebody deletes is missed. Only ids are kept, of the log
// and the reminders only how many there are. The name stands from the start, so that no two sessions make it at once.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { readsThen } from '../contract/keepRows';
import { keptOf, readKept } from '../contract/kept';
import type { PlanStep } from '../contract/plan';
import { locateColumns, readRows, trimmed, type TableRow } from '../contract/rows';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../contract/snapshot';
import type { TableSpec } from '../contract/spec';
import { textFormula, textOf } from '../contract/textNames';
import { ENTRIES } from './entries/entries';
import { EXCEPTIONS } from './exceptions/exceptions';
import { RECEIPTS } from './receipts/receipts';
import { LOG, REMINDERS } from './records/records';

/** The defined name that keeps them, as `Receipts:R0001~R0007|Exceptions:U02%20T1|Log:45`. */
export const REGISTERED_ROWS = 'RowsRegistered';
/** What the name says before anything is registered. */
export const NONE_REGISTERED = textFormula('');
/** Signs of one table's record: the formula of a name takes 8,192. */
const LONGEST = 2_000;
/** Rows that are named one by one. */
const NAMED = 8;

/** The columns that name a row; `anchor`: what stands in for the first, where that is a formula. */
const NAMED_BY: readonly { readonly spec: TableSpec; readonly key: readonly string[]; readonly anchor?: string }[] = [
  { spec: RECEIPTS, key: ['receiptId'] },
  { spec: ENTRIES, key: ['entryId'] },
  { spec: EXCEPTIONS, key: ['unitId', 'requirementId'], anchor: 'anchorId' },
];
const COUNTED: readonly TableSpec[] = [REMINDERS, LOG];

type Named = (typeof NAMED_BY)[number];

/** The record of each table, as the name has it. */
function records({ names }: Pick<WorkbookSnapshot, 'names'>): Map<string, string> {
  const words = textOf(names[REGISTERED_ROWS] ?? '') ?? '';
  return new Map(
    words
      .split('|')
      .filter((part) => part.includes(':'))
      .map((part) => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)]),
  );
}

const NUMBER = /^([A-Z]+)(\d{1,9})$/;
const BETWEEN = '~';
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

function unpacked(record: string): string[] {
  return record
    .split(',')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [first = '', last] = part.split(BETWEEN);
      if (last === undefined) return [decodeURIComponent(first)];
      const [, prefix = '', digits = ''] = NUMBER.exec(first) ?? [];
      const count = Number(NUMBER.exec(last)?.[2] ?? 0) - Number(digits) + 1;
      return Array.from(
        { length: count },
        (_, at) => prefix + String(Number(digits) + at).padStart(digits.length, '0'),
      );
    });
}

const nameOf = (parts: readonly string[]): string => (parts.some((part) => part === '') ? '' : parts.join(' '));

/** What the row may have been registered as: by what it says, and by what it was written with, where a number or a unit was corrected since. */
function namesOf({ spec, key, anchor }: Named, row: TableRow): string[] {
  const kept = keptOf(spec);
  const was = kept ? readKept(row.get(kept.key), kept.keys.length) : null;
  const words = key.map((part, at): string[] => {
    const then = was?.[kept?.keys.indexOf(part) ?? -1];
    const own = at === 0 && anchor ? [row.text(anchor)] : [];
    return [row.text(part), ...own, ...(then === undefined ? [] : [trimmed(then)])];
  });
  return words
    .reduce<string[][]>((all, each) => all.flatMap((parts) => each.map((word) => [...parts, word])), [[]])
    .map(nameOf);
}

/** Ids that were registered and that no row has any more. */
function missing(named: Named, table: TableSnapshot, record: string): string[] {
  const there = new Set(readRows(named.spec, table).flatMap((row) => namesOf(named, row)));
  return unpacked(record).filter((id) => !there.has(id));
}

/** Rows that hold something; of a table whose head alone was read, all but an empty first one. */
function rowCount(spec: TableSpec, table: TableSnapshot): number {
  if (!table.unread) return readRows(spec, table).length;
  const isEmpty = table.values.length === 1 && (table.formulas[0] ?? []).every((cell) => cell === '');
  return isEmpty ? 0 : table.values.length;
}

const lost = (spec: TableSpec, table: TableSnapshot, record: string): number =>
  Math.max(0, Number(record) - rowCount(spec, table));

function problem({ name }: TableSpec, { sheet }: TableSnapshot, count: number, ids: readonly string[]): Problem {
  const listed = `${ids.slice(0, NAMED).join('、')}${ids.length > NAMED ? '…' : ''}`;
  const [zh, en] = listed === '' ? ['', ''] : [`（${listed}）`, ` (${listed})`];
  const isLog = name === LOG.name;
  return {
    code: 'row-deleted',
    table: name,
    sheet,
    ...(ids[0] !== undefined && { row: ids[0] }),
    expected: text('登记过的行都在', 'every row that was registered'),
    found: listed || String(count),
    message: text(
      `“${sheet}”少了登记过的 ${count} 行${zh}：多半是被删掉了，${isLog ? '那些操作无从查考，也撤销不了' : '不再计入'}。请撤销删除，或${isLog ? '从备份取回' : '照旧补回'}；确是要删的，运行“改正”，选“删得对”。`,
      `“${sheet}” lacks ${count} rows${en} that were registered: they were probably deleted, and ${isLog ? 'those acts can neither be looked up nor be undone' : 'do not count any more'}. Undo that, or ${isLog ? 'take them from a backup' : 'put them back as they were'}; if they were to go, run “Mend” and say so.`,
    ),
  };
}

/** One problem for each table that lacks registered rows. */
export function deletedRows(snapshot: Pick<WorkbookSnapshot, 'names' | 'tables'>): Problem[] {
  const all = records(snapshot);
  const named = NAMED_BY.flatMap((each): Problem[] => {
    const [table, record] = [snapshot.tables[each.spec.name], all.get(each.spec.name)];
    if (!table || table.unread || record === undefined) return [];
    const ids = missing(each, table, record);
    return ids.length === 0 ? [] : [problem(each.spec, table, ids.length, ids)];
  });
  const counted = COUNTED.flatMap((spec): Problem[] => {
    const [table, record] = [snapshot.tables[spec.name], all.get(spec.name)];
    const count = table && record !== undefined ? lost(spec, table, record) : 0;
    return table && count > 0 ? [problem(spec, table, count, [])] : [];
  });
  return [...named, ...counted];
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
  const writes = (table: string): boolean => forget || steps.some((step) => 'table' in step && step.table === table);
  for (const each of NAMED_BY) {
    const [{ name }, table] = [each.spec, snapshot.tables[each.spec.name]];
    const record = before.get(name) ?? '';
    if (!table || table.unread || !writes(name)) keep(name, record);
    else {
      const isEmptied = steps.some((step) => step.kind === 'emptyTable' && step.table === name);
      const gone = forget || isEmptied ? [] : missing(each, table, record);
      keep(name, packed(new Set([...gone, ...rowsThen(each, table, steps)])));
    }
  }
  for (const spec of COUNTED) {
    const [record, table] = [forget ? 0 : Number(before.get(spec.name) ?? 0), snapshot.tables[spec.name]];
    keep(spec.name, String(table && writes(spec.name) ? countThen(spec, table, steps, record) : record));
  }
  const formula = textFormula(parts.join('|'));
  return formula === said ? [] : [{ kind: 'names', names: { [REGISTERED_ROWS]: formula }, last: true }];
}
