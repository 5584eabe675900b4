import { beforeAll, describe, expect, it } from '@jest/globals';
import { IMPORT_RECEIPTS } from '../../../src/app/collect/importReceiptsJob';
import { IMPORT_ROSTER } from '../../../src/app/collect/importRosterJob';
import { IMPORT_SCORES } from '../../../src/app/contest/importScoresJob';
import { IMPORT_STORIES } from '../../../src/app/contest/importStoriesJob';
import type { ImportedFile, JobReport } from '../../../src/app/run/job';
import { MAKE_JUDGE_TABS } from '../../../src/app/contest/makeJudgeTabsJob';
import { RECEIVE } from '../../../src/app/collect/receiveJob';
import { type UndoResults } from '../../../src/app/care/undo';
import { UNDO } from '../../../src/app/care/undoJob';
import {
  tableCalled,
  type CellValue,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../../src/workbook/contract/snapshot';
import { typed } from '../../support/calculated';
import { cellOf, memoryWorkbook, type MemoryWorkbook } from '../../support/memoryWorkbook';
import { at } from '../../support/reportFixtures';
import { samplePaste } from '../../support/samplePaste';
import { sampleSheets } from '../../support/sampleSheets';
import { newSnapshot } from '../../support/situationOf';

const list = (...rows: (string | number | null)[][]): ImportedFile => ({ name: '', sheets: [{ name: '', rows }] });
const open = (): MemoryWorkbook => memoryWorkbook(newSnapshot(), at('2021-06-06 10:00'));
const rowAt = (snapshot: WorkbookSnapshot, table: string, id: string): number =>
  tableCalled(snapshot.tables, table)!.values.findIndex((row) => row[0] === id);
const put = (book: MemoryWorkbook, table: string, id: string, header: string, value: CellValue): void =>
  book.edit((snapshot) => typed(snapshot, table, rowAt(snapshot, table, id), header, value));
/** All cells but what rows keep of themselves, which follows what people typed before. */
const bodies = (snapshot: WorkbookSnapshot, ...tables: string[]): TableSnapshot['values'][] =>
  tables.map((name) => {
    const { headers, values } = tableCalled(snapshot.tables, name)!;
    return values.map((row) => row.filter((_, place) => headers[place] !== '登记时各列'));
  });
const codes = ({ notices }: JobReport): string[] => notices.map(({ code }) => code);

async function takeBack(book: MemoryWorkbook, later = '2021-06-06 11:00'): Promise<JobReport<UndoResults>> {
  book.setNow(at(later));
  return UNDO.perform(book.deps, {}, 'write');
}

describe('undo of an imported roster', () => {
  const FILE = list(
    ['单位名称', '类别', '联系人', '电话'],
    ['西渡镇', '乡镇', '张三', '13900001111'],
    ['集兵镇', '乡镇', '李四', '13900002222'],
    ['县司法局', '成员单位', '王五', '13900003333'],
  );

  it('gives every cell back as it was: numbers as numbers, blanks as blanks, and rows to be filled in empty again', async () => {
    const book = open();
    put(book, 'Units', 'U01', '联系电话', 7341234567);
    put(book, 'Units', 'U01', '联络员', ' 老张 ');
    const before = bodies(book.snapshot, 'Units');
    await IMPORT_ROSTER.perform(book.deps, { file: FILE }, 'write');
    expect(cellOf(book.snapshot, 'Units', 'U01', '联系电话')).toBe('13900001111');
    expect(cellOf(book.snapshot, 'Units', 'U46', '单位名称')).toBe('县司法局');
    const report = await takeBack(book);
    expect(report).toMatchObject({ stopped: false, notices: [], results: { job: 'import-roster', leftAlone: [] } });
    expect(bodies(book.snapshot, 'Units')).toEqual(before);
  });

  it('leaves what was changed since as it is, and names it', async () => {
    const book = open();
    await IMPORT_ROSTER.perform(book.deps, { file: FILE }, 'write');
    put(book, 'Units', 'U01', '联系电话', '13911112222');
    put(book, 'Units', 'U46', '简称', '司法局');
    const report = await takeBack(book);
    expect(report.notices.map(({ code, row }) => [code, row])).toEqual([
      ['changed-since', 'U01 西渡镇'],
      ['unit-in-use', 'U46'],
    ]);
    expect(cellOf(book.snapshot, 'Units', 'U01', '联系电话')).toBe('13911112222');
    expect(cellOf(book.snapshot, 'Units', 'U01', '联络员')).toBe('');
    expect(cellOf(book.snapshot, 'Units', 'U46', '联络员')).toBe('王五');
  });

  it('keeps a new unit that something has come from since', async () => {
    const book = open();
    await IMPORT_ROSTER.perform(book.deps, { file: FILE }, 'write');
    await IMPORT_RECEIPTS.perform(
      book.deps,
      {
        file: list(
          ['收件时间', '发件单位', '邮件主题', '附件'],
          ['2021-06-06 09:00', '县司法局', '活动方案', '活动方案.docx'],
        ),
      },
      'write',
    );
    await takeBack(book);
    expect(codes(await takeBack(book))).toEqual(['unit-in-use']);
    expect(cellOf(book.snapshot, 'Units', 'U46', '单位名称')).toBe('县司法局');
  });

  it('finds its cells after the roster was sorted and its columns moved', async () => {
    const book = open();
    const former = new Map(
      book.snapshot.tables['Units']!.values.map((row) => [
        row[0],
        row[book.snapshot.tables['Units']!.headers.indexOf('联络员')],
      ]),
    );
    await IMPORT_ROSTER.perform(book.deps, { file: FILE }, 'write');
    const turned = (rows: TableSnapshot['values']): CellValue[][] =>
      [...rows].reverse().map((row) => [row[0]!, ...row.slice(1).reverse()]);
    book.edit((snapshot) => {
      const table = snapshot.tables['Units']!;
      const [first = '', ...rest] = table.headers;
      return {
        ...snapshot,
        tables: {
          ...snapshot.tables,
          Units: {
            ...table,
            headers: [first, ...rest.reverse()],
            values: turned(table.values),
            formulas: turned(table.formulas),
          },
        },
      };
    });
    expect(codes(await takeBack(book))).toEqual([]);
    for (const [id, contact] of former) expect(cellOf(book.snapshot, 'Units', String(id), '联络员')).toBe(contact);
  });
});

describe('undo of what arrived', () => {
  it('sends back the receipts of the last import only, keeps those that were reviewed since, and deletes none', async () => {
    const book = open();
    await RECEIVE.perform(book.deps, { unit: '西渡镇', requirement: 'T1', parts: '全部' }, 'write');
    book.setNow(at('2021-06-06 10:05'));
    await IMPORT_RECEIPTS.perform(
      book.deps,
      { file: { name: '', sheets: samplePaste('receipts-mailbox.tsv') } },
      'write',
    );
    put(book, 'Receipts', 'R0002', '审核', '通过');
    const count = book.snapshot.tables['Receipts']!.values.length;
    const report = await takeBack(book);
    expect(report.results).toMatchObject({
      job: 'import-receipts',
      withdrawn: 122,
      leftAlone: ['Receipts R0002 审核'],
    });
    expect(book.snapshot.tables['Receipts']!.values).toHaveLength(count);
    expect(cellOf(book.snapshot, 'Receipts', 'R0001', '审核')).toBe('待审');
    expect(cellOf(book.snapshot, 'Receipts', 'R0002', '审核')).toBe('通过');
    expect(cellOf(book.snapshot, 'Receipts', 'R0003', '审核')).toBe('退回');
    expect(cellOf(book.snapshot, 'Receipts', 'R0003', '备注')).toMatch(/撤销导入$/);
  });

  it('never gives an id twice: what was taken back keeps its number, and the next arrival is numbered on', async () => {
    const book = open();
    for (const minute of [0, 1, 2]) {
      book.setNow(at(`2021-06-06 10:0${minute * 2}`));
      await RECEIVE.perform(book.deps, { unit: '西渡镇', requirement: 'T1', parts: '全部' }, 'write');
      if (minute < 2) await takeBack(book, `2021-06-06 10:0${minute * 2 + 1}`);
    }
    const table = book.snapshot.tables['Receipts']!;
    const review = table.headers.indexOf('审核');
    expect(table.values.map((row) => [row[0], row[review]])).toEqual([
      ['R0001', '退回'],
      ['R0002', '退回'],
      ['R0003', '待审'],
    ]);
  });

  it('lets the same list be imported again, as if the first had never come', async () => {
    const book = open();
    const file = list(
      ['收件时间', '发件单位', '邮件主题', '附件'],
      ['2021-06-06 09:00', '西渡镇', '活动方案', '活动方案.docx'],
      ['2021-06-06 09:30', '西渡镇', '活动方案（更正稿）', '活动方案.docx'],
    );
    await IMPORT_RECEIPTS.perform(book.deps, { file }, 'write');
    expect((await takeBack(book)).message.zh).toContain('已撤销 6月6日 10:00 的“导入收件清单”');
    book.setNow(at('2021-06-06 12:00'));
    expect((await IMPORT_RECEIPTS.perform(book.deps, { file, review: 'accepted' }, 'write')).results.taken).toBe(2);
    expect(cellOf(book.snapshot, 'Receipts', 'R0004', '更正哪件')).toBe('R0003');
    book.setNow(at('2021-06-06 12:05'));
    expect((await IMPORT_RECEIPTS.perform(book.deps, { file }, 'write')).results).toMatchObject({
      taken: 0,
      alreadyThere: 2,
    });
  });

  it('run again takes back the act before, and says when there is none left', async () => {
    const book = open();
    await RECEIVE.perform(book.deps, { unit: '西渡镇', requirement: 'T1', parts: '全部', review: 'accepted' }, 'write');
    book.setNow(at('2021-06-06 10:01'));
    await RECEIVE.perform(book.deps, { unit: '集兵镇', requirement: 'T1', parts: '全部', note: '纸质' }, 'write');
    expect((await takeBack(book)).results.withdrawn).toBe(1);
    expect(cellOf(book.snapshot, 'Receipts', 'R0002', '备注')).toBe('纸质；撤销登记');
    expect(cellOf(book.snapshot, 'Receipts', 'R0001', '审核')).toBe('通过');
    await takeBack(book, '2021-06-06 11:01');
    expect(cellOf(book.snapshot, 'Receipts', 'R0001', '审核')).toBe('退回');
    const none = await takeBack(book, '2021-06-06 11:02');
    expect(none).toMatchObject({ stopped: true, problems: [{ code: 'nothing-to-undo' }] });
  });

  it('shows what it would do without doing it', async () => {
    const book = open();
    await RECEIVE.perform(book.deps, { unit: '西渡镇', requirement: 'T1', parts: '全部' }, 'write');
    const before = book.snapshot;
    const report = await UNDO.perform(book.deps, {}, 'preview');
    expect(report.preview?.changed.map(({ row, column, after }) => [row, column, after])).toEqual([
      ['R0001', '审核', '退回'],
      ['R0001', '备注', '撤销登记'],
    ]);
    expect(report.message.zh).toContain('将撤销 6月6日');
    expect(report.message.en).toContain('To be undone: ');
    expect(book.snapshot).toBe(before);
  });
});

describe('undo in the contest', () => {
  let stories: ImportedFile;
  let scores: ImportedFile;
  beforeAll(async () => {
    stories = { name: '', sheets: await sampleSheets('stories-messy.xlsx') };
    scores = { name: '', sheets: await sampleSheets('scores-messy.xlsx') };
  });

  it('empties the scores of an import, gives overwritten ones back as numbers, and leaves those that a judge changed since', async () => {
    const book = open();
    await IMPORT_STORIES.perform(book.deps, { file: stories }, 'write');
    await MAKE_JUDGE_TABS.perform(book.deps, { judges: 7 }, 'write');
    const first = book.snapshot.tables['Score_J01']!;
    const header = first.headers.find((each) => each.startsWith('真实性'))!;
    book.edit((snapshot) => typed(snapshot, 'Score_J01', 1, header, 12.5));
    const before = bodies(book.snapshot, 'Score_J01', 'Score_J02', 'Score_J07');
    book.setNow(at('2021-06-06 10:10'));
    const { results } = await IMPORT_SCORES.perform(book.deps, { file: scores, overwrite: true }, 'write');
    expect(results.taken).toBeGreaterThan(50);
    const report = await takeBack(book);
    expect(report).toMatchObject({ notices: [], results: { job: 'import-scores' } });
    expect(bodies(book.snapshot, 'Score_J01', 'Score_J02', 'Score_J07')).toEqual(before);
  });

  it('says which rows are not there any more when a judge’s sheet was deleted', async () => {
    const book = open();
    await IMPORT_STORIES.perform(book.deps, { file: stories }, 'write');
    await MAKE_JUDGE_TABS.perform(book.deps, { judges: 7 }, 'write');
    await IMPORT_SCORES.perform(book.deps, { file: scores }, 'write');
    book.edit(({ tables: { Score_J01: _gone, ...tables }, ...snapshot }) => ({ ...snapshot, tables }));
    const report = await takeBack(book);
    expect(new Set(codes(report))).toEqual(new Set(['missing-table', 'not-found']));
    expect(report.results.restored).toBeGreaterThan(50);
  });

  it('takes stories out of the contest without deleting them', async () => {
    const book = open();
    const { results } = await IMPORT_STORIES.perform(book.deps, { file: stories }, 'write');
    expect((await takeBack(book)).results.withdrawn).toBe(results.taken);
    const table = book.snapshot.tables['Entries']!;
    expect(new Set(table.values.map((row) => row[table.headers.indexOf('参评')]))).toEqual(new Set(['否']));
    expect(table.values).toHaveLength(results.taken);
  });

  it('never gives the id of a story twice, and the blind numbers to the stories of the next import', async () => {
    const book = open();
    const { results } = await IMPORT_STORIES.perform(book.deps, { file: stories }, 'write');
    await takeBack(book);
    book.setNow(at('2021-06-06 12:00'));
    const again = await IMPORT_STORIES.perform(book.deps, { file: stories }, 'write');
    expect(again.results.taken).toBe(results.taken);
    const ids = book.snapshot.tables['Entries']!.values.map((row) => row[0]);
    expect(ids).toHaveLength(2 * results.taken);
    expect(new Set(ids).size).toBe(ids.length);
    expect(cellOf(book.snapshot, 'Entries', 'E001', '盲评号')).toBe('');
    expect(cellOf(book.snapshot, 'Entries', 'E001', '备注')).toMatch(/原盲评号 \S+；撤销导入$/);
    const numbers = book.snapshot.tables['Entries']!.values.map((row) => row[1]).filter((cell) => cell !== '');
    expect(new Set(numbers).size).toBe(results.taken);
    expect((await IMPORT_STORIES.perform(book.deps, { file: stories }, 'write')).results).toMatchObject({
      taken: 0,
      alreadyThere: results.taken,
    });
  });
});
