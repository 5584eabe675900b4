// Jobs on a decided contest: whatever its decision rests on is changed only when a person says so.
import { decideMend } from '../../../src/app/care/mend';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideFixRules } from '../../../src/app/contest/fixRules';
import { decideImportScores } from '../../../src/app/contest/importScores';
import { decideImportStories } from '../../../src/app/contest/importStories';
import { decideJudgeTabs } from '../../../src/app/contest/makeJudgeTabs';
import type { Decision } from '../../../src/app/run/runJob';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { codes, decidedContest, scoredContest } from '../../support/decidedContest';
import { sampleSheets } from '../../support/sampleSheets';
import { situationOf, withSetting } from '../../support/situationOf';
import { oneSheet } from '../../support/oneSheet';

let scored: WorkbookSnapshot;
let decided: WorkbookSnapshot;
const score = oneSheet(
  '评委1',
  [
    ['编号', '真实性', '感染力', '教育意义', '时代特色', '表达质量'],
    [25, 1, 1, 1, 1, 1],
  ],
  '',
);
const story = oneSheet(
  '故事',
  [
    ['编号', '报送单位', '题目', '类别', '讲述人'],
    [99, '西渡镇', '晚来的故事', '禁毒志愿者', '某'],
  ],
  '',
);

beforeAll(async () => {
  scored = await scoredContest();
  decided = decidedContest(scored);
});

/** A judge's score as a paste leaves it: a number that is text, which counts for nothing until it is mended. */
function withTextScore(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const table = snapshot.tables['Score_J01'];
  if (!table) throw new Error('no sheet of J01');
  const at = table.headers.findIndex((header) => header.startsWith('真实性'));
  const values = table.values.map((row, index) =>
    index === 0 ? row.map((cell, place) => (place === at ? '20分' : cell)) : row,
  );
  return { ...snapshot, tables: { ...snapshot.tables, Score_J01: { ...table, values, formulas: values } } };
}

describe('on a decided contest', () => {
  const jobs: readonly [string, (snapshot: WorkbookSnapshot, yes?: boolean) => Decision<unknown>][] = [
    ['scores', (at, yes) => decideImportScores(situationOf(at), { file: score, overwrite: true, decided: yes })],
    ['stories', (at, yes) => decideImportStories(situationOf(at), { file: story, decided: yes })],
    ['a new judge’s sheet', (at, yes) => decideJudgeTabs(situationOf(at), { judges: 8, decided: yes })],
    ['a mended score', (at, yes) => decideMend(situationOf(withTextScore(at)), { decided: yes })],
    [
      'rules',
      (at, yes) =>
        decideFixRules(situationOf(withSetting(at, 'decimals', 1)), { by: '评委会', reason: '会议', decided: yes }),
    ],
  ];

  it.each(jobs)('%s wait for a word, name the decision, and write nothing until then (R-7)', (_name, run) => {
    const asked = run(decided);
    expect([asked.stopped, asked.steps, asked.problems?.[0]?.code]).toEqual([true, [], 'beneath-decision']);
    expect(asked.problems?.[0]?.message.zh).toMatch(/^已有评定 D02（评委会6月15日会议）.*请选“仍要改动”/);
    const done = run(decided, true);
    expect(done.steps.length).toBeGreaterThan(0);
    expect(codes(done.notices)).toContain('beneath-decision');
  });

  it.each(jobs)('%s ask nothing before there is a decision', (_name, run) => {
    const done = run(scored);
    expect(done.steps.length).toBeGreaterThan(0);
    expect([...codes(done.problems), ...codes(done.notices)]).not.toContain('beneath-decision');
  });

  it('nothing is asked where nothing would change', async () => {
    const again = decideImportStories(situationOf(decided), {
      file: { name: '', sheets: await sampleSheets('stories-messy.xlsx') },
    });
    expect([again.steps, codes(again.problems).includes('beneath-decision')]).toEqual([[], false]);
  });
});
