// A tracker that owes nothing yet keeps one empty row for its formulas: nobody is exempt or owes in it. Where a unit owes, what is none is 0.
import { PALETTE } from '../../../src/workbook/contract/palette';
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

/** What shows below the headers is of the colour of its cell: the rule is the first that a row meets. */
const unseen = (host: CampaignHost, name: string): string[] =>
  (host.host.book.sheets.find((sheet) => sheet.name === name)?.conditionals ?? [])
    .filter(({ formula, style }) => formula === '$A5=""' && style.color === PALETTE.computedFill)
    .flatMap(({ ranges }) => ranges.map(({ column, columns }) => `${column}+${columns}`));

it('its noughts do not show, nor those of a roster and of items that name nothing; the line above it counts nothing yet', async () => {
  const host = await blank();
  const headline = (): unknown =>
    host.host.book.sheets.find(({ name }) => name === '报送台账')?.cells.get('2,0')?.value;
  expect(headline()).toMatch(/^截至 [-\d: ]+$/);
  const place = (key: string): number => TRACKER.columns.findIndex((column) => column.key === key);
  expect(unseen(host, '报送台账').sort()).toEqual(
    [`${place('minutesLate')}+1`, `${place('accepted')}+2`, `${place('reminders')}+1`].sort(),
  );
  expect([unseen(host, '单位名册').length, unseen(host, '报送事项').length]).toEqual([1, 1]);
  await typeInto(host, 'Tracker', 0, { 单位编号: 'U01', 事项编号: 'T1' });
  await host.host.calculateNow();
  expect(headline()).toMatch(/逾期 0 项　待审 0 项　已完成 0 项$/);
});

itInLibreOffice('nor does it there', async () => {
  const { host } = await blank();
  const there = campaignHost({ book: await recalculate(await writeBook(host.book)), calculator: null });
  expect(await shown(there)).toEqual(NOTHING);
});
