import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { a1 } from '../../../src/workbench/calc/a1';
import { formulaTokens } from '../../../src/workbench/calc/formulaTokens';
import { structuredRange } from '../../../src/workbench/calc/structuredReferences';
import { escapeColumn } from '../../../src/workbench/model/structuredColumns';
import { directoryOf, translateFormula } from '../../../src/workbench/calc/translateFormula';
import { addTable, bookWith } from './sampleBooks';

const HEADERS = ['单位', '收到时间', '各部分齐全（是/否）', '完成 %', "a[1]#'x", '备注 一'];

function setUp() {
  const book = bookWith("评分·张'三", [['x']]);
  const table = addTable(book, '收件 登记', 'Receipts', HEADERS, [
    ['甲', 1, '是', 1, 2, ''],
    ['乙', 2, '否', 1, 2, ''],
  ]);
  book.names.push(
    { name: 'Set_value', formula: "='收件 登记'!$B$2", visible: true },
    { name: 'AsOf', formula: '=IF(INDEX(Receipts[收到时间],1)="",NOW(),INDEX(Receipts[收到时间],1))', visible: true },
    { name: 'Twice', formula: '=AsOf+AsOf', visible: true },
    { name: 'Loop', formula: '=Pool+1', visible: true },
    { name: 'Pool', formula: '=Loop', visible: true },
  );
  return { book, table };
}

/** Translated from row 3 (second body row) of the table's sheet. */
function inTable(formula: string): string {
  const { book } = setUp();
  return translateFormula(formula, directoryOf(book), { sheet: book.sheets[1]!, row: 2, column: 3 });
}

describe('structured references', () => {
  test.each([
    ['[单位]', 'A2:A3'],
    ['[各部分齐全（是/否）]', 'C2:C3'],
    ['[完成 %]', 'D2:D3'],
    ['[[#This Row],[备注 一]]', 'F3'],
    ['[@单位]', 'A3'],
    ['[@[备注 一]]', 'F3'],
    ['[#All]', 'A1:F3'],
    ['[#Data]', 'A2:F3'],
    ['[#Headers]', 'A1:F1'],
    ['[]', 'A2:F3'],
    ['[@]', 'A3:F3'],
    ['[#This Row]', 'A3:F3'],
    ['[[#Headers],[收到时间]]', 'B1'],
    ['[[#All],[收到时间]]', 'B1:B3'],
    ['[[#Headers],[#Data],[收到时间]]', 'B1:B3'],
    ['[[单位]:[完成 %]]', 'A2:D3'],
    ['[[#This Row],[单位]:[完成 %]]', 'A3:D3'],
    ['[[#This Row], [单位]:[完成 %] ]', 'A3:D3'],
    ['[@[单位]:[完成 %]]', 'A3:D3'],
    ["[a'[1']'#''x]", 'E2:E3'],
    ["[@[a'[1']'#''x]]", 'E3'],
    ['[收到时间 ]', 'B2:B3'],
  ])('%s is %s', (brackets, expected) => {
    const range = structuredRange(setUp().table, brackets, 2);
    expect(typeof range === 'string' ? range : a1(range)).toBe(expected);
  });

  test('a column that the table has not is #REF!', () => {
    expect(structuredRange(setUp().table, '[没有]', 2)).toBe('#REF!');
  });

  test('this row outside of the body is #VALUE!', () => {
    expect(structuredRange(setUp().table, '[@单位]', 0)).toBe('#VALUE!');
    expect(structuredRange(setUp().table, '[@单位]', 3)).toBe('#VALUE!');
  });

  test('the totals row is no part of the body', () => {
    const table = { ...setUp().table, showTotals: true };
    expect(structuredRange(table, '[单位]', 1)).toEqual({ row: 1, column: 0, rows: 1, columns: 1 });
    expect(structuredRange(table, '[[#Totals],[单位]]', 1)).toEqual({ row: 2, column: 0, rows: 1, columns: 1 });
  });

  test('any header can be named once it is escaped', () => {
    fc.assert(
      fc.property(
        fc
          .string({ minLength: 1, unit: fc.constantFrom(...'甲ab[]#@\'"（%） ,:') })
          .filter((name) => name.trim() === name && name !== ''),
        (name) => {
          const { table } = setUp();
          const column = table.columns[4]!;
          column.name = name;
          fc.pre(!table.columns.some((other) => other !== column && other.name.toLowerCase() === name.toLowerCase()));
          const range = structuredRange(table, `[[#This Row],[${escapeColumn(name)}]]`, 2);
          expect(typeof range === 'string' ? range : a1(range)).toBe('E3');
        },
      ),
    );
  });
});

describe('translating formulas', () => {
  test('tokens joined give the formula again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'A1$:!"\'[]()+,甲_.#@ =') }), (formula) => {
        expect(
          formulaTokens(formula)
            .map(({ text }) => text)
            .join(''),
        ).toBe(formula);
      }),
    );
  });

  test.each([
    ['=SUM(Receipts[收到时间])', '=SUM(sheet_2!$B$2:$B$3)'],
    ['=[@收到时间]*2', '=sheet_2!$B3*2'],
    ['=COUNT(Receipts[[#This Row],[单位]]:Receipts[[#This Row],[完成 %]])', '=COUNT(sheet_2!$A3:$D3)'],
    ['=ROWS(Receipts)', '=ROWS(sheet_2!$A$2:$F$3)'],
    ['="Receipts[单位] & Set_value"&receipts[单位]', '="Receipts[单位] & Set_value"&sheet_2!$A$2:$A$3'],
    ["='评分·张''三'!A1+评分·张'三!B2", "=sheet_1!A1+评分·张'三!B2"],
    ["='收件 登记'!$A$1:$B$2", '=sheet_2!$A$1:$B$2'],
    ["='不存在'!A1:B2+1", '=#REF!+1'],
    ['=Missing[x]', '=#REF!'],
    ['=Set_value+1', '=sheet_2!$B$2+1'],
    ['=COUNTIF(set_VALUE,1)', '=COUNTIF(sheet_2!$B$2,1)'],
    ['=AsOf>1', '=(IF(INDEX(sheet_2!$B$2:$B$3,1)="",clock!$A$1,INDEX(sheet_2!$B$2:$B$3,1)))>1'],
    ['=Loop', '=((#NAME?)+1)'],
    ['=NOW()-TODAY()', '=clock!$A$1-clock!$B$1'],
    ['=_xlfn.RANK.EQ(A1,$A$1:$A$9)+_xlfn._xlws.FILTER(A1)', '=RANK.EQ(A1,$A$1:$A$9)+FILTER(A1)'],
    ['=--"3"', '=(0+"3")'],
    ['=SUMPRODUCT(--(A1:A3="a"))', '=SUMPRODUCT(--(A1:A3="a"))'],
    ['=IF(A1<>"",#N/A,TRUE)', '=IF(A1<>"",#N/A,TRUE)'],
  ])('%s becomes %s', (formula, expected) => {
    expect(inTable(formula)).toBe(expected);
  });
});
