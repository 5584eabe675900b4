// From the stories' file to the award list, as pure decisions on snapshots.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { jobNamed } from '../../../src/app/catalogue/catalogue';
import { decideAwards } from '../../../src/app/publish/awards';
import { decideImportScores } from '../../../src/app/contest/importScores';
import { decideImportStories } from '../../../src/app/contest/importStories';
import { decideJudgeTabs } from '../../../src/app/contest/makeJudgeTabs';
import { decideRanking } from '../../../src/app/contest/rank';
import type { ImportedFile } from '../../../src/app/run/job';
import { tableCalled, type CellValue, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { sampleSheets } from '../../support/sampleSheets';
import { newSnapshot, situationOf, withSetting } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';
import { oneSheet } from '../../support/oneSheet';

const codes = (problems: readonly { code: string }[] = []) => problems.map(({ code }) => code);
const cell = (snapshot: WorkbookSnapshot, table: string, row: number, header: string): CellValue => {
  const found = tableCalled(snapshot.tables, table);
  return found?.values[row]?.[found.headers.indexOf(header)] ?? `no ${table} ${row} ${header}`;
};
const column = (snapshot: WorkbookSnapshot, table: string, header: string): CellValue[] => {
  const found = tableCalled(snapshot.tables, table);
  return (found?.values ?? []).map((row) => row[found?.headers.indexOf(header) ?? -1] ?? '');
};

let stories: ImportedFile;
let scores: ImportedFile;
let empty: WorkbookSnapshot;
let withStories: WorkbookSnapshot;
let withTabs: WorkbookSnapshot;
let withScores: WorkbookSnapshot;
let ranked: WorkbookSnapshot;

beforeAll(async () => {
  stories = { name: 'stories.xlsx', sheets: await sampleSheets('stories-messy.xlsx') };
  scores = { name: 'scores.xlsx', sheets: await sampleSheets('scores-messy.xlsx') };
  empty = newSnapshot();
  withStories = applySteps(empty, decideImportStories(situationOf(empty), { file: stories }).steps);
  withTabs = applySteps(withStories, decideJudgeTabs(situationOf(withStories), { judges: 7 }).steps);
  withScores = applySteps(withTabs, decideImportScores(situationOf(withTabs), { file: scores }).steps);
  ranked = applySteps(withScores, decideRanking(situationOf(withScores)).steps);
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

describe('rank', () => {
  it('puts places, decisions and reasons into the standings, in order of place', () => {
    const { results, changed, notices, problems, message } = decideRanking(situationOf(withScores));
    expect([problems, changed]).toEqual([undefined, { Standings: { added: 0, updated: 48 } }]);
    expect(
      results.standings.slice(0, 11).map(({ rank, blindNo, shown, decision }) => [rank, blindNo, shown, decision]),
    ).toEqual([
      [1, '21', '94.20', 'award'],
      [2, '38', '93.40', 'award'],
      [3, '44', '93.10', 'award'],
      [4, '28', '92.70', 'award'],
      [5, '8', '92.40', 'award'],
      [6, '27', '92.30', 'award'],
      [7, '40', '92.20', 'award'],
      [8, '43', '91.90', 'award'],
      [8, '47', '91.90', 'award'],
      [10, '25', '91.70', 'award'],
      [11, '18', '91.13', 'reserve'],
    ]);
    expect([results.tie, results.undecided]).toEqual([null, []]);
    expect(codes(notices).filter((code) => code === 'computed-differently')).toHaveLength(1);
    expect(message.zh).toContain('前 10 个获奖');
    expect(column(ranked, 'Standings', '盲评号').slice(0, 3)).toEqual(['21', '38', '44']);
    expect(column(ranked, 'Standings', '决定').slice(9, 14)).toEqual(['获奖', '候补', '候补', '候补', '未获奖']);
    expect(cell(ranked, 'Standings', 2, '报送单位')).toBe('县邮政分公司');
  });

  it('writes nothing the second time', () => {
    const again = decideRanking(situationOf(ranked));
    expect([again.steps, again.changed]).toEqual([[], {}]);
  });

  it('breaks ties by a criterion named in the settings, by id or by name (R-2)', () => {
    for (const word of ['C1', '真实性']) {
      const { results, steps } = decideRanking(situationOf(withSetting(withScores, 'tieBreak', word)));
      expect(results.standings.slice(7, 9).map(({ rank, blindNo }) => [rank, blindNo])).toEqual([
        [8, '43'],
        [9, '47'],
      ]);
      expect(column(applySteps(withScores, steps), 'Standings', '同分次序').slice(7, 9)).toEqual([0, 1]);
    }
    expect(codes(decideRanking(situationOf(withSetting(withScores, 'tieBreak', 'C9'))).problems)).toEqual([
      'unknown-criterion',
    ]);
  });

  it('stops without judges or scores', () => {
    expect(codes(decideRanking(situationOf(withStories)).problems)).toEqual(['no-judges']);
    expect(codes(decideRanking(situationOf(withTabs)).problems)).toEqual(['no-scores']);
  });

  it('keeps the order that people sorted, and their own columns with their entries', () => {
    const table = ranked.tables['Standings']!;
    const headers = [...table.headers, '经办意见'];
    const at = table.headers.indexOf('盲评号');
    const values = table.values
      .map((row) => [...row, row[at] === '38' ? '已核' : ''])
      .sort((a, b) => Number(a[at]) - Number(b[at]));
    const formulas = table.formulas
      .map((row) => [...row, row[at] === '38' ? '已核' : ''])
      .sort((a, b) => Number(a[at]) - Number(b[at]));
    const sorted = { ...ranked, tables: { ...ranked.tables, Standings: { ...table, headers, values, formulas } } };
    expect(decideRanking(situationOf(sorted)).steps).toEqual([]);
    const more = applySteps(sorted, decideJudgeTabs(situationOf(sorted), { judges: 8 }).steps);
    const row = column(more, 'Standings', '盲评号').indexOf('38');
    expect(cell(more, 'Standings', row, '经办意见')).toBe('已核');
  });

  it('moves people’s columns with the entries when the ranking changes their order', () => {
    const table = ranked.tables['Standings']!;
    const noted = {
      ...table,
      headers: [...table.headers, '经办意见'],
      values: table.values.map((row) => [...row, `意见${row[table.headers.indexOf('盲评号')]}`]),
      formulas: table.formulas.map((row) => [...row, `意见${row[table.headers.indexOf('盲评号')]}`]),
    };
    const other = withSetting({ ...ranked, tables: { ...ranked.tables, Standings: noted } }, 'aggregate', '平均分');
    const after = applySteps(other, decideRanking(situationOf(other)).steps);
    expect(column(after, 'Standings', '盲评号').slice(5, 7)).toEqual(['40', '27']);
    expect(column(after, 'Standings', '经办意见')).toEqual(
      column(after, 'Standings', '盲评号').map((number) => `意见${number}`),
    );
  });

  it('will not make the sheet anew over what people typed beside the table', () => {
    const sheets = ranked.sheets.map((sheet) =>
      sheet.name === '成绩排名' ? { ...sheet, values: [...(sheet.values ?? []), ['', '', '别删我']] } : sheet,
    );
    const decision = decideJudgeTabs(situationOf({ ...ranked, sheets }), { judges: 8 });
    expect([decision.stopped, codes(decision.problems)]).toEqual([true, ['typed-outside-table']]);
  });

  it('will not make the sheet anew while the numbers of its rows have another header: people’s remarks would lose their entries', () => {
    const table = ranked.tables['Standings']!;
    const headers = table.headers.map((header) => (header === '参评编号' ? '编号（新）' : header));
    const renamed = { ...ranked, tables: { ...ranked.tables, Standings: { ...table, headers } } };
    const decision = decideRanking(situationOf(renamed));
    expect([decision.stopped, codes(decision.problems), decision.steps]).toEqual([true, ['missing-column'], []]);
  });

  it('is made anew only by jobs that read all its formulas: a column that people calculate stays calculated', () => {
    for (const job of ['rank', 'decide', 'revote', 'withdraw', 'make-judge-tabs', 'awards'])
      expect([job, jobNamed(job)?.reads.formulas]).toEqual([job, expect.arrayContaining(['Standings'])]);
  });

  it('keeps a row whose entry is gone, and counts it for nothing', () => {
    const table = ranked.tables['Entries']!;
    const less = {
      ...table,
      values: table.values.filter((_row, index) => index !== 20),
      formulas: table.formulas.filter((_row, index) => index !== 20),
    };
    const gone = { ...ranked, tables: { ...ranked.tables, Entries: less } };
    const { steps, results } = decideRanking(situationOf(gone));
    const after = applySteps(gone, steps);
    expect([results.standings[0]?.blindNo, after.tables['Standings']?.values.length]).toEqual(['38', 48]);
    const row = column(after, 'Standings', '参评编号').indexOf('E021');
    expect([cell(after, 'Standings', row, '参评'), cell(after, 'Standings', row, '决定')]).toEqual(['否', '']);
  });
});

describe('awards', () => {
  it('lists the winners with their prizes on one sheet (A-1), storytellers in recovery as aliases (A-3)', () => {
    const { results, changed, steps } = decideAwards(situationOf(ranked), {});
    expect([results.winners.length, results.total, changed['Awards']]).toEqual([10, 10000, { added: 10, updated: 0 }]);
    const sheet = steps.find((step) => step.kind === 'addSheet');
    const text = JSON.stringify(sheet?.kind === 'addSheet' ? sheet.sheet.blocks : []);
    expect(text).toContain('第11名《故事18：回家》91.13分');
    expect(text).toContain('化名');
    expect(results.winners.find(({ blindNo }) => blindNo === '28')?.storyteller).toBe('化名');
    expect(results.winners.find(({ blindNo }) => blindNo === '21')?.storyteller).toBe('讲述人21');
  });

  it('stops at a tie across the quota until the choice and its reason are given (R-4)', () => {
    const nine = withSetting(ranked, 'awardQuota', 8);
    const stopped = decideAwards(situationOf(nine), {});
    expect(stopped).toMatchObject({ stopped: true, steps: [], problems: [{ code: 'tie-at-quota', found: '43、47' }] });
    expect(stopped.problems?.[0]?.message.zh).toContain('全部获奖（共 9 名，9,000 元）、均不获奖（共 7 名，7,000 元）');
    expect(codes(decideAwards(situationOf(nine), { tie: 'more' }).problems)).toEqual(['missing-reason']);
    expect(codes(decideAwards(situationOf(nine), { tie: 'lots', reason: '会议决定' }).problems)).toEqual([
      'missing-seed',
    ]);
    const more = decideAwards(situationOf(nine), { tie: 'more', reason: '评委会6月15日会议决定' });
    expect([more.results.winners.length, more.results.total, more.results.overBudget]).toEqual([9, 9000, 1000]);
    expect(JSON.stringify(more.steps)).toContain('评委会6月15日会议决定');
    expect(column(applySteps(nine, more.steps), 'Standings', '决定').slice(7, 9)).toEqual(['获奖', '获奖']);
    expect(decideAwards(situationOf(nine), { tie: 'fewer', reason: '预算' }).results.total).toBe(7000);
    expect(decideAwards(situationOf(nine), { tie: 'lots', reason: '预算', seed: '纪要7号' }).results.total).toBe(8000);
  });

  it('says when the choice was not needed, and when a story still waits for scores (S-5)', () => {
    expect(codes(decideAwards(situationOf(ranked), { tie: 'more', reason: 'x' }).notices)).toEqual(['no-tie']);
    expect(codes(decideAwards(situationOf(withSetting(ranked, 'minimumScores', 6)), {}).notices)).toEqual([
      'rules-changed',
      'not-ranked',
    ]);
  });

  it('keeps the former list when people typed in it', () => {
    const made = applySteps(ranked, decideAwards(situationOf(ranked), {}).steps);
    expect(codes(decideAwards(situationOf(made), {}).notices)).toEqual([]);
    const sheets = made.sheets.map((sheet) =>
      sheet.name === '获奖名单' ? { ...sheet, values: [...(sheet.values ?? []), ['手写']] } : sheet,
    );
    expect(codes(decideAwards(situationOf({ ...made, sheets }), {}).notices)).toEqual(['sheet-kept']);
  });

  it('stops without scores', () => {
    expect(decideAwards(situationOf(withTabs), {})).toMatchObject({ stopped: true, problems: [{ code: 'no-scores' }] });
  });
});
