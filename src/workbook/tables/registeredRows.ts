// Which rows the registers had when a job last wrote, kept in one defined name: a row that somebody deletes is missed. Only ids are kept, of the log
// and the reminders only how many there are. The name stands from the start, so that no two sessions make it at once.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { keptOf, readKept } from '../contract/kept';
import { readRows, trimmed, type TableRow } from '../contract/rows';
import type { TableSnapshot, WorkbookSnapshot } from '../contract/snapshot';
import type { TableSpec } from '../contract/spec';
import { textOf } from '../contract/textNames';
import { ENTRIES } from './entries/entries';
import { EXCEPTIONS } from './exceptions/exceptions';
import { RECEIPTS } from './receipts/receipts';
import { LOG, REMINDERS } from './records/records';

/** The defined name that keeps them, as `Receipts:R0001~R0007|Exceptions:U02%20T1|Log:45`. */
export const REGISTERED_ROWS = 'RowsRegistered';
/** Rows that are named one by one. */
const NAMED = 8;

/** The columns that name a row; `anchor`: what stands in for the first, where that is a formula. */
export const NAMED_BY: readonly {
  readonly spec: TableSpec;
  readonly key: readonly string[];
  readonly anchor?: string;
}[] = [
  { spec: RECEIPTS, key: ['receiptId'] },
  { spec: ENTRIES, key: ['entryId'] },
  { spec: EXCEPTIONS, key: ['unitId', 'requirementId'], anchor: 'anchorId' },
];
/** Tables of which only the number of rows is kept. */
export const COUNTED: readonly TableSpec[] = [REMINDERS, LOG];

/** A table whose rows are kept by name. */
export type Named = (typeof NAMED_BY)[number];

/** The record of each table, as the name has it. */
export function records({ names }: Pick<WorkbookSnapshot, 'names'>): Map<string, string> {
  const words = textOf(names[REGISTERED_ROWS] ?? '') ?? '';
  return new Map(
    words
      .split('|')
      .filter((part) => part.includes(':'))
      .map((part) => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)]),
  );
}

/** A number behind letters, as ids are given. */
export const NUMBER = /^([A-Z]+)(\d{1,9})$/;
/** Between the first and the last of a run of ids. */
export const BETWEEN = '~';

/** The ids of a record. Example: `unpacked('R0001~R0003,R0007')` has four. */
export function unpacked(record: string): string[] {
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

/** Of a row, from the words of its key; '' where one is missing. */
export const nameOf = (parts: readonly string[]): string => (parts.some((part) => part === '') ? '' : parts.join(' '));

/** Behind the name of a table: the highest number that it ever gave, where that is none of the registered rows. */
export const HIGHEST = '+';

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

/** The table with what stands below it, however far: rows that it does not count, and that nobody deleted. */
function withOutside(table: TableSnapshot): TableSnapshot {
  const outside = [...(table.below ?? []), ...(table.apart ?? []).map(({ cells }) => cells)];
  return outside.length === 0 ? table : { ...table, values: [...table.values, ...outside] };
}

/** Ids that were registered and that no row has any more. */
export function missing(named: Named, table: TableSnapshot, record: string): string[] {
  const there = new Set(readRows(named.spec, table).flatMap((row) => namesOf(named, row)));
  return unpacked(record).filter((id) => !there.has(id));
}

/** Ids that were given to rows of the table which are there no more: no other row may get one. */
export function givenIds(name: string, { names, tables }: Pick<WorkbookSnapshot, 'names' | 'tables'>): string[] {
  const all = records({ names });
  const named = NAMED_BY.find(({ spec }) => spec.name === name);
  const table = named && tables[named.spec.name];
  const gone = table && !table.unread ? missing(named, table, all.get(name) ?? '') : [];
  return [...gone, ...unpacked(all.get(name + HIGHEST) ?? '')];
}

/** Rows that hold something; of a table whose head alone was read, all but an empty first one. */
export function rowCount(spec: TableSpec, table: TableSnapshot): number {
  if (!table.unread) return readRows(spec, table).length;
  const isEmpty = table.values.length === 1 && (table.formulas[0] ?? []).every((cell) => cell === '');
  return isEmpty ? 0 : table.values.length;
}

const lost = (spec: TableSpec, table: TableSnapshot, record: string): number =>
  Math.max(0, Number(record) - rowCount(spec, table.unread ? table : withOutside(table)));

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
    const ids = missing(each, withOutside(table), record);
    return ids.length === 0 ? [] : [problem(each.spec, table, ids.length, ids)];
  });
  const counted = COUNTED.flatMap((spec): Problem[] => {
    const [table, record] = [snapshot.tables[spec.name], all.get(spec.name)];
    const count = table && record !== undefined ? lost(spec, table, record) : 0;
    return table && count > 0 ? [problem(spec, table, count, [])] : [];
  });
  return [...named, ...counted];
}
