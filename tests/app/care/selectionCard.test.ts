// The card of several selected rows, from snapshots without any Excel.
import '../../../src/app/catalogue/catalogue';
import { readCampaignState, type Behind } from '../../../src/app/care/campaignState';
import { selectionCard } from '../../../src/app/care/selectionCard';
import { REVIEW } from '../../../src/app/collect/reviewJob';
import { jobFacts } from '../../../src/app/run/definedJobs';
import type { StepField } from '../../../src/taskpane/steps';
import type { SelectedRow } from '../../../src/workbook/contract/pointing';
import { tableCalled, type CellValue, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { at } from '../../support/reportFixtures';
import { newSnapshot } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';

async function behindOf(snapshot: WorkbookSnapshot, now = '2021-06-09 09:00'): Promise<Behind> {
  const state = await readCampaignState({
    workbook: {
      read: () => Promise.resolve(snapshot),
      write: () => Promise.reject(new Error('a card writes nothing')),
      roundTrips: 0,
    },
    now: () => at(now),
    language: 'zh',
  });
  if (state.kind !== 'campaign') throw new Error('not a campaign');
  return state.behind;
}

const receipt = (id: string, unitId: string, unit: string, more: Record<string, string | number> = {}) => ({
  收件编号: id,
  单位: unit,
  单位编号: unitId,
  事项编号: 'T1',
  收到时间: 44354,
  含材料: '方案文本',
  审核: '待审',
  ...more,
});

/** The rows of a table for which `wanted` holds, selected: the first of them has the active cell. */
function selecting(
  snapshot: WorkbookSnapshot,
  name: string,
  wanted: (cells: readonly CellValue[]) => boolean,
): SelectedRow {
  const table = tableCalled(snapshot.tables, name);
  const [cells = [], ...others] = table?.values.filter(wanted) ?? [];
  return { table: name, headers: table?.headers ?? [], cells, column: 0, others };
}

const THREE = [
  receipt('R0001', 'U01', '西渡镇'),
  receipt('R0002', 'U02', '集兵镇', { 审核: '通过' }),
  receipt('R0003', 'U03', '杉桥镇'),
];

test('several receipts: how they stand, a line each, and one button for all that wait', async () => {
  const snapshot = withRows(newSnapshot(), 'Receipts', THREE);
  const card = selectionCard(
    selecting(snapshot, 'Receipts', () => true),
    await behindOf(snapshot),
  );
  expect(card).toMatchObject({
    kind: 'several',
    title: { zh: '选中 3 件收件', en: '3 receipts selected' },
    subtitle: { zh: '待审 2 · 通过 1', en: 'Under review 2 · Accepted 1' },
  });
  expect(card?.lines.map(({ label, show }) => [label.zh, show && 'row' in show && show.row])).toEqual([
    ['西渡镇', { receiptId: 'R0001' }],
    ['集兵镇', { receiptId: 'R0002' }],
    ['杉桥镇', { receiptId: 'R0003' }],
  ]);
  expect(card?.acts.map(({ job, label, values }) => [job, label.zh, values])).toEqual([
    [REVIEW.name, '通过 2 件', { receipts: 'R0001,R0003', to: 'accepted' }],
    [REVIEW.name, '退回 2 件', { receipts: 'R0001,R0003', to: 'returned' }],
  ]);
});

test('a receipt without a number among them is said to be left out of the act', async () => {
  const snapshot = withRows(newSnapshot(), 'Receipts', [...THREE, receipt('', 'U04', '樟木乡')]);
  const card = selectionCard(
    selecting(snapshot, 'Receipts', () => true),
    await behindOf(snapshot),
  );
  expect(card?.subtitle.zh).toBe('待审 3 · 通过 1 · 1 件没有编号，请单独审核');
  expect(card?.acts[0]?.values).toMatchObject({ receipts: 'R0001,R0003' });
});

test('two receipts of one unit and item that have no number are two', async () => {
  const two = [receipt('', 'U04', '樟木乡'), receipt('', 'U04', '樟木乡', { 收到时间: 44354.5 })];
  const snapshot = withRows(newSnapshot(), 'Receipts', [...THREE, ...two]);
  const card = selectionCard(
    selecting(snapshot, 'Receipts', () => true),
    await behindOf(snapshot),
  );
  expect([card?.title.zh, card?.subtitle.zh]).toEqual(['选中 5 件收件', '待审 4 · 通过 1 · 2 件没有编号，请单独审核']);
});

test('several rows of the tracker: each unit’s item, who owes it first, and one reminder for those', async () => {
  const snapshot = withRows(newSnapshot(), 'Receipts', THREE);
  const behind = await behindOf(snapshot, '2021-06-20 09:00');
  const units = ['U01', 'U02', 'U04', 'U05'];
  const rows = selecting(snapshot, 'Tracker', ([id, , item]) => units.includes(String(id)) && item === 'T1');
  const card = selectionCard(rows, behind);
  expect(card?.title.zh).toBe('选中 4 家单位');
  expect(card?.lines.map(({ label, status }) => [label.zh, status])).toEqual([
    ['井头镇', 'overdue'],
    ['演陂镇', 'overdue'],
    ['西渡镇', 'underReview'],
    ['集兵镇', 'onTime'],
  ]);
  expect(card?.lines[0]?.show).toMatchObject({ table: 'Tracker', row: { unitId: 'U04', requirementId: 'T1' } });
  expect(card?.acts).toEqual([
    { job: 'remind', label: { zh: '催报 2 家', en: 'Remind 2' }, values: { units: '井头镇、演陂镇' } },
  ]);
});

test('several rows of one unit are the unit; several units of the roster are counted, at most eight lines and the rest', async () => {
  const snapshot = newSnapshot();
  const behind = await behindOf(snapshot);
  const own = selecting(snapshot, 'Tracker', ([id]) => id === 'U01');
  expect(own.others?.length).toBeGreaterThan(0);
  expect(selectionCard(own, behind)).toMatchObject({ kind: 'unit', title: { zh: '西渡镇' } });
  const all = selectionCard(
    selecting(snapshot, 'Units', () => true),
    behind,
  );
  expect(all?.lines).toHaveLength(9);
  expect(all?.lines.at(-1)).toMatchObject({ label: { zh: '其余', en: 'Others' } });
});

test('several stories are listed without an act; on a judge’s sheet nothing tells whose they are', async () => {
  const entry = (id: string, no: string) => ({ 参评编号: id, 盲评号: no, 题目: `作品${no}`, 报送单位: '西渡镇' });
  const snapshot = withRows(newSnapshot(), 'Entries', [entry('E001', '1'), entry('E002', '2')]);
  const card = selectionCard(
    selecting(snapshot, 'Entries', () => true),
    await behindOf(snapshot),
  );
  expect(card).toMatchObject({ title: { zh: '选中 2 篇' }, acts: [] });
  expect(card?.lines.map(({ label }) => label.zh)).toEqual(['1号 作品1', '2号 作品2']);
  expect(JSON.stringify(card)).not.toContain('西渡镇');
});

test('rows of which nothing is known have no card', async () => {
  const snapshot = newSnapshot();
  const none = { table: 'Tracker', headers: ['单位编号'], cells: ['U99'], column: 0, others: [['']] };
  expect(selectionCard(none, await behindOf(snapshot))).toBeNull();
});

test('every act of a card opens its form filled in: each value is of a field, each choice one that the form has', async () => {
  const snapshot = withRows(newSnapshot(), 'Receipts', THREE);
  const behind = await behindOf(snapshot, '2021-06-20 09:00');
  const cards = ['Receipts', 'Tracker', 'Units'].flatMap((name) => {
    const all = selecting(snapshot, name, () => true);
    return [selectionCard(all, behind), selectionCard({ ...all, others: [] }, behind)];
  });
  const acts = cards.flatMap((card) => card?.acts ?? []);
  expect(new Set(acts.map(({ job }) => job))).toEqual(new Set(['review', 'remind', 'receive', 'extend', 'deactivate']));
  for (const { job, values } of acts) {
    const options = (jobFacts(job)?.options ?? {}) as Readonly<Record<string, StepField | undefined>>;
    for (const [name, value] of Object.entries(values)) {
      const option = options[name];
      expect([job, name, option?.kind]).not.toContain(undefined);
      if (option?.kind === 'choice') expect(option.choices.map((choice) => choice.value)).toContain(value);
    }
  }
});
