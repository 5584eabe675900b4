// From the stories’ file to the judges’ scores, as pure decisions on snapshots.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideImportScores } from '../../../src/app/contest/importScores';
import { decideImportStories } from '../../../src/app/contest/importStories';
import { decideJudgeTabs } from '../../../src/app/contest/makeJudgeTabs';
import type { ImportedFile } from '../../../src/app/run/job';
import { type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { situationOf } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';
import { oneSheet } from '../../support/oneSheet';
import { codes, cell, column, messyContest } from '../../support/messyContest';

let stories: ImportedFile;
let scores: ImportedFile;
let empty: WorkbookSnapshot;
let withStories: WorkbookSnapshot;
let withTabs: WorkbookSnapshot;
let withScores: WorkbookSnapshot;
let ranked: WorkbookSnapshot;

beforeAll(async () => {
  ({ stories, scores, empty, withStories, withTabs, withScores, ranked } = await messyContest());
});

describe('import-stories', () => {
  it('registers what is right and names what is not', () => {
    const { changed, problems, results } = decideImportStories(situationOf(empty), { file: stories });
    expect([changed, codes(problems), results]).toEqual([
      { Entries: { added: 48, updated: 0 } },
      ['missing-title'],
      {
        rows: 49,
        taken: 48,
        leftOut: 1,
        skipped: 0,
        alreadyThere: 0,
        counts: { in: 50, taken: 48, refused: 1, passedOver: 1 },
      },
    ]);
    expect(cell(withStories, 'Entries', 8, '备注')).toBe('字数：约2000');
    expect(column(withStories, 'Entries', '参评编号').slice(0, 2)).toEqual(['E001', 'E002']);
    expect(cell(withStories, 'Entries', 35, '报送单位')).toBe('县人民检察院');
  });

  it('run again, brings stories onto the judges’ sheets that a cut had kept from them', () => {
    const tab = withTabs.tables['Score_J03']!;
    const cut = { ...tab, values: tab.values.slice(0, 40), formulas: tab.formulas.slice(0, 40) };
    const again = decideImportStories(situationOf({ ...withTabs, tables: { ...withTabs.tables, Score_J03: cut } }), {
      file: stories,
    });
    expect([again.results.taken, again.changed]).toEqual([0, { Score_J03: { added: 8, updated: 0 } }]);
    expect(decideImportStories(situationOf(withTabs), { file: stories }).steps).toEqual([]);
  });

  it('adds nothing the second time', () => {
    const again = decideImportStories(situationOf(withStories), { file: stories });
    expect([again.steps, again.changed, again.results.alreadyThere]).toEqual([[], {}, 48]);
  });

  it('puts new stories onto the sheets that judges have already', () => {
    const late: ImportedFile = oneSheet(
      'x',
      [
        ['编号', '报送单位', '故事题目', '类别'],
        ['49', '西渡镇', '补报', '禁毒志愿者'],
      ],
      'late',
    );
    const { changed, steps, notices } = decideImportStories(situationOf(withTabs), { file: late });
    expect(changed).toMatchObject({ Entries: { added: 1 }, Score_J01: { added: 1 }, Score_J07: { added: 1 } });
    expect(codes(notices)).toEqual(['more-than-quota']);
    expect(column(applySteps(withTabs, steps), 'Score_J03', '编号').at(-1)).toBe('49');
  });
});

describe('make-judge-tabs', () => {
  it('makes a sheet for each judge with all stories, and a column each in the standings', () => {
    const { changed, results } = decideJudgeTabs(situationOf(withStories), { judges: 7 });
    expect(changed).toMatchObject({
      Judges: { added: 7 },
      Score_J01: { added: 48 },
      Score_J07: { added: 48 },
      Standings: { added: 48 },
    });
    expect(results.judges[0]).toEqual({ judgeId: 'J01', name: '评委1', sheet: '评分·评委1', entries: 48, made: true });
    expect(withTabs.tables['Standings']?.headers.filter((header) => header.startsWith('评委'))).toHaveLength(7);
    expect(column(withTabs, 'Score_J01', '编号').slice(0, 3)).toEqual(['1', '2', '3']);
    expect(withTabs.tables['Score_J01']?.headers).not.toContain('报送单位');
  });

  it('changes nothing when nothing is missing, and keeps scores when a judge comes', () => {
    expect(decideJudgeTabs(situationOf(ranked), { judges: 7 }).changed).toEqual({});
    const more = decideJudgeTabs(situationOf(ranked), { judges: 8 });
    expect(more.changed).toMatchObject({ Judges: { added: 1 }, Score_J08: { added: 48 }, Standings: { updated: 48 } });
    const after = applySteps(ranked, more.steps);
    expect(after.tables['Score_J01']).toEqual(ranked.tables['Score_J01']);
    expect(column(after, 'Standings', '决定')).toEqual(column(ranked, 'Standings', '决定'));
  });

  it('marks stories of the judge’s own unit as recused (S-2)', () => {
    const judges = withRows(withStories, 'Judges', [{ 评委编号: 'J01', 姓名: '张三', 启用: '是', 单位编号: 'U02' }]);
    const after = applySteps(judges, decideJudgeTabs(situationOf(judges), {}).steps);
    expect(
      column(after, 'Score_J01', '回避')
        .map((mark, index) => (mark === '是' ? index : -1))
        .filter((index) => index >= 0),
    ).toEqual([1]);
  });

  it('fills in a recusal on an existing sheet without touching what was typed', () => {
    const known = withRows(withTabs, 'Judges', [{ 评委编号: 'J01', 姓名: '评委1', 启用: '是', 单位编号: 'U02' }]);
    const { changed, steps } = decideJudgeTabs(situationOf(known), {});
    expect(changed['Score_J01']).toEqual({ added: 0, updated: 1 });
    expect(cell(applySteps(known, steps), 'Score_J01', 1, '回避')).toBe('是');
  });

  it('adds judges by name', () => {
    expect(
      decideJudgeTabs(situationOf(withStories), { judges: ['李四', '王五', '李四'] }).results.judges.map(
        ({ judgeId, name }) => [judgeId, name],
      ),
    ).toEqual([
      ['J01', '李四'],
      ['J02', '王五'],
    ]);
  });

  it.each<[string, string, () => WorkbookSnapshot, number | undefined]>([
    ['no-judges', 'nobody judges', () => withStories, undefined],
    ['bad-count', 'the number cannot be meant', () => withStories, 0],
    ['no-entries', 'there is no story', () => empty, 7],
    [
      'weights-not-100',
      'the weights do not add up',
      () =>
        withRows(withStories, 'Criteria', [
          { 标准编号: 'C1', 标准: '真实性', 权重: 90, 最低分: 0, 满分: 25, 最小间隔: 0.5 },
        ]),
      7,
    ],
  ])('stops with %s when %s', (code, _why, snapshot, judges) => {
    const decision = decideJudgeTabs(situationOf(snapshot()), { judges });
    expect([decision.stopped, decision.steps, codes(decision.problems)]).toEqual([
      true,
      [],
      expect.arrayContaining([code]),
    ]);
  });

  it('stops when two stories share a number, for judges know nothing else', () => {
    const table = withStories.tables['Entries']!;
    const values = table.values.map((row, index) =>
      index === 1 ? row.map((value, at) => (table.headers[at] === '盲评号' ? '01' : value)) : row,
    );
    const twice = {
      ...withStories,
      tables: { ...withStories.tables, Entries: { ...table, values, formulas: values } },
    };
    expect(codes(decideJudgeTabs(situationOf(twice), { judges: 7 }).problems)).toEqual([
      'duplicate-number',
      'duplicate-number',
    ]);
  });
});

describe('import-scores', () => {
  it('takes whole rows as numbers and leaves out seven rows', () => {
    const { changed, problems, notices, results, preview } = decideImportScores(situationOf(withTabs), {
      file: scores,
    });
    expect(changed).toEqual(
      Object.fromEntries(
        [46, 47, 48, 46, 46, 48, 48].map((updated, index) => [`Score_J0${index + 1}`, { added: 0, updated }]),
      ),
    );
    expect([problems?.length, codes(notices), results.taken, results.leftOut]).toEqual([
      7,
      ['unit-text', 'unit-text'],
      329,
      7,
    ]);
    expect(preview?.changed).toHaveLength(329 * 5);
    expect(cell(withScores, 'Score_J03', 41, '感染力（25分）')).toBe(19);
    expect(cell(withScores, 'Score_J01', 11, '感染力（25分）')).toBe('');
    expect(cell(withScores, 'Score_J01', 11, '真实性（25分）')).toBe('');
  });

  it('changes nothing the second time', () => {
    const again = decideImportScores(situationOf(withScores), { file: scores });
    expect([again.steps, again.changed, again.results.alreadyThere]).toEqual([[], {}, 329]);
  });

  it('never overwrites a different score unless told to, and then shows the old one', () => {
    const other: ImportedFile = oneSheet(
      '评委1',
      [
        ['编号', '真实性', '感染力', '教育意义', '时代特色', '表达质量'],
        ['001', 20, 21, 22.5, 13.5, 7.5],
      ],
      'x',
    );
    expect(decideImportScores(situationOf(withScores), { file: other })).toMatchObject({
      steps: [],
      stopped: true,
      problems: [{ code: 'score-differs' }],
    });
    const told = decideImportScores(situationOf(withScores), { file: other, overwrite: true });
    expect(told.preview?.changed).toEqual([
      { table: 'Score_J01', row: '1', column: '真实性（25分）', before: '21.5', after: '20' },
    ]);
    expect(cell(applySteps(withScores, told.steps), 'Score_J01', 0, '真实性（25分）')).toBe(20);
  });

  it('asks for the judges’ sheets first', () => {
    expect(decideImportScores(situationOf(withStories), { file: scores })).toMatchObject({
      stopped: true,
      problems: [{ code: 'no-score-sheets' }],
    });
  });
});
