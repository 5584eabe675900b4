// What a job wrote, taken from its plan: cells old → new, new rows, each with the place where it is found again.
import { expect, it } from '@jest/globals';
import { DEACTIVATE } from '../../../src/app/collect/deactivateJob';
import { RECEIVE } from '../../../src/app/collect/receiveJob';
import { REVIEW } from '../../../src/app/collect/reviewJob';
import { wallTimeFromIso } from '../../../src/core/ground/wallTime';
import { memoryWorkbook } from '../../support/memoryWorkbook';
import { arrived, withReceipts } from '../../support/receiptRows';
import { newSnapshot } from '../../support/situationOf';

const book = () => memoryWorkbook(newSnapshot(), wallTimeFromIso('2021-06-06T10:00') ?? 0);
const RECEIPT = { unit: '西渡镇', title: '活动方案', parts: '全部', at: '2021-06-06T09:30' };

it('names each new row by its key, with its first words, and the log is none of them', async () => {
  const { deps } = book();
  const { written } = await RECEIVE.run(deps, { settings: RECEIPT, strict: false }, 'write');
  expect(written).toMatchObject({ changed: [], sheets: [], more: 0, act: expect.stringMatching(/^\d+-\w+$/) });
  expect(written?.added).toEqual([
    {
      table: 'Receipts',
      row: 'R0001',
      summary: expect.stringContaining('2021-06-06 09:30'),
      at: { table: 'Receipts', row: { receiptId: 'R0001' } },
    },
  ]);
});

it('gives each changed cell with what it held before and the place where it stands', async () => {
  const { deps } = book();
  const { written, stopped } = await DEACTIVATE.run(
    deps,
    { settings: { unit: '西渡镇', reason: '撤并' }, strict: false },
    'write',
  );
  expect(stopped).toBe(false);
  expect(written?.changed[0]).toMatchObject({
    table: 'Units',
    name: '西渡镇',
    before: '是',
    after: '否',
    at: { table: 'Units', row: { unitId: expect.stringMatching(/^\w+$/) }, column: 'active' },
  });
});

it('calls a row that a person typed without a number by its own words, not by those of another one without', async () => {
  const typed = withReceipts(
    arrived('', 'U01', '西渡镇', 'T1', '2021-06-05 12:00', { 事项: '宣传活动方案' }),
    arrived('', 'U02', '集兵镇', 'T1', '2021-06-05 13:00', { 事项: '宣传活动方案' }),
  );
  const { deps } = memoryWorkbook(typed, wallTimeFromIso('2021-06-06T10:00') ?? 0);
  const settings = { requirement: 'T1', unit: '西渡镇', to: 'accepted' };
  const { written } = await REVIEW.run(deps, { settings, strict: false }, 'write');
  expect(written?.changed.map(({ row, name, column }) => [row, name, column])).toEqual([
    ['R0001', '西渡镇 · 宣传活动方案', '收件编号'],
    ['R0001', '西渡镇 · 宣传活动方案', '审核'],
    ['R0001', '西渡镇 · 宣传活动方案', '审核时间'],
  ]);
});

it('says nothing of a job that was only previewed', async () => {
  const { deps } = book();
  expect((await RECEIVE.run(deps, { settings: RECEIPT, strict: false }, 'preview')).written).toBeUndefined();
});
