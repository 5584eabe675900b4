// Columns that people put into our tables: upgrading says that looks were lost only where they were.
import { expect, it, jest } from '@jest/globals';
import { FEW_UNITS, newCampaignHost } from '../../support/campaignHost';
import { campaignWithReceipts, change, expectSound, NOW, run, upgrade } from '../../support/upgradeOnHost';

jest.setTimeout(120_000);

it('finds nothing lost where a column of the sheet was put into the middle of a table: marks and rules went along', async () => {
  const host = await newCampaignHost({ now: NOW, units: FEW_UNITS });
  await change(host, (context) => {
    for (const sheet of ['收件登记', '报送事项', '单位名册', '参评作品', '报送台账', '例外与延期'])
      context.workbook.worksheets.getItem(sheet).getRange('D:D').insert('Right');
  });
  await host.host.calculateNow();
  await expectSound(host);
});

it('puts rules back that stayed behind when a column was put into the table alone, and counts no mark', async () => {
  const host = await newCampaignHost({ now: NOW, units: FEW_UNITS });
  const kinds = async (): Promise<Record<string, string>> => {
    const { tables } = await host.port.read({ tables: ['Receipts'], looks: ['Receipts'] });
    const { headers = [], looks } = tables.Receipts ?? {};
    return Object.fromEntries(headers.map((header, at) => [header, looks?.validations[at] ?? '']));
  };
  const before = await kinds();
  await change(host, (context) => {
    context.workbook.tables.getItem('Receipts').columns.add(3, undefined, '经办');
  });
  const moved = ['事项编号', '事项', '审核', '审核时间', '单位编号'];
  expect(await kinds()).not.toMatchObject(Object.fromEntries(moved.map((header) => [header, before[header]])));
  expect((await upgrade(host)).results.looks).toBe(moved.length);
  expect(await kinds()).toMatchObject(Object.fromEntries(moved.map((header) => [header, before[header]])));
  await expectSound(host);
});

it('marks that a copied row brought along are said to be too many, not lost, and put together', async () => {
  const host = await campaignWithReceipts();
  const said = async (): Promise<string[]> =>
    (await run(host, 'check')).notices.filter(({ code }) => code === 'needs-repair').map(({ message }) => message.zh);
  expect(await said()).toEqual([]);
  await change(host, (context) => {
    const sheet = context.workbook.worksheets.getItem('收件登记');
    sheet.getRange('6:6').insert('Down');
    sheet.getRange('A6:AZ6').copyFrom('A5:AZ5');
  });
  expect(await said()).toEqual([expect.stringMatching(/^“收件登记”的标色规则随复制的行多出 \d+ 条，看上去一样/)]);
  expect((await upgrade(host)).results.looks).toBeGreaterThan(0);
  expect(await said()).toEqual([]);
});
