import { newBook } from '../../../src/workbench/model/book';
import type { Sheet, Table } from '../../../src/workbench/model/book';
import { filterBy, filterChoices, sortBy } from '../../../src/workbench/page/tableFilter';

function tracker(): { sheet: Sheet; table: Table } {
  const sheet = newBook().sheets[0] as Sheet;
  const rows: (string | number | null)[][] = [
    ['单位', '状态', '天数'],
    ['甲', '逾期', 3],
    ['乙', '已报', 10],
    ['丙', '逾期', 2],
    ['丁', null, null],
  ];
  rows.forEach((cells, row) =>
    cells.forEach((value, column) => value !== null && sheet.cells.set(`${row},${column}`, { value })),
  );
  const table: Table = {
    id: 1,
    name: 'T',
    range: { row: 0, column: 0, rows: 5, columns: 3 },
    columns: ['单位', '状态', '天数'].map((name, index) => ({ id: index + 1, name })),
    style: '',
    showHeaders: true,
    showTotals: false,
    showBandedRows: true,
    showFilterButton: true,
  };
  sheet.tables.push(table);
  return { sheet, table };
}

const hidden = (sheet: Sheet): number[] =>
  [...sheet.rows]
    .filter(([, row]) => row.hidden)
    .map(([row]) => row)
    .sort();

describe('the filter menu of a table', () => {
  it('offers each text once, numbers by size before words, blanks too', () => {
    const { sheet, table } = tracker();
    expect(filterChoices(sheet, table, 2).map(({ text }) => text)).toEqual(['2', '3', '10', '']);
    expect(filterChoices(sheet, table, 1).every(({ chosen }) => chosen)).toBe(true);
  });

  it('hides the rows that were not chosen and shows them all again', () => {
    const { sheet, table } = tracker();
    filterBy(sheet, table, 1, ['逾期']);
    expect(hidden(sheet)).toEqual([2, 4]);
    expect(
      filterChoices(sheet, table, 1)
        .filter(({ chosen }) => chosen)
        .map(({ text }) => text),
    ).toEqual(['逾期']);
    filterBy(sheet, table, 1, null);
    expect(hidden(sheet)).toEqual([]);
    expect(table.filters).toBeUndefined();
  });

  it('offers only what the filters of other columns let through', () => {
    const { sheet, table } = tracker();
    filterBy(sheet, table, 1, ['逾期']);
    expect(filterChoices(sheet, table, 0).map(({ text }) => text)).toEqual(expect.arrayContaining(['甲', '丙']));
    expect(filterChoices(sheet, table, 0)).toHaveLength(2);
  });

  it('sorts the body, blanks last, and keeps the filter on the rows that moved', () => {
    const { sheet, table } = tracker();
    filterBy(sheet, table, 1, ['逾期']);
    sortBy(sheet, table, 2, true);
    expect([1, 2, 3, 4].map((row) => sheet.cells.get(`${row},0`)?.value)).toEqual(['丙', '甲', '乙', '丁']);
    expect(hidden(sheet)).toEqual([3, 4]);
  });
});
