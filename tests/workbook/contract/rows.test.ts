// Reading by key: another key than the table's own is a mistake of whoever wrote it, and is told at once.
import { formulaWords } from '../../../src/workbook/contract/formulaWords';
import { readRows, type TableRow } from '../../../src/workbook/contract/rows';
import { rowWriter } from '../../../src/workbook/contract/sheetOf';
import type { TableSnapshot } from '../../../src/workbook/contract/snapshot';
import { defineTable, type TableSpec } from '../../../src/workbook/contract/spec';
import { specFinder } from '../../../src/workbook/tables/registry';
import { UNITS } from '../../../src/workbook/tables/units/units';

const table: TableSnapshot = {
  name: 'Units',
  sheet: '单位名册',
  top: 3,
  left: 0,
  headers: ['单位编号', 'Unit'],
  values: [['U01', '示例镇']],
  formulas: [],
  filtered: false,
  crowded: false,
};

test('a row gives its cells by key, in whichever language its headers are, and nothing where the table lacks the column', () => {
  const [row] = readRows(UNITS, table);
  expect([row?.text('unitId'), row?.text('name'), row?.text('phone')]).toEqual(['U01', '示例镇', '']);
});

test('a key that is no column of the table throws when a row is read', () => {
  const [row] = readRows(UNITS, table) as unknown as TableRow[];
  expect(() => row?.text('nmae')).toThrow('Units has no column nmae');
});

test('a key that is no column of the table throws when a row is written', () => {
  const loose: TableSpec = UNITS;
  const write = rowWriter(loose, formulaWords(loose, 'zh', specFinder([], [], 'zh')));
  expect(() => write({ unitId: 'U02', nmae: '示例镇' })).toThrow('Units has no column nmae');
});

test('a key that two columns have throws when the table is defined', () => {
  const twice: TableSpec = { ...UNITS, columns: [...UNITS.columns, ...UNITS.columns.slice(0, 1)] };
  expect(() => defineTable(twice)).toThrow('Units has two columns unitId');
});
