// Columns that people put into our tables: upgrading says that looks were lost only where they were.
import { expect, it, jest } from '@jest/globals';
import { FEW_UNITS, newCampaignHost } from '../../support/campaignHost';
import { change, expectSound, NOW, upgrade } from '../../support/upgradeOnHost';

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
