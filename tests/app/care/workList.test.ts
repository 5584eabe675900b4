// The working list and the cards of selected rows, from snapshots without any Excel.
// The pane knows all jobs: the list names the one that makes a sheet.
import '../../../src/app/catalogue/catalogue';
import { readCampaignState, type CampaignState } from '../../../src/app/care/campaignState';
import { changedTables } from '../../../src/app/care/changedTables';
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { placeOf } from '../../../src/app/care/keyTarget';
import { rowCard } from '../../../src/app/care/rowCard';
import type { Deps } from '../../../src/app/run/job';
import type { ReadRequest } from '../../../src/workbook/contract/port';
import { tableCalled, type TableSnapshot, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { TRACKER } from '../../../src/workbook/tables/tracker/tracker';
import { decideBriefing } from '../../../src/app/publish/briefing';
import { decideSummary } from '../../../src/app/publish/summary';
import { applySteps } from '../../support/applySteps';
import { at } from '../../support/reportFixtures';
import { newSnapshot, situationOf, withSetting } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';

type Home = Extract<CampaignState, { kind: 'campaign' }>;

function depsOn(book: { now: WorkbookSnapshot; asked: ReadRequest[] }, now: string): Deps {
  return {
    workbook: {
      read: (request) => {
        book.asked.push(request);
        return Promise.resolve(book.now);
      },
      write: () => Promise.reject(new Error('the state writes nothing')),
      roundTrips: 0,
    },
    now: () => at(now),
    language: 'zh',
  };
}

async function homeOf(snapshot: WorkbookSnapshot, now: string): Promise<Home> {
  const state = await readCampaignState(depsOn({ now: snapshot, asked: [] }, now));
  if (state.kind !== 'campaign') throw new Error('not a campaign');
  return state;
}

const receipt = (id: string, more: Record<string, string | number> = {}) => ({
  收件编号: id,
  单位: '西渡镇',
  单位编号: 'U01',
  事项编号: 'T1',
  收到时间: 44354,
  含材料: '方案文本',
  审核: '待审',
  ...more,
});

const tableOf = ({ tables }: WorkbookSnapshot, name: string): TableSnapshot => {
  const table = tableCalled(tables, name);
  if (!table) throw new Error(`no ${name}`);
  return table;
};

test('a made sheet whose source changed is named with the job that makes it again (A-13)', async () => {
  const arrived = withRows(newSnapshot(), 'Receipts', [receipt('R0001')]);
  const situation = situationOf(arrived, '2021-06-09 09:00');
  const made = applySteps(applySteps(arrived, decideBriefing(situation).steps), decideSummary(situation).steps);
  const stale = async (snapshot: WorkbookSnapshot) =>
    (await homeOf(snapshot, '2021-06-09 09:00')).work
      .filter(({ key }) => key.startsWith('stale:'))
      .map(({ title, act }) => [title.zh, act?.job]);
  expect(await stale(made)).toEqual([]);
  expect(await stale(withRows(made, 'Receipts', [receipt('R0001', { 审核: '通过' })]))).toEqual([
    ['“领导简报”生成之后数据已变', 'briefing'],
    ['“汇总”生成之后数据已变', 'summary'],
  ]);
});

test('a title that names somebody under an alias is named with its cell and its cure before any sheet is refused (A-3)', async () => {
  const entry = (id: string, title: string) => ({ 参评编号: id, 题目: title, 类别: '社区戒毒康复', 参评人: '王小芳' });
  const named = withRows(newSnapshot(), 'Entries', [entry('E001', '王小芳的新生活'), entry('E002', '回家')]);
  const [item, ...others] = (await homeOf(named, '2021-06-09 09:00')).work.filter(({ key }) => key === 'exposed');
  expect(others).toEqual([]);
  expect(item).toMatchObject({
    title: { zh: '1 件作品的题目里有须用化名的姓名' },
    detail: { zh: expect.stringContaining('请在“题目”里改用化名') },
    show: { table: 'Entries' },
  });
  expect(
    decideCheck(situationOf(named, '2021-06-09 09:00')).notices?.filter(({ code }) => code === 'title-names-person'),
  ).toMatchObject([{ table: 'Entries', row: 'E001', column: 'title' }]);
});

test('what is late comes before what waits, and that before what is good to know', async () => {
  const snapshot = withSetting(withRows(newSnapshot(), 'Receipts', [receipt('R0001')]), 'asOf', 44356);
  const { work } = await homeOf(snapshot, '2021-06-09 09:00');
  expect(work.map(({ key, urgency }) => `${urgency} ${key}`)).toEqual([
    'now overdue',
    'now review',
    'soon roster',
    'soon due:T2',
    'calm asOf',
    'calm no-entries',
    'calm next',
  ]);
  expect(work.find(({ key }) => key === 'review')).toMatchObject({
    title: { zh: '1 件待审', en: '1 to review' },
    detail: { zh: '其中 1 项只等审核就齐了' },
    places: [
      { title: { zh: 'R0001 · 西渡镇 · 宣传活动方案' }, show: { table: 'Receipts', row: { receiptId: 'R0001' } } },
    ],
    act: { job: 'review', values: { receipts: 'R0001' } },
  });
});

test('what a campaign begins with is on the list in its turn: receipts, then entries, then score sheets', async () => {
  const keys = async (snapshot: WorkbookSnapshot, now: string): Promise<string[]> =>
    (await homeOf(snapshot, now)).work.map(({ key, urgency, act }) => `${urgency} ${key} → ${act?.job ?? ''}`);
  const empty = newSnapshot();
  expect(await keys(empty, '2021-06-01 09:00')).not.toContainEqual(expect.stringContaining('no-'));
  expect(await keys(empty, '2021-06-05 09:00')).toContain('soon no-receipts → import-receipts');
  expect((await keys(empty, '2021-06-08 09:00'))[0]).toBe('now no-receipts → import-receipts');
  const begun = withRows(empty, 'Receipts', [receipt('R0001')]);
  const later = await keys(begun, '2021-06-08 09:00');
  expect(later).toContain('calm no-entries → import-stories');
  expect(later.join()).not.toContain('no-receipts');
  const story = { 参评编号: 'E001', 盲评号: '1', 题目: '新生', 报送单位: '西渡镇' };
  const entered = await keys(withRows(begun, 'Entries', [story]), '2021-06-08 09:00');
  expect(entered).toContain('soon judge-tabs → make-judge-tabs');
  expect(entered.join()).not.toContain('no-entries');
});

test('a receipt typed without a number is said so, leads to its row, and is reviewed by its unit and item', async () => {
  const typed = receipt('', { 备注: '网上交的' });
  const alone = withRows(newSnapshot(), 'Receipts', [typed]);
  const home = await homeOf(alone, '2021-06-09 09:00');
  const line = home.work.find(({ key }) => key === 'review');
  expect(line?.places).toEqual([
    {
      title: { zh: '未编号的一件 · 西渡镇 · 宣传活动方案', en: 'the one without a number · 西渡镇 · 宣传活动方案' },
      show: { table: 'Receipts', unnamed: { index: 0, text: '' } },
    },
  ]);
  const byPair = { requirement: 'T1', unit: '西渡镇' };
  expect(line?.act).toMatchObject({ job: 'review', values: byPair });
  const { headers, values } = tableOf(alone, 'Receipts');
  const card = rowCard({ table: 'Receipts', headers, cells: values[0] ?? [], column: 0 }, home.behind);
  expect(card).toMatchObject({ kind: 'receipt', subtitle: { zh: '未编号的一件 · 西渡镇 · 宣传活动方案' } });
  expect(card?.acts[0]).toMatchObject({ job: 'review', values: { ...byPair, to: 'accepted' } });

  const noItem = withRows(newSnapshot(), 'Receipts', [receipt('', { 事项编号: '' })]);
  const lacks = (await homeOf(noItem, '2021-06-09 09:00')).work.find(({ key }) => key === 'cells');
  expect(lacks?.places?.map(({ title }) => title)).toEqual([
    {
      zh: '收件登记 第 5 行的“事项编号”空缺，这一件暂不计入。请补正。',
      en: 'Receipt row 5: a cell is empty (an item ID expected); it does not count yet. Please complete it.',
    },
  ]);

  const two = withRows(newSnapshot(), 'Receipts', [typed, receipt('R0002')]);
  const { work } = await homeOf(two, '2021-06-09 09:00');
  expect(work.find(({ key }) => key === 'review')?.act).toMatchObject({ values: { receipts: 'R0002' } });
});

test('a cell that cannot be read is a link to that cell, first of all', async () => {
  const snapshot = withRows(newSnapshot(), 'Receipts', [receipt('R0001', { 收到时间: '上周五' })]);
  const { work } = await homeOf(snapshot, '2021-06-01 09:00');
  expect(work[0]).toMatchObject({
    key: 'cells',
    urgency: 'now',
    places: [{ show: { table: 'Receipts', row: { receiptId: 'R0001' }, column: 'receivedAt' } }],
  });
});

test('a due time within three days names who has still to report and leads to their rows', async () => {
  const { work } = await homeOf(newSnapshot(), '2021-06-05 09:00');
  expect(work.find(({ key }) => key === 'due:T1')).toMatchObject({
    urgency: 'soon',
    title: { zh: '宣传活动方案：还有 45 家未报齐', en: expect.stringContaining('45 units have still to report') },
    show: { table: 'Tracker', filter: [{ column: 'requirementId', values: ['T1'] }, { column: 'status' }] },
    act: { job: 'remind', values: { days: '3' } },
  });
  expect((await homeOf(newSnapshot(), '2021-06-03 09:00')).work.map(({ key }) => key)).not.toContain('due:T1');
});

test('places are found by key wherever the columns stand now; a column that is gone leads nowhere', () => {
  const table = tableOf(newSnapshot(), 'Tracker');
  const target = { table: 'Tracker', row: { unitId: 'U01', requirementId: 'T1' }, column: 'status' };
  const reversed = { ...table, headers: [...table.headers].reverse() };
  const last = table.headers.length - 1;
  expect(placeOf(target, TRACKER, reversed)).toMatchObject({
    row: [
      { place: last, text: 'U01' },
      { place: last - 2, text: 'T1' },
    ],
    column: last - table.headers.indexOf('状态'),
  });
  expect(placeOf(target, TRACKER, { ...table, headers: table.headers.map(() => '别的') })).toBeNull();
});

test('a row of the tracker shows its unit: how each item stands, what came, the acts that fit, filled in', async () => {
  const snapshot = withRows(newSnapshot(), 'Receipts', [receipt('R0001'), receipt('R0002', { 审核: '退回' })]);
  const { behind } = await homeOf(snapshot, '2021-06-09 09:00');
  const tracker = tableOf(snapshot, 'Tracker');
  const cells = tracker.values.find((row) => row[0] === 'U01' && row[2] === 'T1') ?? [];
  const card = rowCard({ table: 'Tracker', headers: tracker.headers, cells, column: 0 }, behind);
  expect(card).toMatchObject({ kind: 'unit', title: { zh: '西渡镇' } });
  expect(card?.lines[0]).toMatchObject({ label: { zh: '宣传活动方案' }, value: { zh: '待审' }, status: 'underReview' });
  expect(card?.history).toHaveLength(2);
  expect(card?.acts.map(({ job, values }) => [job, values])).toEqual([
    ['receive', { unit: '西渡镇', requirement: 'T1' }],
    ['remind', { units: '西渡镇' }],
    ['review', { receipts: 'R0001' }],
    ['extend', { unit: '西渡镇', requirement: 'T1' }],
    ['deactivate', { unit: '西渡镇' }],
  ]);
});

test('an empty row, a header and a table of somebody’s own have no card', async () => {
  const { behind } = await homeOf(newSnapshot(), '2021-06-09 09:00');
  const tracker = tableOf(behind.snapshot, 'Tracker');
  const row = (table: string, cells: string[]) => ({ table, headers: tracker.headers, cells, column: 0 });
  expect(rowCard(row('Tracker', []), behind)).toBeNull();
  expect(rowCard(row('Tracker', ['U99', '', 'T1']), behind)).toBeNull();
  expect(rowCard(row('MyTable', ['U01']), behind)).toBeNull();
});

test('after a change only the tables of that sheet and what follows from them are read again', async () => {
  const book = { now: newSnapshot(), asked: [] as ReadRequest[] };
  const deps = depsOn(book, '2021-06-09 09:00');
  const first = await readCampaignState(deps);
  if (first.kind !== 'campaign') throw new Error('not a campaign');
  book.now = withRows(newSnapshot(), 'Receipts', [receipt('R0001')]);
  const second = await readCampaignState(deps, { behind: first.behind, changed: new Set(['收件登记']) });
  expect(book.asked.at(-1)).toEqual({ tables: ['Receipts'] });
  expect(second).toMatchObject({ counts: { underReview: 1 } });
  expect(changedTables(new Set(['单位名册']), first.behind.snapshot)).toEqual(
    expect.arrayContaining(['Units', 'Receipts', 'Exceptions', 'Entries', 'Judges']),
  );
  // Quota and prize in Settings are formulas of the tiers: read with old ones they would contradict the new.
  expect(changedTables(new Set(['奖项设置']), first.behind.snapshot)).toEqual(['AwardTiers', 'Settings']);
  expect(changedTables(new Set(['汇总（别人的）']), first.behind.snapshot)).toBeNull();
});

test('D-3 at a due time the state changes without anything being read', async () => {
  const book = { now: newSnapshot(), asked: [] as ReadRequest[] };
  const before = await readCampaignState(depsOn(book, '2021-06-07 18:00:00'));
  if (before.kind !== 'campaign') throw new Error('not a campaign');
  expect(before.counts.overdue).toBe(0);
  expect(before.behind.nextChange).toBe(at('2021-06-07 18:00:01'));
  const reads = book.asked.length;
  const after = await readCampaignState(depsOn(book, '2021-06-07 18:00:01'), {
    behind: before.behind,
    changed: new Set(),
  });
  expect(book.asked.length).toBe(reads);
  expect(after).toMatchObject({ counts: { overdue: 45 } });
});
