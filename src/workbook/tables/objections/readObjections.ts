// 异议登记 ↔ objections. Rows typed by hand count like those a job wrote; what cannot be read is named and stays open.
import { sameNumber } from '../../../core/contest/blindNumber';
import type { Entry } from '../../../core/contest/contest';
import type { Objection, ObjectionTiming } from '../../../core/awards/objection';
import type { Problem } from '../../../core/ground/problem';
import type { Language } from '../../../core/ground/text';
import { text } from '../../../core/ground/text';
import { serialFromWallTime } from '../../../core/ground/wallTime';
import { CellReader } from '../../contract/cells';
import { labelOf } from '../../contract/labels';
import { readRows, type RowOf } from '../../contract/rows';
import type { RowRecord } from '../../contract/sheetOf';
import type { TableSnapshot } from '../../contract/snapshot';
import { OBJECTIONS } from './objections';

/** Somebody typed over the number, or the story has another one now: which of the two is meant only people can tell. */
function otherNumber(row: RowOf<'Objections'>, { blindNo, title }: Entry): Problem {
  const [id, found] = [row.text('objectionId') || `#${row.index + 1}`, row.text('blindNo')];
  return {
    code: 'number-differs',
    table: OBJECTIONS.name,
    row: id,
    column: 'blindNo',
    found,
    expected: text(blindNo, blindNo),
    message: text(
      `异议登记 ${id} 写着 ${found}号，登记时针对的是 ${blindNo}号《${title}》，现仍按它计：请改回“${blindNo}”；针对的是另一件，请另起一行登记，这一条写明撤回。`,
      `Objection ${id} says no. ${found}; it was registered against no. ${blindNo} “${title}” and still counts against that: put “${blindNo}” back; if another entry is meant, register it in a row of its own and withdraw this one.`,
    ),
  };
}

/** By its id, else by the blind number that somebody typed; a number that nothing has is named and read as the whole result. */
function entryIdOf(row: RowOf<'Objections'>, entries: readonly Entry[], problems: Problem[]): string {
  const [entryId, blindNo] = [row.text('entryId'), row.text('blindNo')];
  const meant = entries.find((entry) => entryId !== '' && entry.entryId === entryId);
  if (meant) {
    if (blindNo !== '' && !sameNumber(meant.blindNo, blindNo)) problems.push(otherNumber(row, meant));
    return entryId;
  }
  if (entryId === '' && blindNo === '') return '';
  const found = entries.find((entry) => sameNumber(entry.blindNo, blindNo));
  if (found) return found.entryId;
  const id = row.text('objectionId') || `#${row.index + 1}`;
  problems.push({
    code: 'unknown-entry',
    table: OBJECTIONS.name,
    row: id,
    column: 'blindNo',
    found: blindNo || entryId,
    expected: text('盲评号，或留空', 'a blind number, or nothing'),
    message: text(
      `异议登记 ${id} 的盲评号“${blindNo || entryId}”不是登记的作品，现按对整个结果的异议计：请改正或清空。`,
      `Objection ${id}: no entry has number “${blindNo || entryId}”; it is read as against the whole result: correct or clear it.`,
    ),
  });
  return '';
}

/** Objections with the entry they mean; an unknown entry and unreadable cells go to `problems`. */
export function readObjections(table: TableSnapshot, entries: readonly Entry[], problems: Problem[]): Objection[] {
  const cells = new CellReader(OBJECTIONS, problems);
  return readRows(OBJECTIONS, table).map((row) => ({
    objectionId: row.text('objectionId'),
    receivedAt: cells.moment(row, 'receivedAt'),
    way: cells.choice(row, 'way', 'way', 'written'),
    objector: row.text('objector'),
    entryId: entryIdOf(row, entries, problems),
    statement: row.text('statement'),
    status: cells.choice(row, 'status', 'objection', 'open'),
    handledBy: row.text('handledBy'),
    closedAt: cells.moment(row, 'closedAt'),
  }));
}

/** A new objection as a row. */
export function objectionRecord(
  objection: Objection,
  contact: string,
  timing: ObjectionTiming,
  entry: Entry | null,
  language: Language,
): RowRecord {
  const { way, status, receivedAt, closedAt, ...same } = objection;
  return {
    ...same,
    contact,
    timing: labelOf('timing', timing, language),
    way: labelOf('way', way, language),
    status: labelOf('objection', status, language),
    receivedAt: receivedAt === null ? '' : serialFromWallTime(receivedAt),
    closedAt: closedAt === null ? '' : serialFromWallTime(closedAt),
    blindNo: entry?.blindNo ?? '',
    title: entry?.title ?? '',
    outcome: '',
  };
}
