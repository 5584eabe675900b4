// Ids that people type over or empty: one finding that says where and what stood there, and a way back.
import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { jobNamed } from '../../../src/app/catalogue/catalogue';
import type { JobReport } from '../../../src/app/run/job';
import type { TableName } from '../../../src/workbook/contract/keys';
import { bookFromText, textOfBook } from '../../../src/workbench/page/bookText';
import { FEW_UNITS, newCampaignHost, openedHost, type CampaignHost } from '../../support/campaignHost';
import { samplePaste } from '../../support/samplePaste';
import { tableNow, typeInto } from '../../support/typeIntoTable';

jest.setTimeout(240_000);

const NOW = '2021-06-11T09:00';
let kept: string;
let host: CampaignHost;

async function run(job: string, settings: Record<string, string> = {}): Promise<JobReport> {
  const report = await jobNamed(job)?.run(host.deps, { settings, strict: false }, 'write');
  if (!report) throw new Error(`no job ${job}`);
  await host.host.calculateNow();
  return report;
}
const cells = async (name: TableName, header: string): Promise<string[]> => {
  const { headers, values } = await tableNow(host, name);
  return values.map((row) => String(row[headers.indexOf(header)]));
};
const codes = ({ problems, notices }: JobReport): string[] =>
  [...problems, ...notices].map(({ code, table, row }) => `${code} ${table} ${row}`).sort();

beforeAll(async () => {
  host = await newCampaignHost({ now: NOW, units: FEW_UNITS });
  const mails = { name: 'x', sheets: samplePaste('receipts-mailbox.tsv') };
  await jobNamed('import-receipts')?.run(host.deps, { file: mails, settings: {}, strict: false }, 'write');
  await run('overdue');
  await run('remind', { days: '0', by: '甲' });
  await run('extend', {
    unit: '西渡镇',
    requirement: 'T2',
    to: '2021-06-30T18:00',
    approvedBy: '县禁毒办',
    reason: '防汛',
  });
  kept = textOfBook(await host.host.calculatedCopy());
});
beforeEach(async () => {
  host = await openedHost({ now: NOW, book: bookFromText(kept) });
});

describe('an id that was typed over or emptied', () => {
  it.each([
    ['Requirements', '事项编号', 'T2', 'T9'],
    ['Requirements', '事项编号', 'T2', ''],
    ['Units', '单位编号', 'U01', 'U90'],
    ['Units', '单位编号', 'U01', ''],
  ] as const)(
    'in %s, %s %s→%s: said once, in its row; no job adds to it, and Mend puts it back',
    async (name, header, was, is) => {
      const before = [codes(await run('check')), await cells('Tracker', '状态'), await cells(name, header)];
      const at = (await cells(name, header)).indexOf(was);
      await typeInto(host, name, at, { [header]: is });
      await host.host.calculateNow();
      const check = await run('check');
      expect(codes(check).filter((code) => !before[0]?.includes(code))).toEqual([
        `id-retyped ${name} ${is || `#${at + 1}`}`,
      ]);
      const said = check.problems.find(({ code }) => code === 'id-retyped');
      expect(said?.message.zh).toMatch(
        new RegExp(`第 ${at + 5} 行的“${header}”登记时是“${was}”.*点“改正”改回“${was}”`),
      );
      const overdue = await run('overdue');
      expect(codes(overdue)).toContain(`id-retyped ${name} ${is || `#${at + 1}`}`);
      expect(codes(overdue).filter((code) => code.startsWith('obsolete-row'))).toEqual([]);
      expect(await cells('Tracker', '状态')).toHaveLength(before[1]?.length ?? 0);
      // Another job in between does not take over what was typed.
      await run('extend', {
        unit: '集兵镇',
        requirement: 'T1',
        to: '2021-06-30T18:00',
        approvedBy: '县禁毒办',
        reason: '防汛',
      });
      await run('mend');
      expect(await cells(name, header)).toEqual(before[2]);
      expect(codes(await run('check'))).toEqual(before[0]);
    },
  );

  it('of an arrival comes back as it was, and not as a new one', async () => {
    const before = await cells('Receipts', '收件编号');
    await typeInto(host, 'Receipts', 2, { 收件编号: '' });
    await run('mend');
    expect(await cells('Receipts', '收件编号')).toEqual(before);
  });

  it('is no former one where the row was given to somebody else', async () => {
    const at = (await cells('Units', '单位编号')).indexOf('U01');
    await typeInto(host, 'Units', at, { 单位编号: 'U90', 单位名称: '新单位' });
    await host.host.calculateNow();
    expect(codes(await run('check')).filter((code) => /id-retyped|row-is-gone/.test(code))).toEqual([
      expect.stringMatching(/^row-is-gone/),
    ]);
  });
});

describe('a unit typed without an id', () => {
  it('owes nothing, gets no rows of the tracker without a name, and is said to want its id', async () => {
    const rows = (await cells('Tracker', '单位编号')).length;
    await typeInto(host, 'Units', (await cells('Units', '单位编号')).length, { 单位名称: '西渡镇二', 类别: '乡镇' });
    await host.host.calculateNow();
    await run('overdue');
    expect(await cells('Tracker', '单位编号')).toHaveLength(rows);
    const receive = await run('receive', { unit: '西渡镇二', requirement: 'T1', parts: '全部' });
    expect([receive.stopped, receive.message.zh]).toEqual([
      true,
      '名册里的“西渡镇二”还没有单位编号：点“改正”补上编号，再来。',
    ]);
    await run('mend');
    await run('overdue');
    expect(await cells('Tracker', '单位编号')).not.toContain('');
    expect((await cells('Tracker', '单位编号')).length).toBeGreaterThan(rows);
  });
});

it('names of the roster that stand in rows of others are said of the roster, and not of each row that refers to them', async () => {
  const names = (await cells('Units', '单位名称')).filter((name) => name !== '');
  for (const [at, name] of [...names].reverse().entries()) await typeInto(host, 'Units', at, { 单位名称: name });
  await host.host.calculateNow();
  const { problems, notices } = await run('check');
  expect(problems.filter(({ code }) => code === 'cells-moved').map(({ column }) => column)).toContain('单位名称');
  expect([...problems, ...notices].filter(({ column, table }) => column === '单位' && table !== 'Units')).toEqual([]);
});

it('a reminder whose item is gone is told by its moment, and not by a number', async () => {
  await host.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('Requirements');
    table.rows.getItemAt((await cells('Requirements', '事项编号')).indexOf('T2')).delete();
    await context.sync();
  });
  await host.host.calculateNow();
  const { problems, notices } = await run('check');
  const doubtful = notices.find(({ table }) => table === 'Reminders');
  expect(doubtful?.message.zh).toMatch(/（2021-06-11 09:00 U\d\d T2）/);
  expect([...problems, ...notices].map(({ message }) => message.zh).join('\n')).not.toMatch(/4435\d\.\d/);
});

it('receipts moved past the hidden columns as a block get what is kept of them beside them again with the next job', async () => {
  const HIDDEN = ['登记时编号', '登记时名称', '登记时各列'];
  const before = await Promise.all(['收件编号', '单位', ...HIDDEN].map((header) => cells('Receipts', header)));
  const keptOf = new Map(before[0]?.map((id, at) => [id, before.slice(1).map((column) => column[at])]));
  await host.Excel.run(async (context) => {
    const body = context.workbook.tables.getItem('Receipts').getDataBodyRange();
    const seen = body.getResizedRange(0, 0).load('formulas,rowCount');
    await context.sync();
    const visible = (seen.formulas as unknown[][]).map((row) => row.slice(0, 12)).reverse();
    body.getCell(0, 0).getResizedRange(seen.rowCount - 1, 11).formulas = visible;
    await context.sync();
  });
  await host.host.calculateNow();
  await run('receive', { unit: '西渡镇', requirement: 'T3', parts: '全部' });
  const [ids = [], ...after] = await Promise.all(
    ['收件编号', '单位', ...HIDDEN].map((header) => cells('Receipts', header)),
  );
  for (const [at, id] of ids.entries())
    if (keptOf.has(id)) expect([id, after.map((column) => column[at])]).toEqual([id, keptOf.get(id)]);
  expect(ids[0]).not.toBe(before[0]?.[0]);
});
