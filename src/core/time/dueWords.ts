// A due time in words. Knows no rule of what is due.
import type { Language } from '../ground/text';
import type { WallTime } from '../ground/wallTime';
import { formatMoment } from './formatMoment';

/** A due time as people say it: the last second of a day is “6月30日内”, “end of 30 Jun”. */
export function dueWords(time: WallTime, language: Language): string {
  const words = formatMoment(time, language, 'short');
  if (!words.endsWith('23:59:59')) return words;
  return language === 'zh' ? words.replace(/ 23:59:59$/, '内') : `end of ${words.replace(/, 23:59:59$/, '')}`;
}
