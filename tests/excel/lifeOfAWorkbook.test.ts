// What people do to a shared workbook between two clicks, through the real runtime: every job still finds its cells, or says what is wrong.
import type { JobReport } from '../../src/app/run/job';
import type { ImportedFile } from '../../src/app/run/job';
import { readRows } from '../../src/workbook/contract/rows';
import { TRACKER } from '../../src/workbook/tables/tracker/tracker';
import { UNITS } from '../../src/workbook/tables/units/units';
import { campaignHost, newCampaignHost } from '../support/campaignHost';
import type { CampaignHost } from '../support/campaignHost';
import { runJob } from '../support/runJob';
import { oneSheet } from '../support/oneSheet';

const RECEIPTS: ImportedFile = oneSheet('收件', [
  ['收件时间', '发件单位', '邮件主题', '附件'],
  ['2021-06-06 08:40', '西渡镇', '宣传活动方案', '活动方案.docx'],
  ['2021-06-06 09:00', '县公安局', '宣传活动方案', '活动方案.docx'],
]);

async function run(
  host: CampaignHost,
  job: string,
  file?: ImportedFile,
  settings: Record<string, string> = {},
): Promise<JobReport> {
  return runJob(host.deps, job, settings, { file });
}

async function change(host: CampaignHost, act: (context: Excel.RequestContext) => void): Promise<void> {
  await host.Excel.run(async (context) => {
    act(context);
    await context.sync();
  });
}

async function statusesOf(host: CampaignHost): Promise<Map<string, string>> {
  await host.host.calculateNow();
  const table = (await host.port.read({ tables: ['Tracker'] })).tables['Tracker'];
  return new Map(
    (table ? readRows(TRACKER, table) : []).map((row) => [
      `${row.text('unit')} ${row.text('requirementId')}`,
      row.text('status'),
    ]),
  );
}

/** Every literal and every formula of the workbook, without results. */
function typed(host: CampaignHost): string {
  return JSON.stringify(
    host.host.book.sheets.map((sheet) => [
      sheet.name,
      [...sheet.cells].map(([at, cell]) => [at, cell.formula ?? cell.value ?? '']),
    ]),
  );
}

describe('a campaign workbook in the hands of people', () => {
  it('is found by table names when sheets are renamed', async () => {
    const host = await newCampaignHost({ now: '2021-06-08T09:00' });
    await change(host, (context) => {
      context.workbook.worksheets.getItem('收件登记').name = '收件（小李管）';
      context.workbook.worksheets.getItem('报送台账').name = '台账 (2)';
    });
    const report = await run(host, 'import-receipts', RECEIPTS, { review: 'accepted' });
    expect(report).toMatchObject({ stopped: false, changed: { Receipts: { added: 2, updated: 0 } } });
    const statuses = await statusesOf(host);
    expect(statuses.get('西渡镇 T1')).toBe('已报');
    expect(statuses.get('集兵镇 T1')).toBe('逾期');
  });

  it('keeps ids, statuses and typed notes together when the roster and the tracker are sorted', async () => {
    const host = await newCampaignHost({ now: '2021-06-08T09:00' });
    await run(host, 'import-receipts', RECEIPTS, { review: 'accepted' });
    await change(host, (context) => {
      const note = context.workbook.tables.getItem('Tracker').columns.getItem('备注').getDataBodyRange().getCell(0, 0);
      note.values = [['已电话催过']];
    });
    await change(host, (context) => {
      context.workbook.tables.getItem('Units').sort.apply([{ key: 1, ascending: false }]);
      context.workbook.tables.getItem('Tracker').sort.apply([{ key: 0, ascending: false }]);
    });
    const report = await run(host, 'overdue');
    expect(report).toMatchObject({ stopped: false, problems: [] });
    const table = (await host.port.read({ tables: ['Tracker'] })).tables['Tracker'];
    const rows = table ? readRows(TRACKER, table) : [];
    expect(rows.find((row) => row.text('note') === '已电话催过')?.text('unit')).toBe('西渡镇');
    expect((await statusesOf(host)).get('县公安局 T1')).toBe('已报');
  });

  it('takes a filter off before it writes, and says so', async () => {
    const host = await newCampaignHost({ now: '2021-06-08T09:00' });
    await change(host, (context) =>
      context.workbook.tables.getItem('Receipts').columns.getItem('事项编号').filter.applyValuesFilter(['T9']),
    );
    const report = await run(host, 'import-receipts', RECEIPTS);
    expect(report).toMatchObject({ stopped: false, changed: { Receipts: { added: 2 } } });
    expect(report.notices.map((notice) => notice.code)).toContain('filter-cleared');
  });

  it('keeps a column that people added, and what they typed in it', async () => {
    const host = await newCampaignHost({ now: '2021-06-08T09:00' });
    await change(host, (context) => {
      const column = context.workbook.tables.getItem('Units').columns.add(2, undefined, '微信群');
      column.getDataBodyRange().getCell(0, 0).values = [['已进群']];
    });
    const roster: ImportedFile = oneSheet('名单', [
      ['单位', '联系人', '电话'],
      ['西渡镇', '联络员01', '13900001001'],
    ]);
    expect(await run(host, 'import-roster', roster)).toMatchObject({
      stopped: false,
      changed: { Units: { added: 0, updated: 1 } },
    });
    const table = (await host.port.read({ tables: ['Units'] })).tables['Units'];
    expect(table?.headers).toContain('微信群');
    expect(table?.values[0]).toContain('已进群');
    const first = table && readRows(UNITS, table).find((row) => row.text('name') === '西渡镇');
    expect(first?.text('phone')).toBe('13900001001');
    expect((await statusesOf(host)).get('西渡镇 T1')).toBe('逾期');
  });

  it('names a renamed or deleted column and its sheet, and writes nothing then', async () => {
    const host = await newCampaignHost({ now: '2021-06-08T09:00' });
    await change(host, (context) => context.workbook.tables.getItem('Receipts').columns.getItem('收到时间').delete());
    const before = typed(host);
    const report = await run(host, 'import-receipts', RECEIPTS);
    expect(report).toMatchObject({
      stopped: true,
      changed: {},
      problems: [{ code: 'missing-column', table: 'Receipts', sheet: '收件登记', column: '收到时间' }],
    });
    expect(typed(host) === before).toBe(true);
  });

  it('names a deleted table', async () => {
    const host = await newCampaignHost();
    await change(host, (context) => context.workbook.worksheets.getItem('例外与延期').delete());
    expect((await run(host, 'overdue')).problems.map((problem) => [problem.code, problem.table])).toEqual([
      ['missing-table', 'Exceptions'],
    ]);
  });

  it('is not mistaken: another workbook gets the name of what is missing and stays as it was', async () => {
    const host = campaignHost();
    const report = await run(host, 'overdue');
    expect(report).toMatchObject({ stopped: true, problems: [{ code: 'not-a-campaign' }] });
    expect(host.host.book.sheets).toHaveLength(1);
  });

  it('keeps text that looks like a formula as text, in every column', async () => {
    const host = await newCampaignHost({ now: '2021-06-08T09:00' });
    const rows = [
      ['收件时间', '发件单位', '邮件主题', '附件'],
      ['2021-06-06 08:40', '西渡镇', '=HYPERLINK("https://example.invalid","宣传活动方案")', '活动方案.docx'],
    ];
    await run(host, 'import-receipts', { name: '收件', sheets: [{ name: '收件', rows }] });
    const table = (await host.port.read({ tables: ['Receipts'], formulas: ['Receipts'] })).tables['Receipts'];
    const place = table?.headers.indexOf('标题') ?? -1;
    const title = table?.values[0]?.[place];
    if (title !== '') expect(String(title)).toMatch(/^=HYPERLINK/);
    const sheet = host.host.book.sheets.find((candidate) => candidate.name === '收件登记');
    const made = [...(sheet?.cells.values() ?? [])].filter((cell) => cell.formula?.includes('HYPERLINK'));
    expect(made).toEqual([]);
  });

  it('adds rows above what people wrote below a table', async () => {
    const host = await newCampaignHost({ now: '2021-06-08T09:00' });
    const sheet = host.host.book.sheets.find((candidate) => candidate.name === '收件登记');
    if (!sheet) throw new Error('no sheet');
    host.host.edit(sheet.id, 6, 2, '说明：以上由值班员登记');
    await run(host, 'import-receipts', RECEIPTS);
    const texts = [...sheet.cells.values()].map((cell) => cell.value);
    expect(texts).toContain('说明：以上由值班员登记');
    const table = (await host.port.read({ tables: ['Receipts'] })).tables['Receipts'];
    expect(table?.values).toHaveLength(2);
    expect(table?.values.flat()).not.toContain('说明：以上由值班员登记');
  });
});
