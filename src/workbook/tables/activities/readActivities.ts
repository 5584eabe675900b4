// 活动安排 → activities, in the order of the rows. A date that cannot be read is named, and the activity counts without it.
import type { Activity } from '../../../core/campaign/activity';
import type { Problem } from '../../../core/ground/problem';
import { DAY } from '../../../core/ground/wallTime';
import { CellReader, splitList } from '../../contract/cells';
import { keyProblems } from '../../contract/keyProblems';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { ACTIVITIES } from './activities';

/** Rows without a name are left out; they, names that stand twice and cells that cannot be read go to `problems`. */
export function readActivities(table: TableSnapshot, problems: Problem[]): Activity[] {
  const cells = new CellReader(ACTIVITIES, problems);
  problems.push(...keyProblems(ACTIVITIES, table));
  return readRows(ACTIVITIES, table)
    .filter((row) => row.text('activity') !== '')
    .map((row) => {
      const to = cells.moment(row, 'to');
      return {
        name: row.text('activity'),
        from: cells.moment(row, 'from'),
        to: to === null ? null : to - (to % DAY) + DAY - 1,
        leads: splitList(row.text('leads')),
        participants: splitList(row.text('participants')),
        phase: row.text('phase'),
      };
    });
}
