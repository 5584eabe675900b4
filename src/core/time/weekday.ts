// The day of the week as people write it behind a date. Knows no working days.
import { UTCDate } from '@date-fns/utc';
import type { Language } from '../ground/text';
import type { WallTime } from '../ground/wallTime';

const EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Example: 26 June 2021 is “周六” or “Sat”. */
export function weekday(time: WallTime, language: Language): string {
  const day = new UTCDate(time * 1000).getDay();
  return language === 'zh' ? `周${'日一二三四五六'[day] ?? ''}` : (EN[day] ?? '');
}
