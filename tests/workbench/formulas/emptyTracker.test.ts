// A tracker that owes nothing yet keeps one empty row for its formulas: nobody is exempt or owes in it. Where a unit owes, what is none is 0.
import { TRACKER } from '../../../src/workbook/tables/tracker/tracker';
import { recalculate } from '../../../src/workbench/xlsx/libreOffice';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { campaignHost, type CampaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';
import { itInLibreOffice } from '../xlsx/givenLibreOffice';
import { columnOf, tableNow, typeInto } from '../../support/typeIntoTable';

jest.setTimeout(240_000);

const SHOWN = TRACKER.columns.filter(({ hidden }) => !hidden).map(({ header }) => header.zh);
/** What counts stays a nought: a formula that asks in every row whether it is the empty one costs more with each edit than this is worth. */
const COUNTS = ['迟报分钟', '已通过', '已收到', '催报次数'];
const NOTHING = SHOWN.map((header) => `${header} ${COUNTS.includes(header) ? '0' : ''}`);

async function shown(host: CampaignHost): Promise<string[]> {
  const table = await tableNow(host, 'Tracker');
  return SHOWN.flatMap((header) => columnOf(table, header).map((cell) => `${header} ${cell}`));
}

async function blank(): Promise<CampaignHost> {
  const host = campaignHost();
  await runJob(host.deps, 'new', { preset: 'blank' });
  return host;
}

it('the tracker of a blank workbook tells below its headers of no status and no quota; a row with ids does', async () => {
  const host = await blank();
  expect(await shown(host)).toEqual(NOTHING);
  await typeInto(host, 'Tracker', 0, { 单位编号: 'U01', 事项编号: 'T1' });
  expect(await shown(host)).toEqual(
    expect.arrayContaining(['状态 免报', '迟报分钟 0', '应报数 0', '已通过 0', '已收到 0', '催报次数 0']),
  );
});

itInLibreOffice('nor does it there', async () => {
  const { host } = await blank();
  const there = campaignHost({ book: await recalculate(await writeBook(host.book)), calculator: null });
  expect(await shown(there)).toEqual(NOTHING);
});
