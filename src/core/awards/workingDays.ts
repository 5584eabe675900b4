// Working days by a holiday table. Knows no contest and no table of any year: the table is an argument.
import type { WallTime } from '../ground/wallTime';
import { DAY, isoFromWallTime } from '../ground/wallTime';

/** ISO dates ("2021-06-14"): weekdays that are off, and weekend days that are worked to make up for them. */
export interface Holidays {
  readonly off: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
}

/** A day of the notice is its midnight on the campaign's wall clock. */
export interface NoticePeriod {
  /** The day it is put up. */
  readonly posted: WallTime;
  /** First and last working day that count. */
  readonly first: WallTime;
  readonly last: WallTime;
}

/** No run of days off is longer than this; more means a broken table. */
const LONGEST_SEARCH = 4000;

/** Example: the day of 2021-06-07T18:00 is `2021-06-07`. */
export function isoDay(time: WallTime): string {
  return isoFromWallTime(time).slice(0, 10);
}

/** Midnight at the beginning of the moment's day. */
export function startOfDay(time: WallTime): WallTime {
  return Math.floor(time / DAY) * DAY;
}

/**
 * Monday to Friday unless the table gives it off, Saturday and Sunday only when the table makes them work.
 * Example with 2021's table: 14 June (Monday, Dragon Boat) is none, 26 September (Sunday) is one.
 */
export function isWorkingDay(time: WallTime, holidays: Holidays): boolean {
  const iso = isoDay(time);
  if (holidays.work.has(iso)) return true;
  if (holidays.off.has(iso)) return false;
  const weekday = (((Math.floor(time / DAY) + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
}

/**
 * a notice of that many working days from the posting day on. The posting day counts only when the office says so, and only
 * when it is a working day. Throws RangeError for less than 1 day.
 * Example: posted Friday 18 June 2021, 5 days, not counted → 21–25 June; counted → 18–24 June.
 */
export function noticePeriod(
  posting: WallTime,
  days: number,
  holidays: Holidays,
  countPostingDay = false,
): NoticePeriod {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`a notice needs at least 1 working day, not ${days}`);
  const posted = startOfDay(posting);
  const counted: WallTime[] = [];
  for (let step = countPostingDay ? 0 : 1; counted.length < days && step < LONGEST_SEARCH; step += 1) {
    const day = posted + step * DAY;
    if (isWorkingDay(day, holidays)) counted.push(day);
  }
  const [first] = counted;
  const last = counted[days - 1];
  if (first === undefined || last === undefined) throw new RangeError('the holiday table leaves no working days');
  return { posted, first, last };
}

/**
 * the latest working day on which a notice can go up so that it has run in full before the given day begins.
 * Example: before the ceremony on 26 June 2021 with 5 days → 18 June, or 21 June when the posting day counts.
 */
export function latestPosting(before: WallTime, days: number, holidays: Holidays, countPostingDay = false): WallTime {
  const end = startOfDay(before);
  for (let step = 1; step < LONGEST_SEARCH; step += 1) {
    const day = end - step * DAY;
    if (isWorkingDay(day, holidays) && noticePeriod(day, days, holidays, countPostingDay).last < end) return day;
  }
  throw new RangeError('the holiday table leaves no working days');
}

/** How many working days lie in the period, first and last day included; 0 when it ends before it begins. */
export function workingDaysBetween(first: WallTime, last: WallTime, holidays: Holidays): number {
  let count = 0;
  for (let day = startOfDay(first); day <= last; day += DAY) if (isWorkingDay(day, holidays)) count += 1;
  return count;
}
