// What every job costs: awaited round trips and bytes, on a whole campaign, through the real runtime.
import { CATALOGUE } from '../../src/app/catalogue/catalogue';
import type { ImportedFile } from '../../src/app/run/job';
import { sampleReviewed, sampleRoster, sampleScores, sampleStories } from '../../src/workbench/samples/sampleFiles';
import { campaignHost } from '../support/campaignHost';
import type { CampaignHost } from '../support/campaignHost';
import { runJob } from '../support/runJob';
import { oneSheet } from '../support/oneSheet';

interface Step {
  readonly job: string;
  readonly file?: ImportedFile;
  readonly settings?: Record<string, string>;
}

const STEPS: readonly Step[] = [
  { job: 'new' },
  { job: 'import-roster', file: sampleRoster() },
  { job: 'import-receipts', file: sampleReviewed(), settings: { review: 'accepted' } },
  { job: 'overdue' },
  { job: 'import-stories', file: sampleStories() },
  { job: 'make-judge-tabs', settings: { judges: '7' } },
  { job: 'import-scores', file: sampleScores(7) },
  { job: 'rank' },
  { job: 'awards', settings: { tie: 'more', reason: '测试' } },
  { job: 'summary' },
  { job: 'briefing' },
  { job: 'briefing' },
  { job: 'check' },
];

async function run(
  host: CampaignHost,
  { job, file, settings = {} }: Step,
): Promise<{ stopped: boolean; codes: string[]; trips: number; requests: number }> {
  const before = { trips: host.port.roundTrips, requests: host.host.stats.requests };
  const report = await runJob(host.deps, job, settings, { file });
  await host.host.settled();
  return {
    stopped: report.stopped,
    codes: report.problems.map((problem) => problem.code),
    trips: host.port.roundTrips - before.trips,
    requests: host.host.stats.requests - before.requests,
  };
}

it('every job of a whole campaign takes at most four awaited round trips, and nothing else is asked of Excel but the release of its ranges', async () => {
  const host = campaignHost({ now: '2021-06-11T10:00', calculator: null });
  const costs: Record<string, unknown> = {};
  for (const step of STEPS) {
    const { stopped, codes, trips, requests } = await run(host, step);
    costs[step.job] = trips;
    expect({ job: step.job, stopped, codes: stopped ? codes : [] }).toEqual({
      job: step.job,
      stopped: false,
      codes: [],
    });
    expect(trips).toBeLessThanOrEqual(4);
    expect(requests - trips).toBeLessThanOrEqual(2);
  }
  expect(host.host.stats.largestIn).toBeLessThan(2_000_000);
  expect(host.host.stats.largestOut).toBeLessThan(3_500_000);
  expect(Object.keys(costs).every((job) => CATALOGUE.some((entry) => entry.name === job))).toBe(true);
}, 240_000);

it('a job whose rows exceed the byte limit of Excel on the web is cut into pieces and loses nothing', async () => {
  const host = campaignHost({ now: '2021-06-11T10:00', calculator: null });
  await run(host, { job: 'new' });
  const rows = Array.from({ length: 4_000 }, (_, i) => [
    `2021-06-0${1 + (i % 7)} 0${i % 10}:${String(i % 60).padStart(2, '0')}:${String(Math.floor(i / 60) % 60).padStart(2, '0')}`,
    '西渡镇',
    `宣传活动方案 第${i}次 ${'很长的标题'.repeat(96)}`,
    '活动方案.docx',
  ]);
  const file: ImportedFile = oneSheet('很多', [['收件时间', '发件单位', '邮件主题', '附件'], ...rows]);
  const { stopped, trips } = await run(host, { job: 'import-receipts', file });
  expect(stopped).toBe(false);
  expect(trips).toBeGreaterThan(4);
  expect(Math.max(host.host.stats.largestIn, host.host.stats.largestOut)).toBeLessThan(5_000_000);
  const table = (await host.port.read({ tables: ['Receipts'] })).tables['Receipts'];
  expect(table?.values).toHaveLength(4_000);
  const titles = new Set(table?.values.map((row) => String(row[table.headers.indexOf('标题')])));
  expect(rows.every((row) => titles.has(String(row[2])))).toBe(true);
  // A job that also looks at a made sheet: what rode along with the refused answer is asked for again.
  for (const time of ['first', 'again']) {
    const briefing = await run(host, { job: 'briefing' });
    expect({ time, stopped: briefing.stopped, manyTrips: briefing.trips > 4 }).toEqual({
      time,
      stopped: false,
      manyTrips: true,
    });
  }
}, 240_000);
