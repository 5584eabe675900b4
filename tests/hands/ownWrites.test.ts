// Desktop co-authoring merges later: what a session has written and verified may vanish. It is named on the next look, and can be restored.
import type { TableName } from '../../src/workbook/contract/keys';
import { RESTORE } from '../../src/app/care/restoreJob';
import { lookAgain } from '../../src/app/care/restore';
import { createOwnWrites } from '../../src/app/run/ownWrites';
import { mergedLater } from '../../src/workbench/hands/mergeLater';
import { perform, scoresFile, type Act } from '../../src/workbench/hands/sampleOffice';
import { openOffice, type Office, type Session } from '../../src/workbench/hands/sessions';
import type { Book } from '../../src/workbench/model/book';
import type { CellValue } from '../../src/workbook/contract/snapshot';
import { keptOffices } from '../support/sampleOfficeBooks';

let book: Book;
let office: Office;
let one: Session;
beforeAll(async () => {
  ({ decided: book } = await keptOffices());
}, 120_000);
beforeEach(async () => {
  office = openOffice();
  await office.open(book);
  one = { ...office.one, deps: { ...office.one.deps, by: '张三', session: 'a1', own: createOwnWrites() } };
});

const ARRIVAL = {
  job: 'receive',
  settings: { unit: '集兵镇', title: '故事素材', parts: '全部', at: '2021-06-09 08:00' },
};

async function rowsOf(table: TableName): Promise<Record<string, CellValue>[]> {
  const { headers = [], values = [] } = (await office.two.port.read({ tables: [table] })).tables[table] ?? {};
  return values.map((row) => Object.fromEntries(headers.map((header, place) => [header, row[place] ?? ''])));
}

/** As a merge leaves it: another session's state of the cell, or of the table's end, has won. */
async function loseLastRow(table: string): Promise<void> {
  await office.two.run(async (context) => {
    const own = context.workbook.tables.getItem(table);
    own.rows.load('count');
    await context.sync();
    own.rows.getItemAt(own.rows.count - 1).delete();
    await context.sync();
  });
}

it('names a row that vanished after it was verified, once in the next job, and brings it back with its formulas', async () => {
  await perform(one, ARRIVAL);
  const before = await rowsOf('Receipts');
  expect(await lookAgain(one.deps)).toEqual([]);
  await loseLastRow('Receipts');
  expect((await lookAgain(one.deps)).map(({ code, row }) => [code, row])).toEqual([
    ['own-write-vanished', before.at(-1)?.['收件编号']],
  ]);
  const [told] = await lookAgain(one.deps);
  expect(told?.message.zh).toContain('收到时间=2021-06-09 08:00，单位=集兵镇，');
  expect(told?.message.zh).not.toContain('登记时');
  const next = await perform(one, { job: 'overdue' });
  expect(next.notices.map(({ code }) => code)).toContain('own-write-vanished');
  expect((await perform(one, { job: 'overdue' })).notices.map(({ code }) => code)).not.toContain('own-write-vanished');

  const report = await RESTORE.perform(one.deps, {}, 'write');
  expect(report).toMatchObject({ stopped: false, results: { cells: 0, rows: [before.at(-1)?.['收件编号']] } });
  const after = await rowsOf('Receipts');
  const typed = (row: Record<string, CellValue> = {}): CellValue[] =>
    ['收件编号', '单位', '标题', '审核', '收到时间'].map((header) => row[header] ?? '');
  expect(after.map(typed)).toEqual(before.map(typed));
  expect(await lookAgain(one.deps)).toEqual([]);
  const formulas =
    (await office.two.port.read({ tables: ['Receipts'], formulas: ['Receipts'] })).tables['Receipts']?.formulas ?? [];
  const isFormula = (row: readonly CellValue[] = []): boolean[] => row.map((cell) => String(cell).startsWith('='));
  expect(isFormula(formulas.at(-1))).toEqual(isFormula(formulas[0]));
});

it('names a cell that is as it was before, restores it in its own row after sorting, and leaves alone what others wrote since', async () => {
  await perform(one, { job: 'review', settings: { receipts: 'R0001,R0002', to: '通过', reviewer: '张三' } });
  await office.two.run(async (context) => {
    const table = context.workbook.tables.getItem('Receipts');
    const column = table.columns.getItem('审核').getDataBodyRange();
    column.getCell(0, 0).values = [['待审']];
    column.getCell(1, 0).values = [['退回']];
    table.sort.apply([{ key: 0, ascending: false }]);
    await context.sync();
  });
  expect((await lookAgain(one.deps)).map(({ row, column }) => [row, column])).toEqual([['R0001', '审核']]);
  expect((await RESTORE.perform(one.deps, {}, 'write')).results).toEqual({ cells: 1, rows: [] });
  const review = new Map((await rowsOf('Receipts')).map((row) => [row['收件编号'], row['审核']]));
  expect([review.get('R0001'), review.get('R0002')]).toEqual(['通过', '退回']);
});

it('names a cell that is empty now, whatever had stood there before', async () => {
  await perform(one, { job: 'review', settings: { receipts: 'R0001', to: '通过', reviewer: '张三' } });
  await office.two.run(async (context) => {
    const column = context.workbook.tables.getItem('Receipts').columns.getItem('审核');
    column.getDataBodyRange().getCell(0, 0).values = [['']];
    await context.sync();
  });
  expect((await lookAgain(one.deps)).map(({ row, column }) => [row, column])).toEqual([['R0001', '审核']]);
});

it('names a row whose number is another’s since two copies were merged, and brings it back under a new number', async () => {
  const other = { ...ARRIVAL, settings: { unit: '曲兰镇', title: '征文', parts: '全部', at: '2021-06-09 15:00' } };
  const { told, sessions, wrong } = await mergedLater(office, book, [ARRIVAL, other]);
  const number = (await rowsOf('Receipts')).at(-1)?.['收件编号'];
  expect([wrong, told.map((problems) => problems.map(({ row }) => row))]).toEqual([[], [[number], []]]);
  const { results } = await RESTORE.perform(sessions[0]!.deps, {}, 'write');
  const rows = (await rowsOf('Receipts')).slice(-2);
  expect(rows.map((row) => [row['单位'], row['标题']])).toEqual([
    ['曲兰镇', '征文'],
    ['集兵镇', '故事素材'],
  ]);
  expect(results).toEqual({ cells: 0, rows: [rows[1]?.['收件编号']] });
  expect(rows[1]?.['收件编号']).not.toBe(number);
  expect(await lookAgain(sessions[0]!.deps)).toEqual([]);
});

it('names an extension that was lost, whose row no constant names, and a cell that another decided upon from the same former value', async () => {
  const extension = {
    job: 'extend',
    settings: { unit: '曲兰镇', requirement: 'T2', to: '2021-06-13T18:00', approvedBy: '县禁毒办', reason: '防汛' },
  };
  const lost = await mergedLater(office, book, [
    extension,
    { ...extension, settings: { ...extension.settings, unit: '西渡镇', reason: '停电' } },
  ]);
  expect([lost.wrong, lost.told.map((problems) => problems.map(({ table }) => table))]).toEqual([
    [],
    [['Exceptions'], []],
  ]);
  const review = (to: string): Act => ({
    job: 'review',
    settings: { receipts: 'R0001', to, reviewer: '张三', reason: '缺页' },
  });
  const cell = await mergedLater(office, book, [review('通过'), review('退回')]);
  expect([cell.wrong, cell.told.map((problems) => problems.map(({ row, found }) => [row, found]))]).toEqual([
    [],
    [[['R0001', '退回，退回：缺页']], []],
  ]);
  const report = await RESTORE.perform(cell.sessions[0]!.deps, {}, 'write');
  expect([report.results, report.message.zh]).toEqual([
    { cells: 0, rows: [] },
    expect.stringMatching(/^没有可以写回的。另有 \d+ 个单元格现在是别人写的内容，没有改动/),
  ]);
});

it('names one of several reminders of a moment that was lost, though the others look much like it', async () => {
  await perform(one, { job: 'remind', settings: { days: '2', by: '办公室' } });
  const before = await rowsOf('Reminders');
  expect(before.length).toBeGreaterThan(3);
  await loseLastRow('Reminders');
  const lost = await lookAgain(one.deps);
  expect(lost.map(({ code, table }) => [code, table])).toEqual([['own-write-vanished', 'Reminders']]);
  expect(lost[0]?.message.zh).toContain(String(before.at(-1)?.['内容']));
});

it('takes no row for two: a reminder into which somebody typed does not stand for another one that is gone', async () => {
  await perform(one, { job: 'remind', settings: { days: '2', by: '办公室' } });
  const lost = (await rowsOf('Reminders')).at(-1)?.['内容'];
  await loseLastRow('Reminders');
  await office.two.run(async (context) => {
    const [table, rows] = [context.workbook.tables.getItem('Reminders'), await rowsOf('Reminders')];
    const last = table.rows.getItemAt(rows.length - 1).getRange();
    last.getCell(0, 4).values = [['已打电话，下午报来']];
    await context.sync();
  });
  const named = await lookAgain(one.deps);
  expect(named.map(({ table }) => table)).toEqual(['Reminders']);
  expect(named[0]?.message.zh).toContain(String(lost));
});

it('names scores that another act wrote over at the same time, though the log calls their rows by the story’s number', async () => {
  const low = { job: 'import-scores', file: scoresFile(3, 6, 2), settings: { overwrite: '是', decided: '是' } };
  const high = { ...low, file: scoresFile(3, 6, 1) };
  const { wrong, told } = await mergedLater(office, book, [low, high]);
  expect(wrong).toEqual([]);
  expect(told.map((problems) => problems.some(({ table }) => table === 'Score_J01'))).toEqual([true, false]);
});

it('asks nothing of Excel while the session has written nothing', async () => {
  const before = one.port.roundTrips;
  expect(await lookAgain(one.deps)).toEqual([]);
  expect(one.port.roundTrips).toBe(before);
});
