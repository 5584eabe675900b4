// The tracker's native formulas, calculated by the engine, against the rules in core: the same campaign, two independent computations.
import { compareTracker } from '../../../src/app/compareTracker';
import { owed } from '../../../src/core/requirements/owed';
import type { Situation } from '../../../src/app/runJob';
import { isoFromWallTime } from '../../../src/core/wallTime';
import { readRows } from '../../../src/workbook/rows';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { TRACKER } from '../../../src/workbook/tables/tracker';
import { campaignHost } from '../../support/campaignHost';
import { situationOf } from '../../support/situationOf';
import { DUE, randomCampaign } from './randomCampaign';

jest.setTimeout(240_000);

interface Computed {
  readonly situation: Situation;
  readonly cases: number;
}

async function compute(seed: number, units: number, asOf: number): Promise<Computed> {
  const { plan, cases } = randomCampaign(seed, units, asOf);
  const host = campaignHost({ now: isoFromWallTime(asOf) });
  const before = await host.port.read({ tables: [], sheets: [] });
  expect(await host.port.write(plan, before)).toEqual([]);
  await host.host.calculateNow();
  return { situation: situationOf(await host.port.read({ tables: CAMPAIGN_TABLES, sheets: [] }), isoFromWallTime(asOf)), cases };
}

/** Rows that nobody owes: of units that have left or have no name. */
function droppedRows({ campaign, snapshot }: Situation): { status: string; minutes: unknown }[] {
  const due = new Set(owed(campaign.units, campaign.requirements).map(({ unitId, requirementId }) => `${unitId} ${requirementId}`));
  const table = snapshot.tables['Tracker'];
  if (!table) throw new Error('no tracker');
  return readRows(TRACKER, table).filter((row) => !due.has(`${row.text('unitId')} ${row.text('requirementId')}`))
    .map((row) => ({ status: row.text('status'), minutes: row.get('minutesLate') }));
}

describe('formulas and rules on random campaigns', () => {
  let compared = 0;

  it.each([[1, DUE - 60], [2, DUE], [3, DUE + 1], [4, DUE + 5400], [5, DUE + 900000]])('D-1…D-9, D-11: campaign %i agrees in every cell of every row as of second %i', async (seed, asOf) => {
    const { situation, cases } = await compute(seed, 50, asOf);
    const comparison = compareTracker(situation);
    expect(comparison.first?.message.en ?? 'no difference').toBe('no difference');
    expect(comparison.differing).toBe(0);
    const dropped = droppedRows(situation);
    expect(dropped.length).toBeGreaterThan(0);
    expect(comparison.rows + dropped.length).toBe(cases);
    expect(dropped.filter(({ status, minutes }) => status !== '免报' || minutes !== 0)).toEqual([]);
    compared += cases;
  });

  it('compares at least 1,000 histories of a unit and a requirement', () => {
    expect(compared).toBeGreaterThanOrEqual(1000);
  });
});
