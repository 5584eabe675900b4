// The log only grows. What a job costs must not grow with it, where nobody looks at its rows.
import { readCampaignState } from '../../src/app/care/campaignState';
import { appendRows } from '../../src/workbook/contract/edits';
import { CAMPAIGN_TABLES, specFinder, wordsFor } from '../../src/workbook/tables/registry';
import { LOG } from '../../src/workbook/tables/records/records';
import { campaignHost, type CampaignHost } from '../support/campaignHost';
import { runJob } from '../support/runJob';

const JOBS: readonly (readonly [name: string, settings: Readonly<Record<string, string>>])[] = [
  ['overdue', {}],
  ['receive', { unit: '西渡镇', title: '活动方案', parts: '全部', at: '6月1日 09:00' }],
  ['check', {}],
  ['summary', {}],
  ['remind', { days: '2' }],
  ['matrix', {}],
  ['accountability', {}],
  ['undo', {}],
];

/** Characters between add-in and host, job by job, nothing written. */
async function costs({ deps, host }: CampaignHost): Promise<Map<string, number>> {
  const total = (): number => host.stats.bytesIn + host.stats.bytesOut;
  const found = new Map<string, number>();
  const measure = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const before = total();
    await work();
    found.set(name, total() - before);
  };
  await measure('home', () => readCampaignState(deps));
  for (const [name, settings] of JOBS)
    await measure(name, async () => runJob(deps, name, settings, { mode: 'preview' }));
  return found;
}

it('2,000 rows in the log cost less than 1,000 characters more in every job but the two that read it', async () => {
  const host = campaignHost({ now: '2021-06-08T09:00', calculator: null });
  await runJob(host.deps, 'new');
  const before = await costs(host);
  const basis = await host.port.read({ tables: CAMPAIGN_TABLES });
  const log = basis.tables[LOG.name];
  if (!log) throw new Error('no log');
  const rows = Array.from({ length: 2000 }, (_, index) => ({
    at: 44355 + index / 1e5,
    job: 'review',
    table: 'Receipts',
    row: `R${index}`,
    column: '审核',
    before: '待审',
    after: '通过',
    summary: '',
  }));
  expect(
    await host.port.write({ steps: appendRows(LOG, log, rows, wordsFor(LOG, 'zh', specFinder([], [], 'zh'))) }, basis),
  ).toEqual([]);
  const after = await costs(host);
  const more = new Map([...before].map(([name, cost]) => [name, (after.get(name) ?? 0) - cost]));
  if (process.env['SHOW'])
    console.log([...more].map(([name, cost]) => `${name}: ${before.get(name)} + ${cost}`).join('\n'));
  const readers = ['accountability', 'undo'];
  expect([...more].filter(([name, cost]) => !readers.includes(name) && cost >= 1000)).toEqual([]);
  for (const name of readers) expect(more.get(name)).toBeGreaterThan(100_000);
}, 120_000);
