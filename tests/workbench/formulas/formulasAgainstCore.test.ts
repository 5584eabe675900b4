// The tracker's native formulas, calculated by the engine, against the rules in core: the same campaign, two independent computations.
import { compareTracker } from '../../../src/app/care/compareTracker';
import { owed } from '../../../src/core/requirements/owed';
import type { Situation } from '../../../src/app/run/runJob';
import { isoFromWallTime } from '../../../src/core/ground/wallTime';
import { readRows } from '../../../src/workbook/contract/rows';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { TRACKER } from '../../../src/workbook/tables/tracker/tracker';
import { campaignHost } from '../../support/campaignHost';
import { at } from '../../support/reportFixtures';
import { situationOf } from '../../support/situationOf';
import { DUE, randomCampaign, type RandomOptions } from './randomCampaign';

jest.setTimeout(240_000);

interface Computed {
  readonly situation: Situation;
  readonly cases: number;
}

async function compute(seed: number, units: number, asOf: number, options: RandomOptions = {}): Promise<Computed> {
  const { plan, cases } = randomCampaign(seed, units, asOf, options);
  const host = campaignHost({ now: isoFromWallTime(asOf) });
  const before = await host.port.read({ tables: [], sheets: [] });
  expect(await host.port.write(plan, before)).toEqual([]);
  await host.host.calculateNow();
  return {
    situation: situationOf(await host.port.read({ tables: CAMPAIGN_TABLES, sheets: [] }), isoFromWallTime(asOf)),
    cases,
  };
}

/** Rows that nobody owes: of units that have left or have no name. */
function droppedRows({ campaign, snapshot }: Situation): { status: string; minutes: unknown }[] {
  const due = new Set(
    owed(campaign.units, campaign.requirements).map(({ unitId, requirementId }) => `${unitId} ${requirementId}`),
  );
  const table = snapshot.tables['Tracker'];
  if (!table) throw new Error('no tracker');
  return readRows(TRACKER, table)
    .filter((row) => !due.has(`${row.text('unitId')} ${row.text('requirementId')}`))
    .map((row) => ({ status: row.text('status'), minutes: row.get('minutesLate') }));
}

describe('formulas and rules on random campaigns', () => {
  let compared = 0;
  let left = 0;

  const moments = [
    DUE - 60,
    DUE,
    DUE + 1,
    DUE + 3600,
    DUE + 3601,
    DUE + 5400,
    DUE + 7200,
    DUE + 86400,
    DUE + 200000,
    DUE + 900000,
  ].map(isoFromWallTime);

  it.each(moments.map((iso, index) => [index + 1, iso] as const))(
    'D-1…D-9, D-11: campaign %i agrees in every cell of every row as of %s',
    async (seed, iso) => {
      const { situation, cases } = await compute(seed, 25, at(iso));
      const comparison = compareTracker(situation);
      expect(comparison.first?.message.en ?? 'no difference').toBe('no difference');
      expect(comparison.differing).toBe(0);
      const dropped = droppedRows(situation);
      expect(comparison.rows + dropped.length).toBe(cases);
      expect(dropped.filter(({ status, minutes }) => status !== '免报' || minutes !== 0)).toEqual([]);
      compared += cases;
      left += dropped.length;
    },
  );

  it('D-10: agrees where the clock decides and much of what is registered is still to come', async () => {
    const { situation } = await compute(31, 25, DUE + 30, { fixed: false });
    expect(situation.campaign.settings.asOf).toBeNull();
    expect(situation.campaign.receipts.filter(({ receivedAt }) => receivedAt > DUE + 30).length).toBeGreaterThan(20);
    const comparison = compareTracker(situation);
    expect(comparison.first?.message.en ?? 'no difference').toBe('no difference');
    expect(comparison.rows).toBeGreaterThan(80);
  });

  it.each([41, 42])('D-3: campaign %i agrees where moments are not on the second, halves up', async (seed) => {
    const { situation } = await compute(seed, 25, DUE, { offTheSecond: true });
    const comparison = compareTracker(situation);
    expect(comparison.first?.message.en ?? 'no difference').toBe('no difference');
    expect(comparison.rows).toBeGreaterThan(80);
  });

  it('compares at least 1,000 histories of a unit and a requirement, some of units that have left', () => {
    expect(compared).toBeGreaterThanOrEqual(1000);
    expect(left).toBeGreaterThan(50);
  });
});
