// One column sorted or shifted by itself, in a workbook that calculates: named by who reads the table, put back or taken as it is by Mend.
import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { jobNamed } from '../../../src/app/catalogue/catalogue';
import { readCampaignState } from '../../../src/app/care/campaignState';
import { IMPORT_RECEIPTS } from '../../../src/app/collect/importReceiptsJob';
import type { JobReport, Mode } from '../../../src/app/run/job';
import type { Problem } from '../../../src/core/ground/problem';
import type { Book } from '../../../src/workbench/model/book';
import { bookFromText, textOfBook } from '../../../src/workbench/page/bookText';
import type { TableName } from '../../../src/workbook/contract/keys';
import type { CellValue } from '../../../src/workbook/contract/snapshot';
import { FEW_UNITS, newCampaignHost, openedHost, type CampaignHost } from '../../support/campaignHost';
import { oneSheet } from '../../support/oneSheet';
import { samplePaste } from '../../support/samplePaste';
import { columnOf, tableNow, typeInto } from '../../support/typeIntoTable';

jest.setTimeout(240_000);

const NOW = '2021-06-10T09:00';
let kept: string;
let host: CampaignHost;

async function run(job: string, settings: Record<string, string> = {}, mode: Mode = 'write'): Promise<JobReport> {
  const report = await jobNamed(job)?.run(host.deps, { settings, strict: false }, mode);
  if (!report) throw new Error(`no job ${job}`);
  return report;
}
const slips = (problems: readonly Problem[]): string[] =>
  problems.flatMap(({ code, table, row, column }) => (code === 'cells-moved' ? [`${table} ${row} ${column}`] : []));
const checked = async (): Promise<string[]> => slips((await run('check')).problems);

/** Cells of one column of a table, changed as a person's selection of it would be: from the top, '' empties a cell. */
async function columnBecomes(
  name: TableName,
  header: string,
  change: (cells: readonly CellValue[]) => readonly CellValue[],
): Promise<CellValue[]> {
  const before = columnOf(await tableNow(host, name), header);
  const after = change(before);
  await host.Excel.run(async (context) => {
    const body = context.workbook.tables.getItem(name).columns.getItem(header).getDataBodyRange();
    before.forEach((cell, at) => {
      if (after[at] !== cell) body.getCell(at, 0).values = [[after[at] ?? '']];
    });
    await context.sync();
  });
  return before;
}
const sorted = (cells: readonly CellValue[]): CellValue[] =>
  [...cells].sort((one, other) => (one === '' ? 1 : other === '' ? -1 : one < other ? -1 : one > other ? 1 : 0));
const descending = (cells: readonly CellValue[]): CellValue[] => [
  ...sorted(cells.filter((cell) => cell !== '')).reverse(),
  ...cells.filter((cell) => cell === ''),
];
const withoutCell =
  (place: number) =>
  (cells: readonly CellValue[]): CellValue[] => [...cells.slice(0, place), ...cells.slice(place + 1), ''];
const withCell =
  (place: number) =>
  (cells: readonly CellValue[]): CellValue[] => [...cells.slice(0, place), '', ...cells.slice(place, -1)];

beforeAll(async () => {
  host = await newCampaignHost({ now: NOW, units: FEW_UNITS });
  await run('remind', { days: '0', by: '甲' });
  await IMPORT_RECEIPTS.perform(
    host.deps,
    { file: { name: 'x', sheets: samplePaste('receipts-mailbox.tsv') } },
    'write',
  );
  await run('review', { requirement: 'T1', to: '通过', reviewer: '甲' });
  kept = textOfBook(await host.host.calculatedCopy());
});
beforeEach(async () => {
  const book: Book = bookFromText(kept);
  host = await openedHost({ now: NOW, book });
});

describe('收件登记', () => {
  it.each([
    ['收到时间', descending],
    ['收到时间', withoutCell(2)],
    ['收到时间', withCell(2)],
    ['事项编号', descending],
    ['事项编号', withoutCell(2)],
    ['审核', sorted],
    ['含材料', descending],
    ['收件编号', descending],
    ['标题', descending],
    ['标题', withoutCell(2)],
  ] as const)('%s sorted or shifted alone is named by the check, with its places', async (header, change) => {
    expect(await checked()).toEqual([]);
    await columnBecomes('Receipts', header, change);
    expect(await checked()).toEqual([expect.stringMatching(new RegExp(`^Receipts \\S+ ${header}$`))]);
  });

  it('a note that moved up past a deleted cell is named', async () => {
    await columnBecomes('Receipts', '备注', (cells) => cells.map((_, at) => `备注${at}`));
    await run('receive', { unit: '西渡镇', requirement: 'T2', title: '总结', parts: '全部', at: '2021-06-09T10:00' });
    expect(await checked()).toEqual([]);
    await columnBecomes('Receipts', '备注', withoutCell(2));
    expect(await checked()).toEqual([expect.stringMatching(/^Receipts \S+ 备注$/)]);
  });

  it('titles that are put right, made alike by filling down or changed one by one are silent; sorted ones go back', async () => {
    const before = await columnBecomes('Receipts', '标题', (cells) =>
      cells.map((cell, at) => (at > 2 && at < 9 ? (cells[2] ?? '') : at === 12 ? `${cell}（修订）` : cell)),
    );
    expect(await checked()).toEqual([]);
    await columnBecomes('Receipts', '标题', () => before);
    await columnBecomes('Receipts', '标题', descending);
    await run('mend', { slipped: 'back' });
    expect(columnOf(await tableNow(host, 'Receipts'), '标题')).toEqual(before);
  });

  it('heads the working list of the pane, with its cells and the job that puts it back', async () => {
    await columnBecomes('Receipts', '收到时间', descending);
    const state = await readCampaignState(host.deps);
    const work = state.kind === 'campaign' ? state.work : [];
    expect(work.filter(({ key }) => key === 'slipped' || key === 'cells')).toMatchObject([
      { title: { zh: '1 列换到了别的行' }, places: [{}], act: { job: 'mend', values: { slipped: 'back' } } },
    ]);
  });

  it('stops what leaders read, is named by the summary, and stays named after other work', async () => {
    await columnBecomes('Receipts', '收到时间', descending);
    expect(slips((await run('accountability', {}, 'preview')).problems)).toHaveLength(1);
    expect(slips((await run('summary', {}, 'preview')).notices)).toHaveLength(1);
    const settings = { unit: '西渡镇', requirement: 'T2', title: '总结', parts: '全部', at: '2021-06-09T10:00' };
    expect(slips((await run('receive', settings)).notices)).toHaveLength(1);
    expect(await checked()).toHaveLength(1);
  });

  it('Mend puts each time back into its row, and says so first', async () => {
    const before = await columnBecomes('Receipts', '收到时间', withoutCell(1));
    const listed = await run('mend', {}, 'preview');
    expect([slips(listed.notices).length, listed.preview?.changed.length]).toEqual([1, 0]);
    const preview = await run('mend', { slipped: 'back' }, 'preview');
    expect(preview.preview?.changed.length).toBeGreaterThan(3);
    expect(slips(preview.notices)).toEqual([]);
    await run('mend', { slipped: 'back' });
    expect(columnOf(await tableNow(host, 'Receipts'), '收到时间')).toEqual(before);
    expect(await checked()).toEqual([]);
  });

  it('Mend takes a column as it is, and it is not named again', async () => {
    await columnBecomes('Receipts', '收到时间', descending);
    const now = columnOf(await tableNow(host, 'Receipts'), '收到时间');
    const report = await run('mend', { slipped: 'keep' });
    expect([report.stopped, slips(report.notices)]).toEqual([false, []]);
    expect(columnOf(await tableNow(host, 'Receipts'), '收到时间')).toEqual(now);
    expect(await checked()).toEqual([]);
  });

  it('corrections are silent, and what a job has settled since is what rows are held to', async () => {
    const times = columnOf(await tableNow(host, 'Receipts'), '收到时间');
    await typeInto(host, 'Receipts', 1, { 收到时间: '2021-06-06 08:41' });
    await typeInto(host, 'Receipts', 4, { 审核: '退回', 收到时间: '2021-06-06 07:15' });
    expect(await checked()).toEqual([]);
    const settings = { unit: '西渡镇', requirement: 'T2', title: '总结', parts: '全部', at: '2021-06-09T10:00' };
    await run('receive', settings);
    await columnBecomes('Receipts', '收到时间', descending);
    await run('mend', { slipped: 'back' });
    const after = columnOf(await tableNow(host, 'Receipts'), '收到时间');
    expect([after[0], after[3], after[1] === times[1], after[4] === times[4]]).toEqual([
      times[0],
      times[3],
      false,
      false,
    ]);
  });

  it('a table that was sorted as a whole, and one whose rows were deleted, copied or typed, are silent', async () => {
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem('Receipts').sort.apply([{ key: 1, ascending: false }]);
      await context.sync();
    });
    expect(await checked()).toEqual([]);
    await host.Excel.run(async (context) => {
      const { rows } = context.workbook.tables.getItem('Receipts');
      rows.getItemAt(3).delete();
      rows.getItemAt(7).delete();
      await context.sync();
    });
    const { values } = await tableNow(host, 'Receipts');
    await typeInto(host, 'Receipts', values.length, {
      单位: '西渡镇',
      事项编号: 'T2',
      收到时间: '2021-06-09 10:00',
      审核: '待审',
    });
    expect(await checked()).toEqual([]);
  });
});

describe('单位名册', () => {
  const contacts = (cells: readonly CellValue[]): CellValue[] => cells.map((_, at) => `联络员${(at * 7) % 15}`);

  it.each([
    ['类别', descending],
    ['单位名称', withoutCell(2)],
    ['联络员', descending],
  ] as const)('%s sorted or shifted alone is named, and put back', async (header, change) => {
    await columnBecomes('Units', '联络员', contacts);
    await run('deactivate', { unit: '县广电台', reason: '撤并' });
    expect(await checked()).toEqual([]);
    const before = await columnBecomes('Units', header, change);
    expect(await checked()).toEqual([expect.stringMatching(new RegExp(`^Units \\S+ ${header}$`))]);
    await run('mend', { slipped: 'back', decided: '是' });
    expect(columnOf(await tableNow(host, 'Units'), header)).toEqual(before);
    expect(await checked()).toEqual([]);
  });

  it('of names and phones no more than fingerprints is kept; one that a deleted cell held cannot be put back, and its row is left empty', async () => {
    await columnBecomes('Units', '联络员', contacts);
    await run('deactivate', { unit: '县广电台', reason: '撤并' });
    const table = await tableNow(host, 'Units');
    expect(columnOf(table, '登记时各列').join()).not.toContain('联络员');
    const before = await columnBecomes('Units', '联络员', withoutCell(2));
    const { notices, problems } = await run('mend', { slipped: 'back' });
    expect(columnOf(await tableNow(host, 'Units'), '联络员')).toEqual(before.map((cell, at) => (at === 2 ? '' : cell)));
    const [lost] = [...problems, ...notices].filter(({ code }) => code === 'cells-moved');
    expect(lost?.message.zh).toContain('请补填');
  });

  it('a contact, a category and a name that somebody corrects are silent', async () => {
    await columnBecomes('Units', '联络员', contacts);
    await run('deactivate', { unit: '县广电台', reason: '撤并' });
    await typeInto(host, 'Units', 1, { 联络员: '新人', 类别: '园区', 单位名称: '集兵滩镇' });
    expect(await checked()).toEqual([]);
  });
});

describe('two headers that somebody exchanged', () => {
  it.each([
    ['Requirements', '开始时间', '截止时间'],
    ['Units', '联络员', '专班负责人'],
    ['Units', '单位名称', '别名'],
  ] as const)('of %s, %s and %s, are named where rows tell it', async (name, one, other) => {
    await columnBecomes('Units', '联络员', (cells) => cells.map((_, at) => `联络员${at}`));
    await run('deactivate', { unit: '县广电台', reason: '撤并' });
    const exchanged = async (): Promise<string[]> =>
      (await run('check')).problems.flatMap(({ code, column }) => (code === 'columns-exchanged' ? [column ?? ''] : []));
    expect(await exchanged()).toEqual([]);
    await host.Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem(name);
      const [a, b] = [columns.getItem(one), columns.getItem(other)];
      a.name = '换';
      b.name = one;
      a.name = other;
      await context.sync();
    });
    expect(await exchanged()).toHaveLength(1);
  });
});

describe('参评作品', () => {
  it.each([
    ['题目', descending],
    ['类别', descending],
    ['盲评号', descending],
  ] as const)('%s sorted alone before the judges score is named, and put back', async (header, change) => {
    const list = oneSheet('故事', [
      ['序号', '报送单位', '故事题目', '类别'],
      ['1', '西渡镇', '灯', '禁毒志愿者'],
      ['2', '集兵镇', '桥', '社区戒毒康复'],
      ['3', '杉桥镇', '雨', '成功戒毒历程'],
      ['4', '县公安局', '山', '最美禁毒人事迹'],
    ]);
    await jobNamed('import-stories')?.run(host.deps, { settings: {}, strict: false, file: list }, 'write');
    expect(await checked()).toEqual([]);
    const before = await columnBecomes('Entries', header, change);
    expect(await checked()).toEqual([expect.stringMatching(new RegExp(`^Entries \\S+ ${header}$`))]);
    await run('mend', { slipped: 'back' });
    expect(columnOf(await tableNow(host, 'Entries'), header)).toEqual(before);
  });
});

describe('units of receipts', () => {
  const names = ({ problems }: JobReport): string[] =>
    problems.flatMap(({ code, table }) => (code === 'names-moved' ? [String(table)] : []));

  it('sorted or shifted alone go back where they were written, or are right as they are', async () => {
    const before = await columnBecomes('Receipts', '单位', withoutCell(1));
    expect(names(await run('check'))).toEqual(['Receipts']);
    await run('mend', { slipped: 'back' });
    expect(columnOf(await tableNow(host, 'Receipts'), '单位')).toEqual(before);
    await columnBecomes('Receipts', '单位', descending);
    await run('mend', { slipped: 'keep' });
    expect(names(await run('check'))).toEqual([]);
  });
});

describe('报送事项', () => {
  it.each([
    ['截止时间', descending],
    ['截止时间', withoutCell(1)],
    ['截止时间', withCell(1)],
    ['事项', descending],
    ['报送单位', descending],
    ['须含材料', descending],
  ] as const)('%s sorted or shifted alone is named, and put back', async (header, change) => {
    expect(await checked()).toEqual([]);
    const before = await columnBecomes('Requirements', header, change);
    expect(await checked()).toEqual([expect.stringMatching(new RegExp(`^Requirements \\S+ ${header}$`))]);
    expect(slips((await run('overdue', {}, 'preview')).notices)).toHaveLength(1);
    await run('mend', { slipped: 'back' });
    expect(columnOf(await tableNow(host, 'Requirements'), header)).toEqual(before);
    expect(await checked()).toEqual([]);
  });

  it('due times that two items exchanged are named, one that was put right is not', async () => {
    await columnBecomes('Requirements', '截止时间', ([one = '', two = '', ...others]) => [two, one, ...others]);
    expect(await checked()).toHaveLength(1);
    await run('mend', { slipped: 'keep' });
    expect(await checked()).toEqual([]);
    await typeInto(host, 'Requirements', 2, { 截止时间: '2021-06-28 18:00' });
    expect(await checked()).toEqual([]);
  });

  it('a due time that a job has set is what its row is held to', async () => {
    await run('recompute', { requirement: 'T3', due: '2021-07-05T18:00' });
    expect(await checked()).toEqual([]);
    await columnBecomes('Requirements', '截止时间', descending);
    const { problems } = await run('check');
    expect(problems.find(({ code }) => code === 'cells-moved')?.message.zh).toContain('截止时间');
    await run('mend', { slipped: 'back' });
    const table = await tableNow(host, 'Requirements');
    expect(columnOf(table, '截止时间')[2]).toBe(44382.75);
  });
});

describe('活动安排 and 活动阶段', () => {
  it.each([
    ['Activities', '牵头单位', withoutCell(0)],
    ['Activities', '开始', descending],
    ['Activities', '所属阶段', descending],
    ['Phases', '开始', descending],
  ] as const)('%s: %s sorted or shifted alone is named, and put back', async (name, header, change) => {
    expect(await checked()).toEqual([]);
    const before = await columnBecomes(name, header, change);
    expect(await checked()).toEqual([expect.stringMatching(new RegExp(`^${name} .+ ${header}$`))]);
    await run('mend', { slipped: 'back' });
    expect(columnOf(await tableNow(host, name), header)).toEqual(before);
    expect(await checked()).toEqual([]);
  });
});

describe('催报记录', () => {
  it.each(['时间', '单位编号', '事项编号'])(
    '%s sorted alone after several reminders is named, and put back',
    async (header) => {
      host.setNow('2021-06-28T09:00');
      await run('remind', { days: '0', by: '乙' });
      expect(await checked()).toEqual([]);
      const before = await columnBecomes('Reminders', header, descending);
      expect(await checked()).toEqual([expect.stringMatching(new RegExp(`^Reminders .+ ${header}$`))]);
      await run('mend', { slipped: 'back' });
      expect(columnOf(await tableNow(host, 'Reminders'), header)).toEqual(before);
    },
  );
});

describe('例外与延期', () => {
  it.each([
    ['延期至', descending],
    ['延期至', withoutCell(0)],
    ['事项编号', withCell(0)],
  ] as const)('%s sorted or shifted alone is named, and put back', async (header, change) => {
    for (const [unit, to] of [
      ['西渡镇', '2021-06-12T18:00'],
      ['集兵镇', '2021-06-13T18:00'],
      ['杉桥镇', '2021-06-14T18:00'],
    ] as const)
      await run('extend', { unit, requirement: 'T1', to, approvedBy: '县禁毒办', reason: '防汛' });
    expect(await checked()).toEqual([]);
    const before = await columnBecomes('Exceptions', header, change);
    expect(await checked()).toEqual([expect.stringMatching(new RegExp(`^Exceptions .+ ${header}$`))]);
    await run('mend', { slipped: 'back' });
    expect(columnOf(await tableNow(host, 'Exceptions'), header)).toEqual(before);
  });
});
