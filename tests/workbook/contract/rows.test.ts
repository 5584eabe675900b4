// Reading by key: another key than the table's own is a mistake of whoever wrote it, and is told at once.
import fc from 'fast-check';
import { formulaWords } from '../../../src/workbook/contract/formulaWords';
import { readRows, trimmed, type TableRow } from '../../../src/workbook/contract/rows';
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

test('trims a cell as String.trim does, whatever white space stands at its ends', () => {
  const spaces = '\t\n\v\f\r \u00A0\u1680\u2000\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF';
  const letter = fc.constantFrom(...spaces, 'a', '～', '镇', '。', '\u200B', '\u0085', '\u3001', '\uFEFE', '\uFF01');
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 6 }), (letters) => {
      const cell = letters.join('');
      expect(trimmed(cell)).toBe(cell.trim());
    }),
  );
  expect([trimmed(24.5), trimmed(true), trimmed('')]).toEqual(['24.5', 'true', '']);
});
