// The same day and time of another year, for a campaign that comes again. Knows no weekday and no holiday.
import { UTCDate } from '@date-fns/utc';
import { addYears } from 'date-fns';
import type { WallTime } from '../ground/wallTime';

/** 29 February becomes the 28th where there is none. Example: 2021-06-07 18:00, one year on, is 2022-06-07 18:00. */
export function shiftYears(time: WallTime, years: number): WallTime {
  return addYears(new UTCDate(time * 1000), years).getTime() / 1000;
}
