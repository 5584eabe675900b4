// What judges say in words comes along with their scores, and never in the place of words that are there.
import { everyTable } from '../../../src/workbook/contract/snapshot';
import { describe, expect, test } from '@jest/globals';
import { decideImportScores } from '../../../src/app/contest/importScores';
import { decideImportStories } from '../../../src/app/contest/importStories';
import { decideJudgeTabs } from '../../../src/app/contest/makeJudgeTabs';
import type { ImportedCell } from '../../../src/core/import/sheetRows';
import { applySteps } from '../../support/applySteps';
import { newSnapshot, situationOf } from '../../support/situationOf';

type Rows = readonly (readonly ImportedCell[])[];
const file = (name: string, rows: Rows) => ({ name: '', sheets: [{ name, rows }] });

const STORIES = file('故事', [
  ['编号', '报送单位', '题目', '类别', '讲述人'],
  [1, '西渡镇', '甲', '禁毒志愿者', '某'],
  [2, '集兵镇', '乙', '禁毒志愿者', '某'],
  [3, '杉桥镇', '丙', '禁毒志愿者', '某'],
]);
const start = applySteps(newSnapshot(), decideImportStories(situationOf(newSnapshot()), { file: STORIES }).steps);
const tabs = applySteps(start, decideJudgeTabs(situationOf(start), { judges: 7 }).steps);
const { criteria, judges } = situationOf(tabs).campaign;
const judge = judges[0]?.name ?? '';
const scores = (remarkHeader: string, ...rows: Rows) =>
  file(judge, [['编号', ...criteria.map(({ name, maximum }) => `${name}（${maximum}分）`), remarkHeader], ...rows]);
const full = criteria.map(() => 8);
const none = criteria.map(() => null);
const remarks = (snapshot: typeof tabs): string[] => {
  const table = everyTable(snapshot.tables).find(({ name }) => name.startsWith('Score_'));
  const column = table?.headers.indexOf('评语') ?? -1;
  return (table?.values ?? []).map((cells) => String(cells[column] ?? ''));
};

describe('remarks of judges', () => {
  const given = scores('备注', [1, ...full, '细节感人'], ['2号', ...none, '待听录音'], [3, ...full, '无']);
  const decision = decideImportScores(situationOf(tabs), { file: given });
  const after = applySteps(tabs, decision.steps);

  test.each(['备注', '评语', '意见'])('under %s are kept, also of a story that has no scores yet', (header) => {
    const same = scores(header, [1, ...full, '细节感人'], ['2号', ...none, '待听录音'], [3, ...full, '无']);
    const snapshot = applySteps(tabs, decideImportScores(situationOf(tabs), { file: same }).steps);
    expect(remarks(snapshot).filter((remark) => remark !== '')).toEqual(['细节感人', '待听录音']);
  });

  test('and their rows are counted once', () => {
    expect(decision.results.counts).toEqual({ in: 4, taken: 3, refused: 0, passedOver: 1 });
    const again = decideImportScores(situationOf(after), { file: given });
    expect([again.steps, again.results.alreadyThere]).toEqual([[], 2]);
  });

  test('do not replace other words, which is told, unless the file goes first', () => {
    const other = scores('评语', [1, ...full, '平淡']);
    const kept = decideImportScores(situationOf(after), { file: other });
    expect([kept.steps, kept.notices?.map(({ code }) => code)]).toEqual([[], ['remark-differs']]);
    const over = applySteps(after, decideImportScores(situationOf(after), { file: other, overwrite: true }).steps);
    expect(remarks(over)).toContain('平淡');
  });
});
