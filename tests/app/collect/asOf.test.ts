// The as-of time: set, read by everything, cleared.
import { decideAsOf } from '../../../src/app/collect/asOf';
import { AS_OF } from '../../../src/app/collect/asOfJob';
import { FEW_UNITS, newCampaignHost } from '../../support/campaignHost';
import { newSnapshot, situationOf } from '../../support/situationOf';
import { runJob } from '../../support/runJob';
import { tableNow, typeInto } from '../../support/typeIntoTable';

const now = '2021-06-20 09:00';

it('names an impossible moment and writes nothing', () => {
  const decision = decideAsOf(situationOf(newSnapshot(), now), { at: '6月31日 18:00' });
  expect(decision).toMatchObject({
    stopped: true,
    steps: [],
    problems: [{ code: 'impossible-date', found: '6月31日 18:00' }],
  });
});

it('changes nothing when it is what it was', () => {
  expect(decideAsOf(situationOf(newSnapshot(), now), { at: '' }).steps).toEqual([]);
});

it('D-3: freezes formulas and jobs at the second it names, and lets them go again', async () => {
  const host = await newCampaignHost({ now: '2021-06-20T09:00' });
  const overdueItems = async (): Promise<unknown> =>
    (
      (await runJob(host.deps, 'overdue')).results as {
        items: number;
      }
    ).items;
  expect(await AS_OF.perform(host.deps, { at: '2021-06-07 18:00:00' }, 'write')).toMatchObject({
    stopped: false,
    changed: { Settings: { updated: 1 } },
  });
  expect(await overdueItems()).toBe(0);
  await AS_OF.perform(host.deps, { at: '6月7日 18:00:01' }, 'write');
  expect(await overdueItems()).toBe(45);
  const check = await runJob(host.deps, 'check', {}, { mode: 'preview' });
  expect(check?.results).toMatchObject({ agree: true });
  await AS_OF.perform(host.deps, {}, 'write');
  expect(await overdueItems()).toBe(90);
}, 120_000);

it('D-3: counts by the clock, in formulas as in jobs, where somebody typed a number that is no moment', async () => {
  const host = await newCampaignHost({ now: '2021-06-20T09:00', units: FEW_UNITS });
  const { values } = await tableNow(host, 'Settings');
  await typeInto(
    host,
    'Settings',
    values.findIndex((row) => row.includes('asOf')),
    { 值: '20210608' },
  );
  await host.host.calculateNow();
  const check = await runJob(host.deps, 'check', {}, { mode: 'preview' });
  expect([check.results, check.problems.map(({ code, row }) => [code, row])]).toEqual([
    expect.objectContaining({ agree: true }),
    [['unreadable-cell', 'asOf']],
  ]);
  // People know the row by its name; the key is for programs.
  expect(check.problems[0]?.message.zh).toContain('行（截至时间）的“值”');
}, 60_000);
