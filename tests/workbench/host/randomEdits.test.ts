import fc from 'fast-check';
import { contains, intersect } from '../../../src/workbench/model/area';
import type { Book } from '../../../src/workbench/model/book';
import { valueAt } from '../../../src/workbench/model/cells';
import { formulasOf } from '../../../src/workbench/model/formulaIndex';
import { formulaPieces } from '../../../src/workbench/model/formulaPieces';
import { printPieces } from '../../../src/workbench/model/formulaText';
import { bodyArea } from '../../../src/workbench/model/tableParts';
import { onHost } from './onHost';

const small = fc.nat(7);
const text = fc.constantFrom('分数', '名称', 'a', '', '1', 'x y');

type Step = (context: Excel.RequestContext) => void;
const sheetOf = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('Sheet1');
const tableOf = (context: Excel.RequestContext): Excel.Table => context.workbook.tables.getItem('T');

const step: fc.Arbitrary<Step> = fc.oneof(
  small.map(
    (at): Step =>
      (context) =>
        void sheetOf(context).getRangeByIndexes(at, 0, 1, 1).getEntireRow().insert('Down'),
  ),
  small.map(
    (at): Step =>
      (context) =>
        void sheetOf(context).getRangeByIndexes(0, at, 1, 1).getEntireColumn().insert('Right'),
  ),
  small.map(
    (at): Step =>
      (context) =>
        sheetOf(context).getRangeByIndexes(at, 0, 1, 1).getEntireRow().delete('Up'),
  ),
  small.map(
    (at): Step =>
      (context) =>
        sheetOf(context).getRangeByIndexes(0, at, 1, 1).getEntireColumn().delete('Left'),
  ),
  fc.tuple(small, small, fc.nat(3), fc.nat(3)).map(
    ([r, c, rows, columns]): Step =>
      (context) =>
        void sheetOf(context)
          .getRangeByIndexes(r, c, rows + 1, columns + 1)
          .insert('Down'),
  ),
  fc.tuple(small, small, fc.nat(3), fc.nat(3)).map(
    ([r, c, rows, columns]): Step =>
      (context) =>
        sheetOf(context)
          .getRangeByIndexes(r, c, rows + 1, columns + 1)
          .delete('Left'),
  ),
  fc.tuple(small, small, text).map(
    ([r, c, value]): Step =>
      (context) =>
        void (sheetOf(context).getRangeByIndexes(r, c, 1, 1).values = [[value]]),
  ),
  fc.tuple(small, fc.constantFrom('=SUM(T[分数])', '=A1+$B$2', '=[@分数]*2', '=SUM(A1:C5)')).map(
    ([r, formula]): Step =>
      (context) =>
        void (sheetOf(context).getRangeByIndexes(r, 9, 1, 1).formulas = [[formula]]),
  ),
  fc.tuple(small, small).map(
    ([rows, columns]): Step =>
      (context) =>
        tableOf(context).resize(`A1:${'BCDEFGHI'[columns] ?? 'B'}${rows + 2}`),
  ),
  fc.option(small).map(
    (at): Step =>
      (context) =>
        void tableOf(context).rows.add(at ?? undefined, undefined),
  ),
  small.map(
    (at): Step =>
      (context) =>
        tableOf(context).rows.getItemAt(at).delete(),
  ),
  fc.tuple(fc.option(small), text).map(
    ([at, name]): Step =>
      (context) =>
        void tableOf(context).columns.add(at ?? undefined, undefined, name),
  ),
  small.map(
    (at): Step =>
      (context) =>
        tableOf(context).columns.getItemAt(at).delete(),
  ),
  fc.tuple(small, text).map(
    ([at, name]): Step =>
      (context) =>
        void (tableOf(context).columns.getItemAt(at).name = name),
  ),
  small.map(
    (key): Step =>
      (context) =>
        tableOf(context).sort.apply([{ key, ascending: true }]),
  ),
  small.map(
    (at): Step =>
      (context) =>
        tableOf(context).columns.getItemAt(at).filter.applyValuesFilter(['a']),
  ),
  fc.constant<Step>((context) => tableOf(context).clearFilters()),
  fc.boolean().map(
    (shown): Step =>
      (context) =>
        void (tableOf(context).showTotals = shown),
  ),
  fc.tuple(small, small).map(
    ([r, c]): Step =>
      (context) =>
        sheetOf(context).getRangeByIndexes(r, c, 2, 2).clear(),
  ),
  fc.constant<Step>((context) => void context.workbook.tables.add('Sheet1!L1:M3', true)),
  fc.constant<Step>((context) => void (tableOf(context).name = 'T')),
);

/** What must hold in every book, whatever was done to it. */
function faultsOf(book: Book): string[] {
  const faults: string[] = [];
  for (const sheet of book.sheets) {
    for (const table of sheet.tables) {
      const names = table.columns.map((column) => column.name);
      if (names.length !== table.range.columns)
        faults.push(`${table.name}: ${names.length} columns in ${table.range.columns}`);
      if (new Set(names.map((name) => name.toLowerCase())).size !== names.length)
        faults.push(`${table.name}: two columns of one name`);
      if (new Set(table.columns.map((column) => column.id)).size !== names.length)
        faults.push(`${table.name}: two columns of one id`);
      if (names.some((name, i) => valueAt(sheet, table.range.row, table.range.column + i) !== name))
        faults.push(`${table.name}: a header cell differs from its column`);
      if (bodyArea(table).rows < 1) faults.push(`${table.name}: no body row`);
      if (!contains(table.range, bodyArea(table))) faults.push(`${table.name}: body outside`);
      if (sheet.tables.some((other) => other !== table && intersect(other.range, table.range)))
        faults.push(`${table.name}: overlaps another`);
    }
    for (const [key, cell] of sheet.cells) {
      if (cell.value === undefined && cell.formula === undefined && cell.style === undefined)
        faults.push(`${key}: an empty cell is kept`);
      if (cell.formula !== undefined && printPieces(formulaPieces(cell.formula)) !== cell.formula)
        faults.push(`${key}: ${cell.formula} is broken`);
      if (cell.formula !== undefined && !formulasOf(sheet).has(cell.formula))
        faults.push(`${key}: a rename would overlook ${cell.formula}`);
    }
  }
  return faults;
}

const EXPECTED = [
  'InvalidArgument',
  'InvalidOperation',
  'InvalidReference',
  'ItemNotFound',
  'ItemAlreadyExists',
  'ApiNotFound',
  'none',
];

test('whatever is done in whatever order, tables stay whole and only Excel’s own errors are answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const host = onHost({ excelApi: '1.13' });
      await host.run(async (context) => {
        sheetOf(context).getRange('A1:C4').values = [
          ['编号', '名称', '分数'],
          ['1', 'a', 3],
          ['2', 'b', 2],
          ['3', 'a', 1],
        ];
        context.workbook.tables.add('Sheet1!A1:C4', true).name = 'T';
        await context.sync();
      });
      for (const one of steps) {
        const code = await host.code(one);
        expect(EXPECTED).toContain(code);
        expect(faultsOf(host.host.book)).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});
