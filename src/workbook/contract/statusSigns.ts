// One sign for each status: they tell themselves apart in black and white and for readers who see no red and green. Knows no sheet.
import type { Language } from '../../core/ground/text';
import type { Status } from '../../core/tracker/trackerRow';

const SIGNS: Readonly<Record<Status, string>> = {
  onTime: '●',
  late: '△',
  underReview: '◇',
  incomplete: '◐',
  overdue: '▲',
  pending: '○',
  exempt: '免',
};

/** Where a unit does not owe an item. */
export const NOT_OWED = '—';

/** Example: `statusSign('overdue', 'zh') === '▲'`. */
export function statusSign(status: Status, language: Language): string {
  return status === 'exempt' && language === 'en' ? 'E' : SIGNS[status];
}
