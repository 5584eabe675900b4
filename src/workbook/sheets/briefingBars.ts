// One bar an item: accepted, waiting for review, missing, in greys that print; and the items that are not due yet in a sentence. Knows no other part of the page.
import type { BriefingFigures, RequirementFigures } from '../../core/briefing/briefingFigures';
import { text, type Language } from '../../core/ground/text';
import type { CellFormat, CellWrite } from '../contract/plan';
import type { Span } from '../contract/pageLines';
import { dueWords } from './briefingWords';

/** Cells of the grid that a bar takes; each is a tenth. */
export const BAR_CELLS = 10;
const ACCEPTED = '#404040';
const WAITING = '#A6A6A6';
const MISSING = '#FFFFFF';

/** How many of the cells each part takes: no part that is there vanishes, none that is not shows. */
export function barParts(due: number, accepted: number, waiting: number): readonly [number, number, number] {
  const missing = due - accepted - waiting;
  if (due === 0) return [0, 0, 0];
  const parts = [accepted, waiting, missing].map((part) =>
    part === 0 ? 0 : Math.max(1, Math.round((part / due) * BAR_CELLS)),
  );
  const [a = 0, w = 0, m = 0] = parts;
  const over = a + w + m - BAR_CELLS;
  // What is too much or too little goes off the largest part.
  const largest = Math.max(a, w, m);
  if (a === largest) return [a - over, w, m];
  return m === largest ? [a, w, m - over] : [a, w - over, m];
}

/** Cells of a bar: accepted, waiting, missing of what is due, told apart in grey print, too. */
export function barSpans(figures: RequirementFigures, column: number, border: string): Span[] {
  const { due, accepted, waiting } = figures.soFar;
  const fills = barParts(due, accepted, waiting).flatMap((cells, part) =>
    Array.from({ length: cells }, () => [ACCEPTED, WAITING, MISSING][part] ?? MISSING),
  );
  return fills.map((fill, index): Span => ({
    column: column + index,
    columns: 1,
    value: '',
    format: { fill, border } satisfies CellFormat,
  }));
}

/** Items of which something is due. */
export function dueItems({ requirements }: BriefingFigures): RequirementFigures[] {
  return requirements.filter(({ soFar }) => soFar.due > 0);
}

/** The columns before and behind the bar. */
export function barFigures(figures: RequirementFigures): readonly CellWrite[] {
  const { due, received, accepted, overdue } = figures.soFar;
  return [due, received, accepted, overdue === 0 ? '' : overdue];
}

/** “未到期：T3活动情况、工作总结（7月3日 18:00）已收0/45；…”; '' when everything is due. */
export function notDueWords({ requirements }: BriefingFigures, language: Language): string {
  const open = requirements.filter(({ must, soFar }) => must > 0 && soFar.due === 0);
  if (open.length === 0) return '';
  const parts = open.map(({ requirementId, title, due, must, done, underReview }) => {
    const when = due === null ? text('未定', 'no date')[language] : dueWords(due, language);
    return language === 'zh'
      ? `${requirementId}${title}（${when}）已收${done + underReview}/${must}`
      : `${requirementId} ${title} (${when}) ${done + underReview} of ${must}`;
  });
  return language === 'zh' ? `未到期：${parts.join('；')}。` : `Not due yet: ${parts.join('; ')}.`;
}
