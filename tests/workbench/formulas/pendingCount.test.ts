// How many arrivals wait for their review is one number: the line above 收件登记 counts as the rules do.
import { readCampaign } from '../../../src/workbook/campaign';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { newCampaignHost } from '../../support/campaignHost';
import { tableNow, typeInto } from '../../support/typeIntoTable';

jest.setTimeout(240_000);

it('an arrival whose review is empty waits for it, in the line above the register and in the rules; one without a time counts nowhere', async () => {
  const host = await newCampaignHost({ now: '2021-06-09T09:00' });
  const row = { 收到时间: '2021/6/7 12:00', 单位: '西渡镇', 事项编号: 'T1' };
  await typeInto(host, 'Receipts', 0, { ...row, 审核: '待审' });
  await typeInto(host, 'Receipts', 1, row);
  await typeInto(host, 'Receipts', 2, { ...row, 审核: '通过' });
  await typeInto(host, 'Receipts', 3, { 单位: '西渡镇', 事项编号: 'T1', 审核: '待审' });
  await tableNow(host, 'Receipts');
  const snapshot = await host.port.read({ tables: CAMPAIGN_TABLES, sheets: ['收件登记'] });
  const line = snapshot.sheets.find(({ name }) => name === '收件登记')?.values?.[2]?.[0];
  expect(line).toBe('待审 2 件　通过 1 件　退回 0 件');
  await typeInto(host, 'Receipts', 4, { ...row, 审核: '退回', 备注: '缺公章' });
  await typeInto(host, 'Receipts', 5, { ...row, 审核: '退回', 备注: '纸质；撤销登记' });
  await typeInto(host, 'Receipts', 6, { ...row, 审核: '退回', 备注: '撤销导入' });
  await tableNow(host, 'Receipts');
  const later = await host.port.read({ tables: CAMPAIGN_TABLES, sheets: ['收件登记'] });
  expect(later.sheets.find(({ name }) => name === '收件登记')?.values?.[2]?.[0]).toBe(
    '待审 2 件　通过 1 件　退回 1 件',
  );
  const reading = readCampaign(snapshot);
  if (reading.kind !== 'campaign') throw new Error('no campaign');
  expect(reading.campaign.receipts.map(({ review }) => review)).toEqual(['pending', 'pending', 'accepted']);
});
