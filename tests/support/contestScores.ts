// The scores of one whole contest: 48 stories before 7 judges, with a recusal, a gap, and three stories tied for the tenth place.
// It knows numbers only: how they get into a workbook is the test's own.
import type { ImportedSheet } from '../../src/app/run/job';

export const STORIES = 48;
export const JUDGES = 7;

/** Judge and story whose recusal is on the sheet. */
export const RECUSED = { judge: 1, story: 2 } as const;
/** Judge and story whose score is missing. */
export const MISSING = { judge: 2, story: 40 } as const;
/** The stories that tie for the tenth of ten places. */
export const TIED: readonly number[] = [10, 11, 12];

const HEADER = ['编号', '真实性', '感染力', '教育意义', '时代特色', '表达质量', '备注'];
const NOTHING: readonly null[] = [null, null, null, null, null];

const isAt = (place: { readonly judge: number; readonly story: number }, judge: number, story: number): boolean =>
  place.judge === judge && place.story === story;

/** The five scores of a story (1–48) from a judge (1–7): every story half a point below the one before it, the tied ones equal. */
export function storyScores(judge: number, story: number): readonly (number | null)[] {
  if (isAt(RECUSED, judge, story) || isAt(MISSING, judge, story)) return NOTHING;
  const level = TIED.includes(story) ? Math.min(...TIED) : story;
  const less = (from: number): number => Math.min(Math.max(level - from, 0), 20) / 2;
  return [25 - less(0), 25 - less(20), 25 - less(40), 13, 8];
}

/** A judge's sheet as a file has it. */
export function contestScores(judge: number): ImportedSheet {
  const rows = Array.from({ length: STORIES }, (_none, index) => {
    const story = index + 1;
    return [story, ...storyScores(judge, story), isAt(RECUSED, judge, story) ? '回避' : null];
  });
  return { name: `评委${judge}`, rows: [HEADER, ...rows] };
}
