// The tracker's native formulas, calculated by the engine, against the rules in core: the same campaign, two independent computations.
import { compareTracker } from '../../../src/app/collect/compareTracker';
import { compareUnits } from '../../../src/app/care/compareUnits';
import { groupItems } from '../../../src/core/receipts/items';
import type { Receipt } from '../../../src/core/receipts/receipt';
import { owed } from '../../../src/core/requirements/owed';
import { trackUnits } from '../../../src/core/tracker/trackUnits';
import type { TrackerRow } from '../../../src/core/tracker/trackerRow';
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

/**
 * In how many rows it would show if an acceptance counted from the arrival of the item on, before the accepted version has come, or if parts
 * did: what formulas must not do (D-10) and these campaigns would betray.
 */
function betrayed({ campaign, asOf }: Situation): Betrayed {
  const { receipts } = campaign;
  const toBeAccepted = new Set(
    groupItems(receipts).flatMap((item) =>
      item.receipts.some(({ review, receivedAt }) => review === 'accepted' && receivedAt > asOf) ? item.receipts : [],
    ),
  );
  const early = receipts.map((receipt): Receipt =>
    toBeAccepted.has(receipt) && receipt.review === 'pending' ? { ...receipt, review: 'accepted' } : receipt,
  );
  const rows = trackUnits(campaign, asOf);
  const known = trackUnits({ ...campaign, receipts: early }, asOf);
  const whole = trackUnits(campaign, asOf + 1_000_000);
  const differing = (wrong: readonly TrackerRow[], differ: (row: TrackerRow, other: TrackerRow) => boolean): number =>
    rows.filter((row, at) => wrong[at] && differ(row, wrong[at])).length;
  return {
    accepted: differing(known, (row, other) => row.accepted !== other.accepted),
    completed: differing(known, (row, other) => row.completedAt === null && other.completedAt !== null),
    moment: differing(
      known,
      (row, other) => row.completedAt !== null && other.completedAt !== null && row.completedAt !== other.completedAt,
    ),
    parts: differing(whole, (row, other) => row.missingParts.length !== other.missingParts.length),
  };
}

interface Betrayed {
  readonly accepted: number;
  readonly completed: number;
  readonly moment: number;
  readonly parts: number;
}

describe('formulas and rules on random campaigns', () => {
  let compared = 0;
  let left = 0;
  const mistakes: Betrayed[] = [];

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
      const roster = compareUnits(situation);
      expect(roster.first?.message.en ?? 'no difference').toBe('no difference');
      expect(roster.cells).toBe(situation.campaign.units.length * 2);
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

  it.each([
    [51, DUE - 60, false],
    [52, DUE + 1, false],
    [53, DUE + 3600, false],
    [54, DUE, true],
  ] as const)(
    'D-9, D-10: campaign %i agrees where versions of what has arrived are still to come',
    async (seed, moment, fixed) => {
      const { situation } = await compute(seed, 25, moment, { fixed, versionsToCome: true });
      expect(situation.campaign.settings.asOf).toBe(fixed ? moment : null);
      if (!fixed) mistakes.push(betrayed(situation));
      const comparison = compareTracker(situation);
      expect(comparison.first?.message.en ?? 'no difference').toBe('no difference');
      expect(comparison.rows).toBeGreaterThan(70);
    },
  );

  it.each([41, 42])('D-3: campaign %i agrees where moments are not on the second, halves up', async (seed) => {
    const { situation } = await compute(seed, 25, DUE, { offTheSecond: true });
    const comparison = compareTracker(situation);
    expect(comparison.first?.message.en ?? 'no difference').toBe('no difference');
    expect(comparison.rows).toBeGreaterThan(80);
  });

  it('D-10: would betray formulas that count by what is still to come', () => {
    const sum = (of: (found: Betrayed) => number): number => mistakes.reduce((total, found) => total + of(found), 0);
    expect(sum(({ accepted }) => accepted)).toBeGreaterThan(50);
    expect(sum(({ completed }) => completed)).toBeGreaterThan(20);
    expect(sum(({ moment }) => moment)).toBeGreaterThan(5);
    expect(sum(({ parts }) => parts)).toBeGreaterThan(3);
  });

  it('compares at least 1,000 histories of a unit and a requirement, some of units that have left', () => {
    expect(compared).toBeGreaterThanOrEqual(1000);
    expect(left).toBeGreaterThan(50);
  });
});
