// Stories that stand in each other's way: twice in the file, a number that is taken, more than a unit's quota.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import { normalizeNumber, sameNumber } from './blindNumber';
import type { Entry } from './contest';
import type { StoryRow } from './storyRow';
import { titleKey } from './storyWords';

/** The problems of every row whose number, or unit and title, another row of the file has too: all of them are out. */
export function duplicates(rows: readonly StoryRow[]): Map<StoryRow, Problem[]> {
  const found = new Map<StoryRow, Problem[]>();
  const report = (story: StoryRow, problem: Problem): void => {
    found.set(story, [...(found.get(story) ?? []), problem]);
  };
  for (const group of groups(rows, (story) => normalizeNumber(story.blindNo))) {
    for (const story of group) {
      const others = otherRows(story, group);
      report(story, {
        ...story.place('number'),
        code: 'duplicate-number',
        expected: text('每个编号只用一次', 'each number once'),
        message: text(
          `编号与第${others}行重复，都不导入：请改正编号。`,
          `Row ${others} has the same number, so none is taken: correct the numbers.`,
        ),
      });
    }
  }
  for (const group of groups(rows, (story) =>
    story.unitId === '' || story.title === '' ? '' : `${story.unitId}\n${titleKey(story.title)}`,
  )) {
    for (const story of group) {
      const others = otherRows(story, group);
      report(story, {
        ...story.place('title'),
        code: 'duplicate-story',
        expected: text('每件作品只报一次', 'each story once'),
        message: text(
          `与第${others}行是同一单位的同一题目，都不导入：请只留一行。`,
          `Row ${others} is the same title of the same unit, so none is taken: keep one row.`,
        ),
      });
    }
  }
  return found;
}

/** Why the workbook cannot take the story: its number, or its unit and title, belongs to another entry. */
export function takenBy(story: StoryRow, existing: readonly Entry[]): Problem[] {
  const holder = existing.find((entry) => sameNumber(entry.blindNo, story.blindNo));
  if (holder) {
    return [
      {
        ...story.place('number'),
        code: 'number-taken',
        expected: text('未用过的编号', 'a number that is free'),
        message: text(
          `工作簿中编号${holder.blindNo}已是“${holder.title}”：请改用别的编号，或先改参评作品。`,
          `In the workbook no. ${holder.blindNo} is “${holder.title}”: use another number, or correct the register of entries first.`,
        ),
      },
    ];
  }
  const same = existing.find(
    (entry) => entry.unitId === story.unitId && titleKey(entry.title) === titleKey(story.title),
  );
  if (!same) return [];
  return [
    {
      ...story.place('title'),
      code: 'duplicate-story',
      expected: text('每件作品只报一次', 'each story once'),
      message: text(
        `工作簿中已有该单位的这件作品，编号为${same.blindNo || '空'}：请核对编号。`,
        `The workbook has this story of this unit already, with number “${same.blindNo}”: check the number.`,
      ),
    },
  ];
}

/** One notice for each unit that has more stories, registered and proposed, than its quota. Nothing is left out for it. */
export function quotaNotices(
  taken: readonly StoryRow[],
  existing: readonly Entry[],
  quotaOf: ((unitId: string) => number | null) | undefined,
): Problem[] {
  return [...new Set(taken.map((story) => story.unitId))].flatMap((unitId) => {
    const quota = quotaOf?.(unitId) ?? null;
    const proposed = taken.filter((story) => story.unitId === unitId);
    const count = proposed.length + existing.filter((entry) => entry.unitId === unitId).length;
    const last = proposed[proposed.length - 1];
    if (quota === null || count <= quota || !last) return [];
    const unit = last.place('unit').found.trim();
    return [
      {
        ...last.place('unit'),
        code: 'more-than-quota',
        expected: text(`至多${quota}件作品`, `at most ${quota} entries`),
        message: text(
          `${unit}共报${count}件作品，多于规定的${quota}个：都已导入，请确认是否全部参评。`,
          `${unit} has ${count} entries, more than its ${quota}: all are taken, decide whether all take part.`,
        ),
      },
    ];
  });
}

function groups(rows: readonly StoryRow[], keyOf: (story: StoryRow) => string): StoryRow[][] {
  const byKey = new Map<string, StoryRow[]>();
  for (const story of rows) {
    const key = keyOf(story);
    if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), story]);
  }
  return [...byKey.values()].filter((group) => group.length > 1);
}

function otherRows(story: StoryRow, group: readonly StoryRow[]): string {
  return group
    .filter((other) => other !== story)
    .map((other) => other.row)
    .join(', ');
}
