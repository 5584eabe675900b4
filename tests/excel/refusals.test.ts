// What Excel would refuse half-way is refused before anything is written, by name; and what is read has been calculated, in manual mode too.
import { expect, it } from '@jest/globals';
import type { JobReport } from '../../src/app/run/job';
import { refusals } from '../../src/workbook/contract/refusals';
import { newSnapshot } from '../support/situationOf';
import { newCampaignHost, type CampaignHost } from '../support/campaignHost';
import { runJob } from '../support/runJob';

let office: CampaignHost;
beforeAll(async () => {
  office = await newCampaignHost({ now: '2021-06-10T09:00' });
});

function run(job: string, settings: Record<string, string> = {}): Promise<JobReport> {
  return runJob(office.deps, job, settings);
}

const arrival = { unit: '西渡镇', requirement: 'T1', parts: '全部', at: '2021-06-09 08:00' };
const everything = (): string => JSON.stringify(office.host.book.sheets.map(({ name, cells }) => [name, [...cells]]));

it.each([
  [
    'a note of more than 32,767 characters',
    { ...arrival, note: '长'.repeat(32_768) },
    'text-too-long',
    /“收件登记”R0001 “备注”.*32768/,
  ],
] as const)('refuses %s by the name of its cell, and writes nothing', async (_what, settings, code, message) => {
  const before = everything();
  const report = await run('receive', settings);
  expect([report.stopped, report.problems.map((each) => each.code)]).toEqual([true, [code]]);
  expect(report.message.zh).toMatch(message);
  expect(everything()).toBe(before);
});

it('refuses to write to a protected sheet before anything is written to any other', async () => {
  const log = office.host.book.sheets.find(({ name }) => name === '操作日志')!;
  log.protection = { options: {} };
  const before = everything();
  const report = await run('receive', arrival);
  delete log.protection;
  expect(report).toMatchObject({ stopped: true, problems: [{ code: 'sheet-protected', sheet: '操作日志' }] });
  expect(everything()).toBe(before);
});

it('says how many rows a full sheet still takes, and names the first that it does not', () => {
  const snapshot = newSnapshot();
  const table = { ...snapshot.tables['Receipts']!, top: 1_048_573 };
  const rows = [['R1'], ['R2'], ['R3']];
  const full = { ...snapshot, tables: { ...snapshot.tables, Receipts: table } };
  expect(refusals([{ kind: 'appendRows', table: 'Receipts', rows }], full)).toMatchObject([
    { code: 'sheet-full', row: 'R2', found: '1048578' },
  ]);
});

it('calculates before it reads when the workbook calculates only on demand, and says so', async () => {
  await office.Excel.run(async (context) => {
    context.workbook.application.calculationMode = 'Manual';
    await context.sync();
  });
  expect((await run('receive', arrival)).notices.map(({ code }) => code)).toContain('calculates-by-hand');
  const snapshot = await office.port.read({ tables: ['Tracker'] });
  const { headers, values } = snapshot.tables['Tracker']!;
  const row = values.find((cells) => cells.includes('西渡镇') && cells.includes('T1'));
  expect(row?.[headers.indexOf('状态')]).toBe('待审');
  expect(snapshot.calculatesByHand).toBe(true);
});
