// A judge's sheet goes out as a file and comes back, through real .xlsx files and the host: what a judge may have done to it is named.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { COMPARE_SCORES } from '../../../src/app/contest/compareTypingsJob';
import { IMPORT_JUDGE } from '../../../src/app/contest/importJudgeJob';
import { IMPORT_SCORES } from '../../../src/app/contest/importScoresJob';
import { IMPORT_STORIES } from '../../../src/app/contest/importStoriesJob';
import type { ImportedFile } from '../../../src/app/run/job';
import { REMARKS } from '../../../src/app/publish/printRemarksJob';
import { MAKE_JUDGE_TABS } from '../../../src/app/contest/makeJudgeTabsJob';
import { readImportedFile } from '../../../src/files/readFile';
import { exportJudge } from '../../../src/workbench/cli/exportJudge';
import { clockAt } from '../../../src/workbench/cli/machineClock';
import type { Book } from '../../../src/workbench/model/book';
import { copyOfBook } from '../../../src/workbench/model/copyOfBook';
import { putCell } from '../../../src/workbench/model/cells';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { campaignHost, moment, newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { sampleSheets } from '../../support/sampleSheets';

/** Whole workbooks are calculated here; other tests may run at the same time. */
jest.setTimeout(240_000);

const SCORES = [21, 20.5, 22, 13, 8];
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('a score sheet that goes out and comes back', () => {
  let folder: string;
  let campaignBook: Book;
  let campaignBytes: Uint8Array;
  let handedOut: Uint8Array;

  const exported = async (judge: string, bytes: Uint8Array = campaignBytes) => {
    const [book, out] = [join(folder, 'campaign.xlsx'), join(folder, `${judge}.xlsx`)];
    await writeFile(book, bytes);
    const outcome = await exportJudge(
      {
        job: 'export-judge',
        book,
        out,
        from: null,
        now: null,
        language: 'zh',
        settings: { judge },
        json: false,
        strict: false,
        preview: false,
      },
      clockAt(moment('2021-06-11T10:00')),
    );
    return { outcome, bytes: outcome.written === null ? null : new Uint8Array(await readFile(out)) };
  };

  /** The file after a person opened it, typed and saved it. */
  const edited = async (
    bytes: Uint8Array,
    edit: (sheet: Excel.Worksheet, table: Excel.Table) => void,
    tableName = 'Score_J01',
  ): Promise<ImportedFile> => {
    const alone = campaignHost({ book: await readBook(bytes), now: '2021-06-12T09:00' });
    await alone.Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(tableName);
      edit(table.worksheet, table);
      await context.sync();
    });
    await alone.host.calculateNow();
    return readImportedFile('返回.xlsx', await writeBook(alone.host.book));
  };

  /** Scores of the n-th row, from its first criterion on. */
  const fill = (table: Excel.Table, row: number, values: readonly (number | string)[], firstColumn = 2): void => {
    values.forEach((value, index) => (table.getDataBodyRange().getCell(row, firstColumn + index).values = [[value]]));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'judge-'));
    const host = await newCampaignHost({ now: '2021-06-11T09:00' });
    await IMPORT_STORIES.perform(
      host.deps,
      { file: { name: 'x', sheets: await sampleSheets('stories-messy.xlsx') } },
      'write',
    );
    // Numbers the other way round, so that a story's id never is its number.
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem('Entries').columns.getItem('盲评号').getDataBodyRange().values = Array.from(
        { length: 48 },
        (_none, index) => [String(48 - index)],
      );
      await context.sync();
    });
    await MAKE_JUDGE_TABS.perform(host.deps, { judges: 2 }, 'write');
    await host.host.calculateNow();
    campaignBook = host.host.book;
    campaignBytes = await writeBook(campaignBook);
    handedOut = (await exported('J01')).bytes ?? new Uint8Array();
  });
  /** The campaign as it stood when the sheets went out. One host at a time: whoever edits a file does so before. */
  const campaign = (): CampaignHost => campaignHost({ book: copyOfBook(campaignBook), now: '2021-06-12T10:00' });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is a workbook of one sheet, 48 stories, with subtotals that count by themselves', async () => {
    const file = await edited(handedOut, (_sheet, table) => fill(table, 0, SCORES));
    expect(file.sheets.map(({ name }) => name)).toEqual(['评分·评委1']);
    const rows = file.sheets[0]?.rows ?? [];
    expect([
      rows[3]?.slice(0, 3),
      rows.length,
      rows[4]?.includes(84.5),
      rows[2]?.includes('共 48 篇，还差 47 篇'),
    ]).toEqual([['编号', '题目', '真实性（25分）'], 52, true, true]);
  });

  it('refuses a judge without a sheet and writes no file', async () => {
    const { outcome, bytes } = await exported('评委9');
    expect([outcome.report.stopped, codes(outcome.report.problems), bytes]).toEqual([true, ['no-score-sheet'], null]);
  });

  it.each([
    ['他的电话 138-1234-5678', 'public-phone'],
    ['我的身份证 430421199001011237', 'public-id-number'],
  ])('A-3: hands out no file while a title says %s, and names the place', async (title, code) => {
    const book = await readBook(campaignBytes);
    const sheet = book.sheets.find(({ tables }) => tables.some(({ name }) => name === 'Score_J02'));
    const table = sheet?.tables[0];
    if (!sheet || !table) throw new Error('no score sheet');
    const column = table.range.column + table.columns.findIndex(({ name }) => name === '题目');
    putCell(sheet, table.range.row + 1, column, { value: title });
    const { outcome, bytes } = await exported('J02', await writeBook(book));
    expect([outcome.report.stopped, codes(outcome.report.problems), bytes]).toEqual([true, [code], null]);
    expect(outcome.report.problems[0]?.sheet).toBe('评分·评委2');
  });

  it('names a score out of range, an added row and a moved title, each by its row, and takes the rest', async () => {
    const file = await edited(handedOut, (sheet, table) => {
      fill(table, 0, SCORES);
      fill(table, 1, [26, 20, 20, 10, 8]);
      fill(table, 2, SCORES);
      table.getDataBodyRange().getCell(2, 1).values = [['别的题目']];
      sheet.getRange('A53:G53').values = [['99', '自己加的', ...SCORES]];
    });
    const report = await IMPORT_JUDGE.perform(campaign().deps, { file }, 'preview');
    expect(report.problems.map(({ code, row, found }) => [code, row, found])).toEqual([
      ['title-differs', 7, '别的题目'],
      ['extra-row', 53, '99'],
      ['out-of-range', 6, '26'],
    ]);
    expect([report.stopped, report.results.taken]).toEqual([false, 1]);
    const shown = (preview: typeof report.preview) =>
      preview?.rows?.filter(({ state }) => state !== 'unchanged').map(({ sheet, row, state }) => [sheet, row, state]);
    expect(shown(report.preview)).toEqual([
      ['评分·评委1', 5, 'added'],
      ['评分·评委1', 6, 'leftOut'],
      ['评分·评委1', 7, 'leftOut'],
      ['评分·评委1', 53, 'leftOut'],
    ]);
    const skip = [{ sheet: '评分·评委1', from: 6, to: 7, written: '评分·评委1!6-7' }];
    const less = await IMPORT_JUDGE.perform(campaign().deps, { file, skip }, 'preview');
    expect([less.results, codes(less.notices).filter((code) => code === 'left-out-on-request').length]).toMatchObject([
      { taken: 1, leftOut: 1, skipped: 2 },
      2,
    ]);
    expect(shown(less.preview)).toEqual([
      ['评分·评委1', 5, 'added'],
      ['评分·评委1', 6, 'skipped'],
      ['评分·评委1', 7, 'skipped'],
      ['评分·评委1', 53, 'leftOut'],
    ]);
  });

  it('refuses the sheet of another judge, and one whose criteria were changed in the file or in the workbook', async () => {
    const file = await edited(handedOut, (_sheet, table) => fill(table, 0, SCORES));
    const reworded = await edited(handedOut, (sheet, table) => {
      fill(table, 0, SCORES);
      sheet.getRange('C4').values = [['真实性（30分）']];
    });
    const later = campaign();
    expect(codes((await IMPORT_JUDGE.perform(later.deps, { file, judge: '评委2' }, 'preview')).problems)).toEqual([
      'wrong-judge',
    ]);
    expect(codes((await IMPORT_JUDGE.perform(later.deps, { file: reworded }, 'preview')).problems)).toEqual([
      'criterion-maximum-differs',
    ]);
    await later.Excel.run(async (context) => {
      context.workbook.tables.getItem('Criteria').columns.getItem('最小间隔').getDataBodyRange().getCell(0, 0).values =
        [[1]];
      await context.sync();
    });
    const report = await IMPORT_JUDGE.perform(later.deps, { file }, 'write');
    expect([report.stopped, codes(report.problems)]).toEqual([true, ['criteria-changed']]);
  });

  it('takes the judge’s words out and back: what was typed in the tab, and what the judge adds in the file (S-7)', async () => {
    const inTab = async (of: CampaignHost, row: number, words?: string): Promise<unknown> =>
      of.Excel.run(async (context) => {
        const cell = context.workbook.tables
          .getItem('Score_J01')
          .columns.getItem('评语')
          .getDataBodyRange()
          .getCell(row, 0);
        if (words !== undefined) cell.values = [[words]];
        await context.sync();
        cell.load('values');
        await context.sync();
        return cell.values[0]?.[0];
      });
    const open = campaign();
    await inTab(open, 0, '开头平，后面好');
    const before = campaignBytes;
    const withWords = await writeBook(open.host.book);
    campaignBytes = withWords;
    const { bytes } = await exported('J01').finally(() => (campaignBytes = before));
    const file = await edited(bytes ?? new Uint8Array(), (_sheet, table) => {
      fill(table, 0, SCORES);
      table.columns.getItem('评语').getDataBodyRange().getCell(1, 0).values = [["'=请重听第二段"]];
    });
    const rows = file.sheets[0]?.rows ?? [];
    expect(rows[4]).toContain('开头平，后面好');
    const host = campaignHost({ book: await readBook(withWords), now: '2021-06-12T10:00' });
    const report = await IMPORT_JUDGE.perform(host.deps, { file }, 'write');
    expect(report.problems).toEqual([]);
    expect([await inTab(host, 0), await inTab(host, 1)]).toEqual(['开头平，后面好', '=请重听第二段']);
    await MAKE_JUDGE_TABS.perform(host.deps, { judges: 3 }, 'write');
    expect([await inTab(host, 0), await inTab(host, 1)]).toEqual(['开头平，后面好', '=请重听第二段']);
    const printed = await REMARKS.perform(host.deps, {}, 'write');
    expect([printed.stopped, printed.results.remarks]).toEqual([false, 2]);
  });

  it('is taken into the judge’s tab once, and compares as equal with a second typing until a cell differs', async () => {
    const file = await edited(handedOut, (_sheet, table) => {
      fill(table, 0, SCORES);
      fill(table, 4, SCORES);
    });
    const second = await edited(handedOut, (_sheet, table) => {
      fill(table, 0, SCORES);
      fill(table, 4, [21, 25, 22, 13]);
    });
    const host = campaign();
    expect((await IMPORT_JUDGE.perform(host.deps, { file }, 'write')).changed).toMatchObject({
      Score_J01: { added: 0, updated: 2 },
    });
    expect((await IMPORT_JUDGE.perform(host.deps, { file }, 'write')).changed).toEqual({});
    const same = await COMPARE_SCORES.perform(host.deps, { file }, 'write');
    expect([same.results.compared, same.results.equal, same.problems]).toEqual([10, 10, []]);
    const apart = await COMPARE_SCORES.perform(host.deps, { file: second }, 'write');
    expect(apart.results).toMatchObject({ compared: 10, equal: 8, different: 1, onlyHere: 1, onlyThere: 0 });
    expect(apart.problems.map(({ row, column, expected, found }) => [row, column, expected.zh, found])).toEqual([
      [9, '感染力（25分）', '20.5', '25'],
      [9, '表达质量（10分）', '8', ''],
    ]);
    expect(apart.changed).toEqual({});
  });

  it('also comes back within a whole campaign file, by the number and not by the hidden story id', async () => {
    const copy = await edited(campaignBytes, (_sheet, table) => fill(table, 1, SCORES, 3), 'Score_J02');
    const tab = copy.sheets.find(({ name }) => name === '评分·评委2')?.rows ?? [];
    expect([tab[3]?.slice(0, 2), tab[5]?.[0] === `E${String(tab[5]?.[1]).padStart(3, '0')}`]).toEqual([
      ['参评编号', '编号'],
      false,
    ]);
    const host = campaign();
    const report = await IMPORT_SCORES.perform(host.deps, { file: copy }, 'write');
    expect([
      report.problems,
      report.results.taken,
      codes(report.notices).filter((code) => code !== 'not-scored-yet'),
      // The numbers were turned round by hand: that is said, too.
    ]).toEqual([[], 1, ['cells-moved', 'not-score-sheets']]);
    const [row] =
      (await host.port.read({ tables: ['Score_J02'] })).tables['Score_J02']?.values.filter(
        (cells) => cells[3] === 21,
      ) ?? [];
    expect(row?.slice(0, 2).map(String)).toEqual(tab[5]?.slice(0, 2).map(String));
  });
});
