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

/** Without the year, on pages that bear it. Example: “6月18日” or “18 June”. */
export function formatShortDay(time: WallTime, language: Language): string {
  const at = new UTCDate(time * 1000);
  return language === 'zh'
    ? `${at.getMonth() + 1}月${at.getDate()}日`
    : `${at.getDate()} ${MONTHS[at.getMonth()] ?? ''}`;
}

/** From one day to another, the year once where it is the same. Example: “2021年6月21日至6月25日” or “21 June to 25 June 2021”. */
export function formatDays(first: WallTime, last: WallTime, language: Language): string {
  const sameYear = new UTCDate(first * 1000).getFullYear() === new UTCDate(last * 1000).getFullYear();
  const short = sameYear ? formatShortDay : formatDay;
  return language === 'zh'
    ? `${formatDay(first, 'zh')}至${short(last, 'zh')}`
    : `${short(first, 'en')} to ${formatDay(last, 'en')}`;
}

/** Example: 18 June 2021 is “2021年6月18日” or “18 June 2021”. */
export function formatDay(time: WallTime, language: Language): string {
  const at = new UTCDate(time * 1000);
  return language === 'zh'
    ? `${at.getFullYear()}年${formatShortDay(time, language)}`
    : `${formatShortDay(time, language)} ${at.getFullYear()}`;
}
