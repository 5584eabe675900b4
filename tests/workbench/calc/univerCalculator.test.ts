import { afterAll, describe, expect, test } from '@jest/globals';
import { createUniverCalculator } from '../../../src/workbench/calc/univerCalculator';
import { addTable, bookWith, fill, valueAt } from './sampleBooks';

describe('the calculator over a book', () => {
  const calculator = createUniverCalculator();
  afterAll(() => calculator.dispose());
  const NOW = 44354.75; // 7 June 2021, 18:00

  test('tables, other sheets and names are followed', async () => {
    const book = bookWith("首页·'甲'", [
      [
        '=SUM(Receipts[分数])',
        '=INDEX(\'收件 登记\'!$A:$A,MATCH("乙",Receipts[单位],0)+1)',
        '=Cut',
        '=AsOf',
        '=Set_missing',
      ],
    ]);
    addTable(
      book,
      '收件 登记',
      'Receipts',
      ['单位', '分数', '过线', '本行'],
      [
        ['甲', 3, '=[@分数]>=Cut', '=ROW()'],
        ['乙', 5, '=Receipts[[#This Row],[分数]]>=Cut', '=Receipts[[#Headers],[分数]]&[@单位]'],
      ],
    );
    book.names.push(
      { name: 'Cut', formula: "='收件 登记'!$B$3", visible: true },
      { name: 'AsOf', formula: '=IF(Cut>9,Cut,NOW())', visible: true },
    );
    await calculator.recalculate(book, NOW);
    expect([0, 1, 2, 3, 4].map((column) => valueAt(book.sheets[0], 0, column))).toEqual([
      8,
      '乙',
      5,
      NOW,
      { error: '#NAME?' },
    ]);
    expect([1, 2].map((row) => [2, 3].map((column) => valueAt(book.sheets[1], row, column)))).toEqual([
      [false, 2],
      [true, '分数乙'],
    ]);
  });

  test('results follow a changed cell, a changed clock and a changed formula', async () => {
    const book = bookWith('a', [[1, '=A1+1', '=NOW()']]);
    const sheet = book.sheets[0]!;
    await calculator.recalculate(book, NOW);
    expect([valueAt(sheet, 0, 1), valueAt(sheet, 0, 2)]).toEqual([2, NOW]);
    fill(sheet, 0, 0, [[10]]);
    await calculator.recalculate(book, NOW + 1);
    expect([valueAt(sheet, 0, 1), valueAt(sheet, 0, 2)]).toEqual([11, NOW + 1]);
    fill(sheet, 0, 1, [['=A1*2']]);
    await calculator.recalculate(book, NOW + 1);
    expect(valueAt(sheet, 0, 1)).toBe(20);
  });

  test('two books at once do not mix', async () => {
    const books = [1, 2, 3, 4].map((n) => bookWith('a', [[n, '=A1*10']]));
    await Promise.all(books.map((book) => calculator.recalculate(book, NOW)));
    expect(books.map((book) => valueAt(book.sheets[0], 0, 1))).toEqual([10, 20, 30, 40]);
  });

  test('the place of a formula never leaks into what it compares', async () => {
    const book = bookWith('a', [
      [3, '=(ROW(A1)<ROW())*1', '=SUMPRODUCT((ROW(A1:A3)=2)*1)'],
      [1, '=SUMPRODUCT((ROW(A1:A3)<ROW())*1)', '=SUMPRODUCT((B1:B3=0)*1)'],
      [2, '=1*0', '=SUMPRODUCT((A1:A3*2=4)*1)'],
      ['=SUMPRODUCT((A1:A3=2)*1)'],
    ]);
    for (const now of [NOW, NOW + 1, NOW + 2]) {
      fill(book.sheets[0]!, 5, 5, [[now]]);
      await calculator.recalculate(book, now);
      expect([0, 1, 2].map((row) => [1, 2].map((column) => valueAt(book.sheets[0], row, column)))).toEqual([
        [0, 1],
        [1, 2],
        [0, 1],
      ]);
      expect(valueAt(book.sheets[0], 3, 0)).toBe(1);
    }
  });

  test('two calculators in one process do not read each other’s cells', async () => {
    const other = createUniverCalculator();
    const books = [1, 2].map((n) => bookWith('a', [[n, '=A1*10', '=SUM(A1:B1)']]));
    for (const [index, one] of [calculator, other, calculator].entries()) {
      const book = books[index % 2]!;
      fill(book.sheets[0]!, 1, 0, [[index]]);
      await one.recalculate(book, NOW);
      expect([1, 2].map((column) => valueAt(book.sheets[0], 0, column))).toEqual(index % 2 === 0 ? [10, 11] : [20, 22]);
    }
    other.dispose();
    fill(books[0]!.sheets[0]!, 0, 0, [[3]]);
    await calculator.recalculate(books[0]!, NOW);
    expect(valueAt(books[0]!.sheets[0], 0, 1)).toBe(30);
  });

  test('a malformed formula is an error in its own cell only', async () => {
    const formulas = [
      '=SUM(A1',
      '=)',
      '=A1+',
      '="x',
      '=[',
      '=T[',
      "='",
      '=1 2',
      '=(((',
      '=IF()',
      '=COUNTIFS()',
      '=,',
      '={1,2',
      '=A1:',
      '=!',
      "='a'!",
    ];
    const book = bookWith('a', [[5], ['=A1+1'], ...formulas.map((formula) => [formula])]);
    await calculator.recalculate(book, NOW);
    expect(valueAt(book.sheets[0], 1, 0)).toBe(6);
  });

  test('a circle of references ends', async () => {
    const book = bookWith('a', [['=B1+1', '=A1+1', '=1+1']]);
    await calculator.recalculate(book, NOW);
    expect(valueAt(book.sheets[0], 0, 2)).toBe(2);
  });

  test('a reference beyond the used cells is blank, not an error', async () => {
    const book = bookWith('a', [
      [
        1,
        '=SUM(A1:A5000)',
        '=COUNTA($A$1:$AZ$900)-COUNTA(B1:F1)',
        '=ZZ999=""',
        '=MATCH(1,A:A,0)',
        '=COUNTIF(A1:A5000,"")',
      ],
    ]);
    await calculator.recalculate(book, NOW);
    expect([1, 2, 3, 4, 5].map((column) => valueAt(book.sheets[0], 0, column))).toEqual([1, 1, true, 1, 4999]);
  });

  test('typed empty text is a blank cell; a formula’s empty text is not', async () => {
    const book = bookWith('a', [['', '=""', '=ISBLANK(A1)', '=ISBLANK(B1)', '=COUNTA(A1:B1)']]);
    await calculator.recalculate(book, NOW);
    expect([2, 3, 4].map((column) => valueAt(book.sheets[0], 0, column))).toEqual([true, false, 1]);
  });

  test('an order of calculation that runs against the reading order is found', async () => {
    const chain = Array.from({ length: 300 }, (_unused, row) => [row === 299 ? 1 : `=A${row + 2}+1`]);
    const book = bookWith('a', chain);
    await calculator.recalculate(book, NOW);
    expect(valueAt(book.sheets[0], 0, 0)).toBe(300);
  });
});
