// Upgrading a workbook behind the real runtime, and the hands that damage it first.
import type { ImportedFile, JobReport } from '../../src/app/run/job';
import type { CheckResults } from '../../src/app/care/checkWorkbook';
import type { UpgradeResults } from '../../src/app/care/upgradeReport';
import { readRows } from '../../src/workbook/contract/rows';
import { setContent } from '../../src/workbench/model/cells';
import { Batch } from '../../src/workbench/host/batch';
import { ActionType } from '../../src/workbench/host/wire';
import type { WireBody, WireReply } from '../../src/workbench/host/wire';
import { SETTING_ROWS } from '../../src/workbook/tables/settings/settingRows';
import { TRACKER } from '../../src/workbook/tables/tracker/tracker';
import { FEW_UNITS, newCampaignHost } from './campaignHost';
import type { CampaignHost } from './campaignHost';
import { runJob, type HowToRun } from './runJob';
import { oneSheet } from './oneSheet';

export const NOW = '2021-06-08T09:00';
const RECEIPTS: ImportedFile = oneSheet('收件', [
  ['收件时间', '发件单位', '邮件主题', '附件'],
  ['2021-06-06 08:40', '西渡镇', '宣传活动方案', '活动方案.docx'],
  ['2021-06-06 09:00', '县公安局', '宣传活动方案', '活动方案.docx'],
]);

export const STORIES: ImportedFile = oneSheet('故事', [
  ['序号', '报送单位', '故事题目', '类别'],
  ['1', '西渡镇', '灯', '禁毒志愿者'],
]);

export async function run<Results = unknown>(
  host: CampaignHost,
  job: string,
  { settings, ...how }: HowToRun & { settings?: Record<string, string> } = {},
): Promise<JobReport<Results>> {
  const report = await runJob<Results>(host.deps, job, settings, how);
  await host.host.calculateNow();
  return report;
}

export async function change(host: CampaignHost, act: (context: Excel.RequestContext) => void): Promise<void> {
  await host.Excel.run(async (context) => {
    act(context);
    await context.sync();
  });
}

export const upgrade = (host: CampaignHost, column?: string): Promise<JobReport<UpgradeResults>> =>
  run(host, 'upgrade', { settings: column === undefined ? {} : { column } });
export const column = (context: Excel.RequestContext, table: string, header: string): Excel.TableColumn =>
  context.workbook.tables.getItem(table).columns.getItem(header);

/** 0-based row of a setting in a workbook as it is made. */
export const settingRow = (key: string): number => SETTING_ROWS.findIndex((row) => row.key === key);

/** A second run finds nothing, formulas and rules agree, and no structure is named. */
export async function expectSound(host: CampaignHost, named: readonly string[] = []): Promise<void> {
  const again = await upgrade(host);
  expect(again).toMatchObject({
    stopped: false,
    changed: {},
    problems: [],
    message: { zh: '工作簿齐全，不用升级，也没有要修复的。' },
  });
  const check = await run<CheckResults>(host, 'check');
  expect({
    stopped: check.stopped,
    codes: [...new Set(check.problems.map(({ code }) => code))],
    differing: check.results.differing,
    agree: check.results.agree,
  }).toEqual({ stopped: false, codes: named, differing: 0, agree: true });
}

/** A row directly below a table, as a program without tables' growth or a paste leaves it. */
export async function typeBelow(
  host: CampaignHost,
  name: string,
  cells: Record<string, string | number>,
): Promise<void> {
  await host.host.change((book) => {
    for (const sheet of book.sheets) {
      const table = sheet.tables.find((each) => each.name === name);
      for (const [header, value] of table ? Object.entries(cells) : []) {
        const place = table?.columns.findIndex((each) => each.name === header) ?? -1;
        if (table) setContent(sheet, table.range.row + table.range.rows, table.range.column + place, { value });
      }
    }
  });
}

export async function campaignWithReceipts(): Promise<CampaignHost> {
  const host = await newCampaignHost({ now: NOW, units: FEW_UNITS });
  await run(host, 'import-receipts', { file: RECEIPTS, settings: { review: 'accepted' } });
  return host;
}

export async function statusesOf(host: CampaignHost): Promise<Map<string, string>> {
  const table = (await host.port.read({ tables: ['Tracker'] })).tables['Tracker'];
  return new Map(
    (table ? readRows(TRACKER, table) : []).map((row) => [
      `${row.text('unit')} ${row.text('requirementId')}`,
      row.text('status'),
    ]),
  );
}

/** The next batch that writes stops after some acts, as when the connection is lost. Gives what undoes it. */
export function cutNextWrite(acts: number): () => void {
  const whole = Batch.prototype.run;
  let cut = false;
  const spy = jest.spyOn(Batch.prototype, 'run').mockImplementation(async function (this: Batch): Promise<WireReply> {
    const { body } = this as unknown as { body: WireBody };
    if (cut || !body.Actions.some(({ ActionType: type }) => type === ActionType.set)) return whole.call(this);
    cut = true;
    if (body.Actions.length <= acts) throw new Error(`the batch has ${body.Actions.length} acts only`);
    const reply = await whole.call(Object.assign(this, { body: { ...body, Actions: body.Actions.slice(0, acts) } }));
    return {
      ...reply,
      Error: { Code: 'ConnectionFailure', Message: 'cut', Location: '', ActionIndex: acts, HttpStatusCode: 500 },
    };
  });
  return () => spy.mockRestore();
}
