// A contest of any size as files, the same in every run: stories, and a sheet of scores for each judge. Knows no workbook.
import type { ImportedFile } from '../../app/run/job';
import { NAMED_UNITS } from '../../workbook/presets/campaign2021Units';
import { SCORE_HEADS } from '../samples/scoreHeads';

/** Most half points per criterion of the preset. */
const MOST = [50, 50, 50, 30, 20];
const SCORE_HEADER = ['编号', ...SCORE_HEADS, '备注'];

export interface ContestSize {
  readonly entries: number;
  readonly judges: number;
}

/** Half points from 0 to the most. */
function halves(entry: number, judge: number, criterion: number): number {
  const mixed = Math.imul(Math.imul(entry * 64 + judge, 2654435761) ^ ((criterion + 1) * 40503), 2246822519) >>> 8;
  return mixed % ((MOST[criterion] ?? 0) + 1);
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_none, index) => index + 1);

/** Stories numbered from 1 on, dealt out to the units in turn. */
export function contestStories({ entries }: ContestSize): ImportedFile {
  const rows = numbers(entries).map((number) => [
    number,
    NAMED_UNITS[number % NAMED_UNITS.length]?.name ?? '',
    `关于禁毒的故事第${number}篇`,
    '禁毒志愿者',
    `讲述人${number}`,
  ]);
  return {
    name: '故事',
    sheets: [{ name: '故事', rows: [['编号', '报送单位', '故事题目', '类别', '讲述人'], ...rows] }],
  };
}

/** A sheet for each of the judges 评委1 …, complete, in half points. */
export function contestScores({ entries, judges }: ContestSize): ImportedFile {
  const sheets = numbers(judges).map((judge) => ({
    name: `评委${judge}`,
    rows: [
      SCORE_HEADER,
      ...numbers(entries).map((entry) => [
        entry,
        ...MOST.map((_most, criterion) => halves(entry, judge, criterion) / 2),
        null,
      ]),
    ],
  }));
  return { name: '评分', sheets };
}
