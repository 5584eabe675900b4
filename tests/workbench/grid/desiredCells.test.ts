import { desiredCells, placeOf } from '../../../src/workbench/grid/desiredCells';
import { sheetShape, toGridSheet } from '../../../src/workbench/grid/sheetShape';
import { newBook } from '../../../src/workbench/model/book';
import type { Sheet } from '../../../src/workbench/model/book';

function tableSheet(): Sheet {
  const sheet = newBook().sheets[0] as Sheet;
  sheet.cells.set('0,0', { value: '单位' });
  sheet.cells.set('1,0', { value: '县教育局', style: { fill: '#FF0000' } });
  sheet.cells.set('2,0', { value: '县财政局' });
  sheet.tables.push({
    id: 1,
    name: 'Units',
    range: { row: 0, column: 0, rows: 4, columns: 2 },
    columns: [
      { id: 1, name: '单位' },
      { id: 2, name: '电话' },
    ],
    style: 'TableStyleMedium2',
    showHeaders: true,
    showTotals: false,
    showBandedRows: true,
    showFilterButton: true,
  });
  return sheet;
}

describe('the cells that the grid should show', () => {
  it('have the look of their table: white on the accent in the header, every other row tinted, empty cells too', () => {
    const cells = desiredCells(tableSheet());
    expect(cells.get(placeOf(0, 0))?.style).toMatchObject({ bl: 1, cl: { rgb: '#FFFFFF' }, bg: { rgb: '#4472C4' } });
    expect(cells.get(placeOf(1, 1))?.style?.bg).toEqual({ rgb: '#DAE3F3' });
    expect(cells.get(placeOf(2, 0))?.style?.bg).toBeUndefined();
    expect(cells.get(placeOf(3, 1))?.style?.bg).toEqual({ rgb: '#DAE3F3' });
  });

  it('keep their own fill over that of the table', () => {
    expect(desiredCells(tableSheet()).get(placeOf(1, 0))?.style?.bg).toEqual({ rgb: '#FF0000' });
  });

  it('are none for a sheet without contents', () => {
    expect(desiredCells(newBook().sheets[0] as Sheet).size).toBe(0);
  });
});

describe('the shape of a sheet', () => {
  it('leaves room below and beside what is used, and hides what has no width', () => {
    const sheet = tableSheet();
    sheet.columns.set(1, { width: 0 });
    sheet.rows.set(2, { hidden: true, height: 30 });
    sheet.freeze = { rows: 1, columns: 0 };
    const cells = desiredCells(sheet);
    const data = toGridSheet('grid', sheetShape(sheet, cells), cells);
    expect(data.rowCount).toBeGreaterThan(200);
    expect(data.columnData[1]?.hd).toBe(1);
    expect(data.rowData[2]).toMatchObject({ h: 40, hd: 1 });
    expect(data.freeze).toEqual({ ySplit: 1, xSplit: 0, startRow: 1, startColumn: -1 });
    expect(data.cellData[0]?.[0]?.v).toBe('单位');
  });
});
