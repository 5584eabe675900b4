// Pointing at cells, telling the selected row, hearing what people do: through Microsoft's own runtime on the host.
import { pointAt } from '../../src/excel/pointAt';
import { readSelection } from '../../src/excel/readSelection';
import { watchWorkbook } from '../../src/excel/watchWorkbook';
import type { Target, WorkbookEvent } from '../../src/workbook/contract/pointing';
import { newCampaignHost, type CampaignHost } from '../support/campaignHost';

let host: CampaignHost;
let trips = 0;
const sync = (context: Excel.RequestContext): Promise<void> => {
  trips += 1;
  return context.sync();
};
const point = (target: Target) => host.Excel.run((context) => pointAt(context, target, sync));
const selected = () => host.Excel.run((context) => readSelection(context, sync));

beforeAll(async () => {
  host = await newCampaignHost();
  await host.host.calculateNow();
}, 120_000);
beforeEach(() => (trips = 0));

const u05 = [
  { place: 0, text: 'U05' },
  { place: 2, text: 'T2' },
];

test('a row is found by the texts of its key and selected, its hidden sheet shown', async () => {
  await host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('报送台账').visibility = 'Hidden';
    await context.sync();
  });
  expect(await point({ table: 'Tracker', row: u05, column: 5 })).toBe('shown');
  expect(trips).toBeLessThanOrEqual(3);
  const row = await selected();
  expect(row).toMatchObject({ table: 'Tracker', column: 5 });
  expect(row?.cells.slice(0, 3)).toEqual(['U05', '演陂镇', 'T2']);
  expect(row?.headers[5]).toBe('状态');
});

test('after sorting the same key still leads to its row', async () => {
  await host.Excel.run(async (context) => {
    context.workbook.tables.getItem('Tracker').sort.apply([{ key: 1, ascending: false }]);
    await context.sync();
  });
  expect(await point({ table: 'Tracker', row: u05 })).toBe('shown');
  expect((await selected())?.cells[0]).toBe('U05');
});

test('a filter leaves only the wanted rows in sight; a row that it hides is said to be hidden', async () => {
  expect(await point({ table: 'Tracker', filter: [{ place: 2, values: ['T1'] }] })).toBe('shown');
  expect(await point({ table: 'Tracker', row: u05 })).toBe('hidden');
  expect(await point({ table: 'Tracker', row: u05, filter: [] })).toBe('shown');
});

test.each<[string, Target]>([
  ['table', { table: 'NoSuch' }],
  ['row', { table: 'Tracker', row: [{ place: 0, text: 'U99' }] }],
  ['sheet', { sheet: '没有这张表' }],
])('a %s that is gone is said to be gone, nothing throws', async (_, target) => {
  expect(await point(target)).toBe('gone');
});

test('a key that two rows have is no place to point at', async () => {
  expect(await point({ table: 'Tracker', row: [{ place: 2, text: 'T1' }] })).toBe('gone');
});

test('a header or a cell outside of tables is no selected row', async () => {
  await point({ sheet: '报送台账', address: 'A1' });
  expect(await selected()).toBeNull();
});

/** The address of a row of the tracker’s body, 0-based, as a person selects it. */
const selectRows = (...areas: readonly (readonly [first: number, rows: number])[]) => {
  const sheet = host.host.book.sheets.find(({ name }) => name === '报送台账')!;
  const body = sheet.tables[0]!.range.row + 1;
  const [last, ...before] = areas.map(([row, rows]) => ({ row: body + row, column: 1, rows, columns: 3 })).reverse();
  return host.host.setSelection(sheet.id, last!, undefined, before.reverse());
};
const numbers = async (): Promise<unknown[]> => {
  const row = await selected();
  return [row?.cells, ...(row?.others ?? [])].map((cells) => `${String(cells?.[0])} ${String(cells?.[2])}`);
};

test('several selected rows are told, in one area or in several, without those that a filter hides', async () => {
  await point({ table: 'Tracker', row: u05, filter: [] });
  await selectRows([0, 3]);
  trips = 0;
  const three = await numbers();
  expect(new Set(three).size).toBe(3);
  expect(trips).toBeLessThanOrEqual(3);
  await selectRows([0, 1], [5, 2]);
  expect(await numbers()).toHaveLength(3);
  await selectRows([0, 12]);
  const twelve = await numbers();
  await point({ table: 'Tracker', filter: [{ place: 2, values: ['T1'] }] });
  await selectRows([0, 12]);
  const shown = (await numbers()).slice(1);
  expect(shown).toEqual(twelve.slice(1).filter((called) => String(called).endsWith(' T1')));
  await point({ table: 'Tracker', filter: [] });
});

test('of a whole column the active row alone is told', async () => {
  await selectRows([0, 200]);
  trips = 0;
  expect(await numbers()).toHaveLength(1);
  expect(trips).toBe(2);
});

test('what people do is told once, by sheet; after taking off nothing is told', async () => {
  const heard: WorkbookEvent[] = [];
  const stop = await watchWorkbook(host.Excel.run.bind(host.Excel), (event) => heard.push(event));
  const sheet = host.host.book.sheets.find(({ name }) => name === '单位名册');
  await host.host.edit(sheet!.id, 8, 4, '张三');
  expect(heard).toContainEqual({ kind: 'edited', sheet: '单位名册', byHand: true });
  await host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('收件登记').getRange('L5').values = [['已电话核实']];
    await context.sync();
  });
  expect(heard).toContainEqual({ kind: 'edited', sheet: '收件登记' });
  await point({ sheet: '单位名册', address: 'C9' });
  expect(heard).toContainEqual({ kind: 'activated' });
  expect(heard).toContainEqual({ kind: 'selected' });
  await stop();
  const before = heard.length;
  await host.host.edit(sheet!.id, 8, 4, '李四');
  expect(heard.length).toBe(before);
});
