// Job 'next-year': what stays, what goes, what has to be set anew; run again after a cut it does the rest.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideNextYear } from '../../../src/app/care/nextYear';
import type { Decision } from '../../../src/app/run/runJob';
import type { NextYearResults } from '../../../src/app/care/nextYear';
import { decideNotice } from '../../../src/app/publish/notice';
import { decideReceive } from '../../../src/app/collect/receive';
import { withDefaults } from '../../../src/app/run/options';
import { NEXT_YEAR, type NextYearInput } from '../../../src/app/care/nextYearJob';
import { tableCalled, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { after, cellsOf, codes, decidedContest, scoredContest } from '../../support/decidedContest';
import { typed as typedInto } from '../../support/calculated';
import { memoryWorkbook } from '../../support/memoryWorkbook';
import { newSnapshot, situationOf, withSetting } from '../../support/situationOf';
import { serialFromWallTime, wallTimeFromIso } from '../../../src/core/ground/wallTime';

const LATER = '2022-04-01T09:00';
const decide = (
  snapshot: WorkbookSnapshot,
  said: Partial<NextYearInput> = { year: 2022, copy: true },
): Decision<NextYearResults> => decideNextYear(situationOf(snapshot, LATER), withDefaults(NEXT_YEAR.options, said));
const serial = (iso: string): number => serialFromWallTime(wallTimeFromIso(iso) ?? NaN);

describe('a workbook at the end of its campaign', () => {
  let full: WorkbookSnapshot;

  beforeAll(async () => {
    const decided = decidedContest(await scoredContest());
    const received = after(
      decided,
      decideReceive(situationOf(decided, '2021-06-06T09:00'), {
        unit: '西渡镇',
        requirement: 'T1',
        review: 'accepted',
      }),
    );
    const noticed = after(received, decideNotice(situationOf(received), {}));
    full = { ...noticed, sheets: [...noticed.sheets, { name: '值班表', visible: true, values: [['周一']] }] };
  });

  it('keeps roster, items, criteria, tiers and rules, and leaves receipts, entries, judges, scores, decisions and papers behind', () => {
    const decision = decide(full);
    const next = applySteps(full, decision.steps);
    for (const name of ['Units', 'Criteria', 'AwardTiers'])
      expect(tableCalled(next.tables, name)?.values).toEqual(tableCalled(full.tables, name)?.values);
    expect(cellsOf(next, 'Requirements', '事项编号', '事项', '报送单位', '须含材料')).toEqual(
      cellsOf(full, 'Requirements', '事项编号', '事项', '报送单位', '须含材料'),
    );
    expect(cellsOf(next, 'Tracker', '单位编号', '事项编号')).toEqual(cellsOf(full, 'Tracker', '单位编号', '事项编号'));
    const { campaign } = situationOf(next, LATER);
    expect([campaign.receipts, campaign.entries, campaign.judges, campaign.exceptions, campaign.rulings]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(Object.keys(next.tables).filter((name) => /^(Score_|Decisions|Objections)/.test(name))).toEqual([]);
    const sheets = next.sheets.map(({ name }) => name);
    expect(sheets).toContain('值班表');
    expect(sheets).not.toContain('公示');
    expect(next.tables['Standings']?.headers.filter((header) => /J\d+/.test(header))).toEqual([]);
    expect(campaign.settings).toMatchObject({
      year: 2022,
      campaign: '2022年“6·26”国际禁毒日宣传活动',
      theme: '',
      basis: '',
    });
  });

  it('counts all that goes, by table and sheet, before anything is written (A-12)', () => {
    const { results, message, preview } = decide(full);
    const counts = Object.fromEntries(results.removed.map(({ sheet, rows }) => [sheet, rows]));
    const { campaign } = situationOf(full, LATER);
    expect(counts).toMatchObject({
      收件登记: campaign.receipts.length,
      参评作品: campaign.entries.length,
      评委: 7,
      例外与延期: 3,
      公示: null,
    });
    expect(results.removed.filter(({ gone, table }) => gone && table.startsWith('Score_'))).toHaveLength(7);
    expect(message.zh).toContain(`收件登记 ${campaign.receipts.length} 行`);
    expect(preview?.changed.filter(({ row, after: then }) => row === '' && then === '')).toHaveLength(
      results.removed.length,
    );
  });

  it('asks for every date with what it was, and names sheets of one’s own', () => {
    const { notices = [], results } = decide(full);
    expect(notices.filter(({ code }) => code === 'date-to-set')).toHaveLength(results.dates.length);
    expect(notices.map(({ message }) => message.zh)).toContain(
      'T1 宣传活动方案：截止时间原为 2021-06-07 18:00，请填今年的。',
    );
    expect(notices.find(({ code }) => code === 'own-sheets-kept')?.found).toBe('值班表');
    expect(new Set(codes(notices))).toEqual(new Set(['date-to-set', 'setting-to-set', 'own-sheets-kept']));
  });

  it('leaves one line in the log, which says what was deleted', () => {
    const next = applySteps(full, decide(full).steps);
    expect(cellsOf(next, 'Log', '操作', '摘要')).toEqual([['next-year', decide(full).message.zh]]);
  });

  it('run again on its own result it stops, whatever was done since', () => {
    const next = applySteps(full, decide(full).steps);
    const again = decide(next);
    expect([again.stopped, codes(again.problems), again.steps]).toEqual([true, ['already-begun'], []]);
  });

  it('cut after any step and run again it comes to the same workbook', () => {
    const { steps } = decide(full);
    const whole = applySteps(full, steps);
    for (let cut = 1; cut < steps.length; cut += 3) {
      const half = applySteps(full, steps.slice(0, cut));
      const again = decide(half);
      expect([cut, again.stopped ?? false]).toEqual([cut, false]);
      const done = applySteps(half, again.steps);
      for (const name of ['Receipts', 'Entries', 'Judges', 'Requirements', 'Activities', 'Settings', 'Tracker'])
        expect([cut, tableCalled(done.tables, name)?.values]).toEqual([cut, tableCalled(whole.tables, name)?.values]);
      expect(new Set(done.sheets.map(({ name }) => name))).toEqual(new Set(whole.sheets.map(({ name }) => name)));
    }
  });
});

describe('what people do with it', () => {
  it('stops in the workbook of last year itself, and says how many receipts would go', () => {
    const { stopped, problems, steps } = decide(newSnapshot(), { year: 2022 });
    expect([stopped, codes(problems), steps]).toEqual([true, ['not-a-copy'], []]);
    expect(problems?.[0]?.message.zh).toContain('收件 0 件');
  });

  it('moves dates by years when asked, 29 February to the 28th, and leaves what is no date to people', () => {
    const snapshot = newSnapshot();
    const table = snapshot.tables['Requirements'];
    if (!table) throw new Error('no items');
    const due = table.headers.indexOf('截止时间');
    const typed = [serial('2021-06-07T18:00:00'), '六月十日下午六点', serial('2024-02-29T12:00:00')];
    const values = table.values.map((row, index) =>
      row.map((cell, place) => (place === due && index < typed.length ? (typed[index] ?? cell) : cell)),
    );
    const edited = {
      ...snapshot,
      tables: { ...snapshot.tables, Requirements: { ...table, values, formulas: values } },
    };
    const decision = decide(edited, { year: 2022, copy: true, dates: 'move' });
    const next = applySteps(edited, decision.steps);
    expect(cellsOf(next, 'Requirements', '截止时间').slice(0, 3).flat()).toEqual([
      serial('2022-06-07T18:00:00'),
      '',
      serial('2025-02-28T12:00:00'),
    ]);
    expect(decision.results.dates.find(({ row }) => row === 'T2')).toMatchObject({
      was: '六月十日下午六点',
      becomes: '',
    });
  });

  it('names what people wrote of last year where it stays: on certificates, in tiers, criteria and settings, not in what is set anew', () => {
    const words = [
      ['CertificateTemplate', '文字', 2, '在2021年活动中，{单位}的《{题目}》'],
      ['AwardTiers', '奖项', 0, '2021年一等奖'],
      ['Criteria', '评分要点', 0, '符合2021年主题'],
    ] as const;
    const typed = words.reduce(
      (snapshot, [name, header, row, word]) => typedInto(snapshot, name, row, header, word),
      withSetting(newSnapshot(), 'objectionContact', '县禁毒办2021年值班室'),
    );
    const { notices = [] } = decide(typed);
    const found = notices.filter(({ code }) => code === 'names-last-year');
    expect(found.map(({ table, row, column }) => `${table} ${row} ${column}`)).toEqual([
      'Criteria C1 note',
      'AwardTiers 2021年一等奖 tier',
      'CertificateTemplate body words',
      'Settings objectionContact value',
    ]);
    expect(found[2]?.message.zh).toContain('正文“文字”里还写着 2021');
    expect(codes(decide(newSnapshot()).notices)).not.toContain('names-last-year');
  });

  it('says that a large tracker still holds last year’s values, remarks beside it or not', async () => {
    const large = { ...newSnapshot(), names: { ...newSnapshot().names, TrackerAsOf: '=44377.5' } };
    const received = after(
      large,
      decideReceive(situationOf(large, '2021-06-06T09:00'), { unit: '西渡镇', requirement: 'T1', review: 'accepted' }),
    );
    for (const snapshot of [received, typedInto(received, 'Tracker', 0, '备注', '已电话催过')]) {
      const workbook = memoryWorkbook(snapshot, wallTimeFromIso(LATER) ?? 0);
      const { notices } = await NEXT_YEAR.perform(workbook.deps, { year: 2022, copy: true }, 'preview');
      expect(codes(notices).filter((code) => code === 'tracker-stale')).toEqual(['tracker-stale']);
    }
  });

  it('stops while the year of the workbook cannot be read: name and dates are reckoned from it', async () => {
    const typed = withSetting(newSnapshot(), 'year', '二〇二一');
    const workbook = memoryWorkbook(typed, wallTimeFromIso(LATER) ?? 0);
    const report = await NEXT_YEAR.perform(workbook.deps, { year: 2022, copy: true, dates: 'move' }, 'write');
    expect([report.stopped, codes(report.problems), workbook.snapshot]).toEqual([true, ['bad-setting'], typed]);
  });

  it('an older workbook is to be upgraded first', () => {
    expect(codes(decide(withSetting(newSnapshot(), 'schemaVersion', 5)).problems)).toEqual(['older-version']);
  });

  it('judges stay when asked', async () => {
    const full = await scoredContest();
    const next = applySteps(full, decide(full, { year: 2022, copy: true, judges: true }).steps);
    expect(situationOf(next, LATER).campaign.judges).toHaveLength(7);
  });
});
