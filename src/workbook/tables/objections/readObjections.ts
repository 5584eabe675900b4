// 异议登记 ↔ objections. Rows typed by hand count like those a job wrote; what cannot be read is named and stays open.
import { sameNumber } from '../../../core/contest/blindNumber';
import type { Entry } from '../../../core/contest/contest';
import type { Objection, ObjectionTiming } from '../../../core/awards/objection';
import type { Problem } from '../../../core/ground/problem';
import type { Language } from '../../../core/ground/text';
import { text } from '../../../core/ground/text';
import { serialFromWallTime } from '../../../core/ground/wallTime';
import { CellReader, momentText } from '../../contract/cells';
import { LABELS, labelOf } from '../../contract/labels';
import { readRows, type RowOf } from '../../contract/rows';
import type { RowRecord } from '../../contract/sheetOf';
import type { TableSnapshot, WorkbookSnapshot } from '../../contract/snapshot';
import { OBJECTIONS } from './objections';
import { registeredObjections } from './registeredNames';

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

/** What somebody who closes one by hand forgets: the answer, the moment, or that it came later than that. */
function badlyClosed(row: RowOf<'Objections'>, { status, receivedAt, closedAt }: Objection): Problem[] {
  if (status === 'open') return [];
  const id = row.text('objectionId') || `#${row.index + 1}`;
  const at = { table: OBJECTIONS.name, row: id };
  const as = LABELS.objection[status];
  const problems: Problem[] = [];
  if (status !== 'withdrawn' && row.text('outcome') === '')
    problems.push({
      ...at,
      code: 'missing-answer',
      column: 'outcome',
      found: '',
      expected: text('处理结果', 'what came of it'),
      message: text(
        `异议 ${id} 标为“${as.zh}”，没有写处理结果：请补上核实情况和答复；还没办结的，状态改回“${LABELS.objection.open.zh}”。`,
        `Objection ${id} is marked “${as.en}” without an answer: add what was found and answered; if it is not closed yet, set the status back to “${LABELS.objection.open.en}”.`,
      ),
    });
  if (row.text('closedAt') === '')
    problems.push({
      ...at,
      code: 'missing-time',
      column: 'closedAt',
      found: '',
      expected: text('办结时间', 'when it was closed'),
      message: text(
        `异议 ${id} 标为“${as.zh}”，没有写办结时间：请补上。`,
        `Objection ${id} is marked “${as.en}” without the moment when it was closed: add it.`,
      ),
    });
  if (closedAt !== null && receivedAt !== null && closedAt < receivedAt)
    problems.push({
      ...at,
      code: 'closed-before-received',
      column: 'closedAt',
      found: momentText(closedAt),
      expected: text(`不早于 ${momentText(receivedAt)}`, `not before ${momentText(receivedAt)}`),
      message: text(
        `异议 ${id} 的办结时间 ${momentText(closedAt)} 早于收到时间 ${momentText(receivedAt)}：请核对这两个时间。`,
        `Objection ${id} is closed at ${momentText(closedAt)}, before it was received at ${momentText(receivedAt)}: check both moments.`,
      ),
    });
  return problems;
}

/** Objections with the entry they mean; an unknown entry, unreadable cells and what is closed by half go to `problems`. */
export function readObjections(table: TableSnapshot, entries: readonly Entry[], problems: Problem[]): Objection[] {
  const cells = new CellReader(OBJECTIONS, problems);
  return readRows(OBJECTIONS, table).map((row) => {
    const objection: Objection = {
      objectionId: row.text('objectionId'),
      receivedAt: cells.moment(row, 'receivedAt'),
      way: cells.choice(row, 'way', 'way', 'written'),
      objector: row.text('objector'),
      entryId: entryIdOf(row, entries, problems),
      statement: row.text('statement'),
      status: cells.choice(row, 'status', 'objection', 'open'),
      handledBy: row.text('handledBy'),
      closedAt: cells.moment(row, 'closedAt'),
    };
    problems.push(...badlyClosed(row, objection));
    return objection;
  });
}

/** Objections that were registered and have no row; open for as long as they have none. */
export function goneObjections(snapshot: Pick<WorkbookSnapshot, 'names'>, standing: readonly Objection[]): Objection[] {
  const known = new Set(standing.map(({ objectionId }) => objectionId));
  return registeredObjections(snapshot)
    .filter(({ objectionId }) => !known.has(objectionId))
    .map((registered) => ({
      ...registered,
      way: 'written',
      objector: '',
      statement: '',
      status: 'open',
      handledBy: '',
      closedAt: null,
      gone: true,
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
