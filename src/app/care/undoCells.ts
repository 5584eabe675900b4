// Which cells of a logged act may go back to what they were, and which are left alone because somebody has worked on them since.
import type { Problem } from '../../core/ground/problem';
import { WITHDRAWN_MARK } from '../../core/receipts/withdrawn';
import { text } from '../../core/ground/text';
import type { LoggedAct, LogLine } from '../../workbook/tables/records/actLog';
import { codeOf, labelOf } from '../../workbook/contract/labels';
import { locateColumns, readRows, type TableRow } from '../../workbook/contract/rows';
import type { CellValue } from '../../workbook/contract/snapshot';
import { columnOf, type TableSpec } from '../../workbook/contract/spec';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';
import { UNITS } from '../../workbook/tables/units/units';
import type { Situation } from '../run/runJob';

export interface Restored {
  /** Position in the body of the snapshot. */
  readonly index: number;
  readonly place: number;
  /** What the log calls the row. */
  readonly row: string;
  readonly key: string;
  readonly value: CellValue;
}

export interface TakenBack {
  readonly table: string;
  readonly edits: readonly Restored[];
}

interface Undone {
  readonly taken: readonly TakenBack[];
  readonly notices: readonly Problem[];
}

function leftAlone(line: Pick<LogLine, 'table' | 'row' | 'column' | 'after'>, found: string | null): Problem {
  const { table, row, column, after } = line;
  const place = { table, row, ...(column !== '' && { column }) };
  const where = [row, column && `“${column}”`].filter(Boolean).join(' ');
  if (found === null) {
    return {
      ...place,
      code: 'not-found',
      expected: text('导入时的那一行那一列', 'the row and column of the import'),
      found: '',
      message: text(
        `${where} 现在找不到（或不止一处），没有撤销。`,
        `${where} is not there any more (or more than once): nothing was undone in it.`,
      ),
    };
  }
  return {
    ...place,
    code: 'changed-since',
    expected: text(String(after), String(after)),
    found,
    message: text(
      `${where} 导入后又改成了“${found}”，保留现在的内容。`,
      `${where} was changed to “${found}” after the import and stays as it is.`,
    ),
  };
}

interface Reader {
  readonly spec: TableSpec;
  rowCalled(row: string): TableRow | null;
  /** Key of the column with this header, in either language; null when there is none. */
  keyOf(header: string): string | null;
  placeOf(key: string): number;
}

/** Rows by their key, or by the number that people know a story by; null when the workbook has no such table any more. */
function readerOf({ snapshot, campaign }: Situation, name: string): Reader | null {
  const table = snapshot.tables[name];
  const known = [UNITS, RECEIPTS, ENTRIES].find((spec) => spec.name === name);
  const judged = campaign.judgesWithSheet.some((judgeId) => name === `${SCORE_TABLE_PREFIX}${judgeId}`);
  if (!table || (!known && !judged)) return null;
  const spec = known ?? campaign.spec(name);
  const places = locateColumns(spec, table);
  const rows = new Map<string, TableRow[]>();
  for (const row of readRows(spec, table)) {
    const names = judged ? [row.text('blindNo')] : [spec.key.map((key) => row.text(key)).join(' ')];
    for (const called of names) rows.set(called, [...(rows.get(called) ?? []), row]);
  }
  return {
    spec,
    rowCalled: (row) => {
      // In the roster the log adds the name to the id.
      const found = rows.get(name === UNITS.name ? (row.split(' ')[0] ?? '') : row) ?? [];
      return found.length === 1 ? (found[0] ?? null) : null;
    },
    keyOf: (header) =>
      spec.columns.find(
        (column) => [column.header.zh, column.header.en].includes(header) && (places.get(column.key) ?? -1) >= 0,
      )?.key ?? null,
    placeOf: (key) => places.get(key) ?? -1,
  };
}

/** A unit that the act named: whatever of it is not the act's own work keeps all of it. */
function unitInUse({ campaign }: Situation, reader: Reader, row: TableRow, lines: readonly LogLine[]): boolean {
  const own = new Set(lines.map(({ column }) => reader.keyOf(column)));
  const others = reader.spec.columns.filter(
    ({ key, input }) => input === true && key !== 'category' && key !== 'active' && !own.has(key),
  );
  const id = row.text('unitId');
  return (
    others.some(({ key }) => row.text(key) !== '') ||
    lines.some((line) => {
      const key = reader.keyOf(line.column);
      return key === null || row.text(key) !== String(line.after).trim();
    }) ||
    campaign.receipts.some(({ unitId }) => unitId === id) ||
    campaign.entries.some(({ unitId }) => unitId === id)
  );
}

function namedUnits(act: LoggedAct): Set<string> {
  const headers: readonly string[] = [columnOf(UNITS, 'name').header.zh, columnOf(UNITS, 'name').header.en];
  return new Set(
    act.cells
      .filter(({ table, column, before }) => table === UNITS.name && headers.includes(column) && before === '')
      .map(({ row }) => row),
  );
}

function groupBy<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return groups;
}

/** The cells that the act changed and that still hold what it wrote, with their former values; for all others a notice. */
export function undoCells(situation: Situation, act: LoggedAct): Undone {
  const notices: Problem[] = [];
  const fresh = namedUnits(act);
  const taken = [...groupBy(act.cells, ({ table }) => table)].map(([table, lines]): TakenBack => {
    const reader = readerOf(situation, table);
    const edits = [...groupBy(lines, ({ row }) => row)].flatMap(([name, own]): Restored[] => {
      const row = reader?.rowCalled(name) ?? null;
      if (!reader || !row) {
        notices.push(leftAlone({ table, row: name, column: '', after: '' }, null));
        return [];
      }
      if (table === UNITS.name && fresh.has(name) && unitInUse(situation, reader, row, own)) {
        notices.push({
          code: 'unit-in-use',
          table,
          row: row.text('unitId'),
          expected: text('导入以后没有再填过的单位', 'a unit that nothing was entered about since'),
          found: row.text('name'),
          message: text(
            `${row.text('name')}导入后又填过内容或有了收件，整行保留；不再参加请用“停用单位”。`,
            `${row.text('name')} has had entries or receipts since: the row stays. Use “Deactivate a unit” if it leaves.`,
          ),
        });
        return [];
      }
      return own.flatMap((line): Restored[] => {
        const key = reader.keyOf(line.column);
        if (key === null) notices.push(leftAlone(line, null));
        else if (row.text(key) !== String(line.after).trim()) {
          if (row.get(key) !== line.before) notices.push(leftAlone(line, row.text(key)));
        } else if (row.get(key) !== line.before)
          return [{ index: row.index, place: reader.placeOf(key), row: name, key, value: line.before }];
        return [];
      });
    });
    return { table, edits };
  });
  return { taken, notices };
}

/** Receipts that the act added are sent back, stories become not eligible and give their blind number back; both say why in their note. */
export function undoRows(situation: Situation, act: LoggedAct): Undone & { readonly rows: number } {
  const { language } = situation;
  const notices: Problem[] = [];
  const mark = WITHDRAWN_MARK[language];
  const out = (table: string): { key: string; set: 'review' | 'yesNo'; label: string } =>
    table === RECEIPTS.name
      ? { key: 'review', set: 'review', label: labelOf('review', 'returned', language) }
      : { key: 'eligible', set: 'yesNo', label: labelOf('yesNo', 'no', language) };
  let rows = 0;
  const added = act.added.filter(({ table }) => table === RECEIPTS.name || table === ENTRIES.name);
  const taken = [...groupBy(added, ({ table }) => table)].map(([table, own]): TakenBack => {
    const reader = readerOf(situation, table);
    const { key, set, label } = out(table);
    const edits = own.flatMap((line): Restored[] => {
      const row = reader?.rowCalled(line.row) ?? null;
      const place = {
        table,
        row: line.row,
        column: reader ? columnOf(reader.spec, key).header[language] : key,
        after: line.state,
      };
      if (!reader || !row) {
        notices.push(leftAlone({ ...place, column: '' }, null));
        return [];
      }
      const now = row.text(key);
      if (codeOf(set, now) === codeOf(set, label)) return [];
      if (codeOf(set, now) !== codeOf(set, line.state)) {
        notices.push(leftAlone(place, now));
        return [];
      }
      rows += 1;
      // The id stays for good; the number by which judges know a story is the office's own, and free for the story that has it in truth.
      const number = table === ENTRIES.name ? row.text('blindNo') : '';
      const kept = number === '' ? '' : text(`原盲评号 ${number}`, `blind no. was ${number}`)[language];
      const note = [row.text('note'), kept, mark].filter((piece) => piece !== '').join(language === 'zh' ? '；' : '; ');
      const put = (column: string, value: string): Restored => ({
        index: row.index,
        place: reader.placeOf(column),
        row: line.row,
        key: column,
        value,
      });
      return [put(key, label), put('note', note), ...(number === '' ? [] : [put('blindNo', '')])];
    });
    return { table, edits };
  });
  return { taken, notices, rows };
}
