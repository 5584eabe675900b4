// The product on a host that is as unkind as sources say Excel is (src/workbench/host/manners.ts, docs/excel-truth.md).
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { JobReport } from '../../src/app/run/job';
import type { UpgradeResults } from '../../src/app/care/upgradeReport';
import type { Sheet, Style } from '../../src/workbench/model/book';
import { styleAt } from '../../src/workbench/model/cells';
import { newCampaignHost, type CampaignHost } from '../support/campaignHost';
import { runJob } from '../support/runJob';

/** Whole workbooks are calculated here; other tests may run at the same time. */
jest.setTimeout(240_000);

async function run<Results = unknown>(
  host: CampaignHost,
  name: string,
  settings: Record<string, string> = {},
): Promise<JobReport<Results>> {
  const report = await runJob<Results>(host.deps, name, settings);
  expect({ name, stopped: report.stopped }).toEqual({ name, stopped: false });
  return report;
}

const sheetOfTable = (host: CampaignHost, name: string): Sheet => {
  const sheet = host.host.book.sheets.find(({ tables }) => tables.some((table) => table.name === name));
  if (!sheet) throw new Error(`no table ${name}`);
  return sheet;
};

describe('a workbook on the unkind host', () => {
  let host: CampaignHost;
  beforeAll(async () => {
    host = await newCampaignHost({ now: '2021-06-08T09:00' });
  });

  it('has no drop-down of the cells that a column had when the name was made (26)', () => {
    const lists = ['Set_unitNames', 'Set_requirementIds', 'Set_phaseNames', 'Set_activityNames'];
    const { names } = host.host.book;
    expect(lists.map((list) => names.find(({ name }) => name === list)?.formula)).toEqual([
      '=INDEX(Units[单位名称],0)',
      '=INDEX(Requirements[事项编号],0)',
      '=INDEX(Phases[阶段],0)',
      '=INDEX(Activities[活动],0)',
    ]);
    expect(names.filter(({ formula }) => /^=[^()]+![$]/.test(formula))).toEqual([]);
  });

  it('has as many conditional formats after five arrivals as before, and new rows that look like the first (1, 6, 16)', async () => {
    const sheet = sheetOfTable(host, 'Receipts');
    const before = sheet.conditionals.length;
    for (const unit of ['西渡镇', '县公安局', '渣江镇', '县检察院', '县法院'])
      await run(host, 'receive', { unit, title: '活动方案', parts: '全部', at: '6月8日8:00' });
    expect(sheet.conditionals.length).toBe(before);
    const [table] = sheet.tables;
    if (!table) throw new Error('no table');
    expect(table.range.rows).toBe(6);
    const looks = (row: number): Style[] =>
      table.columns.map((_column, index) => styleAt(sheet, table.range.row + row, table.range.column + index));
    expect(looks(5)).toEqual(looks(1));
    expect(looks(5)[2]).toMatchObject({ fontName: looks(1)[2]?.fontName, border: looks(1)[2]?.border });
  });

  it('ignores blanks nowhere that a list is taken from cells (2)', () => {
    const lists = host.host.book.sheets.flatMap(({ validations }) =>
      validations.filter(({ type, inline }) => type === 'list' && !inline),
    );
    expect(lists.length).toBeGreaterThan(3);
    expect(lists.filter(({ ignoreBlank }) => ignoreBlank)).toEqual([]);
  });

  it('is put right by upgrade when rows were copied and lists let anything pass, once and for all (1, 2, 4)', async () => {
    const sheet = sheetOfTable(host, 'Receipts');
    const rules = sheet.conditionals.length;
    await host.Excel.run(async (context) => {
      const body = context.workbook.tables.getItem('Receipts').getDataBodyRange();
      for (let row = 1; row < 5; row += 1) body.getRow(row).copyFrom(body.getRow(0), 'Formats');
      await context.sync();
    });
    expect(sheet.conditionals.length).toBeGreaterThan(rules * 4);
    for (const each of host.host.book.sheets)
      for (const validation of each.validations) if (validation.type === 'list') validation.ignoreBlank = true;
    const report = await run<UpgradeResults>(host, 'upgrade');
    expect(report.results.looks).toBeGreaterThan(rules);
    expect(sheet.conditionals.length).toBe(rules);
    const open = host.host.book.sheets.flatMap(({ validations }) =>
      validations.filter(({ type, inline, ignoreBlank }) => type === 'list' && !inline && ignoreBlank),
    );
    expect(open).toEqual([]);
    expect(await run(host, 'upgrade')).toMatchObject({ changed: {} });
  });
});
