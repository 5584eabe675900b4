// What goes over the wire: only the parts that hold something, cut by bytes, alike neighbours joined, sheets in units.
import type { TableName } from '../../src/workbook/contract/keys';
import fc from 'fast-check';
import { bytesOf, createBudget, cutRows } from '../../src/excel/budget';
import { runsOf } from '../../src/excel/cellRuns';
import { joinedFormats } from '../../src/excel/formatRuns';
import { sheetUnits } from '../../src/excel/sheetUnits';
import type { CellWrite, FormatRun, PlanStep, SheetPlan } from '../../src/workbook/contract/plan';

const cell = fc.option(fc.integer({ min: 1, max: 9 }), { nil: null, freq: 1 });

test('the runs of a block hold exactly its cells, at their places, and never meet', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 5 })
        .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 60 })),
      (block) => {
        const again = block.map((line) => line.map((): number | null => null));
        let last = -1;
        for (const { row, column, cells } of runsOf(block)) {
          expect(row).toBeGreaterThan(last);
          last = row + cells.length - 1;
          cells.forEach((line, r) =>
            line.forEach((value, c) => {
              (again[row + r] as (number | null)[])[column + c] = value;
            }),
          );
        }
        expect(again).toEqual(block);
      },
    ),
  );
});

test('a block without cells has no runs, and a lone cell among thousands is one cell', () => {
  expect(
    runsOf([
      [null, null],
      [null, null],
    ]),
  ).toEqual([]);
  const block = Array.from({ length: 5000 }, (_none, row) =>
    Array.from({ length: 10 }, (_cell, column) => (row === 4321 && column === 7 ? 'x' : null)),
  );
  expect(runsOf(block)).toEqual([{ row: 4321, column: 7, cells: [['x']] }]);
});

test('bytes are those of UTF-8', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((words) => !/[\ud800-\udfff]/.test(words)),
      (words) => expect(bytesOf(words)).toBe(Buffer.byteLength(words)),
    ),
  );
});

test('rows are cut by their bytes, none is lost, and a row that is too large alone is a piece of its own', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string(), { maxLength: 4 }), { maxLength: 40 }),
      fc.integer({ min: 5, max: 80 }),
      (rows, limit) => {
        const pieces = cutRows(rows, (row) => row, limit);
        expect(pieces.flatMap((piece) => piece.rows)).toEqual(rows);
        expect(pieces.every((piece) => piece.rows.length === 1 || piece.bytes <= limit)).toBe(true);
        expect(pieces.map(({ from }) => from)).toEqual(
          pieces.map((_piece, at) => pieces.slice(0, at).reduce((sum, piece) => sum + piece.rows.length, 0)),
        );
      },
    ),
  );
});

test('the budget sends before it would be exceeded, and not for the first spending', async () => {
  const sent: number[] = [];
  let spent = 0;
  const budget = createBudget(() => {
    sent.push(spent);
    return Promise.resolve();
  }, 100);
  for (const bytes of [150, 40, 60, 1, 99]) {
    await budget.spend(bytes);
    spent += bytes;
  }
  expect(sent).toEqual([150, 250]);
});

test('neighbours that look alike are one run; others, and those that come later again, stay', () => {
  const run = (column: number, fill: string, row = 1): FormatRun => ({
    area: { row, column, rows: 5, columns: 1 },
    format: { fill },
  });
  expect(joinedFormats([run(0, 'a'), run(1, 'a'), run(2, 'b'), run(3, 'a'), run(4, 'a', 2)])).toEqual([
    { area: { row: 1, column: 0, rows: 5, columns: 2 }, format: { fill: 'a' } },
    run(2, 'b'),
    run(3, 'a'),
    run(4, 'a', 2),
  ]);
});

const page: SheetPlan['page'] = { orientation: 'Portrait', margins: { top: 1, right: 1, bottom: 1, left: 1 } };
const sheet = (name: string, ...formulas: string[]): PlanStep => ({
  kind: 'addSheet',
  sheet: {
    name,
    columnWidths: [],
    formats: [],
    page,
    table: { name: name as TableName, area: { row: 0, column: 0, rows: 2, columns: 1 }, style: 'TableStyleLight1' },
    blocks: [{ row: 0, column: 0, cells: [formulas.map((formula): CellWrite => ({ formula }))] }],
  },
});
const units = (steps: readonly PlanStep[]): string[][] =>
  sheetUnits(steps).map((unit) => unit.map((step) => step.sheet.name));

test('sheets that know only themselves and what came before are made one by one', () => {
  expect(units([sheet('A', '=SUM(A[x])'), sheet('B', '=SUM(B[x])'), sheet('All', '=SUM(A[x])+SUM(B[x])')])).toEqual([
    ['A'],
    ['B'],
    ['All'],
  ]);
});

test('sheets that speak of a later table are made together with it', () => {
  expect(units([sheet('A', '=SUM(C[x])'), sheet('B'), sheet('C', '=SUM(A[x])'), sheet('D')])).toEqual([
    ['A', 'B', 'C'],
    ['D'],
  ]);
});

test('with defined names in the plan all sheets are one unit, since any formula may speak of them', () => {
  expect(units([sheet('A'), sheet('B'), { kind: 'names', names: { N: '=1' } }])).toEqual([['A', 'B']]);
});
