// Registering and undoing through Microsoft's own runtime: the tracker's formulas agree, values come back with their kind, four round trips.
import type { TableName } from '../../../src/workbook/contract/keys';
import { expect, it } from '@jest/globals';
import type { ImportedFile, JobReport } from '../../../src/app/run/job';
import type { ReceiveResults } from '../../../src/app/collect/receive';
import { labelOf } from '../../../src/workbook/contract/labels';
import { readRows } from '../../../src/workbook/contract/rows';
import { LOG } from '../../../src/workbook/tables/records/records';
import { TRACKER } from '../../../src/workbook/tables/tracker/tracker';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';
import { SCORE_HEADS } from '../../../src/workbench/samples/scoreHeads';
import { oneSheet } from '../../support/oneSheet';

async function run(
  host: CampaignHost,
  job: string,
  settings: Record<string, string> = {},
  file?: ImportedFile,
): Promise<JobReport> {
  const before = host.port.roundTrips;
  const report = await runJob(host.deps, job, settings, { file });
  expect(host.port.roundTrips - before).toBeLessThanOrEqual(4);
  return report;
}

async function tableOf(host: CampaignHost, name: TableName) {
  const table = (await host.port.read({ tables: [name] })).tables[name];
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

async function put(
  host: CampaignHost,
  table: string,
  column: string,
  row: number,
  value: string | number,
): Promise<void> {
  await host.Excel.run(async (context) => {
    context.workbook.tables.getItem(table).columns.getItem(column).getDataBodyRange().getCell(row, 0).values = [
      [value],
    ];
    await context.sync();
  });
}

it('registers what arrives; the status that it names is the one that the tracker’s formulas show', async () => {
  const host = await newCampaignHost({ now: '2021-06-08T09:00' });
  const given: readonly Record<string, string>[] = [
    { unit: '西渡镇', requirement: 'T1', at: '6月7日下午6点', parts: '全部', review: '通过' },
    { unit: '集兵镇', requirement: 'T1', at: '6月7日 18:00:01', parts: '全部', review: '通过' },
    { unit: '县检察院', requirement: 'T2', parts: '故事文稿', review: '通过' },
    { unit: '杉桥镇', requirement: 'T3', parts: '文字、视频' },
  ];
  for (const settings of given) {
    const report = await run(host, 'receive', settings);
    const { unitId, requirementId, status, missingParts } = report.results as ReceiveResults;
    await host.host.calculateNow();
    const row = readRows(TRACKER, await tableOf(host, 'Tracker')).find(
      (each) => each.text('unitId') === unitId && each.text('requirementId') === requirementId,
    );
    expect(status).not.toBe('');
    expect(row?.text('status')).toBe(status === '' ? '' : labelOf('status', status, 'zh'));
    expect(row?.text('missingParts')).toBe(missingParts.join('、'));
  }
  host.setNow('2021-06-08T10:00');
  expect((await run(host, 'undo')).results).toMatchObject({ job: 'receive', withdrawn: 1 });
  await host.host.calculateNow();
  expect(
    readRows(TRACKER, await tableOf(host, 'Tracker'))
      .find((row) => row.text('rowKey') === 'U03 T3')
      ?.text('status'),
  ).toBe('待报');
});

it('gives numbers back as numbers and digits that were typed as text as text', async () => {
  const host = await newCampaignHost({ now: '2021-06-11T09:00' });
  await run(
    host,
    'import-stories',
    {},
    oneSheet('', [
      ['序号', '报送单位', '故事题目', '类别', '讲述人'],
      [1, '西渡镇', '甲', '禁毒志愿者', ''],
      [2, '集兵镇', '乙', '禁毒志愿者', ''],
    ]),
  );
  await run(host, 'make-judge-tabs', { judges: '1' });
  await put(host, 'Score_J01', '真实性（25分）', 0, 12.5);
  await put(host, 'Score_J01', '真实性（25分）', 1, "'13");
  const before = (await tableOf(host, 'Score_J01')).values;
  host.setNow('2021-06-11T10:00');
  const header = ['编号', ...SCORE_HEADS];
  await run(
    host,
    'import-scores',
    { overwrite: '是' },
    oneSheet('评委1', [header, [1, 20, 20, 20, 10, 8], [2, 21, 20, 20, 10, 8]], ''),
  );
  const log = readRows(LOG, await tableOf(host, 'Log'));
  expect(log.filter((row) => row.text('column') === '真实性（25分）').map((row) => row.get('before'))).toEqual([
    12.5,
    '13',
  ]);
  host.setNow('2021-06-11T11:00');
  expect((await run(host, 'undo')).results).toMatchObject({ job: 'import-scores', restored: 10, leftAlone: [] });
  const after = (await tableOf(host, 'Score_J01')).values;
  const scores = (rows: typeof before): unknown[][] => rows.map((row) => row.slice(0, 8));
  expect(scores(after)).toEqual(scores(before));
});
