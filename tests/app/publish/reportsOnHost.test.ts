import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ACCOUNTABILITY } from '../../../src/app/publish/accountabilityJob';
import { BRIEFING } from '../../../src/app/publish/briefingJob';
import { CHECK } from '../../../src/app/care/checkWorkbookJob';
import { IMPORT_RECEIPTS } from '../../../src/app/collect/importReceiptsJob';
import { IMPORT_ROSTER } from '../../../src/app/collect/importRosterJob';
import { OVERDUE } from '../../../src/app/collect/overdueJob';
import { SUMMARY } from '../../../src/app/publish/summaryJob';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { samplePaste } from '../../support/samplePaste';
import { sampleSheets } from '../../support/sampleSheets';
import { liveCells, retyped } from '../../support/typeIntoTable';

/** Whole workbooks are calculated here; other tests may run at the same time. */
jest.setTimeout(240_000);

/** The whole reporting side through Office.js on the host with its calculation engine, one workbook from step to step. */
describe('the reporting side in a workbook', () => {
  let host: CampaignHost;
  beforeAll(async () => {
    host = await newCampaignHost({ now: '2021-06-01T09:00' });
  });

  const turns = async <Result>(work: () => Promise<Result>): Promise<{ result: Result; roundTrips: number }> => {
    const before = host.port.roundTrips;
    const result = await work();
    return { result, roundTrips: host.port.roundTrips - before };
  };

  it('imports the contact list in four round trips', async () => {
    const { result, roundTrips } = await turns(async () =>
      IMPORT_ROSTER.perform(
        host.deps,
        { file: { name: 'x', sheets: await sampleSheets('roster-messy.xlsx') } },
        'write',
      ),
    );
    expect(result).toMatchObject({
      stopped: false,
      changed: { Units: { added: 0, updated: 44 } },
      results: { leftOut: 2 },
    });
    expect(roundTrips).toBeLessThanOrEqual(4);
  });

  it('imports the mailbox list, and nothing when it comes again', async () => {
    host.setNow('2021-07-06T09:00');
    const file = { name: 'x', sheets: samplePaste('receipts-mailbox.tsv') };
    const { result, roundTrips } = await turns(() =>
      IMPORT_RECEIPTS.perform(host.deps, { file, review: 'accepted' }, 'write'),
    );
    expect(result).toMatchObject({ stopped: false, changed: { Receipts: { added: 123, updated: 0 } } });
    expect(roundTrips).toBeLessThanOrEqual(4);
    expect(await IMPORT_RECEIPTS.perform(host.deps, { file, review: 'accepted' }, 'write')).toMatchObject({
      changed: {},
      results: { taken: 0, alreadyThere: 123 },
    });
  });

  it('D-1 to D-9: shows by its formulas what the rules say, at any moment', async () => {
    for (const now of ['2021-06-07T18:00:00', '2021-06-07T18:00:01', '2021-07-06T09:00']) {
      host.setNow(now);
      await host.host.calculateNow();
      const report = await CHECK.perform(host.deps, {}, 'write');
      expect(report).toMatchObject({
        stopped: false,
        problems: [],
        changed: {},
        results: { agree: true, differing: 0 },
      });
      // Fifteen columns of the tracker, two of the roster.
      expect(report.results.compared).toBe(198 * 15 + 53 * 2);
    }
  });

  it('marks what is overdue in four round trips', async () => {
    const { result, roundTrips } = await turns(() => OVERDUE.perform(host.deps, {}, 'write'));
    expect(result).toMatchObject({ stopped: false, changed: {}, results: { items: 62, units: 39 } });
    expect(roundTrips).toBeLessThanOrEqual(4);
  });

  it('makes the briefing again without a trace, and keeps one that people typed in', async () => {
    expect(await BRIEFING.perform(host.deps, {}, 'write')).toMatchObject({
      stopped: false,
      notices: [],
      results: { keptAs: null },
    });
    expect(await BRIEFING.perform(host.deps, {}, 'write')).toMatchObject({
      stopped: false,
      notices: [],
      results: { keptAs: null },
    });
    const sheet = host.host.book.sheets.find(({ name }) => name === '领导简报');
    if (!sheet) throw new Error('no briefing');
    host.host.edit(sheet.id, 1, 0, '工作进展简报（送审稿）');
    const { result, roundTrips } = await turns(() => BRIEFING.perform(host.deps, {}, 'write'));
    expect(result).toMatchObject({
      stopped: false,
      notices: [{ code: 'sheet-kept' }],
      results: { keptAs: '领导简报（旧 07-06 0900）' },
    });
    expect(roundTrips).toBeLessThanOrEqual(4);
    expect(host.host.book.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['领导简报', '领导简报（旧 07-06 0900）']),
    );
  });

  it('says beside briefing and accountability list that their source changed, whatever its rows are sorted by (A-13)', async () => {
    const said = (): Promise<unknown[]> => liveCells(host, ['领导简报', '追责名单']);
    const [fresh, stale] = [
      ['', ''],
      ['数据已变，请重新生成', '数据已变，请重新生成'],
    ];
    await retyped(host, 'Exceptions', 0, '单位', '西渡镇');
    await retyped(host, 'Exceptions', 0, '事项编号', 'T1');
    await retyped(host, 'Exceptions', 0, '延期至', 44361.3756944444);
    for (const job of [BRIEFING, ACCOUNTABILITY])
      expect(await job.perform(host.deps, {}, 'write')).toMatchObject({ stopped: false });
    expect(await said()).toEqual(fresh);
    await retyped(host, 'Exceptions', 0, '单位', '集兵镇');
    expect(await said()).toEqual(stale);
    await retyped(host, 'Exceptions', 0, '单位', '西渡镇');
    expect(await said()).toEqual(fresh);
    const arrived = await retyped(host, 'Receipts', 3, '收到时间', 44361.5);
    expect(await said()).toEqual(stale);
    await retyped(host, 'Receipts', 3, '收到时间', arrived);
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem('Receipts').sort.apply([{ key: 0, ascending: false }]);
      await context.sync();
    });
    expect(await said()).toEqual(fresh);
  });

  it('makes the summary twice without keeping the first', async () => {
    expect(await SUMMARY.perform(host.deps, {}, 'write')).toMatchObject({ stopped: false, notices: [] });
    expect(await SUMMARY.perform(host.deps, {}, 'write')).toMatchObject({
      stopped: false,
      notices: [],
      results: { keptAs: null, reconciles: true },
    });
  });
});
