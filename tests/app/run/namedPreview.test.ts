// A report as people read it: moments and not their numbers, settings by their names, judges' sheets by the names they have.
import { AS_OF } from '../../../src/app/collect/asOfJob';
import type { Preview } from '../../../src/app/run/job';
import { withRowWords } from '../../../src/app/run/namedPreview';
import { wallTimeFromIso } from '../../../src/core/ground/wallTime';
import { SETTINGS } from '../../../src/workbook/tables/settings/settings';
import { arrived, withReceipts } from '../../support/receiptRows';
import { memoryWorkbook } from '../../support/memoryWorkbook';
import { newSnapshot } from '../../support/situationOf';
import { runJob } from '../../support/runJob';
import { campaignToScore } from '../../support/scoredCampaign';

const now = wallTimeFromIso('2021-06-10T18:00') ?? 0;

it('says when a review was in the preview that takes it back', async () => {
  const { deps } = memoryWorkbook(withReceipts(arrived('R0001', 'U01', '西渡镇', 'T1', '2021-06-07 12:00')), now);
  await runJob(deps, 'review', { receipts: 'R0001', to: '通过' });
  const { preview } = await runJob(deps, 'undo', {}, { mode: 'preview' });
  expect(preview?.changed).toContainEqual(
    expect.objectContaining({ column: '审核时间', before: '2021-06-10 18:00', after: '' }),
  );
});

it('says the as-of time as a moment, before and after', async () => {
  const { deps } = memoryWorkbook(newSnapshot(), now);
  const { written } = await AS_OF.perform(deps, { at: '2021-06-07 18:00' }, 'write');
  expect(written?.changed[0]).toMatchObject({ row: 'asOf', before: '', after: '2021-06-07 18:00' });
  const again = await AS_OF.perform(deps, { at: '' }, 'write');
  expect(again.written?.changed[0]).toMatchObject({ row: 'asOf', before: '2021-06-07 18:00', after: '' });
});

it('names a setting whose key was typed over by the words that people see', () => {
  const changed = [{ table: 'Settings', row: 'countPostingDay', column: '键', before: 'x', after: 'countPostingDay' }];
  const preview: Preview = { added: [], changed, unchanged: 0 };
  expect(withRowWords(preview, newSnapshot(), () => SETTINGS, 'zh')?.changed).toEqual([
    {
      table: 'Settings',
      row: 'countPostingDay',
      name: '张贴当天计入',
      column: '键',
      before: 'x',
      after: '张贴当天计入',
    },
  ]);
});

it('tells of judges’ sheets what they are called in this workbook, and of no other', async () => {
  const { deps, snapshot } = memoryWorkbook(campaignToScore(), now);
  const sheet = snapshot.tables['Score_J01']?.sheet;
  expect(sheet).toMatch(/^评分·/);
  const { sheetNames } = await runJob(deps, 'progress');
  expect(sheetNames).toMatchObject({ Score_J01: sheet });
  expect(Object.keys(sheetNames ?? {}).every((name) => name.startsWith('Score_'))).toBe(true);
});
