// Rows of registers that somebody deletes by hand: named by who reads the table, until they stand again or somebody says that they were to go.
import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { jobNamed } from '../../../src/app/catalogue/catalogue';
import { readCampaignState } from '../../../src/app/care/campaignState';
import type { ImportedFile, JobReport, Mode } from '../../../src/app/run/job';
import type { Book } from '../../../src/workbench/model/book';
import { bookFromText, textOfBook } from '../../../src/workbench/page/bookText';
import type { TableName } from '../../../src/workbook/contract/keys';
import { FEW_UNITS, newCampaignHost, openedHost, type CampaignHost } from '../../support/campaignHost';
import { oneSheet } from '../../support/oneSheet';
import { samplePaste } from '../../support/samplePaste';
import { tableNow, typeInto } from '../../support/typeIntoTable';

jest.setTimeout(240_000);

const NOW = '2021-06-10T09:00';
const STORIES: ImportedFile = oneSheet('故事', [
  ['序号', '报送单位', '故事题目', '类别'],
  ['1', '西渡镇', '灯', '禁毒志愿者'],
  ['2', '集兵镇', '桥', '禁毒志愿者'],
]);
let kept: string;
let host: CampaignHost;

async function run(
  job: string,
  settings: Record<string, string> = {},
  mode: Mode = 'write',
  file?: ImportedFile,
): Promise<JobReport> {
  const report = await jobNamed(job)?.run(host.deps, { settings, strict: false, file }, mode);
  if (!report) throw new Error(`no job ${job}`);
  return report;
}
/** Table, and rows or number, of what is missed. */
const missed = ({ problems, notices }: Pick<JobReport, 'problems' | 'notices'>): string[] =>
  [...problems, ...notices].flatMap(({ code, table, found }) => (code === 'row-deleted' ? [`${table} ${found}`] : []));
const checked = async (): Promise<string[]> => missed(await run('check'));

/** A person deletes the row of the table's body. */
async function deleteRow(name: TableName, row: number): Promise<void> {
  await host.Excel.run(async (context) => {
    context.workbook.tables.getItem(name).rows.getItemAt(row).delete();
    await context.sync();
  });
}

beforeAll(async () => {
  host = await newCampaignHost({ now: NOW, units: FEW_UNITS });
  await run('extend', {
    unit: '西渡镇',
    requirement: 'T1',
    to: '2021-06-30T18:00',
    approvedBy: '县禁毒办',
    reason: '防汛',
  });
  await run('remind', { days: '0', by: '甲' });
  await run('import-receipts', {}, 'write', { name: 'x', sheets: samplePaste('receipts-mailbox.tsv') });
  await run('import-stories', {}, 'write', STORIES);
  kept = textOfBook(await host.host.calculatedCopy());
});
beforeEach(async () => {
  const book: Book = bookFromText(kept);
  host = await openedHost({ now: NOW, book });
});

describe('a row that was registered and is gone', () => {
  it.each([
    ['Receipts', 'R0002'],
    ['Entries', 'E002'],
    ['Reminders', '1'],
    ['Log', '1'],
  ] as const)('of %s is named by the check', async (name, found) => {
    expect(await checked()).toEqual([]);
    await deleteRow(name, 1);
    expect(await checked()).toEqual([`${name} ${found}`]);
  });

  it('an extension: stops what leaders read, is named by the summary, heads the working list, and stays named after other work', async () => {
    const { values } = await tableNow(host, 'Exceptions');
    await deleteRow(
      'Exceptions',
      values.findIndex((row) => row.includes('西渡镇')),
    );
    expect(await checked()).toEqual(['Exceptions U01 T1']);
    expect((await run('accountability', {}, 'preview')).stopped).toBe(true);
    expect(missed(await run('summary', {}, 'preview'))).toHaveLength(1);
    const state = await readCampaignState(host.deps);
    expect(state.kind === 'campaign' ? state.work.map(({ key }) => key) : []).toContain('deleted');
    await run('receive', { unit: '西渡镇', requirement: 'T2', title: '总结', parts: '全部', at: '2021-06-09T10:00' });
    expect(await checked()).toEqual(['Exceptions U01 T1']);
  });

  it('is not one that a shorter table left out: that is said to stand outside, in words that people see', async () => {
    await host.Excel.run(async (context) => {
      for (const name of ['Receipts', 'Reminders']) {
        const table = context.workbook.tables.getItem(name);
        table.resize(table.getRange().getResizedRange(-2, 0));
      }
      await context.sync();
    });
    const report = await run('check');
    expect(missed(report)).toEqual([]);
    const outside = report.notices.filter(({ code }) => code === 'rows-below-table');
    expect(outside.map(({ table }) => table)).toEqual(['Receipts', 'Reminders']);
    for (const { found } of outside) expect(found).not.toMatch(/\[|\d{5}\.\d/);
    await run('receive', { unit: '西渡镇', requirement: 'T2', title: '总结', parts: '全部', at: '2021-06-09T10:00' });
    expect(await checked()).toEqual([]);
  });

  it('is missed no more once somebody says in Mend that it was to go, or puts it back', async () => {
    await deleteRow('Receipts', 1);
    expect(missed(await run('mend'))).toEqual(['Receipts R0002']);
    const report = await run('mend', { gone: 'keep' });
    expect([report.stopped, missed(report), Object.keys(report.changed)]).toEqual([false, [], ['Receipts']]);
    expect(await checked()).toEqual([]);
    await deleteRow('Receipts', 1);
    expect(await checked()).toEqual(['Receipts R0003']);
    await typeInto(host, 'Receipts', (await tableNow(host, 'Receipts')).values.length, { 收件编号: 'R0003' });
    expect(await checked()).toEqual([]);
  });

  it.each([
    ['deleted', false],
    ['deleted and said to go', true],
  ])('leaves its number to nobody when it was the last one, %s: receipts and works', async (_how, forgotten) => {
    const ids = async (name: TableName): Promise<string[]> =>
      (await tableNow(host, name)).values.map(([id]) => String(id)).filter((id) => id !== '');
    const arrival = { unit: '西渡镇', requirement: 'T2', title: '总结', parts: '全部', at: '2021-06-09T10:00' };
    const third = oneSheet('故事', [
      ['序号', '报送单位', '故事题目', '类别'],
      ['3', '杉桥镇', '路', '禁毒志愿者'],
    ]);
    const last = (await ids('Receipts')).at(-1) ?? '';
    await deleteRow('Receipts', (await ids('Receipts')).length - 1);
    await deleteRow('Entries', 1);
    if (forgotten) await run('mend', { gone: 'keep' });
    await run('receive', arrival);
    await run('import-stories', {}, 'write', third);
    expect((await ids('Receipts')).at(-1)).toBe(`R${String(Number(last.slice(1)) + 1).padStart(4, '0')}`);
    expect((await ids('Entries')).at(-1)).toBe('E003');
    // Rows typed without a number get theirs from Mend.
    await deleteRow('Receipts', (await ids('Receipts')).length - 1);
    await typeInto(host, 'Receipts', (await tableNow(host, 'Receipts')).values.length, {
      单位: '集兵镇',
      事项编号: 'T2',
      收到时间: '2021-06-09 11:00',
    });
    await run('mend');
    expect((await ids('Receipts')).at(-1)).toBe(`R${String(Number(last.slice(1)) + 2).padStart(4, '0')}`);
  });

  it('a line of the log that was changed, and a time of it, are named by the accountability list', async () => {
    const altered = async (): Promise<string[]> =>
      (await run('accountability', {}, 'preview')).notices.flatMap(({ code, found }) =>
        code === 'log-altered' ? [found] : [],
      );
    expect(await altered()).toEqual([]);
    const { values } = await tableNow(host, 'Log');
    const line = values.findIndex((row) => row.includes('Receipts'));
    await typeInto(host, 'Log', line, { 新值: '新增：通过' });
    await typeInto(host, 'Log', line + 1, { 时间: '2021-06-01 09:00' });
    expect(await altered()).toEqual(['2']);
  });

  it('rows that are corrected, sorted, typed below or taken back by undo are not missed', async () => {
    await typeInto(host, 'Exceptions', 0, { 单位: '杉桥镇' });
    await typeInto(host, 'Receipts', 1, { 收件编号: 'R0077' });
    expect(await checked()).toEqual([]);
    await run('receive', { unit: '西渡镇', requirement: 'T2', title: '总结', parts: '全部', at: '2021-06-09T10:00' });
    await run('undo', {});
    expect(await checked()).toEqual([]);
  });
});
