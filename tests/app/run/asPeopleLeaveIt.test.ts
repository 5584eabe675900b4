// What people do to the tables by hand and what then counts otherwise than it looks: every job that reads the table says so.
import type { JobReport } from '../../../src/app/run/job';
import { tableCalled, type CellValue, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { memoryWorkbook } from '../../support/memoryWorkbook';
import { arrived, withReceipts } from '../../support/receiptRows';
import { at } from '../../support/reportFixtures';
import { runJob } from '../../support/runJob';

const NOW = at('2021-06-09 09:00');

const START = withReceipts(
  arrived('R0001', 'U02', '集兵镇', 'T1', '2021-06-07 12:00', { 审核: '通过', 含材料: '方案文本', 标题: '方案' }),
  arrived('R0002', 'U03', '杉桥镇', 'T1', '2021-06-07 12:00', { 审核: '通过', 含材料: '方案文本', 标题: '方案' }),
);

type Rows = readonly (readonly CellValue[])[];

function changed(snapshot: WorkbookSnapshot, name: string, change: (rows: Rows) => Rows): WorkbookSnapshot {
  const table = tableCalled(snapshot.tables, name);
  if (!table) throw new Error(name);
  const both = { values: change(table.values), formulas: change(table.formulas) };
  return { ...snapshot, tables: { ...snapshot.tables, [name]: { ...table, ...both } } };
}

const without = (snapshot: WorkbookSnapshot, name: string, id: string): WorkbookSnapshot =>
  changed(snapshot, name, (rows) => rows.filter((row) => row[0] !== id));

function typed(
  snapshot: WorkbookSnapshot,
  name: string,
  at: number,
  cells: Readonly<Record<string, CellValue>>,
): WorkbookSnapshot {
  const headers = tableCalled(snapshot.tables, name)?.headers ?? [];
  return changed(snapshot, name, (rows) =>
    rows.map((row, index) => (index === at ? row.map((cell, place) => cells[headers[place] ?? ''] ?? cell) : row)),
  );
}

async function reportOf(snapshot: WorkbookSnapshot, job: string): Promise<JobReport> {
  return runJob(memoryWorkbook(snapshot, NOW).deps, job, {}, { mode: 'preview' });
}

async function said(snapshot: WorkbookSnapshot, job = 'summary'): Promise<string[]> {
  const before = await reportOf(START, job);
  const known = new Set([...before.problems, ...before.notices].map(({ message }) => message.en));
  const { problems, notices } = await reportOf(snapshot, job);
  const fresh = [...problems, ...notices].filter(({ message }) => !known.has(message.en));
  return fresh.map(({ code, table, row }) => [code, table, row].join(' '));
}

it('a unit whose row of the roster was deleted is missed, with all that it sent', async () => {
  const gone = without(START, 'Units', 'U02');
  expect(await said(gone)).toEqual(['row-is-gone Tracker U02 T1', 'unknown-unit Receipts R0001']);
  expect(await said(gone, 'check')).toEqual(
    expect.arrayContaining(['row-is-gone Tracker U02 T1', 'unknown-unit Receipts R0001']),
  );
  expect((await reportOf(gone, 'accountability')).stopped).toBe(true);
});

it('an item whose row was deleted is missed while the tracker has rows of it', async () => {
  expect(await said(without(START, 'Requirements', 'T2'))).toContain('row-is-gone Tracker U01 T2');
});

it('a row that was written for a unit whose name is another’s now is named; a unit that was only renamed is not', async () => {
  const renamed = typed(START, 'Units', 1, { 单位名称: '集兵街道' });
  expect(await said(renamed)).toEqual([]);
  const swapped = typed(typed(START, 'Units', 1, { 单位名称: '杉桥镇' }), 'Units', 2, { 单位名称: '集兵镇' });
  expect(await said(swapped)).toEqual([
    'cells-moved Units U02',
    'name-is-anothers Receipts R0001',
    'name-is-anothers Receipts R0002',
  ]);
});

it('an extension to a moment before the item’s due time is named', async () => {
  const extended = (to: string): WorkbookSnapshot => typed(START, 'Exceptions', 0, { 延期至: at(to) / 86400 + 25569 });
  expect(await said(extended('2021-06-05 18:00'))).toEqual(['extended-to-earlier Exceptions U33 T2']);
  expect(await said(extended('2021-06-12 18:00'))).toEqual([]);
});

it('an exception that grants nothing any more is named by the check, one that cannot be read only as that', async () => {
  expect(await said(typed(START, 'Exceptions', 0, { 另定数量: '' }), 'check')).toContain(
    'missing-change Exceptions U33 T2',
  );
  const unread = await said(typed(START, 'Exceptions', 0, { 另定数量: '', 延期至: '下周' }), 'check');
  expect(unread.filter((one) => one.includes('Exceptions U33 T2'))).toEqual(['unreadable-cell Exceptions U33 T2']);
});

it('an item that begins after it is due is named', async () => {
  const begins = (time: string): WorkbookSnapshot =>
    typed(START, 'Requirements', 0, { 开始时间: at(time) / 86400 + 25569 });
  expect(await said(begins('2021-06-20 08:00'))).toEqual(['due-before-start Requirements T1']);
  expect(await said(begins('2021-06-01 08:00'))).toEqual([]);
});

it('a row of the certificate template whose hidden key is gone is named, for it is not printed', async () => {
  expect(await said(typed(START, 'CertificateTemplate', 2, { 键: '' }), 'check')).toEqual([
    'bad-setting CertificateTemplate #3',
  ]);
  expect(await said(typed(START, 'CertificateTemplate', 2, { 键: 'x' }), 'check')).toEqual([
    'bad-setting CertificateTemplate x',
  ]);
});

it('seats that cannot be read are named in their tier alone, not in the setting that follows from it', async () => {
  const tier = typed(START, 'AwardTiers', 0, { 名额: '若干' });
  const book = typed(
    tier,
    'Settings',
    tier.tables.Settings!.values.findIndex((row) => row.includes('awardQuota')),
    { 值: 0 },
  );
  const found = await said(book, 'check');
  expect(found).toContainEqual(expect.stringMatching(/^unreadable-cell AwardTiers /));
  expect(found).not.toContain('bad-setting Settings awardQuota');
});

it('the same arrival registered twice is named, unless it was sent back, corrects the other or has another title', async () => {
  const twin = { 单位: '集兵镇', 单位编号: 'U02', 登记时编号: 'U02', 登记时名称: '集兵镇' };
  expect(await said(typed(START, 'Receipts', 1, twin))).toEqual(['same-arrival Receipts R0002']);
  const others: readonly Readonly<Record<string, CellValue>>[] = [
    { 审核: '退回' },
    { 更正哪件: 'R0001' },
    { 标题: '方案二' },
  ];
  for (const other of others) expect(await said(typed(START, 'Receipts', 1, { ...twin, ...other }))).toEqual([]);
});

it('a copy of a sheet, where what is typed counts nowhere, is named by who reads its table', async () => {
  const copied = (name: string): WorkbookSnapshot => ({ ...START, sheets: [...START.sheets, { name, visible: true }] });
  for (const name of ['收件登记 (2)', '收件登记_2', '收件登记 - 副本'])
    expect(await said(copied(name))).toEqual(['sheet-copy Receipts ']);
  for (const name of ['值班表 (2)', '收件登记说明']) expect(await said(copied(name))).toEqual([]);
});

it('arrivals still to come, and parts in words that the item does not know, are named where they leave it open', async () => {
  expect(await said(typed(START, 'Receipts', 0, { 收到时间: at('2021-07-06 10:00') / 86400 + 25569 }))).toEqual([
    'future-receipt Receipts R0001',
  ]);
  expect(await said(typed(START, 'Receipts', 0, { 含材料: '方案文本/照片' }))).toEqual(['unknown-part Receipts R0001']);
  expect(await said(typed(START, 'Receipts', 0, { 含材料: '方案文本、照片' }))).toEqual([]);
});

it('a unit whose name was cleared, and a block of receipts pasted over others, are named', async () => {
  expect(await said(typed(START, 'Units', 1, { 单位名称: '' }))).toEqual(['row-is-gone Tracker U02 T1']);
  const pasted = changed(START, 'Receipts', ([row = []]) => [row, row]);
  expect(await said(pasted)).toEqual(['duplicate-id Receipts R0001']);
});

it('of two items of one id the first counts, whichever stands first, and of those without an id none; each is named', async () => {
  const items = START.tables.Requirements?.values ?? [];
  const twin = (rows: Rows, id: string): CellValue[] => (rows[1] ?? []).map((cell, place) => (place === 0 ? id : cell));
  for (const id of ['T1', 't1']) {
    const twice = changed(START, 'Requirements', (rows) => [...rows, twin(rows, id)]);
    expect(await said(twice)).toEqual([`duplicate-id Requirements ${id}`]);
    expect((await reportOf(twice, 'summary')).results).toEqual((await reportOf(START, 'summary')).results);
    expect((await reportOf(twice, 'overdue')).results).toEqual((await reportOf(START, 'overdue')).results);
  }
  const unnamed = changed(START, 'Requirements', (rows) => [...rows, twin(rows, '')]);
  expect(await said(unnamed)).toEqual([`missing-id Requirements #${items.length + 1}`]);
  expect((await reportOf(unnamed, 'overdue')).results).toEqual((await reportOf(START, 'overdue')).results);
  expect(await said(unnamed, 'check')).toContain(`missing-id Requirements #${items.length + 1}`);
});

it('an activity or a phase whose name stands twice, or whose row has none, is named', async () => {
  for (const [table, header] of [
    ['Activities', '活动'],
    ['Phases', '阶段'],
  ] as const) {
    const name = String(START.tables[table]?.values[0]?.[0] ?? '');
    expect(await said(typed(START, table, 1, { [header]: `${name} ` }), 'check')).toContain(
      `duplicate-id ${table} ${name}`,
    );
    expect(await said(typed(START, table, 1, { [header]: '' }), 'check')).toContain(`missing-id ${table} #2`);
  }
});

it('formulas that were pasted over with their values, with the column that would say so, are named by every job that reads the table', async () => {
  const receipts = START.tables.Receipts;
  if (!receipts) throw new Error('no receipts');
  const table = { ...receipts, formulas: receipts.values };
  const pasted = { ...START, tables: { ...START.tables, Receipts: table } };
  for (const job of ['summary', 'overdue', 'remind'])
    expect(await said(pasted, job)).toEqual(['formula-overwritten Receipts R0001']);
  // What another row says of itself is said beside it.
  const issue = receipts.headers.indexOf('待改正');
  const values = receipts.values.map((row, at) =>
    at === 1 ? row.map((cell, c) => (c === issue ? '[=]' : cell)) : row,
  );
  const formulas = receipts.formulas.map((row, at) => (at === 0 ? (receipts.values[0] ?? []) : row));
  const both = { ...START, tables: { ...START.tables, Receipts: { ...receipts, values, formulas } } };
  expect(await said(both)).toEqual(['formula-overwritten Receipts R0001', 'formula-overwritten Receipts R0002']);
});
