// Workbooks of an older shape, and damaged ones, put right through the real Office.js runtime; formulas calculated.
import { jobNamed } from '../../src/app/catalogue';
import type { ImportedFile, JobReport, Mode } from '../../src/app/job';
import type { CheckResults } from '../../src/app/checkWorkbook';
import type { UpgradeResults } from '../../src/app/upgrade';
import { readRows } from '../../src/workbook/rows';
import { FIXED_TABLES } from '../../src/workbook/tables/registry';
import { TRACKER } from '../../src/workbook/tables/tracker';
import { newCampaignHost } from '../support/campaignHost';
import type { CampaignHost } from '../support/campaignHost';

const NOW = '2021-06-08T09:00';
const RECEIPTS: ImportedFile = {
  name: '收件', sheets: [{ name: '收件', rows: [
    ['收件时间', '发件单位', '邮件主题', '附件'],
    ['2021-06-06 08:40', '西渡镇', '宣传活动方案', '活动方案.docx'],
    ['2021-06-06 09:00', '县公安局', '宣传活动方案', '活动方案.docx'],
  ] }],
};

async function run<Results = unknown>(host: CampaignHost, job: string, { settings = {}, mode = 'write', file }: { settings?: Record<string, string>; mode?: Mode; file?: ImportedFile } = {}): Promise<JobReport<Results>> {
  const entry = jobNamed(job);
  if (!entry) throw new Error(`No job ${job}`);
  const report = await entry.run(host.deps, { file, settings, strict: false }, mode);
  await host.host.calculateNow();
  return report as JobReport<Results>;
}

async function change(host: CampaignHost, act: (context: Excel.RequestContext) => void): Promise<void> {
  await host.Excel.run(async (context) => {
    act(context);
    await context.sync();
  });
}

const upgrade = (host: CampaignHost, column?: string): Promise<JobReport<UpgradeResults>> => run(host, 'upgrade', { settings: column === undefined ? {} : { column } });
const column = (context: Excel.RequestContext, table: string, header: string): Excel.TableColumn => context.workbook.tables.getItem(table).columns.getItem(header);

/** A second run finds nothing, formulas and rules agree, and no structure is named. */
async function expectSound(host: CampaignHost): Promise<void> {
  const again = await upgrade(host);
  expect(again).toMatchObject({ stopped: false, changed: {}, problems: [], message: { zh: '工作簿齐全，不用升级，也没有要修复的。' } });
  const check = await run<CheckResults>(host, 'check');
  expect({ stopped: check.stopped, codes: [...new Set(check.problems.map(({ code }) => code))], differing: check.results.differing, agree: check.results.agree })
    .toEqual({ stopped: false, codes: [], differing: 0, agree: true });
}

async function campaignWithReceipts(): Promise<CampaignHost> {
  const host = await newCampaignHost({ now: NOW });
  await run(host, 'import-receipts', { file: RECEIPTS, settings: { review: 'accepted' } });
  return host;
}

async function statusesOf(host: CampaignHost): Promise<Map<string, string>> {
  const table = (await host.port.read({ tables: ['Tracker'] })).tables['Tracker'];
  return new Map((table ? readRows(TRACKER, table) : []).map((row) => [`${row.text('unit')} ${row.text('requirementId')}`, row.text('status')]));
}

describe('upgrade and repair', () => {
  it('finds nothing to do in a workbook that this build made, and takes two round trips to see it', async () => {
    const host = await newCampaignHost({ now: NOW });
    const before = host.port.roundTrips;
    const report = await upgrade(host);
    expect(report.preview).toEqual({ added: [], changed: [], unchanged: 0 });
    expect(host.port.roundTrips - before).toBe(2);
    await expectSound(host);
  });

  it('puts deleted formula columns back at their place, and every formula that was broken by it', async () => {
    const host = await campaignWithReceipts();
    const before = await statusesOf(host);
    await change(host, (context) => {
      column(context, 'Tracker', '状态').delete();
      column(context, 'Receipts', '时刻').delete();
      column(context, 'Requirements', '材料数').delete();
      column(context, 'Units', '别名索引').delete();
    });
    const trips = host.port.roundTrips;
    const report = await upgrade(host);
    expect(host.port.roundTrips - trips).toBe(4);
    expect(report).toMatchObject({ stopped: false, problems: [], notices: [] });
    expect(report.results.columns.map((each) => `${each.table}.${each.column}`).sort()).toEqual(['Receipts.时刻', 'Requirements.材料数', 'Tracker.状态', 'Units.别名索引']);
    const { tables } = await host.port.read({ tables: ['*'] });
    for (const spec of FIXED_TABLES) expect(tables[spec.name]?.headers).toEqual(spec.columns.map(({ header }) => header.zh));
    expect(await statusesOf(host)).toEqual(before);
    await expectSound(host);
  });
});
