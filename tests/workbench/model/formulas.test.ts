import fc from 'fast-check';
import { newBook } from '../../../src/workbench/model/book';
import { formulaFault } from '../../../src/workbench/model/formulaCheck';
import { formulaPieces } from '../../../src/workbench/model/formulaPieces';
import {
  forgetSheetIn,
  forgetTableIn,
  offsetFormula,
  printPieces,
  renameSheetIn,
  renameTableIn,
} from '../../../src/workbench/model/formulaText';
import { columnShift, rowShift } from '../../../src/workbench/model/shift';
import { shiftFormula } from '../../../src/workbench/model/shiftFormula';
import { columnsNamed, renameColumn } from '../../../src/workbench/model/structuredColumns';
import { addTable } from '../../../src/workbench/model/tables';

const SAMPLES = [
  '=IF([@分数]>=60,"通过，A1 也是","")',
  "='评分·王'!$A$1:B2+Sheet2!C:C-SUM(1:3)",
  '=COUNTIFS(Receipts[单位编号],[@单位编号],Receipts[审核],"通过")',
  '=Tracker[[#This Row],[a\'[b\']]]&"x""y"',
  '=LOG10(100)+A1.5',
  '=IFERROR(INDEX(Settings[值],3),#N/A)',
  '=1.5E+3*-A$2%',
  '={1,2;3,4}',
  '="unclosed',
  '=SUM(A1:INDEX(B:B,3))',
];

describe('cutting formulas', () => {
  test.each(SAMPLES)('%s prints back as it was', (formula) => {
    expect(printPieces(formulaPieces(formula))).toBe(formula);
  });

  test('any text prints back as it was, apart from quotes around sheet names', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AB1$:!"[]@#,()+ 表,x.') }), (text) => {
        expect(printPieces(formulaPieces(text))).toBe(text);
      }),
    );
  });

  test('references, structured references and names are told apart from texts and functions', () => {
    const kinds = formulaPieces('=SUM(\'a b\'!A1,T[x],截止时间,"B2",LOG10(B2))').filter(
      (piece) => piece.kind !== 'plain',
    );
    expect(kinds).toEqual([
      { kind: 'cells', sheet: 'a b', text: 'A1' },
      { kind: 'structured', table: 'T', inner: 'x' },
      { kind: 'name', sheet: undefined, text: '截止时间' },
      { kind: 'cells', sheet: undefined, text: 'B2' },
    ]);
  });
});

describe('rewriting formulas', () => {
  test('a sheet is renamed where it is referred to, and nowhere else', () => {
    expect(renameSheetIn('=Sheet1!A1&"Sheet1!A1"&Sheet11!A1', 'Sheet1', '我的 表')).toBe(
      '=\'我的 表\'!A1&"Sheet1!A1"&Sheet11!A1',
    );
    expect(forgetSheetIn('=Sheet1!A1+Sheet2!A1', 'sheet1')).toBe('=#REF!+Sheet2!A1');
  });

  test('a table is renamed in structured references and as a name', () => {
    expect(renameTableIn('=ROWS(Units)+COUNTA(Units[名称])&"Units"', 'units', 'Unit2')).toBe(
      '=ROWS(Unit2)+COUNTA(Unit2[名称])&"Units"',
    );
    expect(forgetTableIn('=ROWS(Units)', 'Units')).toBe('=ROWS(#REF!)');
  });

  test.each([
    ['@分数', '@得分'],
    ['分数', '得分'],
    ['[#This Row],[分数]', '[#This Row],[得分]'],
    ['[a]:[分数]', '[a]:[得分]'],
    ['@[分数]', '@[得分]'],
  ])('column 分数 in [%s] is renamed', (before, after) => {
    expect(renameColumn(before, '分数', '得分')).toBe(after);
    expect(renameColumn(before, '别的', 'x')).toBeNull();
  });

  test('a column name with special characters is escaped, and put in brackets after @', () => {
    expect(renameColumn('@分数', '分数', '分数 (满分)')).toBe('@[分数 (满分)]');
    expect(renameColumn('分数', '分数', 'a#b')).toBe("a'#b");
    expect(columnsNamed("[#This Row],[a'#b]")).toEqual(['a#b']);
  });

  test('copying moves relative references and keeps fixed ones', () => {
    expect(offsetFormula('=A1+$A1+A$1+$A$1+B:B+2:2+Sheet2!C3:D4', 1, 1)).toBe('=B2+$A2+B$1+$A$1+C:C+3:3+Sheet2!D4:E5');
    expect(offsetFormula('=A1', -1, 0)).toBe('=#REF!');
  });

  test('moving a formula there and back gives it again', () => {
    const reference = fc
      .tuple(fc.integer({ min: 200, max: 900 }), fc.constantFrom('', '$'), fc.constantFrom('', '$'))
      .map(([n, a, b]) => `${a}Z${b}${n}`);
    fc.assert(
      fc.property(
        reference,
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: -20, max: 20 }),
        (text, rows, columns) => {
          expect(offsetFormula(offsetFormula(`=${text}*2`, rows, columns), -rows, -columns)).toBe(`=${text}*2`);
        },
      ),
    );
  });
});

describe('formulas when lines are inserted or deleted', () => {
  const inserted = rowShift(2, 2);
  test.each([
    ['=A1', '=A1'],
    ['=A3', '=A5'],
    ['=$A$3', '=$A$5'],
    ['=A1:A3', '=A1:A5'],
    ['=A:A', '=A:A'],
    ['=2:4', '=2:6'],
    ['=Other!A3', '=Other!A3'],
    ['=Here!A3&"A3"', '=Here!A5&"A3"'],
  ])('two rows before row 3: %s becomes %s', (before, after) => {
    expect(shiftFormula(before, 'Here', 'Here', inserted)).toBe(after);
  });

  test.each([
    ['=A3', '=#REF!'],
    ['=A4', '=A3'],
    ['=A2:A4', '=A2:A3'],
    ['=SUM(A3:A3)', '=SUM(#REF!)'],
  ])('without row 3: %s becomes %s', (before, after) => {
    expect(shiftFormula(before, 'Here', 'Here', rowShift(2, -1))).toBe(after);
  });

  test('a block that moves takes along only references that lie wholly in it', () => {
    expect(shiftFormula('=B5+C5+A5:B5', 'Here', 'Here', rowShift(2, 1, 1, 1))).toBe('=B6+C5+A5:B5');
    expect(shiftFormula('=C1+$D$1', 'Here', 'Here', columnShift(2, 1))).toBe('=D1+$E$1');
  });

  test('deleting what was inserted gives the formula again', () => {
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        (at, count, a, b) => {
          const formula = `=SUM(A${Math.min(a, b)}:A${Math.max(a, b)})`;
          expect(
            shiftFormula(shiftFormula(formula, 'S', 'S', rowShift(at, count)), 'S', 'S', rowShift(at, -count)),
          ).toBe(formula.replace(/A(\d+):A\1\)/, 'A$1:A$1)'));
        },
      ),
    );
  });
});

describe('formulas that Excel refuses', () => {
  const book = newBook();
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('a new book has a sheet');
  const table = addTable(book, sheet, { row: 0, column: 0, rows: 2, columns: 2 }, true, 'en');

  test.each([
    '=SUM(1',
    '=1)',
    '="a',
    '=Nope[x]',
    '=Table1[nope]',
    '=[@Column1]',
    '=Missing!A1',
    '=1+',
    '=',
    '=A1**2',
    '=T[',
  ])('%s is refused', (formula) => {
    expect(formulaFault(book, formula, undefined)).not.toBeNull();
  });

  test.each([
    '=SUM(1)',
    '=Table1[Column1]',
    '=Table1[[#Headers],[Column2]]',
    '=unknownName',
    '=Sheet1!A1',
    '="a)("',
    '=-A1',
    '=A1%',
    '=Table1[[#This Row],[Column1]]',
    '=1,2',
  ])('%s is taken', (formula) => {
    expect(formulaFault(book, formula, undefined)).toBeNull();
  });

  test('a column without its table is taken inside the table only', () => {
    expect(formulaFault(book, '=[@Column1]*2', table)).toBeNull();
    expect(formulaFault(book, '=[@Column9]*2', table)).toBe('table Table1 has no column Column9');
  });
});
