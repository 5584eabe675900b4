// From the scores to the ranking and the award list, as pure decisions on snapshots.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { jobNamed } from '../../../src/app/catalogue/catalogue';
import { decideAwards } from '../../../src/app/publish/awards';
import { decideJudgeTabs } from '../../../src/app/contest/makeJudgeTabs';
import { decideRanking } from '../../../src/app/contest/rank';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { situationOf, withSetting } from '../../support/situationOf';
import { codes, cell, column, messyContest } from '../../support/messyContest';

let withStories: WorkbookSnapshot;
let withTabs: WorkbookSnapshot;
let withScores: WorkbookSnapshot;
let ranked: WorkbookSnapshot;

beforeAll(async () => {
  ({ withStories, withTabs, withScores, ranked } = await messyContest());
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
