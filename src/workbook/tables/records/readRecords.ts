// The append-only tables → what rules need of them: reminders, and when a receipt was sent back. Rows that people broke are passed over.
import type { Problem } from '../../../core/ground/problem';
import type { Reminder } from '../../../core/reminders/reminder';
import type { WallTime } from '../../../core/ground/wallTime';
import { CellReader } from '../../contract/cells';
import { codeOf } from '../../contract/labels';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { LOG, REMINDERS } from './records';
import { RECEIPTS } from '../receipts/receipts';

/** Reminders without a readable moment are named and left out. */
export function readReminders(table: TableSnapshot, problems: Problem[]): Reminder[] {
  const cells = new CellReader(REMINDERS, problems);
  return readRows(REMINDERS, table).flatMap((row): Reminder[] => {
    const at = cells.moment(row, 'at');
    return at === null
      ? []
      : [{ at, unitId: row.text('unitId'), requirementId: row.text('requirementId'), by: row.text('by') }];
  });
}

/** By receiptId, the latest moment at which its review became “sent back”, as the log has it. */
export function readSentBackAt(table: TableSnapshot): Map<string, WallTime> {
  const cells = new CellReader(LOG, []);
  const reviewHeaders = RECEIPTS.columns
    .filter(({ key }) => key === 'review')
    .flatMap(({ header }) => [header.zh, header.en]);
  const sentBack = new Map<string, WallTime>();
  for (const row of readRows(LOG, table)) {
    if (
      row.text('table') !== RECEIPTS.name ||
      !reviewHeaders.includes(row.text('column')) ||
      codeOf('review', row.text('after')) !== 'returned'
    )
      continue;
    const at = cells.moment(row, 'at');
    if (at !== null && at >= (sentBack.get(row.text('row')) ?? -Infinity)) sentBack.set(row.text('row'), at);
  }
  return sentBack;
}
