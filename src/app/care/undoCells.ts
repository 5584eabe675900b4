// Which cells of a logged act may go back to what they were, and which are left alone because somebody has worked on them since.
import type { Problem } from '../../core/ground/problem';
import { WITHDRAWN_MARKS } from '../../core/receipts/withdrawn';
import { foldText } from '../../core/import/cellText';
import { text } from '../../core/ground/text';
import type { LoggedAct, LogLine } from '../../workbook/tables/records/actLog';
import { codeOf, labelOf } from '../../workbook/contract/labels';
import type { TableRow } from '../../workbook/contract/rows';
import { columnOf } from '../../workbook/contract/spec';
import type { CellValue } from '../../workbook/contract/snapshot';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { EXCEPTIONS } from '../../workbook/tables/exceptions/exceptions';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { UNITS } from '../../workbook/tables/units/units';
import type { Situation } from '../run/runJob';
import { leftAlone, termsKept } from './undoNotices';
import { asLogged, DERIVED, fromLogged, isExactLine, readerOf, type Reader } from './undoTables';

/** A cell that gets back what it held before the act. */
export interface Restored {
  /** Position in the body of the snapshot. */
  readonly index: number;
  /** 0-based column of the table. */
  readonly place: number;
  /** What the log calls the row. */
  readonly row: string;
  readonly key: string;
  readonly value: CellValue;
}

/** The cells of one table. */
export interface TakenBack {
  readonly table: string;
  readonly edits: readonly Restored[];
}

interface Undone {
  readonly taken: readonly TakenBack[];
  readonly notices: readonly Problem[];
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
export function undoCells(situation: Situation, act: LoggedAct, acts: readonly LoggedAct[]): Undone {
  const later = acts.slice(acts.indexOf(act) + 1);
  const notices: Problem[] = [];
  const fresh = namedUnits(act);
  const cells = act.cells.filter(({ table }) => !DERIVED.has(table));
  const taken = [...groupBy(cells, ({ table }) => table)].map(([table, lines]): TakenBack => {
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
      const before = notices.length;
      const given = own.flatMap((line): Restored[] => {
        const key = reader.keyOf(line.column);
        if (key === null) notices.push(leftAlone(line, null));
        else {
          // A formula that stands again is right: what was typed over it is in the log.
          if (columnOf(reader.spec, key).formula) return [];
          const exact = isExactLine(line);
          const [now, before] = [asLogged(reader, row, key, exact), fromLogged(reader, key, line.before, exact)];
          const isBack = row.get(key) === before;
          if (now !== String(line.after).trim()) {
            if (!isBack) notices.push(leftAlone(line, now, later));
          } else if (!isBack) return [{ index: row.index, place: reader.placeOf(key), row: name, key, value: before }];
        }
        return [];
      });
      if (table !== EXCEPTIONS.name || given.length === 0 || notices.length === before) return given;
      notices.push(termsKept(name, given.length));
      return [];
    });
    return { table, edits };
  });
  return { taken, notices };
}

/** The unit of a row that somebody corrected since the act added it: that row is theirs by now. */
function unitCorrected(row: TableRow): boolean {
  const [unit, anchor] = [row.text('unit'), row.text('anchorName')].map(foldText);
  return anchor !== '' && unit !== anchor;
}

/** Receipts that the act added are sent back, stories become not eligible and give their blind number back; both say why in their note. */
export function undoRows(situation: Situation, act: LoggedAct): Undone & { readonly rows: number } {
  const { language } = situation;
  const notices: Problem[] = [];
  const mark = WITHDRAWN_MARKS[act.job === 'receive' ? 'registered' : 'imported'][language];
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
      if (reader && unitCorrected(row)) {
        const column = columnOf(reader.spec, 'unit').header[language];
        notices.push(leftAlone({ ...place, column, after: row.text('anchorName') }, row.text('unit')));
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
