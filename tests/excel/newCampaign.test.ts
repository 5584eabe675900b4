// The campaign workbook, made through the real Office.js runtime and calculated by the engine.
import { readCampaign } from '../../src/workbook/campaign';
import { CAMPAIGN_TABLES, NEW_TABLES } from '../../src/workbook/tables/registry';
import { readRows } from '../../src/workbook/contract/rows';
import { TRACKER } from '../../src/workbook/tables/tracker/tracker';
import { NEW } from '../../src/app/care/newCampaignJob';
import { withNewCampaign } from '../support/campaignHost';

describe.each(['1.9', '1.13'])('a new campaign workbook under ExcelApi %s', (excelApi) => {
  it('has every table of the design, reads back without a problem and takes four round trips', async () => {
    const host = await withNewCampaign({ excelApi });
    expect(host.port.roundTrips).toBe(4);
    const snapshot = await host.port.read({ tables: CAMPAIGN_TABLES });
    expect(Object.keys(snapshot.tables).sort()).toEqual(NEW_TABLES.map((spec) => spec.name).sort());
    expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(['首页', ...NEW_TABLES.map((spec) => spec.sheet.zh)]);
    const reading = readCampaign(snapshot);
    if (reading.kind !== 'campaign') throw new Error(JSON.stringify(reading.problems, null, 1));
    expect(reading.cellProblems).toEqual([]);
    const { campaign } = reading;
    expect(
      campaign.units
        .filter((unit) => unit.name !== '')
        .map((unit) => unit.category)
        .sort(),
    ).toEqual([...Array(19).fill('member'), 'park', ...Array(25).fill('township')]);
    expect(campaign.units).toHaveLength(53);
    expect(campaign.requirements.map((requirement) => requirement.requirementId)).toEqual([
      'T1',
      'T2',
      'T3',
      'T4',
      'T5',
      'T6',
      'T7',
    ]);
    expect(campaign.exceptions).toHaveLength(3);
    expect(campaign.settings.phases).toHaveLength(6);
    expect(campaign.activities.map(({ leads }) => leads.length)).toEqual([2, 1, 2, 0, 1, 0]);
    expect(campaign.settings.rules).toMatchObject({ awardQuota: 10, prize: 1000, tiers: [{ seats: 10, prize: 1000 }] });
  });

  it('shows every status by formula alone: all pending before the first due time, overdue one second after it', async () => {
    const host = await withNewCampaign({ excelApi, now: '2021-06-07T18:00:00' });
    const statuses = async (): Promise<Record<string, number>> => {
      const table = (await host.port.read({ tables: ['Tracker'] })).tables['Tracker'];
      const counts: Record<string, number> = {};
      for (const row of table ? readRows(TRACKER, table) : [])
        counts[row.text('status')] = (counts[row.text('status')] ?? 0) + 1;
      return counts;
    };
    expect(await statuses()).toEqual({ 待报: 45 * 3 + 26 + 8 + 3 + 26 });
    host.setNow('2021-06-07T18:00:01');
    await host.host.calculateNow();
    expect(await statuses()).toEqual({ 待报: 45 * 2 + 26 + 8 + 3 + 26, 逾期: 45 });
  });

  it('is not made a second time over an existing campaign', async () => {
    const host = await withNewCampaign({ excelApi });
    const again = await NEW.perform(host.deps, {}, 'write');
    expect(again.stopped).toBe(true);
    expect(again.problems.map((problem) => problem.code)).toEqual(['already-a-campaign']);
  });
});
