// What is settled about the contest and put on record: rules, awards, withdrawals. Pure decisions on snapshots.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideAwards } from '../../../src/app/publish/awards';
import { decideCertificates } from '../../../src/app/publish/certificates';
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { decideAward } from '../../../src/app/contest/decide';
import { decideFixRules } from '../../../src/app/contest/fixRules';
import { decideImportScores } from '../../../src/app/contest/importScores';
import { decideImportStories } from '../../../src/app/contest/importStories';
import { decideJudgeTabs } from '../../../src/app/contest/makeJudgeTabs';
import { decideNotice } from '../../../src/app/publish/notice';
import { decideRanking } from '../../../src/app/contest/rank';
import type { Decision } from '../../../src/app/run/runJob';
import { decideWithdrawal } from '../../../src/app/contest/withdraw';
import { plannedCells } from '../../../src/workbook/sheets/madeSheet';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { typed } from '../../support/calculated';
import { withoutKept } from '../../support/decidedContest';
import { sampleSheets } from '../../support/sampleSheets';
import { newSnapshot, situationOf, withSetting } from '../../support/situationOf';

const codes = (problems: readonly { code: string }[] = []) => problems.map(({ code }) => code);
const done = (snapshot: WorkbookSnapshot, decision: Decision<unknown>): WorkbookSnapshot => {
  expect(codes(decision.problems)).toEqual([]);
  return applySteps(snapshot, decision.steps);
};
const rows = (snapshot: WorkbookSnapshot, ...headers: string[]) => {
  const table = snapshot.tables['Decisions'];
  return (table?.values ?? []).map((row) => headers.map((header) => row[table?.headers.indexOf(header) ?? -1]));
};
const wordsOf = (decision: Decision<unknown>): string => {
  const step = decision.steps.find(({ kind }) => kind === 'addSheet' || kind === 'replaceSheet');
  return step && 'sheet' in step && typeof step.sheet === 'object'
    ? plannedCells(step.sheet).flat().filter(Boolean).join('\n')
    : '';
};

let tabs: WorkbookSnapshot;
let scored: WorkbookSnapshot;
let decided: WorkbookSnapshot;
const BY = { by: '评委会6月15日会议' };

beforeAll(async () => {
  const empty = newSnapshot();
  const stories = done(empty, {
    ...decideImportStories(situationOf(empty), {
      file: { name: '', sheets: await sampleSheets('stories-messy.xlsx') },
    }),
    problems: [],
  });
  tabs = done(stories, decideJudgeTabs(situationOf(stories, '2021-06-11T09:00'), { judges: 7 }));
  scored = applySteps(
    tabs,
    decideImportScores(situationOf(tabs), { file: { name: '', sheets: await sampleSheets('scores-messy.xlsx') } })
      .steps,
  );
  decided = done(scored, decideAward(situationOf(scored), BY));
});

describe('fix-rules', () => {
  it('puts the rules on record when the first score sheets are made, before anyone can score', () => {
    expect(rows(tabs, '决定编号', '事项', '理由')).toEqual([['D01', '规则确定', '生成评分表时自动登记，早于评分']]);
    expect(String(rows(tabs, '规则内容')[0]?.[0])).toContain('去极值起点=6；');
    expect(decideFixRules(situationOf(tabs), {}).steps).toEqual([]);
  });

  it('shows a later change in ranking and check, and wants its reason', () => {
    const changed = withSetting(scored, 'decimals', 1);
    for (const decision of [decideRanking(situationOf(changed)), decideCheck(situationOf(changed))]) {
      expect(decision.notices?.find(({ code }) => code === 'rules-changed')?.message.zh).toContain('小数位数 2→1');
    }
    expect(codes(decideFixRules(situationOf(changed), {}).problems)).toEqual(['missing-reason']);
    const fixed = decideFixRules(situationOf(changed), { by: '评委会', reason: '会议决定' });
    expect([fixed.results.changes, codes(fixed.notices)]).toEqual([['小数位数 2→1'], ['rules-after-scores']]);
    const after = done(changed, fixed);
    expect(codes(decideRanking(situationOf(after)).notices)).not.toContain('rules-changed');
    expect(rows(after, '决定编号', '理由')[1]).toEqual(['D02', '会议决定：小数位数 2→1']);
    const list = wordsOf(decideAwards(situationOf(after), {}));
    expect(list).toContain('规则于2021年6月11日 09:00确定。');
    expect(list).toContain('改动（评委会）：会议决定：小数位数 2→1。');
  });

  it('keeps a workbook from before the record working: it is made on first use', () => {
    const { Decisions: _gone, ...others } = scored.tables;
    const old = { ...scored, tables: others, sheets: scored.sheets.filter(({ name }) => name !== '评选决定') };
    expect(codes(decideRanking(situationOf(old)).problems)).toEqual([]);
    const decision = decideAward(situationOf(old), BY);
    expect([decision.results.actId, codes(decision.notices)]).toEqual(['D01', ['rules-never-fixed']]);
    expect(rows(done(old, decision), '结果').length).toBe(13);
  });
});

describe('decide', () => {
  it('records winners and reserves with who, when and the fingerprint', () => {
    expect(rows(decided, '决定编号', '结果', '名次').slice(1)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 8, 10].map((rank) => ['D02', '获奖', rank]),
      ...[11, 12, 13].map((rank) => ['D02', '候补', rank]),
    ]);
    expect(new Set(rows(decided, '决定人', '指纹').slice(1).map(String)).size).toBe(1);
  });

  it('asks who decided, and refuses to decide twice without a reason', () => {
    expect(codes(decideAward(situationOf(scored), {}).problems)).toEqual(['missing-by']);
    expect(codes(decideAward(situationOf(decided), BY).problems)).toEqual(['already-decided']);
    expect(codes(decideAward(situationOf(decided), { ...BY, again: true }).problems)).toEqual(['missing-reason']);
    const again = done(
      decided,
      decideAward(situationOf(withSetting(decided, 'awardQuota', 5)), { ...BY, again: true, reason: '预算' }),
    );
    expect(rows(again, '决定编号').length).toBe(14 + 9);
    expect(decideAwards(situationOf(again), {}).results.winners).toHaveLength(5);
  });

  it('stops at a tie across the line until choice and reason are given, and keeps the seed (R-4, R-2)', () => {
    const eight = withSetting(scored, 'awardQuota', 8);
    expect(codes(decideAward(situationOf(eight), BY).problems)).toEqual(['tie-at-quota']);
    const lots = decideAward(situationOf(eight), { ...BY, tie: 'lots', reason: '会议决定', seed: '纪要7号' });
    const after = done(eight, lots);
    expect(lots.results.winners).toHaveLength(8);
    expect(rows(after, '并列处理', '抽签种子')[1]).toEqual(['抽签', '纪要7号']);
    const list = decideAwards(situationOf(after), {});
    expect(list.results.winners.map(({ entryId }) => entryId)).toEqual(
      lots.results.winners.map(({ entryId }) => entryId),
    );
    expect(codes(decideRanking(situationOf(after)).notices)).not.toContain('changed-after-decision');
  });

  it('decides nothing while an eligible story waits for scores (S-5)', () => {
    expect(codes(decideAward(situationOf(withSetting(scored, 'minimumScores', 6)), BY).problems)).toEqual([
      'not-ranked',
    ]);
  });

  it('never changes by itself: later scores are named with what would differ, and list and standings stay', () => {
    const row = decided.tables['Score_J01']?.values.findIndex((cells) => cells.includes('E025')) ?? -1;
    const changed = ['真实性（25分）', '感染力（25分）', '教育意义（25分）'].reduce(
      (snapshot, header) =>
        ['Score_J01', 'Score_J02', 'Score_J03'].reduce((each, table) => typed(each, table, row, header, 1), snapshot),
      decided,
    );
    const ranking = decideRanking(situationOf(changed));
    const notice = ranking.notices?.find(({ code }) => code === 'changed-after-decision');
    expect(notice?.message.zh).toMatch(/如按现在的分数重评，18号进入、25号退出/);
    expect(ranking.results.standings.find(({ entryId }) => entryId === 'E025')?.decision).toBe('award');
    expect(codes(decideCheck(situationOf(changed)).notices)).toContain('changed-after-decision');
    const list = decideAwards(situationOf(changed), {});
    expect(list.results.winners.find(({ entryId }) => entryId === 'E025')).toMatchObject({ rank: 10, shown: '91.70' });
  });
});

describe('withdraw', () => {
  it('moves the next in reserve up and appends two rows, erasing none', () => {
    const decision = decideWithdrawal(situationOf(decided), { entry: '044', by: '办公室', reason: '本人申请' });
    expect(decision.results).toEqual({
      withdrawn: 'E044',
      movedUp: 'E018',
      moves: [{ entryId: 'E018', from: '', to: '' }],
      winners: 10,
    });
    const after = done(decided, decision);
    expect(rows(after, '结果', '盲评号').slice(14)).toEqual([
      ['退出', '44'],
      ['递补获奖', '18'],
    ]);
    const list = decideAwards(situationOf(after), {});
    expect(list.results.winners.map(({ blindNo }) => blindNo)).toEqual([
      '21',
      '38',
      '28',
      '8',
      '27',
      '40',
      '43',
      '47',
      '25',
      '18',
    ]);
    expect(wordsOf(list)).toContain(
      '《故事44：他们》退出，《故事18：回家》递补（办公室，2021年6月15日 09:00）：本人申请。',
    );
    expect(codes(decideWithdrawal(situationOf(after), { entry: '44', by: 'x', reason: 'x' }).problems)).toEqual([
      'not-in-decision',
    ]);
  });

  it('leaves the place open when nobody is in reserve, and moves nobody up for a reserve who leaves', () => {
    const none = done(scored, decideAward(situationOf(withSetting(scored, 'reserve', 0)), BY));
    expect(codes(decideWithdrawal(situationOf(none), { entry: '44', by: 'x', reason: 'y' }).notices)).toEqual([
      'no-reserve',
    ]);
    expect(decideWithdrawal(situationOf(decided), { entry: '18', by: 'x', reason: 'y' }).results).toEqual({
      withdrawn: 'E018',
      movedUp: null,
      moves: [],
      winners: 10,
    });
  });

  it('leaves the choice between tied reserves to people, or to a seed (R-2)', () => {
    const tied = done(scored, decideAward(situationOf(withSetting(scored, 'awardQuota', 7)), BY));
    const ask = { entry: '21', by: 'x', reason: 'y' };
    expect(codes(decideWithdrawal(situationOf(tied), ask).problems)).toEqual(['tie-in-reserve']);
    expect(decideWithdrawal(situationOf(tied), { ...ask, next: '47' }).results.movedUp).toBe('E047');
    expect(['E043', 'E047']).toContain(
      decideWithdrawal(situationOf(tied), { ...ask, seed: '纪要8号' }).results.movedUp,
    );
    expect(codes(decideWithdrawal(situationOf(tied), { ...ask, next: '25' }).problems)).toEqual(['not-in-decision']);
  });

  it('moves winners up tier by tier, each with its row, its name on record and its prize (R-9)', () => {
    const tiers = scored.tables['AwardTiers'];
    if (!tiers) throw new Error('no tiers');
    const values = [
      [1, '一等奖', 2, 2000],
      [2, '二等奖', 3, 1000],
      [3, '优秀奖', 5, 0],
    ].map(([order, name, seats, prize]) =>
      tiers.headers.map((header) => ({ 序号: order, 奖项: name, 名额: seats, 奖金: prize })[header] ?? ''),
    );
    const tiered = { ...scored, tables: { ...scored.tables, AwardTiers: { ...tiers, values, formulas: values } } };
    const given = done(tiered, decideAward(situationOf(tiered), BY));
    const decision = decideWithdrawal(situationOf(given), { entry: '21', by: '办公室', reason: '本人申请' });
    expect(decision.results.moves.map(({ from, to }) => `${from}→${to}`)).toEqual([
      '二等奖→一等奖',
      '优秀奖→二等奖',
      '→优秀奖',
    ]);
    const after = done(given, decision);
    expect(rows(after, '结果', '盲评号', '奖项').slice(-4)).toEqual([
      ['退出', '21', '一等奖'],
      ['获奖', '44', '一等奖'],
      ['获奖', '27', '二等奖'],
      ['递补获奖', '18', '优秀奖'],
    ]);
    expect(decision.preview?.added.map(({ summary }) => summary.replace(/^.*　/, ''))).toEqual([
      '退出',
      '由“二等奖”升为“一等奖”',
      '由“优秀奖”升为“二等奖”',
      '递补为“优秀奖”',
    ]);
    const { kept } = situationOf(after).campaign;
    expect(kept.slice(-4).map(({ outcome, tier, prize }) => [outcome, tier, prize])).toEqual([
      ['withdrawn', '一等奖', 0],
      ['award', '一等奖', 2000],
      ['award', '二等奖', 1000],
      ['movedUp', '优秀奖', 0],
    ]);
    const list = decideAwards(situationOf(after), {});
    expect(list.results.winners.map(({ tier }) => tier).join('')).toMatch(/^(一等奖){2}(二等奖){3}(优秀奖){5}$/);
    expect(list.results.total).toBe(7000);
    expect(wordsOf(list)).toMatch(/退出，《.*》升为一等奖，《.*》升为二等奖，《.*》递补（办公室，/);
  });

  it('needs a decision, who, and why', () => {
    expect(codes(decideWithdrawal(situationOf(scored), { entry: '44' }).problems)).toEqual([
      'not-decided',
      'missing-by',
      'missing-reason',
    ]);
  });
});

describe('notice', () => {
  it('runs five working days by the holiday table, the posting day not counted (A-2), recovery under an alias (A-3)', () => {
    const decision = decideNotice(situationOf(decided), { posting: '2021-06-18', contact: '县禁毒办 0734-6812345' });
    expect([decision.results, codes(decision.notices)]).toEqual([
      { posted: '2021-06-18', first: '2021-06-21', last: '2021-06-25', winners: 10 },
      [],
    ]);
    const words = wordsOf(decision);
    expect(words).toContain('公示期为2021年6月21日至6月25日，共5个工作日（张贴当天不计）');
    expect(words).toContain('（化名）');
    expect(words).not.toContain('讲述人28');
    expect(words).toContain('根据蒸禁毒委发〔2021〕5号，经7位评委评审、评委会6月15日会议评定');
  });

  it('says by which choice and seed a tie across the line was settled, for all to check (R-4)', () => {
    const eight = withSetting(scored, 'awardQuota', 8);
    const drawn = done(
      eight,
      decideAward(situationOf(eight), { ...BY, tie: 'lots', reason: '会议决定', seed: '纪要7号' }),
    );
    const said = (snapshot: WorkbookSnapshot): string =>
      wordsOf(decideNotice(situationOf(snapshot), { posting: '2021-06-18', contact: '0734-6812345' }));
    expect(said(drawn)).toMatch(/获奖线上并列的《.+》、《.+》抽签决定，抽签种子“纪要7号”。理由：会议决定/);
    expect(said(decided)).not.toContain('获奖线上并列');
  });

  it('says when it would not have run before the ceremony', () => {
    const late = decideNotice(situationOf(decided), { posting: '2021-06-21', contact: 'x' }).notices?.[0];
    expect([late?.code, late?.message.zh]).toEqual([
      'notice-too-late',
      expect.stringContaining('最迟应在2021年6月18日张贴'),
    ]);
  });

  it('is not called public when it shows a phone, or a name to be hidden (A-3)', () => {
    const title = (words: string): WorkbookSnapshot => typed(withoutKept(decided), 'Decisions', 4, '题目', words);
    expect(codes(decideNotice(situationOf(title('我的电话13812345678')), {}).problems)).toEqual(['public-phone']);
    const named = decideNotice(situationOf(title('讲述人28的路')), {});
    expect([codes(named.problems), named.steps]).toEqual([['public-name'], []]);
  });

  it('shows the alias that the cell of the person says beside the real name, on every paper, and never the name (A-3)', () => {
    const told = withoutKept(decided);
    const at = told.tables['Entries']?.values.findIndex((row) => row.includes('E028')) ?? -1;
    const saying = (cell: string): WorkbookSnapshot => typed(told, 'Entries', at, '参评人', cell);
    const named = situationOf(saying('讲述人28（化名小丽）'));
    for (const papers of [
      decideNotice(named, { posting: '2021-06-18', contact: 'x' }),
      decideAwards(named, {}),
      decideCertificates(named, { reason: '先做样张' }),
    ]) {
      expect(wordsOf(papers)).toContain('小丽（化名）');
      expect(wordsOf(papers)).not.toContain('讲述人28');
    }
    expect(codes(decideNotice(situationOf(saying('讲述人28（化名讲述人28）')), {}).problems)).toEqual(['public-name']);
  });

  it('shows the alias of whoever has one in any category, and the others of the same cell by name (A-3)', () => {
    const told = withoutKept(decided);
    const at = told.tables['Entries']?.values.findIndex((row) => row.includes('E021')) ?? -1;
    const situation = situationOf(typed(told, 'Entries', at, '参评人', '王小明（化名：明明）、李四'));
    for (const papers of [
      decideNotice(situation, { posting: '2021-06-18', contact: 'x' }),
      decideAwards(situation, {}),
      decideCertificates(situation, { reason: '先做样张' }),
    ]) {
      expect(codes(papers.problems)).toEqual([]);
      expect(wordsOf(papers)).toContain('明明（化名）、李四');
      expect(wordsOf(papers)).not.toContain('王小明');
    }
    const entry = decideNotice(situationOf(typed(situation.snapshot, 'Decisions', 4, '题目', '王小明的路')), {});
    expect(codes(entry.problems)).toContain('public-name');
  });

  it('needs a decision and a day that can be read', () => {
    expect(codes(decideNotice(situationOf(scored), { posting: '6.18' }).problems)).toEqual(['not-decided', 'bad-date']);
  });
});

describe('certificates', () => {
  it('and the paragraphs of the award list have titles as they stand in a sentence', () => {
    const title = typed(withoutKept(decided), 'Decisions', 4, '题目', '《归途》\n（续篇）');
    const words = wordsOf(decideCertificates(situationOf(title), { reason: '先做样张' }));
    expect(words).toContain('《〈归途〉（续篇）》');
  });

  it('makes one page a winner from the record, without the names of people in recovery (A-3)', () => {
    const decision = decideCertificates(situationOf(decided), { reason: '先做样张' });
    expect([decision.results.certificates.length, decision.results.date]).toEqual([10, '2021年6月26日']);
    const words = wordsOf(decision);
    expect(words).toContain('你单位报送的《故事21：一束光》（讲述人：讲述人21），在');
    expect(words).not.toContain('讲述人28');
    expect(codes(decideCertificates(situationOf(scored), {}).problems)).toEqual(['not-decided']);
  });

  it('waits for the notice, saying by when it has to be posted, and goes on with a reason that is kept in the log (A-8)', () => {
    const early = decideCertificates(situationOf(decided), {});
    expect([codes(early.problems), early.steps, early.message.zh]).toEqual([
      ['not-posted'],
      [],
      expect.stringContaining('最迟6月18日张贴公示'),
    ]);
    const forced = decideCertificates(situationOf(decided), { reason: '先做样张' });
    expect([forced.stopped, codes(forced.notices), forced.log?.zh]).toEqual([
      undefined,
      ['not-posted'],
      expect.stringContaining('理由：先做样张'),
    ]);
  });

  it('leaves less of a page than the next head needs, so each begins a page', () => {
    const step = decideCertificates(situationOf(decided), { reason: '先做样张' }).steps.find(
      ({ kind }) => kind === 'addSheet',
    );
    const heights = step?.kind === 'addSheet' ? (step.sheet.rowHeights ?? []).map(([, , height]) => height) : [];
    const each = heights.reduce((sum, height) => sum + height, 0) / 10;
    const page = (190 / 25.4) * 72;
    expect(each).toBeLessThan(page);
    expect(page - each).toBeLessThan(heights[0] ?? 0);
  });
});
