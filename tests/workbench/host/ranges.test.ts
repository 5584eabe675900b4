import { newBook } from '../../../src/workbench/model/book';
import { startHost } from '../../../src/workbench/host/createHost';

describe('Excel.run over the host', () => {
  test('a sheet is added, a block written and read back with its address', async () => {
    const { Excel, host } = startHost();
    const got = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('单位名册');
      const range = sheet.getRange('B2:C3');
      range.values = [['a', 1], [true, '']];
      range.load('values,address,rowIndex,columnCount,valueTypes');
      sheet.load('name,id,position');
      await context.sync();
      return { values: range.values, address: range.address, row: range.rowIndex, columns: range.columnCount, types: range.valueTypes, name: sheet.name, position: sheet.position };
    });
    expect(got).toEqual({
      values: [['a', 1], [true, '']], address: '单位名册!B2:C3', row: 1, columns: 2,
      types: [['String', 'Double'], ['Boolean', 'Empty']], name: '单位名册', position: 1,
    });
    expect(host.stats.requests).toBeGreaterThan(0);
  });

  test('null leaves a cell, an empty text empties it, a scalar fills the range', async () => {
    const { Excel } = startHost({ book: newBook() });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A1:C1');
      range.values = [['x', 'y', 'z']];
      range.values = [[null as unknown as string, '', 'w']];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([['x', '', 'w']]);
      range.values = 7 as unknown as number[][];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[7, 7, 7]]);
    });
  });

  test('a table is made, found by name, and its parts have the right addresses', async () => {
    const { Excel } = startHost({ book: newBook() });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:B3').values = [['编号', '名称'], ['U01', '甲'], ['U02', '乙']];
      const table = sheet.tables.add('A1:B3', true);
      table.name = 'Units';
      await context.sync();
      const found = context.workbook.tables.getItem('Units');
      const body = found.getDataBodyRange().load('address,values');
      const missing = context.workbook.tables.getItemOrNullObject('Nope');
      found.columns.load('items/name');
      await context.sync();
      expect(body.address).toBe('Sheet1!A2:B3');
      expect(body.values).toEqual([['U01', '甲'], ['U02', '乙']]);
      expect(missing.isNullObject).toBe(true);
      expect(found.columns.items.map((column) => column.name)).toEqual(['编号', '名称']);
    });
  });
});
