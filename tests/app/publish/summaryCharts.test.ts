import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { decideSummary } from '../../../src/app/publish/summary';
import { plannedCells } from '../../../src/workbook/sheets/madeSheet';
import { CASES, makingOf } from '../../printed/cases';
import { scoredContest } from '../../support/decidedContest';
import { situationOf } from '../../support/situationOf';
import { SUMMARY } from '../../../src/app/publish/summaryJob';
import { createExcelPort } from '../../../src/excel/excelPort';
import { refuse } from '../../../src/workbench/host/apiError';
import { chartCollectionRow, chartRow } from '../../../src/workbench/host/classes/chartClasses';
import type { Sheet } from '../../../src/workbench/model/book';
import { chartData } from '../../../src/workbench/model/chartData';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';

jest.setTimeout(240_000);

const TITLES = ['图一　各事项报送情况（项）', '图二　各类别完成率'];

describe('the summary’s charts, through Office.js', () => {
  let host: CampaignHost;
  beforeAll(async () => {
    host = await newCampaignHost({ now: '2021-06-09T09:00' });
  });
  afterEach(() => void jest.restoreAllMocks());

  const summary = (): Sheet => {
    const sheet = host.host.book.sheets.find(({ name }) => name === '汇总');
    if (!sheet) throw new Error('no summary');
    return sheet;
  };
  const drawn = (): string[] => summary().charts.map(({ name }) => name);

  it('are there once after two runs, in four round trips, and refer to the sheet itself', async () => {
    for (const run of ['first', 'second']) {
      const before = host.port.roundTrips;
      expect({ run, ...(await SUMMARY.perform(host.deps, {}, 'write')) }).toMatchObject({
        run,
        stopped: false,
        problems: [],
        notices: [],
        results: { keptAs: null },
      });
      expect(host.port.roundTrips - before).toBe(4);
      expect(drawn()).toEqual(TITLES);
    }
    expect(host.host.book.sheets.filter(({ charts }) => charts.length > 0).map(({ name }) => name)).toEqual(['汇总']);
    expect(
      summary()
        .charts.flatMap(({ series }) => series.map(({ values }) => values))
        .every((reference) => /^汇总!\$[A-Z]\$\d+:\$[A-Z]\$\d+$/.test(reference)),
    ).toBe(true);
  });

  it('show what the cells hold, with labels for print without colour', () => {
    const [items, groups] = summary().charts;
    if (!items || !groups) throw new Error('no charts');
    const { categories, series } = chartData(host.host.book, items);
    expect(items.title?.text).toBe('图一　逾期45项，最多的是“宣传活动方案”（45项）');
    expect(categories[0]).toMatch(/^宣传活动方案/);
    expect(series.map(({ name, values }) => [name, values])).toEqual([
      ['▲ 逾期', [45, 0, 0, 0, 0, 0, 0]],
      ['○ 待报', [0, 45, 45, 26, 8, 3, 26]],
    ]);
    expect(items.series.map(({ labels, line }) => [labels?.numberFormat, line])).toEqual([
      ['"▲"0;;', '#8B1A1A'],
      ['"○"0;;', '#6B7280'],
    ]);
    expect(chartData(host.host.book, groups)).toMatchObject({
      categories: ['乡镇（25家）', '园区（1家）', '成员单位（19家）', '合计'],
      series: [{ values: [0, 0, 0, 0] }],
    });
    expect(items).toMatchObject({
      type: 'BarStacked',
      categoryAxis: { reversed: true },
      valueAxis: { visible: false, minimum: 0, maximum: 45 },
    });
  });

  it('come again when a person has deleted one', async () => {
    summary().charts.pop();
    expect(await SUMMARY.perform(host.deps, {}, 'write')).toMatchObject({
      stopped: false,
      notices: [],
      results: { keptAs: null },
    });
    expect(drawn()).toEqual(TITLES);
  });

  it('leave a chart that a person drew: the former sheet is kept under another name', async () => {
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('汇总');
      sheet.charts.add('Pie', sheet.getRange('C15:C20'), 'Columns').name = '我的图';
      await context.sync();
    });
    const report = await SUMMARY.perform(host.deps, {}, 'write');
    expect(report).toMatchObject({ stopped: false, notices: [{ code: 'sheet-kept' }] });
    expect(drawn()).toEqual(TITLES);
    const kept = host.host.book.sheets.find(({ name }) => name === report.results.keptAs);
    expect(kept?.charts.map(({ name }) => name)).toEqual([...TITLES, '我的图']);
    expect(kept?.charts[0]?.series[0]?.values).toMatch(/^'汇总（旧 06-09 0900）'!/);
  });

  it('are left out, and said to be, by an Excel that knows none; the tables are complete', async () => {
    const { Excel } = host;
    const port = createExcelPort({
      run: Excel.run.bind(Excel),
      isSetSupported: (version) => Number(version.split('.')[1]) < 8,
    });
    const report = await SUMMARY.perform({ ...host.deps, workbook: port }, {}, 'write');
    expect(report).toMatchObject({
      stopped: false,
      problems: [],
      notices: [{ code: 'no-chart', sheet: '汇总' }, { code: 'no-chart' }],
      changed: { Summary: { added: 1 } },
    });
    expect(drawn()).toEqual([]);
    expect([...summary().cells.values()].map(({ value }) => value)).toContain('完成 / 应报');
    expect(summary().page).toMatchObject({ orientation: 'landscape', fitWide: 1 });
  });

  it('are left out, and said to be, when Excel refuses while drawing: everything else is written', async () => {
    for (const [row, member] of [
      [chartCollectionRow, 'add'],
      [chartRow, 'setPosition'],
    ] as const) {
      jest
        .spyOn(row.methods as Record<string, () => unknown>, member)
        .mockImplementation(() => refuse('GeneralException', 'no charts today'));
      const report = await SUMMARY.perform(host.deps, {}, 'write');
      expect({ member, ...report }).toMatchObject({
        member,
        stopped: false,
        problems: [],
        changed: { Summary: { added: 1 } },
      });
      expect(report.notices.map(({ code }) => code).filter((code) => code === 'no-chart').length).toBeGreaterThan(0);
      expect(summary().page).toMatchObject({ orientation: 'landscape', fitWide: 1 });
      expect(host.host.book.sheets.filter(({ name }) => name.startsWith('~'))).toEqual([]);
      jest.restoreAllMocks();
    }
    expect(await SUMMARY.perform(host.deps, {}, 'write')).toMatchObject({ stopped: false, notices: [] });
    expect(drawn()).toEqual(TITLES);
  });

  it('does not take any other refusal for one of charts', async () => {
    const add = jest.spyOn(chartCollectionRow.methods as Record<string, () => unknown>, 'add');
    host.host.disturb('cellEditing');
    await expect(SUMMARY.perform(host.deps, {}, 'write')).rejects.toThrow();
    host.host.disturb(null);
    expect(add).not.toHaveBeenCalled();
  });
});

it('two late and one under review beside 35 on time have no labels, which would lie over each other; what is overdue always has', () => {
  const one = CASES.find(({ name }) => name === '15 overdue');
  if (!one) throw new Error('no such case');
  const sheets = decideSummary(situationOf(makingOf(one).snapshot, one.asOf)).steps.flatMap((step) =>
    step.kind === 'addSheet' && step.sheet.charts ? [step.sheet] : [],
  );
  expect(sheets[0]?.charts?.[0]?.series.map(({ label }) => label.format)).toEqual([
    '"●"0;;',
    '[<=2]"";"△"0',
    '[<=1]"";"◇"0',
    '"▲"0;;',
    '"○"0;;',
  ]);
  // Parts have their numbers one after the other, whichever of them there are.
  const heads = sheets.flatMap((sheet) =>
    plannedCells(sheet).flatMap(([cell]) => (/^[一二三四五六]、/.test(String(cell)) ? [String(cell)] : [])),
  );
  expect(heads).toEqual(['一、各事项', '二、各类别', '三、各项活动', '四、每日收件', '五、各单位']);
});

it('are numbered one after the other where judges have scored and nothing has come', async () => {
  const scored = await scoredContest();
  const { steps } = decideSummary(situationOf(scored, '2021-06-16T09:00'));
  const plan = steps.flatMap((step) => (step.kind === 'addSheet' && step.sheet.charts ? [step.sheet] : []))[0];
  expect(plan?.charts?.map(({ name }) => name)).toEqual([...TITLES, '图三　评委松紧']);
  const words = (plan?.blocks ?? []).flatMap(({ cells }) => cells.flat()).join('\n');
  expect([words.includes('评委评分（图三：'), words.includes('图四')]).toEqual([true, false]);
});
