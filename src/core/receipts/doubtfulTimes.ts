// Moments that can be read and hardly be meant: far from the campaign's year, a due time without an hour, an extension that takes time away.
// They count as they stand; somebody should look. Knows no cells.
import type { Problem } from '../ground/problem';
import { text, type Text } from '../ground/text';
import { DAY, isoFromWallTime, type WallTime } from '../ground/wallTime';
import type { Receipt } from './receipt';
import type { Exception, Requirement } from '../requirements/requirement';
import { isFarOff } from '../time/farOff';

interface Spoken {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** What the moment is called in a sentence. */
  readonly name: Text;
}

const shown = (time: WallTime): string => isoFromWallTime(time).replace('T', ' ').replace(/:00$/, '');

/** Null when the year may be right. */
function farOffProblem(time: WallTime | null, year: number, { name, ...place }: Spoken): Problem | null {
  if (time === null || !isFarOff(time, year)) return null;
  return {
    ...place,
    code: 'year-far-off',
    expected: text(`${year} 年前后的时间`, `a moment around the year ${year}`),
    found: shown(time),
    message: text(
      `${place.row} 的${name.zh}是 ${shown(time)}，不在活动年份 ${year} 年前后，年份可能写错了：请核对。`,
      `${name.en} of ${place.row} is ${shown(time)}, not around the campaign's year ${year}; the year may be mistyped: check it.`,
    ),
  };
}

/** A due time at the first second of a day: nobody said the hour, and the whole day would be late. Null when it says one. */
function noHourProblem(time: WallTime | null, { name, ...place }: Spoken): Problem | null {
  if (time === null || time % DAY !== 0) return null;
  const day = shown(time).slice(0, 10);
  return {
    ...place,
    code: 'no-hour',
    expected: text('日期和几点，如 18:00', 'a day and an hour, such as 18:00'),
    found: day,
    message: text(
      `${place.row} 的${name.zh}只写了 ${day}，没有写几点，按当天 0:00 算，这一整天报来的都算迟：请补上几点（当天结束写 23:59）。`,
      `${name.en} of ${place.row} is ${day} without an hour and counts as 0:00, so that the whole day is late: add the hour (23:59 for the end of the day).`,
    ),
  };
}

/** An extension to a moment before the item's own due time: it makes the unit late earlier than all others. Null when it gives more time. */
function earlierProblem(
  to: WallTime | null,
  due: WallTime | null | undefined,
  { name: _name, ...place }: Spoken,
): Problem | null {
  if (to === null || due === null || due === undefined || to >= due) return null;
  return {
    ...place,
    code: 'extended-to-earlier',
    expected: text(`晚于 ${shown(due)}`, `later than ${shown(due)}`),
    found: shown(to),
    message: text(
      `${place.row} 延期到 ${shown(to)}，比事项的截止时间 ${shown(due)} 还早，现按它计算：请核对日期。`,
      `${place.row} is extended to ${shown(to)}, before the item's own due time ${shown(due)}, and counts by it: check the date.`,
    ),
  };
}

/** An item that begins after it is due: reports do not count it as begun. */
function dueBeforeStart(row: string, opens: WallTime | null, due: WallTime | null): Problem | null {
  if (opens === null || due === null || opens <= due) return null;
  return {
    code: 'due-before-start',
    table: 'Requirements',
    row,
    column: 'opens',
    expected: text(`不晚于 ${shown(due)}`, `not later than ${shown(due)}`),
    found: shown(opens),
    message: text(
      `${row} 的开始时间是 ${shown(opens)}，比截止时间 ${shown(due)} 还晚：请核对。`,
      `${row} begins ${shown(opens)}, after it is due (${shown(due)}): check both.`,
    ),
  };
}

/** The same of the moment as of which everything is told: what came on that day does not count. */
function asOfWithoutHour(asOf: WallTime | null): Problem | null {
  if (asOf === null || asOf % DAY !== 0) return null;
  const day = shown(asOf).slice(0, 10);
  return {
    code: 'no-hour',
    table: 'Settings',
    row: 'asOf',
    column: 'value',
    expected: text('日期和几点，如 18:00', 'a day and an hour, such as 18:00'),
    found: day,
    message: text(
      `截至时间只写了 ${day}，没有写几点，按当天 0:00 算，这一天收到的都不计：请补上几点（当天结束写 23:59）。`,
      `The as-of moment is ${day} without an hour and counts as 0:00, so that nothing of that day counts: add the hour (23:59 for the end of the day).`,
    ),
  };
}

/** What is told as of a moment that is still to come calls overdue what is not due yet; none where it has passed. */
export function asOfAhead(asOf: WallTime | null, now: WallTime): Problem[] {
  if (asOf === null || asOf <= now) return [];
  return [
    {
      code: 'as-of-ahead',
      table: 'Settings',
      row: 'asOf',
      column: 'value',
      expected: text('不晚于现在', 'not later than now'),
      found: shown(asOf),
      message: text(
        `截至时间是 ${shown(asOf)}，还没有到：各表按那一刻算，还没到期的会算成逾期。请核对；要看现在，请清空它。`,
        `The as-of moment ${shown(asOf)} is still to come: everything is told as of then, and what is not due yet counts as overdue. Check it; empty it to see the present.`,
      ),
    },
  ];
}

const DUE = text('截止时间', 'The due time');
const EXTENDED = text('延期后的截止时间', 'The extended due time');
const ARRIVED = text('收到时间', 'The arrival');

interface TimesOf {
  readonly settings: { readonly year: number; readonly asOf: WallTime | null };
  readonly requirements: readonly Requirement[];
  readonly exceptions: readonly Exception[];
  readonly receipts: readonly Receipt[];
  readonly activities: readonly {
    readonly name: string;
    readonly from: WallTime | null;
    readonly to: WallTime | null;
  }[];
}

/** Those of the tables of items, exceptions, receipts and activities. What is still to arrive is said elsewhere: it depends on the clock. */
export function doubtfulTimes({ settings, requirements, exceptions, receipts, activities }: TimesOf): Problem[] {
  const { year } = settings;
  const dueOf = new Map(requirements.map(({ requirementId, due }) => [requirementId, due]));
  const found = [
    asOfWithoutHour(settings.asOf),
    ...requirements.flatMap(({ requirementId: row, opens, due }) => [
      farOffProblem(opens, year, { table: 'Requirements', row, column: 'opens', name: text('开始时间', 'The start') }),
      farOffProblem(due, year, { table: 'Requirements', row, column: 'due', name: DUE }),
      noHourProblem(due, { table: 'Requirements', row, column: 'due', name: DUE }),
      dueBeforeStart(row, opens, due),
    ]),
    ...exceptions.flatMap(({ unitId, requirementId, extendedTo }) => {
      const place = { table: 'Exceptions', row: `${unitId} ${requirementId}`, column: 'extendedTo', name: EXTENDED };
      return [
        farOffProblem(extendedTo, year, place),
        noHourProblem(extendedTo, place),
        earlierProblem(extendedTo, dueOf.get(requirementId), place),
      ];
    }),
    ...receipts.map(({ receiptId: row, receivedAt }) =>
      farOffProblem(receivedAt, year, { table: 'Receipts', row, column: 'receivedAt', name: ARRIVED }),
    ),
    ...activities.flatMap(({ name: row, from, to }) => [
      farOffProblem(from, year, { table: 'Activities', row, column: 'from', name: text('开始', 'The start') }),
      farOffProblem(to, year, { table: 'Activities', row, column: 'to', name: text('结束', 'The end') }),
    ]),
  ];
  return found.filter((problem) => problem !== null);
}
