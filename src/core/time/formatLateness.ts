// A number of minutes as days, hours and minutes (D-8). Knows not what was late.
import type { Language } from '../ground/text';

const UNITS: Readonly<Record<Language, readonly [string, string, string]>> = {
  zh: ['天', '小时', '分'],
  en: ['d', 'h', 'min'],
};

function pieces(minutes: number, language: Language): string[][] {
  const counts = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const all = counts.map((count, index) => [String(count), UNITS[language][index] ?? '']);
  const shown = all.filter((_, index) => (counts[index] ?? 0) > 0);
  return shown.length > 0 ? shown : all.slice(2);
}

/**
 * Writes whole minutes (integer ≥ 0); parts that are zero are left out, nothing is rounded. `spaced` puts blanks into the Chinese, for
 * running text. Throws for anything but a whole number of minutes.
 * Example: `formatLateness(4445, 'zh') === '3天2小时5分'`, `formatLateness(4445, 'en') === '3 d 2 h 5 min'`.
 */
export function formatLateness(minutes: number, language: Language, spaced = false): string {
  if (!Number.isInteger(minutes) || minutes < 0)
    throw new RangeError(`minutes must be a whole number from 0 up, got ${minutes}`);
  const parts = pieces(minutes, language);
  if (language === 'en' || spaced) return parts.map((part) => part.join(' ')).join(' ');
  return parts.map((part) => part.join('')).join('');
}
