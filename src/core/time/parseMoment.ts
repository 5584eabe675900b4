// From what somebody wrote to a moment on the campaign's wall clock (D-1). Knows no machine clock: a missing year is the campaign's.
import { text, type Text } from '../ground/text';
import { HOUR, MINUTE, wallTime, wallTimeFromSerial, type WallTime } from '../ground/wallTime';
import { digitsForNumerals } from './chineseNumerals';
import { readDate } from './readDate';
import { readTimeOfDay } from './readTimeOfDay';

type MomentProblemCode = 'impossible-date' | 'missing-time' | 'unreadable-time' | 'empty';

type ParsedMoment =
  | { readonly kind: 'moment'; readonly time: WallTime; readonly yearAssumed: boolean }
  | { readonly kind: 'problem'; readonly code: MomentProblemCode; readonly expected: Text };

const EXPECTED: Readonly<Record<MomentProblemCode, Text>> = {
  'impossible-date': text('日历上有的日期', 'A date that exists in the calendar'),
  'missing-time': text('日期和时刻，例如 6月7日 18:00', 'A date and a time of day, e.g. 2021-06-07 18:00'),
  'unreadable-time': text(
    '日期和时刻，例如 2021-06-07 18:00 或 6月7日下午6点',
    'A date and a time of day, e.g. 2021-06-07 18:00',
  ),
  empty: text('日期和时刻，例如 2021-06-07 18:00', 'A date and a time of day, e.g. 2021-06-07 18:00'),
};

/** Excel's serials from 1900-03-01 to 9999-12-31; below lies its leap-year error. */
const FIRST_SERIAL = 61;
const AFTER_LAST_SERIAL = 2958466;

function problem(code: MomentProblemCode): ParsedMoment {
  return { kind: 'problem', code, expected: EXPECTED[code] };
}

function fromSerial(serial: number): ParsedMoment {
  if (!(serial >= FIRST_SERIAL && serial < AFTER_LAST_SERIAL)) return problem('unreadable-time');
  if (Number.isInteger(serial)) return problem('missing-time');
  return { kind: 'moment', time: wallTimeFromSerial(serial), yearAssumed: false };
}

/** Half-width, single blanks, no weekday, digits for numerals. */
function fold(written: string): string {
  const plain = written
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const noWeekday = plain
    .replace(/\(?(?:周|星期|礼拜)[一二三四五六日天]\)?/, ' ')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i, '')
    .replace(/\s+/g, ' ');
  return digitsForNumerals(noWeekday)
    .replace(/^(\d{8})(\d{2})(\d{2})(\d{2})?$/, (_all, day: string, hour: string, minute: string, second?: string) =>
      second === undefined ? `${day} ${hour}:${minute}` : `${day} ${hour}:${minute}:${second}`,
    )
    .replace(/^(\d{4})[—–−\\](\d{1,2})[—–−\\](\d{1,2})(?!\d)/, '$1-$2-$3')
    .replace(/(\d) ?([年月日号]) ?/g, '$1$2')
    .trim();
}

/** True for a time without a day. Example: `isTimeOfDay('下午6点')`. */
export function isTimeOfDay(written: string): boolean {
  return readTimeOfDay(fold(written)) !== null;
}

/**
 * Reads a moment as mail programs, spreadsheets and people write it: `2021-06-06 08:40:00`, `2021/6/6 08:40`, `2021年06月07日 16:00`,
 * `6月7日下午4点`, `6.6 18:00`, `晚上8点半` after a date, full-width digits, Excel serials, and 24:00 as the next day's 00:00.
 * `campaignYear` stands in for a year that is not written (`yearAssumed`). Never guesses: a date alone is 'missing-time' (so is a
 * serial without a fraction), 6月31日 is 'impossible-date', a text with a zone ("…Z", "+08:00") or anything more is 'unreadable-time'.
 * Example: `parseMoment('6月7日下午4点', 2021)` is 7 June 2021, 16:00:00, year assumed.
 */
export function parseMoment(written: string | number, campaignYear: number): ParsedMoment {
  if (typeof written === 'number') return fromSerial(written);
  const folded = fold(written);
  if (folded === '') return problem('empty');
  if (/^\d{5}(?:\.\d+)?$/.test(folded)) return fromSerial(Number(folded));
  const date = readDate(folded, campaignYear);
  if (!date) return problem('unreadable-time');
  const midnight = wallTime(date.year, date.month, date.day);
  if (midnight === null) return problem('impossible-date');
  if (date.rest === '') return problem('missing-time');
  const time = readTimeOfDay(date.rest);
  if (!time) return problem('unreadable-time');
  const seconds = time.hour * HOUR + time.minute * MINUTE + time.second;
  return { kind: 'moment', time: midnight + seconds, yearAssumed: date.yearAssumed };
}
