// What a large tracker holds in the place of formulas is, cell by cell, what the formulas show.
import type { Situation } from '../../../src/app/run/runJob';
import { valuesAge } from '../../../src/app/collect/trackerRefresh';
import { differingCells, pairsOf, refreshValues, valuesAt } from '../../../src/app/collect/trackerValues';
import { isoFromWallTime } from '../../../src/core/ground/wallTime';
import { readRows } from '../../../src/workbook/contract/rows';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { TRACKER } from '../../../src/workbook/tables/tracker/tracker';
import { trackerStamp } from '../../../src/workbook/tables/tracker/trackerStamp';
import { campaignHost, type CampaignHost } from '../../support/campaignHost';
import { situationOf } from '../../support/situationOf';
import { DUE, randomCampaign } from './randomCampaign';

jest.setTimeout(240_000);

/** Help columns that only other formulas look at stay empty where there are values. */
const HELP = ['requirementRow', 'exempt', 'arrivedAny', 'unitRow', 'pair', 'exceptionRow', 'from', 'cut', 'doneAll'];

async function made(seed: number, asOf: number): Promise<{ host: CampaignHost; situation: Situation }> {
  const { plan } = randomCampaign(seed, 25, asOf);
  const host = campaignHost({ now: isoFromWallTime(asOf) });
  expect(await host.port.write(plan, await host.port.read({ tables: [], sheets: [] }))).toEqual([]);
  await host.host.calculateNow();
  return {
    host,
    situation: situationOf(
      await host.port.read({ tables: CAMPAIGN_TABLES, formulas: ['Tracker'] }),
      isoFromWallTime(asOf),
    ),
  };
}

it.each([
  [21, DUE + 1],
  [22, DUE + 5400],
  [23, DUE + 200000],
])('D-1…D-11: campaign %i, every computed cell of every row, rows that nobody owes too', async (seed, asOf) => {
  const { situation } = await made(seed, asOf);
  const table = situation.snapshot.tables['Tracker'];
  if (!table) throw new Error('no tracker');
  const withoutFormulas = { ...table, formulas: table.values };
  const differing = differingCells(
    withoutFormulas,
    valuesAt(situation, pairsOf(table), situation.campaign.requirements, asOf),
  ).filter(({ column }) => !HELP.includes(column.key));
  expect(readRows(TRACKER, table).length).toBeGreaterThan(90);
  expect(differing.map(({ row, column, found, wanted }) => `${row} ${column.key}: ${found} / ${wanted}`)).toEqual([]);
});

it('D-1…D-11: values written in the place of formulas read back as they were written, under a line that says as of when', async () => {
  const { host, situation } = await made(24, DUE + 5400);
  const before = situation.snapshot.tables['Tracker']?.values;
  const { steps, rows } = refreshValues(situation);
  expect(new Set(rows).size).toBe(before?.length);
  expect(await host.port.write({ steps }, situation.snapshot)).toEqual([]);
  await host.host.calculateNow();
  const after = situationOf(
    await host.port.read({ tables: CAMPAIGN_TABLES, sheets: ['报送台账'], formulas: ['Tracker'] }),
    isoFromWallTime(DUE + 5400),
  );
  const { tables, sheets, names } = after.snapshot;
  expect(tables['Tracker']?.formulas.flat().filter((cell) => String(cell).startsWith('='))).toEqual([]);
  expect(trackerStamp(names)).toBe(DUE + 5400);
  expect(valuesAge(after)).toMatchObject({ differing: 0, notices: [] });
  expect(refreshValues(after).rows).toEqual([]);
  const line = String(sheets.find(({ name }) => name === '报送台账')?.values?.[2]?.[0]);
  expect(line).toMatch(
    new RegExp(
      `^截至 ${isoFromWallTime(DUE + 5400).replace('T', ' ')} 的数值（行数多，不自动更新，点“标出逾期”刷新）　逾期 \\d+ 项`,
    ),
  );
});
