// Leaving rows out through Microsoft's own runtime, with the options in words as the command line and the pane say them.
import type { TableName } from '../../../src/workbook/contract/keys';
import { BadOption } from '../../../src/app/run/badOption';
import type { ImportedFile, JobReport, Mode } from '../../../src/app/run/job';
import { readRows } from '../../../src/workbook/contract/rows';
import { LOG } from '../../../src/workbook/tables/records/records';
import { UNITS } from '../../../src/workbook/tables/units/units';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';
import { SCORE_HEADS } from '../../../src/workbench/samples/scoreHeads';
import { oneSheet } from '../../support/oneSheet';

async function run(
  host: CampaignHost,
  job: string,
  file: ImportedFile,
  settings: Record<string, string>,
  mode: Mode = 'write',
): Promise<JobReport> {
  const before = host.port.roundTrips;
  const report = await runJob(host.deps, job, settings, { file, mode });
  expect(host.port.roundTrips - before).toBeLessThanOrEqual(4);
  return report;
}

async function tableOf(host: CampaignHost, name: TableName) {
  const table = (await host.port.read({ tables: [name] })).tables[name];
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

const FILE: ImportedFile = {
  name: '名单.xlsx',
  sheets: [
    { name: '说明', rows: [['请核对']] },
    {
      name: '乡镇, 2021',
      rows: [
        ['单位', '联络员', '电话'],
        ['西渡镇', '张三', '13900001204'],
        ['集兵镇', '李四', '@SUM(A1)'],
        ['杉桥镇', '王五', '13900001206'],
      ],
    },
  ],
};

it('writes the rows that were not left out, reads the mended cell, and keeps both requests in the log', async () => {
  const host = await newCampaignHost({ now: '2021-06-08T09:00' });
  const settings = { skip: "'乡镇, 2021'!4", mend: "'乡镇, 2021'!C3=13900001205" };
  const shown = await run(host, 'import-roster', FILE, settings, 'preview');
  expect(shown.preview?.rows?.map(({ row, state }) => [row, state])).toEqual([
    [2, 'changed'],
    [3, 'changed'],
    [4, 'skipped'],
  ]);
  const report = await run(host, 'import-roster', FILE, settings);
  expect(report).toMatchObject({
    stopped: false,
    problems: [],
    changed: { Units: { added: 0, updated: 2 } },
    results: { taken: 2, skipped: 1 },
  });
  expect(report.preview?.rows).toEqual(shown.preview?.rows);
  const contacts = readRows(UNITS, await tableOf(host, 'Units'))
    .slice(0, 3)
    .map((row) => [row.text('name'), row.text('contact'), row.text('phone')]);
  expect(contacts).toEqual([
    ['西渡镇', '张三', '13900001204'],
    ['集兵镇', '李四', '13900001205'],
    ['杉桥镇', '', ''],
  ]);
  const [summary] = readRows(LOG, await tableOf(host, 'Log'))
    .filter((row) => row.text('job') === 'import-roster')
    .map((row) => row.text('summary'));
  expect(summary).toContain("按要求没有导入：'乡镇, 2021'!4。");
  expect(summary).toContain("'乡镇, 2021'!C3 “@SUM(A1)”→“13900001205”");
  host.setNow('2021-06-08T10:00');
  expect((await runJob(host.deps, 'undo')).results).toMatchObject({
    job: 'import-roster',
    restored: 4,
  });
});

it('writes nothing when a row is named that there is not, and refuses what names no row', async () => {
  const host = await newCampaignHost({ now: '2021-06-08T09:00' });
  const before = await tableOf(host, 'Units');
  const report = await run(host, 'import-roster', FILE, { skip: '乡镇！4' });
  expect(report).toMatchObject({ stopped: true, changed: {}, problems: [{ code: 'no-such-sheet', found: '乡镇' }] });
  expect(await run(host, 'import-roster', FILE, { skip: '4' })).toMatchObject({
    stopped: true,
    problems: [{ code: 'row-needs-sheet' }],
  });
  await expect(run(host, 'import-roster', FILE, { skip: '第四行' })).rejects.toThrow(BadOption);
  expect((await tableOf(host, 'Units')).values).toEqual(before.values);
});

it('leaves a row of a judge’s scores out', async () => {
  const host = await newCampaignHost({ now: '2021-06-11T09:00' });
  await run(
    host,
    'import-stories',
    oneSheet('', [
      ['序号', '报送单位', '故事题目', '类别'],
      [1, '西渡镇', '甲', '禁毒志愿者'],
      [2, '集兵镇', '乙', '禁毒志愿者'],
    ]),
    {},
  );
  await runJob(host.deps, 'make-judge-tabs', { judges: '1' });
  const header = ['编号', ...SCORE_HEADS];
  const report = await run(
    host,
    'import-scores',
    oneSheet('评委1', [header, [1, 20, 20, 20, 10, 8], [2, 21, 20, 20, 10, 8]], ''),
    { skip: '评委1!2' },
  );
  expect(report).toMatchObject({ results: { rows: 2, taken: 1, skipped: 1 }, changed: { Score_J01: { updated: 1 } } });
  expect(report.notices.map(({ code, sheet, row }) => [code, sheet, row])).toContainEqual([
    'left-out-on-request',
    '评委1',
    2,
  ]);
});
