// Filters and sorting of tables through the runtime.
import { cellsOf, onHost, valuesOf, withTable } from './onHost';

const ROWS = [
  ['编号', '分数'],
  ['E1', 10],
  ['E2', 30],
  ['E3', 20],
];

describe('filters and sorting', () => {
  const hidden = (host: ReturnType<typeof onHost>): number[] =>
    [...host.first.rows]
      .filter(([, row]) => row.hidden)
      .map(([row]) => row)
      .sort();

  test('values and custom filters hide rows; clearing shows them', async () => {
    const host = onHost();
    await withTable(host, ROWS);
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('T');
      table.columns.getItem('编号').filter.applyValuesFilter(['E1', 'E3']);
      table.autoFilter.load('isDataFiltered');
      await context.sync();
      expect(table.autoFilter.isDataFiltered).toBe(true);
      expect(hidden(host)).toEqual([2]);
      table.columns.getItem('分数').filter.applyCustomFilter('>=15');
      await context.sync();
      expect(hidden(host)).toEqual([1, 2]);
      const row = table.rows.getItemAt(0).getRange().load('rowHidden');
      await context.sync();
      expect(row.rowHidden).toBe(true);
      table.clearFilters();
      table.autoFilter.load('isDataFiltered');
      await context.sync();
      expect([hidden(host), table.autoFilter.isDataFiltered]).toEqual([[], false]);
    });
  });

  test('a filter is applied again only when asked to', async () => {
    const host = onHost();
    await withTable(host, ROWS);
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('T');
      table.columns.getItem('分数').filter.apply({ filterOn: 'Custom', criterion1: '<25' });
      cellsOf(context, 'B2').values = [[99]];
      await context.sync();
      expect(hidden(host)).toEqual([2]);
      table.reapplyFilters();
      await context.sync();
      expect(hidden(host)).toEqual([1, 2]);
    });
  });

  test('a table is sorted by column, its row formulas stay right', async () => {
    const host = onHost();
    await withTable(host, [
      ['n', 'twice'],
      [3, '=A2*2'],
      [1, '=A3*2'],
      [2, '=A4*2'],
    ]);
    await host.run(async (context) => context.workbook.tables.getItem('T').sort.apply([{ key: 0, ascending: true }]));
    expect(await valuesOf(host, 'A2:A4')).toEqual([[1], [2], [3]]);
    expect(['1,1', '2,1', '3,1'].map((key) => host.first.cells.get(key)?.formula)).toEqual(['=A2*2', '=A3*2', '=A4*2']);
  });
});
