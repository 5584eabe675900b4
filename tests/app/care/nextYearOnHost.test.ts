// A new campaign from last year's workbook through the real Office.js runtime: tables emptied, sheets gone, formulas sound.
import { everyTable } from '../../../src/workbook/contract/snapshot';
import { expect, it } from '@jest/globals';
import type { CheckResults } from '../../../src/app/care/checkWorkbook';
import type { ImportedFile, JobReport } from '../../../src/app/run/job';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';
import { oneSheet } from '../../support/oneSheet';

const RECEIPTS: ImportedFile = oneSheet('收件', [
  ['收件时间', '发件单位', '邮件主题', '附件'],
  ['2021-06-06 08:40', '西渡镇', '宣传活动方案', '活动方案.docx'],
  ['2021-06-06 09:00', '县公安局', '宣传活动方案', '活动方案.docx'],
  ['2021-06-06 09:10', '县司法局', '宣传活动方案', '活动方案.docx'],
]);
const STORIES: ImportedFile = oneSheet('作品', [
  ['编号', '报送单位', '题目'],
  ['1', '西渡镇', '灯'],
  ['2', '县公安局', '路'],
]);

const run = <Results = unknown>(
  host: CampaignHost,
  job: string,
  settings: Record<string, string> = {},
  file?: ImportedFile,
): Promise<JobReport<Results>> => runJob(host.deps, job, settings, { file });

it('empties tables in Excel, keeps sheets and columns of one’s own, and check finds nothing wrong', async () => {
  const host = await newCampaignHost({ now: '2021-06-08T09:00' });
  await run(host, 'import-receipts', { review: 'accepted' }, RECEIPTS);
  await run(host, 'import-stories', {}, STORIES);
  await run(host, 'make-judge-tabs', { judges: '3' });
  await run(host, 'summary');
  await host.Excel.run(async (context) => {
    const { tables, worksheets } = context.workbook;
    worksheets.add('值班表').getRange('A1').values = [['周一']];
    tables.getItem('Receipts').columns.add(undefined, [['柜号'], ['甲1'], ['甲2']] as unknown as string[][]);
    tables.getItem('Receipts').worksheet.name = '今年收件';
    await context.sync();
  });
  const before = host.host.book.sheets.map(({ name }) => name);
  host.setNow('2022-04-01T09:00');
  const report = await run(host, 'next-year', { year: '2022', copy: '是' });
  expect([report.stopped, report.problems]).toEqual([false, []]);
  await host.host.calculateNow();
  const snapshot = await host.port.read({ tables: ['*'], formulas: ['*'] });
  const names = snapshot.sheets.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['值班表', '今年收件', '首页']));
  const ownOrder = before.filter((name) => names.includes(name));
  expect(names.filter((name) => ownOrder.includes(name))).toEqual(ownOrder);
  expect(names.filter((name) => name.startsWith('评分·') || name === '汇总')).toEqual([]);
  const receipts = snapshot.tables['Receipts'];
  expect(receipts?.values).toHaveLength(1);
  expect(receipts?.headers).toContain('柜号');
  const everything = everyTable(snapshot.tables).flatMap(({ values, formulas }) => [...values, ...formulas].flat());
  expect(everything.filter((cell) => String(cell).includes('#REF!'))).toEqual([]);
  const check = await run<CheckResults>(host, 'check');
  expect([check.stopped, check.results.differing, check.results.agree]).toEqual([false, 0, true]);
  const again = await run(host, 'receive', { unit: '西渡镇', requirement: 'T1' });
  expect([again.stopped, again.problems]).toEqual([false, []]);
  expect((await host.port.read({ tables: ['Receipts'] })).tables['Receipts']?.values).toHaveLength(1);
}, 240_000);
