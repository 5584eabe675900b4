// Cell changes put together by row.
import { changedRows, placeOfRow } from '../../src/taskpane/changedRows';

const change = (table: string, row: string, column: string): Parameters<typeof changedRows>[0][number] => ({
  table,
  row,
  column,
  before: '',
  after: 'x',
});

test('the cells of a row stand together, rows in order of first appearance', () => {
  const rows = changedRows([
    change('Units', 'U04', '联络员'),
    change('Units', 'U05', '联络员'),
    change('Units', 'U04', '电话'),
    change('Tracker', 'U04', '状态'),
  ]);
  expect(rows.map(({ table, row, cells }) => [table, row, cells.map(({ column }) => column)])).toEqual([
    ['Units', 'U04', ['联络员', '电话']],
    ['Units', 'U05', ['联络员']],
    ['Tracker', 'U04', ['状态']],
  ]);
});

test('a row whose key is read as its name is named once', () => {
  expect(placeOfRow('设置', '截至时间', '截至时间')).toBe('设置 · 截至时间');
  expect(placeOfRow('单位名册', 'U01', '西渡镇')).toBe('单位名册 · U01 西渡镇');
});
