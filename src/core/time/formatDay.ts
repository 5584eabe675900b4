// A calendar day as people write it on paper, without leading zeros. Knows no time of day.
import { UTCDate } from '@date-fns/utc';
import type { Language } from '../ground/text';
import type { WallTime } from '../ground/wallTime';

/** In English, January first. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Example: 18 June 2021 is “2021年6月18日” or “18 June 2021”. */
export function formatDay(time: WallTime, language: Language): string {
  const at = new UTCDate(time * 1000);
  return language === 'zh'
    ? `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日`
    : `${at.getDate()} ${MONTHS[at.getMonth()] ?? ''} ${at.getFullYear()}`;
}
