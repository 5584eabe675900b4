// A moment as people read it, in either language. Knows no locale of the machine.
import { UTCDate } from '@date-fns/utc';
import type { Language } from '../ground/text';
import type { WallTime } from '../ground/wallTime';

/** short: without the year. full: with it. minute: with it, for paper on which no second counts. */
type MomentStyle = 'short' | 'full' | 'minute';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Writes a moment. Seconds are shown whenever they are not zero: nothing is rounded away, but in the style `minute`.
 * Example: 10 June 2021 18:00 is “6月10日 18:00” (zh short), “2021年6月10日 18:00” (zh full), “10 Jun 2021, 18:00” (en full).
 */
export function formatMoment(time: WallTime, language: Language, style: MomentStyle = 'short'): string {
  const at = new UTCDate(time * 1000);
  const seconds = at.getSeconds();
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}${seconds === 0 || style === 'minute' ? '' : `:${two(seconds)}`}`;
  const year = at.getFullYear();
  if (language === 'zh')
    return `${style !== 'short' ? `${year}年` : ''}${at.getMonth() + 1}月${at.getDate()}日 ${clock}`;
  return `${at.getDate()} ${MONTHS[at.getMonth()]}${style !== 'short' ? ` ${year}` : ''}, ${clock}`;
}
