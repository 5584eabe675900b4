// What grows with a campaign is counted: formulas and cells per edit, and what a job reads. A change that makes it grow faster fails here.
import { OVERDUE } from '../../src/app/collect/overdueJob';
import { wallTimeFromIso } from '../../src/core/ground/wallTime';
import { createExcelPort } from '../../src/excel/excelPort';
import { largeCampaign } from '../../src/workbench/bench/largeCampaign';
import { exponent } from '../../src/workbench/bench/growth';
import { startHost } from '../../src/workbench/host/createHost';
import type { Book } from '../../src/workbench/model/book';
import { everyTable } from '../../src/workbook/contract/snapshot';
import { CAMPAIGN_TABLES } from '../../src/workbook/tables/registry';
import { costOfEdits, type Edit } from '../support/formulaOperations';

jest.setTimeout(180_000);

interface Size {
  readonly book: Book;
  readonly rows: number;
}

let small: Size;
let large: Size;
beforeAll(async () => {
  [small, large] = [await largeCampaign(59), await largeCampaign(177)];
});

interface Cost {
  /** Formulas that are worked out again, for each tracker row. */
  readonly formulas: number;
  /** Cells that these go through, for each tracker row of the smaller campaign. */
  readonly operations: number;
  /** Exponent of these with the rows. */
  readonly growth: number;
}

/** Edits of a campaign's days, and what each may cost. */
const EDITS: readonly (readonly [string, Edit, Cost])[] = [
  [
    // The order of 收件登记 does not follow it either.
    'a receipt’s review',
    { table: 'Receipts', row: 0, header: '审核' },
    { formulas: 16.5, operations: 1425, growth: 1.3 },
  ],
  ['its moment', { table: 'Receipts', row: 0, header: '收到时间' }, { formulas: 25.5, operations: 1950, growth: 1.45 }],
  ['its unit', { table: 'Receipts', row: 0, header: '单位' }, { formulas: 25.5, operations: 1950, growth: 1.45 }],
  ['its parts', { table: 'Receipts', row: 0, header: '含材料' }, { formulas: 13, operations: 1400, growth: 1.3 }],
  ['its note', { table: 'Receipts', row: 0, header: '备注' }, { formulas: 0.1, operations: 20, growth: 0.8 }],
  ['a unit’s name', { table: 'Units', row: 0, header: '单位名称' }, { formulas: 33, operations: 2400, growth: 1.5 }],
  [
    'a due time',
    { table: 'Requirements', row: 0, header: '截止时间' },
    { formulas: 8.5, operations: 950, growth: 1.35 },
  ],
  ['an extension', { table: 'Exceptions', row: 0, header: '延期至' }, { formulas: 8.5, operations: 950, growth: 1.35 }],
  // None of 收件登记: its order does not follow the clock.
  ['a moment that passes', 'clock', { formulas: 14, operations: 1150, growth: 1.3 }],
];

it('an edit reaches a fixed number of formulas for each row, which go through far fewer cells than rows by rows', () => {
  const [few, many] = [costOfEdits(small.book), costOfEdits(large.book)];
  const above = EDITS.flatMap(([name, edit, most]) => {
    const [a, b] = [few(edit), many(edit)];
    expect(a.formulas).toBeGreaterThan(0);
    const cost: Cost = {
      formulas: b.formulas / large.rows,
      operations: a.operations / small.rows,
      growth: exponent([small.rows, large.rows], [a.operations, b.operations]),
    };
    const grown = (['formulas', 'operations', 'growth'] as const).filter((part) => cost[part] > most[part]);
    return grown.map((part) => `${name}: ${part} ${cost[part]}, at most ${most[part]}`);
  });
  expect(above).toEqual([]);
});

it('“mark what is overdue” reads of every further row little more than its values', async () => {
  const now = wallTimeFromIso('2021-06-10T18:00:01') ?? 0;
  const readOf = async ({ book }: Size): Promise<{ read: number; values: number; requests: number }> => {
    const { Excel, host } = startHost({ book, excelApi: '1.13', timeout: 600_000 });
    const port = createExcelPort({ run: Excel.run.bind(Excel), isSetSupported: () => true });
    const { tables } = await port.read({ tables: CAMPAIGN_TABLES });
    const before = { ...host.stats };
    await OVERDUE.perform({ workbook: port, now: () => now, language: 'zh' }, {}, 'preview');
    return {
      read: host.stats.bytesOut - before.bytesOut,
      values: Buffer.byteLength(JSON.stringify(everyTable(tables).map((table) => table.values))),
      requests: port.roundTrips,
    };
  };
  const [few, many] = [await readOf(small), await readOf(large)];
  // Formulas of first rows, sizes and names are the same bytes in both.
  expect(few.read - few.values).toBeLessThan(112_000);
  expect(many.read - few.read).toBeLessThan(1.05 * (many.values - few.values));
  expect(many.requests).toBe(few.requests);
});
