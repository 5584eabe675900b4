// What a person confirms is what they saw: others go on working between the preview and “confirm”.
import { expect, jest, test } from '@jest/globals';
import { REVIEW } from '../../../src/app/collect/reviewJob';
import { IMPORT_ROSTER } from '../../../src/app/collect/importRosterJob';
import { goesBeyond } from '../../../src/app/run/agreed';
import type { CellChange, Preview, PreviewRow } from '../../../src/app/run/job';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';

jest.setTimeout(240_000);

const change = (before: string, after: string, more: Partial<CellChange> = {}): CellChange => ({
  table: 'Receipts',
  row: 'R0001',
  column: '审核',
  before,
  after,
  ...more,
});
const preview = (changed: readonly CellChange[], more: Partial<Preview> = {}): Preview => ({
  added: [],
  changed,
  unchanged: 0,
  ...more,
});

test('another former value, another new one or another cell is more than was seen; less, and the moment of the act, is not', () => {
  const seen = preview([change('待审', '通过'), change('', '2021-06-08 09:00:00', { column: '审核时间' })]);
  expect(goesBeyond(seen, seen)).toBe(false);
  expect(goesBeyond(seen, preview([change('待审', '通过')]))).toBe(false);
  expect(goesBeyond(seen, preview([change('', '2021-06-08 09:00:41', { column: '审核时间' })]))).toBe(false);
  expect(goesBeyond(seen, preview([change('退回', '通过')]))).toBe(true);
  expect(goesBeyond(seen, preview([change('待审', '退回')]))).toBe(true);
  expect(goesBeyond(seen, preview([change('待审', '通过', { row: 'R0002' })]))).toBe(true);
});

test('a new row is known by what it says, whatever number it gets, and as often as it was seen', () => {
  const added = (row: string, summary: string) => ({ table: 'Reminders', row, summary });
  const seen = preview([], { added: [added('1', '西渡镇 · T1')] });
  expect(goesBeyond(seen, preview([], { added: [added('2', '西渡镇 · T1')] }))).toBe(false);
  expect(goesBeyond(seen, preview([], { added: [added('1', '集兵镇 · T1')] }))).toBe(true);
  expect(goesBeyond(seen, preview([], { added: [added('1', '西渡镇 · T1'), added('2', '西渡镇 · T1')] }))).toBe(true);
});

test('rows of a file: only numbers of new rows may move; another value, another outcome or another row is more', () => {
  const row = (number: number, state: PreviewRow['state'], over: Partial<PreviewRow> = {}): PreviewRow => ({
    sheet: '名单',
    row: number,
    state,
    table: 'Units',
    target: `U0${number} 西渡镇`,
    cells: [{ column: '电话', before: '', after: `139${number}` }],
    problems: [],
    notices: [],
    source: [],
    ...over,
  });
  const of = (...rows: PreviewRow[]): Preview => preview([], { rows });
  const seen = of(row(2, 'added'), row(3, 'changed'), row(4, 'leftOut'));
  expect(goesBeyond(seen, of(row(2, 'skipped'), row(3, 'changed', { target: 'U09' })))).toBe(false);
  expect(goesBeyond(seen, of(row(3, 'added')))).toBe(true);
  expect(goesBeyond(seen, of(row(3, 'changed', { cells: [{ column: '电话', before: '7', after: '1393' }] })))).toBe(
    true,
  );
  expect(goesBeyond(seen, of(row(4, 'added')))).toBe(true);
});

/** Writes into the first row of a table, under its header, as a colleague types. */
async function typed(host: CampaignHost, table: string, header: string, value: string | number): Promise<void> {
  await host.Excel.run(async (context) => {
    const column = context.workbook.tables.getItem(table).columns.getItem(header);
    column.getDataBodyRange().getCell(0, 0).values = [[value]];
    await context.sync();
  });
}
async function stands(host: CampaignHost, table: string, header: string): Promise<unknown> {
  return host.Excel.run(async (context) => {
    const range = context.workbook.tables.getItem(table).columns.getItem(header).getDataBodyRange();
    range.load('values');
    await context.sync();
    return range.values[0]?.[0];
  });
}

test('a review that a colleague decided otherwise in the meantime is shown anew, and written once it was seen', async () => {
  const host = await newCampaignHost({ now: '2021-06-08T09:00:00' });
  for (const [header, value] of [
    ['收件编号', 'R0001'],
    ['单位', '西渡镇'],
    ['事项编号', 'T1'],
    ['收到时间', 44354.5],
    ['含材料', '方案文本'],
    ['审核', '待审'],
  ] as const)
    await typed(host, 'Receipts', header, value);
  const input = { receipts: 'R0001', to: 'accepted' } as const;
  const { preview: agreed } = await REVIEW.perform(host.deps, input, 'preview');
  await typed(host, 'Receipts', '审核', '退回');
  const refused = await REVIEW.perform({ ...host.deps, agreed }, input, 'write');
  expect(refused).toMatchObject({ stopped: true, unagreed: true, changed: {} });
  expect(refused.preview?.changed).toContainEqual(expect.objectContaining({ before: '退回', after: '通过' }));
  expect(refused.message.zh).toContain('还没有写入');
  expect(await stands(host, 'Receipts', '审核')).toBe('退回');
  const again = await REVIEW.perform({ ...host.deps, agreed: refused.preview }, input, 'write');
  expect(again).toMatchObject({ stopped: false });
  expect(await stands(host, 'Receipts', '审核')).toBe('通过');
});

test('an import does not write over a phone that a colleague typed after the preview', async () => {
  const host = await newCampaignHost({ now: '2021-06-08T09:00:00' });
  const rows = [
    ['单位名称', '联系电话'],
    ['西渡镇', '13900001001'],
  ];
  const input = { file: { name: '', sheets: [{ name: '', rows }] } };
  const { preview: agreed } = await IMPORT_ROSTER.perform(host.deps, input, 'preview');
  await typed(host, 'Units', '联系电话', '13900009999');
  const refused = await IMPORT_ROSTER.perform({ ...host.deps, agreed }, input, 'write');
  expect(refused).toMatchObject({ stopped: true, unagreed: true });
  expect(await stands(host, 'Units', '联系电话')).toBe('13900009999');
});
