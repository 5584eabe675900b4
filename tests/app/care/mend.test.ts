// What 改正 puts right by itself, what it leaves to people, and what jobs say or refuse because of cells that nobody can read.
import type { JobReport, Mode } from '../../../src/app/run/job';
import { isShapedLikeRow } from '../../../src/app/run/rowsBelow';
import type { CellValue } from '../../../src/workbook/contract/snapshot';
import { newSnapshot } from '../../support/situationOf';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { columnOf, tableNow, typeInto } from '../../support/typeIntoTable';
import { runJob } from '../../support/runJob';

jest.setTimeout(240_000);

const NOW = '2021-06-09T09:00';

async function run(
  host: CampaignHost,
  job: string,
  mode: Mode,
  settings: Readonly<Record<string, string>> = {},
): Promise<JobReport> {
  await host.host.calculateNow();
  return runJob(host.deps, job, settings, { mode });
}

async function damaged(): Promise<CampaignHost> {
  const host = await newCampaignHost({ now: NOW });
  await typeInto(host, 'Requirements', 0, { 截止时间: "'2021.6.7 18:00" });
  await typeInto(host, 'Requirements', 1, { 应报数: "'２份" });
  await typeInto(host, 'Requirements', 2, { 截止时间: "'下周" });
  await typeInto(host, 'Receipts', 0, { 收到时间: "'6月7日下午4点", 单位: '西渡镇', 事项编号: 'T1', 审核: '通过。' });
  await typeInto(host, 'Receipts', 1, { 收到时间: '2021/6/7 12:00', 单位: '集兵镇', 事项编号: 'T1', 审核: '通过 ' });
  await typeInto(host, 'Tracker', 5, { 状态: '已报' });
  await typeInto(host, 'Criteria', 0, { 权重: "'25分" });
  return host;
}

describe('mending', () => {
  it('shows each repair before it writes, keeps what stood there in the log, and leaves alone what can mean more than one thing', async () => {
    const host = await damaged();
    const preview = await run(host, 'mend', 'preview');
    expect(preview.message.zh).toBe('预览，还没有写入。将改正 8 处写法，将恢复 1 处公式；还有 1 处要人来改，见下面。');
    expect(preview.preview?.changed.map(({ column, before, after }) => [column, before, after])).toEqual([
      ['截止时间', '2021.6.7 18:00', '2021-06-07 18:00'],
      ['应报数', '２份', '2'],
      ['收到时间', '6月7日下午4点', '2021-06-07 16:00'],
      ['审核', '通过。', '通过'],
      ['审核', '通过 ', '通过'],
      ['收件编号', '', 'R0001'],
      ['收件编号', '', 'R0002'],
      ['状态', '已报', '（公式）'],
      ['权重', '25分', '25'],
    ]);
    expect(preview.notices.filter(({ code }) => code === 'unreadable-cell').map(({ found }) => found)).toEqual([
      '下周',
    ]);

    const written = await run(host, 'mend', 'write');
    expect(written).toMatchObject({ stopped: false, results: { cells: 8, formulas: 1 } });
    const receipts = await tableNow(host, 'Receipts');
    expect(columnOf(receipts, '审核')).toEqual(['通过', '通过']);
    expect(columnOf(receipts, '待改正')).toEqual(['', '']);
    expect(columnOf(await tableNow(host, 'Tracker'), '待改正').filter((said) => said !== '')).toEqual([]);
    const log = await host.port.read({ tables: ['Log'] });
    const kept = log.tables['Log']?.values.map((row) => row.join('|')).join('\n') ?? '';
    for (const former of ['2021.6.7 18:00', '２份', '通过。', '已报', '25分']) expect(kept).toContain(former);
    expect((await run(host, 'mend', 'preview')).message.zh).toMatch(/^没有可以代改的内容/);
  });
});

it('a prize with its word or as text is its number, other words are left to people', async () => {
  const host = await newCampaignHost({ now: NOW });
  await typeInto(host, 'AwardTiers', 0, { 奖金: '1000元' });
  const offered = async (): Promise<unknown[]> =>
    (await run(host, 'mend', 'preview')).preview?.changed.map(({ column, after }) => [column, after]) ?? [];
  expect(await offered()).toEqual([['奖金', '1000']]);
  await typeInto(host, 'AwardTiers', 0, { 奖金: "'500" });
  expect(await offered()).toEqual([['奖金', '500']]);
  await typeInto(host, 'AwardTiers', 0, { 奖金: '仅证书' });
  expect(await offered()).toEqual([]);
});

describe('an item that a row names otherwise', () => {
  it('is its id where the cell has it in full width or gives the whole title, and left to people else', async () => {
    const host = await newCampaignHost({ now: NOW });
    const typed = ['Ｔ2', ' 宣传活动方案', 't1', 'T2、T3', '宣传', "'2"];
    for (const [at, item] of typed.entries())
      await typeInto(host, 'Receipts', at, {
        收到时间: '2021/6/7 12:00',
        单位: '集兵镇',
        事项编号: item,
        审核: '待审',
      });
    const { preview } = await run(host, 'mend', 'preview');
    const items = preview?.changed.filter(({ column }) => column === '事项编号') ?? [];
    expect(items.map(({ before, after }) => [before, after])).toEqual([
      ['Ｔ2', 'T2'],
      [' 宣传活动方案', 'T1'],
    ]);
    await run(host, 'mend', 'write');
    expect(columnOf(await tableNow(host, 'Receipts'), '事项编号')).toEqual(['T2', 'T1', 't1', 'T2、T3', '宣传', '2']);
  });
});

it('a unit with a blank behind it whose formula is gone is told to want its formula back: to the formula the blank is nothing', async () => {
  const host = await newCampaignHost({ now: NOW });
  const arrival = { 收到时间: '2021/6/7 12:00', 单位: "'西渡镇 ", 事项编号: 'T1', 审核: '待审' };
  await typeInto(host, 'Receipts', 0, arrival);
  await typeInto(host, 'Receipts', 0, { 单位编号: '' });
  const found = (await run(host, 'check', 'preview')).problems.find(({ code }) => code === 'unknown-unit');
  expect(found?.message.zh).toContain('公式不在了，点“改正”补上');
});

it('a unit with a carriage return that was pasted along is told as one that the sheet does not know, and put right', async () => {
  const host = await newCampaignHost({ now: NOW });
  await typeInto(host, 'Receipts', 0, { 收到时间: '2021/6/7 12:00', 单位: '西渡镇\r', 事项编号: 'T1', 审核: '待审' });
  const said = (await run(host, 'check', 'preview')).problems.find(({ code }) => code === 'unknown-unit');
  expect(said?.message.zh).toMatch(/表里认不出，看来是“西渡镇”/);
  await run(host, 'mend', 'write');
  expect(columnOf(await tableNow(host, 'Receipts'), '单位')).toEqual(['西渡镇']);
  expect(columnOf(await tableNow(host, 'Receipts'), '单位编号')).toEqual(['U01']);
});

describe('taking a mending back', () => {
  it('says what was typed, and gives it back, in rows that had no number and in tables of every kind', async () => {
    const host = await damaged();
    const typedBy = async (): Promise<unknown[]> => [
      columnOf(await tableNow(host, 'Receipts'), '收件编号'),
      columnOf(await tableNow(host, 'Receipts'), '收到时间').slice(0, 1),
      columnOf(await tableNow(host, 'Receipts'), '审核'),
      columnOf(await tableNow(host, 'Requirements'), '截止时间').slice(0, 1),
      columnOf(await tableNow(host, 'Requirements'), '应报数').slice(1, 2),
      columnOf(await tableNow(host, 'Criteria'), '权重').slice(0, 1),
    ];
    const before = await typedBy();
    expect(before.slice(0, 4)).toEqual([['', ''], ['6月7日下午4点'], ['通过。', '通过 '], ['2021.6.7 18:00']]);

    const written = await run(host, 'mend', 'write');
    expect(written.written?.changed.filter(({ table }) => table === 'Receipts')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ row: 'R0001', column: '收件编号', before: '', after: 'R0001' }),
        expect.objectContaining({
          row: 'R0001',
          column: '收到时间',
          before: '6月7日下午4点',
          after: '2021-06-07 16:00',
        }),
        expect.objectContaining({ row: 'R0001', column: '审核', before: '通过。', after: '通过' }),
      ]),
    );

    const undone = await run(host, 'undo', 'write');
    expect(undone.notices.map(({ code }) => code)).not.toContain('changed-since');
    expect(undone.notices.map(({ code }) => code)).not.toContain('not-found');
    expect(await typedBy()).toEqual(before);
    expect(undone.results).toMatchObject({ restored: 8, leftAlone: [] });
    expect(undone.message.zh).not.toContain('后来有人改过');
  });
});

describe('what jobs say of cells that do not count', () => {
  it('a list of who is to blame is not made while a cell that it rests on cannot be read', async () => {
    const report = await run(await damaged(), 'accountability', 'write');
    expect(report).toMatchObject({ stopped: true, changed: {} });
    expect(report.problems.map(({ code }) => code)).toContain('unreadable-cell');
  });

  it('a job that reads names rows outside of the table and formulas typed over; one that writes takes the rows in', async () => {
    const host = await newCampaignHost({ now: NOW });
    await run(host, 'receive', 'write', { unit: '西渡镇', requirement: 'T1', at: '2021-06-07 12:00' });
    const book = host.host.book.sheets.find(({ name }) => name === '收件登记');
    const table = book?.tables[0];
    if (!book || !table) throw new Error('no register');
    // As a paste by a program that grows no table leaves it.
    const below = (rows: number, column: number, value: string): void =>
      void book.cells.set(`${table.range.row + table.range.rows + rows},${table.range.column + column}`, { value });
    below(0, 2, '集兵镇');
    below(1, 0, '注：以上截至6月7日');
    below(30, 2, '渣江镇');
    below(1900, 2, '曲兰镇');
    await typeInto(host, 'Tracker', 5, { 状态: '已报' });
    const matrix = await run(host, 'progress', 'preview');
    expect(matrix.notices.map(({ code }) => code)).not.toContain('rows-below-table');
    const remind = await run(host, 'remind', 'preview', { days: '2' });
    expect(remind.notices[0]).toMatchObject({ code: 'rows-below-table', sheet: '收件登记', row: '6' });
    expect(remind.notices[1]).toMatchObject({
      code: 'rows-apart',
      sheet: '收件登记',
      row: '36、1906',
      found: '渣江镇',
    });
    expect(remind.notices.map(({ code }) => code)).not.toContain('note-below-table');
    expect((await run(host, 'check', 'preview')).notices).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'note-below-table', row: '7' })]),
    );
    const list = await run(host, 'matrix', 'preview');
    expect(list.notices.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['rows-below-table', 'formula-overwritten']),
    );
    expect((await run(host, 'review', 'write', { receipts: 'R0001', to: '通过' })).notices[0]?.code).toBe(
      'rows-taken-in',
    );
    const register = await tableNow(host, 'Receipts');
    expect(columnOf(register, '单位')).toEqual(['西渡镇', '集兵镇']);
    expect(register.apart?.map(({ row, cells }) => [row + 1, cells[2]])).toEqual([
      [36, '渣江镇'],
      [1906, '曲兰镇'],
    ]);
    // The number that home shows for it without the add-in.
    const home = host.host.book.sheets.find(({ name }) => name === '首页');
    expect([...(home?.cells.values() ?? [])].map(({ value }) => String(value))).toEqual(
      expect.arrayContaining([expect.stringContaining('表外有 2 行')]),
    );
  });

  it('a row of a table is told from a note below it', () => {
    const table = newSnapshot().tables['Receipts'];
    const units = newSnapshot().tables['Units'];
    if (!table || !units) throw new Error('no tables');
    const at = (words: readonly [place: number, word: string][]): CellValue[] =>
      table.headers.map((_, place) => words.find(([own]) => own === place)?.[1] ?? '');
    expect(isShapedLikeRow(table, at([[2, '集兵镇']]))).toBe(true);
    expect(
      isShapedLikeRow(
        table,
        at([
          [1, '2021/6/7'],
          [2, '集兵镇'],
        ]),
      ),
    ).toBe(true);
    expect(isShapedLikeRow(table, at([[0, '以上共 3 件']]))).toBe(false);
    expect(
      isShapedLikeRow(
        table,
        at([
          [2, '合计'],
          [3, '12'],
        ]),
      ),
    ).toBe(false);
    expect(isShapedLikeRow(table, at([[5, '注：以上截至 6 月 7 日，其余单位另行催报。']]))).toBe(false);
    expect(
      isShapedLikeRow(
        units,
        units.headers.map((header) => (header === '单位名称' ? '新镇' : '')),
      ),
    ).toBe(true);
  });

  it('a due time without an hour, and a year far from the campaign’s, are questioned by check and form', async () => {
    const host = await newCampaignHost({ now: NOW });
    await typeInto(host, 'Requirements', 0, { 截止时间: '2021/6/7' });
    await typeInto(host, 'Requirements', 1, { 截止时间: '2012/6/7 18:00' });
    const check = await run(host, 'check', 'preview');
    expect(check.notices.map(({ code, row }) => [code, row])).toEqual(
      expect.arrayContaining([
        ['no-hour', 'T1'],
        ['year-far-off', 'T2'],
      ]),
    );
    const form = await run(host, 'receive', 'preview', { unit: '西渡镇', requirement: 'T1', at: '2012-06-07 12:00' });
    expect(form.problems.map(({ code }) => code)).toEqual(['year-far-off']);
  });
});
