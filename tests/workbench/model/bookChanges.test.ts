import fc from 'fast-check';
import { applyShift, shiftFault } from '../../../src/workbench/model/applyShift';
import { newBook, type Book, type Sheet } from '../../../src/workbench/model/book';
import { cellAt, setContent, valueAt } from '../../../src/workbench/model/cells';
import { applyFilters } from '../../../src/workbench/model/filterRows';
import { columnShift, rowShift, type Shift } from '../../../src/workbench/model/shift';
import { sortArea } from '../../../src/workbench/model/sortRows';
import { addTable } from '../../../src/workbench/model/tables';

function sheetOf(book: Book): Sheet {
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('a new book has a sheet');
  return sheet;
}

/** A book with cells, formulas, a merge, a table, rules, a name and print setup. */
function fullBook(): Book {
  const book = newBook();
  const sheet = sheetOf(book);
  for (let row = 0; row < 12; row++)
    for (let column = 0; column < 6; column++) setContent(sheet, row, column, { value: row * 10 + column });
  setContent(sheet, 11, 5, { formula: '=SUM(A1:E11)+$B$4*Table1[Column1]' });
  addTable(book, sheet, { row: 14, column: 1, rows: 4, columns: 3 }, true, 'en');
  sheet.merges.push({ row: 20, column: 2, rows: 2, columns: 2 });
  sheet.validations.push({
    ranges: [{ row: 3, column: 1, rows: 5, columns: 1 }],
    type: 'custom',
    formula1: 'C4>0',
    ignoreBlank: true,
  });
  sheet.conditionals.push({
    id: 'c',
    ranges: [{ row: 2, column: 0, rows: 8, columns: 5 }],
    formula: '$A3=""',
    style: { bold: true },
    priority: 0,
    stopIfTrue: false,
  });
  sheet.rows.set(5, { height: 40 });
  sheet.columns.set(3, { width: 30 });
  sheet.page = { printArea: { row: 0, column: 0, rows: 30, columns: 6 }, titleRows: [2, 3] };
  book.names.push({ name: 'area', formula: '=Sheet1!$A$2:$C$9', visible: true });
  return book;
}

const plain = (book: Book): unknown =>
  JSON.parse(
    JSON.stringify(book, (_key, value: unknown) =>
      value instanceof Map ? [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)) : value,
    ),
  );

describe('inserting and deleting lines', () => {
  const anyShift: fc.Arbitrary<Shift> = fc.oneof(
    fc.tuple(fc.nat(25), fc.integer({ min: 1, max: 4 })).map(([at, count]) => rowShift(at, count)),
    fc.tuple(fc.nat(7), fc.integer({ min: 1, max: 4 })).map(([at, count]) => columnShift(at, count)),
    fc
      .tuple(fc.nat(12), fc.integer({ min: 1, max: 4 }), fc.nat(5))
      .map(([at, count, column]) => rowShift(at, count, column, column)),
  );

  test('deleting what was inserted gives the same book again', () => {
    fc.assert(
      fc.property(anyShift, (shift) => {
        const book = fullBook();
        const sheet = sheetOf(book);
        const before = plain(book);
        if (shiftFault(sheet, shift) !== null) return;
        applyShift(book, sheet, shift, 'en');
        applyShift(book, sheet, { ...shift, count: -shift.count }, 'en');
        expect(plain(book)).toEqual(before);
      }),
    );
  });

  test('everything below moves together', () => {
    const book = fullBook();
    const sheet = sheetOf(book);
    applyShift(book, sheet, rowShift(3, 2), 'en');
    expect(valueAt(sheet, 5, 0)).toBe(30);
    expect(cellAt(sheet, 13, 5)?.formula).toBe('=SUM(A1:E13)+$B$6*Table1[Column1]');
    expect(sheet.tables[0]?.range.row).toBe(16);
    expect(sheet.merges[0]?.row).toBe(22);
    expect(sheet.validations[0]).toMatchObject({ ranges: [{ row: 5, rows: 5 }], formula1: 'C6>0' });
    expect(sheet.conditionals[0]).toMatchObject({ ranges: [{ row: 2, rows: 10 }], formula: '$A3=""' });
    expect([sheet.rows.get(7)?.height, sheet.page.titleRows, book.names[0]?.formula]).toEqual([
      40,
      [2, 5],
      '=Sheet1!$A$2:$C$11',
    ]);
  });

  test('a partial move through a merged area is refused', () => {
    const sheet = sheetOf(fullBook());
    expect(shiftFault(sheet, rowShift(0, 1, 2, 2))).not.toBeNull();
    expect(shiftFault(sheet, rowShift(0, 1, 5, 5))).toBeNull();
  });
});

describe('sorting', () => {
  const cell = fc.option(
    fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom('a', 'b', '甲', '乙'), fc.boolean()),
    { nil: null },
  );
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 });

  function sorted(values: readonly (readonly unknown[])[], ascending: boolean): unknown[][] {
    const sheet = sheetOf(newBook());
    values.forEach((line, row) =>
      line.forEach((value, column) => setContent(sheet, row, column, { value: value as string })),
    );
    sortArea(sheet, { row: 0, column: 0, rows: values.length, columns: 2 }, [{ key: 0, ascending }], {
      matchCase: false,
      byColumns: false,
      locale: 'zh',
    });
    return values.map((_, row) => [valueAt(sheet, row, 0), valueAt(sheet, row, 1)]);
  }

  test('keeps every row, puts blanks last both ways, and sorting again changes nothing', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (values, ascending) => {
        const once = sorted(values, ascending);
        const key = (line: readonly unknown[]): string => JSON.stringify(line.map((value) => value ?? ''));
        expect(once.map(key).sort()).toEqual(values.map(key).sort());
        const blanks = once.filter(([first]) => first === '').length;
        expect(once.slice(once.length - blanks).every(([first]) => first === '')).toBe(true);
        expect(sorted(once, ascending)).toEqual(once);
      }),
    );
  });
});

describe('filters', () => {
  const values = ['张三', '张四', '李三', '', 5, 12, '5'];

  function shown(filter: {
    kind: 'custom';
    criterion1: string;
    criterion2?: string;
    operator?: 'And' | 'Or';
  }): unknown[] {
    const book = newBook();
    const sheet = sheetOf(book);
    setContent(sheet, 0, 0, { value: 'x' });
    values.forEach((value, i) => setContent(sheet, i + 1, 0, { value }));
    const table = addTable(book, sheet, { row: 0, column: 0, rows: values.length + 1, columns: 1 }, true, 'en');
    table.filters = { 0: filter };
    applyFilters(sheet, table);
    return values.filter((_, i) => !sheet.rows.get(i + 1)?.hidden);
  }

  test.each([
    ['=张*', ['张三', '张四']],
    ['=?三', ['张三', '李三']],
    ['<>张*', ['李三', '', 5, 12, '5']],
    ['=', ['']],
    ['<>', ['张三', '张四', '李三', 5, 12, '5']],
    ['>5', [12]],
    ['>=5', [5, 12]],
    ['=5', [5, '5']],
  ])('the criterion %s lets the right rows through', (criterion1, rows) => {
    expect(shown({ kind: 'custom', criterion1 })).toEqual(rows);
  });

  test('two criteria hold together or either', () => {
    expect(shown({ kind: 'custom', criterion1: '>=5', criterion2: '<10' })).toEqual([5]);
    expect(shown({ kind: 'custom', criterion1: '=张三', criterion2: '=12', operator: 'Or' })).toEqual(['张三', 12]);
  });
});
