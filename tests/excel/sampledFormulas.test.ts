// Jobs that put formulas back read no formula text that they know already: every typed cell is seen, and hardly more is read than the values.
import { expect, it } from '@jest/globals';
import { CHECK } from '../../src/app/care/checkWorkbookJob';
import { OVERDUE } from '../../src/app/collect/overdueJob';
import { areasOf } from '../../src/excel/formulaCells';
import type { ReadRequest } from '../../src/workbook/contract/port';
import { newCampaignHost, type CampaignHost } from '../support/campaignHost';

const NOW = '2021-06-10T18:00:01';

/** Writes into the tracker's body as a person would, by 0-based row and header. */
async function typeInto({ Excel }: CampaignHost, header: string, row: number, cell: string): Promise<void> {
  await Excel.run(async (context) => {
    const column = context.workbook.tables.getItem('Tracker').columns.getItem(header);
    column.getDataBodyRange().getCell(row, 0).formulas = [[cell]];
    await context.sync();
  });
}

it('“Mark what is overdue” reads two rows of formulas, however many there are, in two requests, and sees every cell that holds none', async () => {
  const host = await newCampaignHost({ now: NOW, calculator: null });
  const { stats } = host.host;
  const read = async (request: Partial<ReadRequest>): Promise<number> => {
    const before = stats.bytesOut;
    await host.port.read({ tables: ['Tracker'], ...request });
    return stats.bytesOut - before;
  };
  const valuesAlone = await read({});
  const row = (await read({ formulas: ['Tracker'] })) - valuesAlone;
  // Their text in every row is 200 rows; sampled it is one row more than what comes with the values, and an address.
  expect((await read({ formulas: ['Tracker'], sampled: true })) - valuesAlone).toBeLessThan(row / 50);
  const trips = host.port.roundTrips;
  expect((await OVERDUE.perform(host.deps, {}, 'preview')).stopped).toBe(false);
  expect(host.port.roundTrips - trips).toBe(2);

  await typeInto(host, '状态', 7, '已报');
  await typeInto(host, '状态', 8, '');
  await typeInto(host, '状态', 100, '=1+1');
  const { tables } = await host.port.read({ tables: ['Tracker'], formulas: ['Tracker'], sampled: true });
  const every = await host.port.read({ tables: ['Tracker'], formulas: ['Tracker'] });
  const [told, wanted] = [tables.Tracker?.formulas ?? [], every.tables.Tracker?.formulas ?? []];
  const differing = wanted.flatMap((row, at) =>
    row.flatMap((cell, place) => (cell === told[at]?.[place] ? [] : [cell])),
  );
  expect(differing).toEqual(['=1+1']);
  const restored = await OVERDUE.perform(host.deps, {}, 'write');
  expect(restored.changed).toEqual({ Tracker: { added: 0, updated: 2 } });
  // The check reads every text and names the formula that is another one.
  const { notices, problems } = await CHECK.perform(host.deps, {}, 'write');
  expect(JSON.stringify([...notices, ...problems])).toContain('=1+1');
});

it('addresses of several areas are read in every spelling that Excel gives them', () => {
  expect(areasOf("'台账,A1'!B2:C3,台账!$D$4")).toEqual([
    { top: 1, left: 1, bottom: 2, right: 2 },
    { top: 3, left: 3, bottom: 3, right: 3 },
  ]);
  expect(areasOf("'It''s'!AA10:AB12, Sheet1!A1")).toHaveLength(2);
  expect(areasOf('台账!B:B')).toBeNull();
});
