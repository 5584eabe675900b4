// The state that the pane's home view shows, from snapshots without any Excel.
import { readCampaignState, type CampaignState } from '../../../src/app/care/campaignState';
import type { Deps } from '../../../src/app/run/job';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { at } from '../../support/reportFixtures';
import { newSnapshot, withSetting } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';

function depsOn(snapshot: WorkbookSnapshot, now: string): Deps {
  return {
    workbook: {
      read: () => Promise.resolve(snapshot),
      write: () => Promise.reject(new Error('the state writes nothing')),
      roundTrips: 0,
    },
    now: () => at(now),
    language: 'zh',
  };
}

const EMPTY: WorkbookSnapshot = { sheets: [{ name: 'Sheet1', visible: true }], tables: {}, names: {} };

test('a workbook without any of the tables is no campaign, and nothing is wrong with it', async () => {
  await expect(readCampaignState(depsOn(EMPTY, '2021-06-01 09:00'))).resolves.toEqual({ kind: 'notCampaign' });
});

test('a campaign with a table gone says which', async () => {
  const { Receipts: _gone, ...tables } = newSnapshot().tables;
  const state = await readCampaignState(depsOn({ ...newSnapshot(), tables }, '2021-06-01 09:00'));
  expect(state).toMatchObject({
    kind: 'damaged',
    why: { zh: expect.stringContaining('收件登记') },
    others: 0,
    mendable: true,
  });
});

test('a damaged campaign of a newer version is not offered a repair', async () => {
  const newer = withSetting(newSnapshot(), 'schemaVersion', 99);
  const { Receipts: _gone, Units: _too, ...tables } = newer.tables;
  expect(await readCampaignState(depsOn({ ...newer, tables }, '2021-06-01 09:00'))).toMatchObject({
    kind: 'damaged',
    others: 2,
    mendable: false,
  });
  expect(await readCampaignState(depsOn(newer, '2021-06-01 09:00'))).toMatchObject({
    kind: 'campaign',
    hints: [{ zh: expect.stringContaining('较新的版本') }],
  });
});

test('a name that is gone is what is needed first; so is an older workbook', async () => {
  const made = newSnapshot();
  const { AsOf: _gone, ...names } = made.names;
  expect(await readCampaignState(depsOn({ ...made, names }, '2021-06-01 09:00'))).toMatchObject({
    kind: 'campaign',
    work: [
      { key: 'repair', urgency: 'now', title: { zh: expect.stringContaining('升级与修复') }, act: { job: 'upgrade' } },
      { key: 'roster' },
      {},
    ],
  });
  const settings = made.tables['Settings'];
  if (!settings) throw new Error('no settings');
  const older = {
    ...made,
    tables: {
      ...made.tables,
      Settings: { ...settings, values: settings.values.filter((row) => !row.includes('schemaVersion')) },
    },
  };
  expect(await readCampaignState(depsOn(older, '2021-06-01 09:00'))).toMatchObject({
    kind: 'campaign',
    work: [{ key: 'repair', title: { zh: expect.stringContaining('较早的版本') } }, { key: 'roster' }, {}],
  });
});

test('before the first due time nobody is overdue, what comes next is said, and the roster is what is needed', async () => {
  const state = await readCampaignState(depsOn(newSnapshot(), '2021-06-01 09:00'));
  if (state.kind !== 'campaign') throw new Error('not a campaign');
  expect(state.asOf.zh).toBe('截至 6月1日 09:00（北京时间）');
  expect(state.work.map(({ key }) => key)).toEqual(['roster', 'next']);
  expect(state.work[1]?.title.zh).toBe('接下来：6月7日 00:00 进入“摸底推选”阶段');
  expect(state.work[0]?.title.zh).toContain('19 / 27');
});

test('what the tracker says is told before the closer look, which leaves it in its order', async () => {
  const early: string[][] = [];
  const keys = (state: CampaignState): string[] =>
    state.kind === 'campaign' ? state.work.map(({ key }) => key) : [state.kind];
  const state = await readCampaignState(depsOn(newSnapshot(), '2021-06-07 18:00:01'), undefined, (known) => {
    early.push(keys(known));
  });
  expect(early).toEqual([['no-receipts', 'overdue', 'due:T2']]);
  expect(keys(state)).toEqual(['no-receipts', 'overdue', 'roster', 'due:T2', 'next']);
});

test('D-3 one second after 18:00 those who owe the plan are overdue; at 18:00 they are not', async () => {
  const overdueAt = async (now: string): Promise<number> => {
    const state = await readCampaignState(depsOn(newSnapshot(), now));
    return state.kind === 'campaign' ? state.counts.overdue : -1;
  };
  expect(await overdueAt('2021-06-07 18:00:00')).toBe(0);
  expect(await overdueAt('2021-06-07 18:00:01')).toBe(45);
});

test('the counts are those of the tracker: what was accepted in time is on time', async () => {
  const snapshot = withRows(newSnapshot(), 'Receipts', [
    {
      收件编号: 'R0001',
      单位: '西渡镇',
      单位编号: 'U01',
      事项编号: 'T1',
      收到时间: 44354,
      含材料: '方案文本',
      审核: '通过',
    },
  ]);
  const state = await readCampaignState(depsOn(snapshot, '2021-06-08 09:00'));
  expect(state).toMatchObject({
    kind: 'campaign',
    counts: { onTime: 1, overdue: 44 },
    work: expect.arrayContaining([
      expect.objectContaining({
        key: 'overdue',
        urgency: 'now',
        title: expect.objectContaining({ zh: expect.stringMatching(/^逾期 44 家 44 项，最长 /) }),
        act: expect.objectContaining({ job: 'remind' }),
      }),
    ]),
  });
});
