// Whether a moment can belong to the campaign's year. Knows no table.
import { DAY, wallTime, type WallTime } from '../ground/wallTime';

/** Days around the campaign's own year: a campaign may begin before it and end after it. */
export const DAYS_AROUND = 90;

/** More than a quarter of a year before or after the year; a campaign that says no year has no such moments. Example: 7 June 2012 in a campaign of 2021. */
export function isFarOff(time: WallTime, year: number): boolean {
  if (year < 2000) return false;
  const [begin, end] = [wallTime(year, 1, 1) ?? 0, wallTime(year + 1, 1, 1) ?? 0];
  return time < begin - DAYS_AROUND * DAY || time >= end + DAYS_AROUND * DAY;
}
