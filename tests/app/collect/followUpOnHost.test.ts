import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { JobReport } from '../../../src/app/run/job';
import { IMPORT_RECEIPTS } from '../../../src/app/collect/importReceiptsJob';
import type { AccountabilityResults } from '../../../src/app/publish/accountability';
import { CHECK } from '../../../src/app/care/checkWorkbookJob';
import { cellKey, type Sheet } from '../../../src/workbench/model/book';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { samplePaste } from '../../support/samplePaste';
import { runJob } from '../../support/runJob';

jest.setTimeout(240_000);

/** The second half of a campaign, job after job by name in one workbook, as an office lives it. */
describe('the daily jobs in a workbook', () => {
  let host: CampaignHost;
  beforeAll(async () => {
    host = await newCampaignHost({ now: '2021-06-08T09:00' });
    await IMPORT_RECEIPTS.perform(
      host.deps,
      { file: { name: 'x', sheets: samplePaste('receipts-mailbox.tsv') } },
      'write',
    );
  });

  async function run(job: string, settings: Record<string, string> = {}): Promise<JobReport & { roundTrips: number }> {
    const before = host.port.roundTrips;
    const report = await runJob(host.deps, job, settings);
    return { ...report, roundTrips: host.port.roundTrips - before };
  }
  const sheet = (name: string): Sheet => {
    const found = host.host.book.sheets.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  const valueAt = (name: string, row: number, column: number): unknown =>
    sheet(name).cells.get(cellKey(row, column))?.value;

  it('reviews all of an item, and sends one back, in four round trips', async () => {
    expect(await run('review', { requirement: 'T1', to: '通过', reviewer: '甲' })).toMatchObject({
      stopped: false,
      changed: { Receipts: { added: 0 } },
    });
    const sentBack = await run('review', { receipts: 'R0003', to: '退回', reason: '缺公章', reviewer: '甲' });
    expect(sentBack).toMatchObject({ stopped: false, changed: { Receipts: { added: 0, updated: 1 } } });
    expect(sentBack.roundTrips).toBeLessThanOrEqual(4);
  });

  it('extends, reminds and logs, and leaves out who was reminded today', async () => {
    expect(
      await run('extend', {
        unit: '渣江镇',
        requirement: 'T1',
        to: '2021-06-20T18:00',
        approvedBy: '县禁毒办',
        reason: '防汛',
      }),
    ).toMatchObject({ stopped: false, changed: { Exceptions: { added: 1 } } });
    const first = await run('remind', { days: '0', by: '甲' });
    expect(first.roundTrips).toBeLessThanOrEqual(4);
    const { texts } = first.results as { texts: { unit: string }[] };
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.map(({ unit }) => unit)).not.toContain('渣江镇');
    expect(await run('remind', { days: '0' })).toMatchObject({ changed: {}, results: { texts: [] } });
  });

  it('D-11: a unit that leaves is exempt in the tracker by its formulas at once', async () => {
    expect(await run('deactivate', { unit: '集兵镇', reason: '撤并' })).toMatchObject({
      stopped: false,
      changed: { Units: { updated: 1 } },
    });
    host.setNow('2021-07-10T09:00');
    await host.host.calculateNow();
    const snapshot = await host.port.read({ tables: ['Tracker'], sheets: [] });
    const table = snapshot.tables['Tracker'];
    const [id, status] = ['单位编号', '状态'].map((header) => table?.headers.indexOf(header) ?? -1);
    const own = table?.values.filter((row) => row[id ?? -1] === 'U02').map((row) => row[status ?? -1]);
    expect(own).toEqual(['免报', '免报', '免报', '免报', '免报']);
    const units = (await host.port.read({ tables: ['Units'], sheets: [] })).tables['Units'];
    const counts = ['应报项', '逾期项'].map((header) => units?.values[1]?.[units.headers.indexOf(header)]);
    expect(counts).toEqual([0, 0]);
  });

  it('changes the rules of an item: later, with one more part, for fewer units', async () => {
    const report = await run('recompute', {
      requirement: 'T6',
      due: '2021-07-20T18:00',
      who: '县城市执法局',
      parts: '播放记录、截图',
    });
    expect(report).toMatchObject({
      stopped: false,
      results: { released: expect.any(Number) },
      changed: { Requirements: { updated: 1 } },
    });
    expect(report.roundTrips).toBeLessThanOrEqual(4);
    await host.host.calculateNow();
    expect(await CHECK.perform(host.deps, {}, 'preview')).toMatchObject({ results: { agree: true, differing: 0 } });
  });

  it('makes the matrix, whose three sums agree, and follows the tracker', async () => {
    const report = await run('matrix');
    expect(report).toMatchObject({ stopped: false, results: { units: 45, requirements: 7 } });
    expect(report.roundTrips).toBeLessThanOrEqual(4);
    await host.host.calculateNow();
    const rows = [...sheet('报送矩阵').cells.keys()].map((key) => Number(key.split(',')[0]));
    const proof = Math.max(...rows) - 1;
    expect(valueAt('报送矩阵', proof, 0)).toMatch(/ ＝ 应报（含免报） 198，各行、各列、台账三处相符。$/);
    expect(valueAt('报送矩阵', 6, 2)).toMatch(/^[●△◇◐▲○免—]$/);
    expect([2, 3, 4, 5, 8].map((column) => valueAt('报送矩阵', 7, column))).toEqual(['免', '免', '免', '免', '免']);
    expect(await run('matrix')).toMatchObject({ stopped: false, notices: [], results: { keptAs: null } });
  });

  it('keeps a matrix in which somebody typed a sign over a live cell', async () => {
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('报送矩阵').getRange('C8').values = [['●']];
      await context.sync();
    });
    const report = await run('matrix');
    const { keptAs } = report.results as { keptAs: string | null };
    expect(report.notices.map(({ code }) => code)).toEqual(['sheet-kept']);
    expect([valueAt(keptAs ?? '', 7, 2), valueAt('报送矩阵', 7, 2)]).toEqual(['●', '免']);
    await host.host.calculateNow();
    expect(await run('matrix')).toMatchObject({ notices: [], results: { keptAs: null } });
  });

  it('makes the accountability list as of a moment, with counts that add up, again and again', async () => {
    const report = await run('accountability');
    const results = report.results as AccountabilityResults;
    expect(report.roundTrips).toBeLessThanOrEqual(4);
    expect(results.reconciles).toBe(true);
    expect(results.rows.length).toBe(results.counts.late + results.counts.overdue);
    const sentBackRow = results.rows.find(({ sentBack }) => sentBack.some(({ receiptId }) => receiptId === 'R0003'));
    expect(sentBackRow?.sentBack[0]).toEqual({ receiptId: 'R0003', at: '2021-06-08T09:00:00', why: '退回：缺公章' });
    expect(results.rows.some(({ unit }) => unit === '集兵镇')).toBe(false);
    expect(results.rows.some(({ reminders }) => reminders.includes('2021-06-08T09:00:00'))).toBe(true);
    expect(await run('accountability')).toMatchObject({
      stopped: false,
      notices: [],
      results: { keptAs: null, fingerprint: results.fingerprint },
    });
  });
});
