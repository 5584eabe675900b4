// What a large tracker holds in the place of formulas is, cell by cell, what the formulas show.
import { differingCells, pairsOf, valuesAt } from '../../../src/app/trackerValues';
import { isoFromWallTime } from '../../../src/core/wallTime';
import { readRows } from '../../../src/workbook/rows';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { TRACKER } from '../../../src/workbook/tables/tracker';
import { campaignHost } from '../../support/campaignHost';
import { situationOf } from '../../support/situationOf';
import { DUE, randomCampaign } from './randomCampaign';

jest.setTimeout(240_000);

/** Help columns that only other formulas look at stay empty where there are values. */
const HELP = ['requirementRow', 'exempt', 'arrivedAny'];

it.each([[21, DUE + 1], [22, DUE + 5400], [23, DUE + 200000]])('D-1…D-11: campaign %i, every computed cell of every row, rows that nobody owes too', async (seed, asOf) => {
  const { plan } = randomCampaign(seed, 25, asOf);
  const host = campaignHost({ now: isoFromWallTime(asOf) });
  expect(await host.port.write(plan, await host.port.read({ tables: [], sheets: [] }))).toEqual([]);
  await host.host.calculateNow();
  const situation = situationOf(await host.port.read({ tables: CAMPAIGN_TABLES }), isoFromWallTime(asOf));
  const table = situation.snapshot.tables['Tracker'];
  if (!table) throw new Error('no tracker');
  const withoutFormulas = { ...table, formulas: table.values };
  const differing = differingCells(withoutFormulas, valuesAt(situation, pairsOf(table), situation.campaign.requirements, asOf)).filter(({ column }) => !HELP.includes(column.key));
  expect(readRows(TRACKER, table).length).toBeGreaterThan(90);
  expect(differing.map(({ row, column, found, wanted }) => `${row} ${column.key}: ${found} / ${wanted}`)).toEqual([]);
});
