// 活动安排 → activities, in the order of the rows. A date that cannot be read is named, and the activity counts without it.
import type { Activity } from '../../../core/campaign/activity';
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';
import { DAY, isoFromWallTime, type WallTime } from '../../../core/ground/wallTime';
import { CellReader, splitList } from '../../contract/cells';
import { keyProblems } from '../../contract/keyProblems';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { ACTIVITIES } from './activities';

function endsEarly(name: string, to: WallTime): Problem {
  return {
    code: 'unreadable-cell',
    table: ACTIVITIES.name,
    row: name,
    column: 'to',
    found: isoFromWallTime(to).slice(0, 10),
    expected: text('不早于开始', 'not before it begins'),
    message: text(`活动“${name}”结束早于开始：请改正。`, `Activity “${name}” ends before it begins: correct it.`),
  };
}

/** Rows without a name are left out; they, names that stand twice and cells that cannot be read go to `problems`. */
export function readActivities(table: TableSnapshot, problems: Problem[]): Activity[] {
  const cells = new CellReader(ACTIVITIES, problems);
  problems.push(...keyProblems(ACTIVITIES, table));
  return readRows(ACTIVITIES, table)
    .filter((row) => row.text('activity') !== '')
    .map((row) => {
      const [from, to] = [cells.moment(row, 'from'), cells.moment(row, 'to')];
      if (from !== null && to !== null && to < from) problems.push(endsEarly(row.text('activity'), to));
      return {
        name: row.text('activity'),
        from,
        to: to === null ? null : to - (to % DAY) + DAY - 1,
        leads: splitList(row.text('leads')),
        participants: splitList(row.text('participants')),
        phase: row.text('phase'),
      };
    });
}
