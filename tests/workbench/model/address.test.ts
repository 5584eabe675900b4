import fc from 'fast-check';
import {
  columnLetters,
  columnNumber,
  MAX_COLUMNS,
  MAX_ROWS,
  parseArea,
  printArea,
  quoteSheet,
  splitSheet,
} from '../../../src/workbench/model/address';
import { bounding, contains, intersect, subtract } from '../../../src/workbench/model/area';

const anyArea = fc
  .record({
    row: fc.nat(MAX_ROWS - 1),
    column: fc.nat(MAX_COLUMNS - 1),
    rows: fc.integer({ min: 1, max: 500 }),
    columns: fc.integer({ min: 1, max: 50 }),
  })
  .filter((a) => a.row + a.rows <= MAX_ROWS && a.column + a.columns <= MAX_COLUMNS);
const small = fc.record({
  row: fc.nat(12),
  column: fc.nat(12),
  rows: fc.integer({ min: 1, max: 8 }),
  columns: fc.integer({ min: 1, max: 8 }),
});

describe('addresses', () => {
  test('letters and column numbers turn into each other', () => {
    fc.assert(fc.property(fc.nat(MAX_COLUMNS - 1), (column) => columnNumber(columnLetters(column)) === column));
    expect(columnLetters(27)).toBe('AB');
    expect(columnNumber('XFE')).toBe(-1);
  });

  test('a printed area reads back as itself, with or without dollar signs', () => {
    fc.assert(
      fc.property(anyArea, fc.boolean(), (area, absolute) => {
        expect(parseArea(printArea(area, absolute))).toEqual(area);
      }),
    );
  });

  test.each([
    ['$B$2:A1', { row: 0, column: 0, rows: 2, columns: 2 }],
    ['C:A', { row: 0, column: 0, rows: MAX_ROWS, columns: 3 }],
    ['$2:$3', { row: 1, column: 0, rows: 2, columns: MAX_COLUMNS }],
    ['A0', null],
    ['A1048577', null],
    ['XFE1', null],
    ['名称', null],
    ['', null],
  ])('%s reads as the area it means', (text, area) => {
    expect(parseArea(text)).toEqual(area);
  });

  test('sheet names are quoted exactly when a formula needs it', () => {
    expect(['设置', '评分·王', "a'b", 'A1', 'R1C1', 'Sheet1', '2021', 'a b'].map(quoteSheet)).toEqual([
      '设置',
      "'评分·王'",
      "'a''b'",
      "'A1'",
      "'R1C1'",
      'Sheet1',
      "'2021'",
      "'a b'",
    ]);
  });

  test('any quoted sheet name splits back from its address', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 31 }).filter((name) => !/[:\\/?*[\]!]/.test(name) && !/^'|'$/.test(name)),
        (name) => {
          expect(splitSheet(`${quoteSheet(name)}!A1`)).toEqual({ sheet: name, rest: 'A1' });
        },
      ),
    );
  });
});

describe('areas', () => {
  test('what is left of an area and its intersection make up the area again, without overlap', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        const shared = intersect(a, b);
        const parts = subtract(a, b);
        const cells = parts.reduce(
          (sum, part) => sum + part.rows * part.columns,
          shared ? shared.rows * shared.columns : 0,
        );
        expect(cells).toBe(a.rows * a.columns);
        for (const part of parts) {
          expect(contains(a, part)).toBe(true);
          expect(intersect(part, b)).toBeNull();
        }
      }),
    );
  });

  test('the bounding area holds both', () => {
    fc.assert(fc.property(small, small, (a, b) => contains(bounding(a, b), a) && contains(bounding(a, b), b)));
  });
});
