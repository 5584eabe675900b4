// D-1: every job speaks of the wall clock of the zone in Settings, whatever the zone of the computer.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCampaignState } from '../../../src/app/care/campaignState';
import type { Deps, JobReport } from '../../../src/app/run/job';
import { computerTime, readClock, wallTimeAt } from '../../../src/app/run/wallClock';
import { HOUR, isoFromWallTime, wallTimeFromIso } from '../../../src/core/ground/wallTime';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { newCampaignHost, moment } from '../../support/campaignHost';
import { memoryWorkbook } from '../../support/memoryWorkbook';
import { newSnapshot, withSetting } from '../../support/situationOf';
import { runJob } from '../../support/runJob';

const INSTANT = Date.parse('2021-06-10T10:00:00Z');

/** The add-in on a computer that is so many hours ahead of UTC, at INSTANT. */
function depsOn(snapshot: WorkbookSnapshot, hoursAheadOfUtc: number): Deps {
  return {
    ...memoryWorkbook(snapshot, 0).deps,
    now: (zone) => wallTimeAt(INSTANT, zone),
    computerNow: () => INSTANT / 1000 + hoursAheadOfUtc * HOUR,
  };
}

async function run(job: string, deps: Deps, settings: Record<string, string> = {}): Promise<JobReport> {
  return runJob(deps, job, settings);
}

const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code);

test.each([
  ['Asia/Shanghai', '2021-06-10T18:00:00'],
  ['America/New_York', '2021-06-10T06:00:00'],
  ['UTC', '2021-06-10T10:00:00'],
  ['Asia/Urumqi', '2021-06-10T16:00:00'],
])('D-1 a campaign in %s speaks of %s', async (zone, wall) => {
  const report = await run('overdue', depsOn(withSetting(newSnapshot(), 'zone', zone), 8));
  expect(isoFromWallTime(report.asOf)).toBe(wall);
  expect(report.stopped).toBe(false);
});

test.each(['北京', '北京时间', 'Beijing time'])(
  'D-1 the zone “%s” has one meaning, and is read by it',
  async (zone) => {
    const called = await run('overdue', depsOn(withSetting(newSnapshot(), 'zone', zone), 8));
    expect(called.problems.map(({ code }) => code)).not.toContain('unknown-zone');
    expect(called.asOf).toBe((await run('overdue', depsOn(newSnapshot(), 8))).asOf);
  },
);

test.each(['Asia/Beijin', '北京路', 'Mars/Olympus'])(
  'D-1 the zone “%s” is a problem that names the setting; nothing is written',
  async (zone) => {
    const workbook = memoryWorkbook(withSetting(newSnapshot(), 'zone', zone), 0);
    const before = workbook.snapshot;
    const report = await run('overdue', { ...workbook.deps, now: (asked) => wallTimeAt(INSTANT, asked) });
    expect(report).toMatchObject({
      stopped: true,
      problems: [{ code: 'unknown-zone', table: 'Settings', row: 'zone', found: zone }],
    });
    expect(workbook.snapshot).toEqual(before);
    expect(await readCampaignState(depsOn(before, 8))).toMatchObject({
      kind: 'damaged',
      why: { zh: expect.stringContaining(zone) },
      mendable: false,
    });
  },
);

test('D-1 check and home say by how many hours NOW() in the sheets is off, and propose to fix the as-of time', async () => {
  const behind = depsOn(newSnapshot(), -4);
  const report = await run('check', behind);
  expect(report.notices).toContainEqual(
    expect.objectContaining({
      code: 'computer-zone',
      message: expect.objectContaining({ zh: expect.stringMatching(/慢 12 小时.*截至时间/) }),
    }),
  );
  const state = await readCampaignState(behind);
  expect(state).toMatchObject({
    kind: 'campaign',
    hints: expect.arrayContaining([
      { zh: expect.stringContaining('慢 12 小时'), en: expect.stringContaining('12 hours behind') },
    ]),
  });
});

test('D-1 offsets of half hours are said as such', async () => {
  const report = await run('check', depsOn(newSnapshot(), 5.5));
  expect(report.notices.find(({ code }) => code === 'computer-zone')?.message.zh).toContain('慢 2.5 小时');
});

test('D-1 nothing is said of the computer’s clock when it agrees, or when the as-of time is fixed', async () => {
  expect(codes((await run('check', depsOn(newSnapshot(), 8))).notices)).not.toContain('computer-zone');
  const fixed = withSetting(newSnapshot(), 'asOf', 44357.75);
  expect(codes((await run('check', depsOn(fixed, -4))).notices)).not.toContain('computer-zone');
});

test('a clock that was asked a second later is no other zone', () => {
  const clock = readClock({ now: () => 1000, computerNow: () => 1001 }, 'Asia/Shanghai');
  expect(clock).toEqual({ now: 1000, computerAhead: 0, problem: null });
});

test('D-1 formulas that follow a computer of another zone still agree with the rules', async () => {
  const host = await newCampaignHost({ now: '2021-06-07T14:00:01' });
  await run('overdue', host.deps);
  host.setNow('2021-06-07T20:00:01');
  await host.host.calculateNow();
  const sixHoursBehind = {
    ...host.deps,
    now: () => moment('2021-06-08T02:00:01'),
    computerNow: () => moment('2021-06-07T20:00:01'),
  };
  host.setNow('2021-06-07T14:00:01');
  await host.host.calculateNow();
  const twelveHoursBehind = {
    ...host.deps,
    now: () => moment('2021-06-08T02:00:01'),
    computerNow: () => moment('2021-06-07T14:00:01'),
  };
  const check = await run('check', twelveHoursBehind);
  expect(check.results).toMatchObject({ agree: true });
  expect(check.notices).toContainEqual(expect.objectContaining({ code: 'computer-zone' }));
  expect((await run('check', sixHoursBehind)).results).toMatchObject({ agree: false });
}, 120_000);

test('the computer’s own wall time is its instant without its offset', () => {
  const newYork = { getTime: () => INSTANT, getTimezoneOffset: () => 240 } as Date;
  expect(isoFromWallTime(computerTime(newYork))).toBe('2021-06-10T06:00:00');
});

describe('D-1 the command line on a computer', () => {
  let folder: string;
  let book: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zone-'));
    book = join(folder, 'campaign.xlsx');
    writeFileSync(book, await writeBook((await newCampaignHost()).host.book));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['UTC', '慢 8 小时'],
    ['America/New_York', /慢 1[23] 小时/],
    ['Asia/Shanghai', null],
  ])(
    'in %s shows the campaign’s clock',
    (TZ, said) => {
      const output = execFileSync(process.execPath, ['src/workbench/cli/launch.mjs', 'check', book, '--json'], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      });
      const report = JSON.parse(output) as { asOf: string; notices: { code: string; message: string }[] };
      expect(
        Math.abs((wallTimeFromIso(report.asOf) ?? 0) - (wallTimeAt(Date.now(), 'Asia/Shanghai') ?? 0)),
      ).toBeLessThan(60);
      const words = report.notices.find(({ code }) => code === 'computer-zone')?.message ?? null;
      if (said === null) expect(words).toBeNull();
      else expect(words).toMatch(said);
    },
    120_000,
  );
});
