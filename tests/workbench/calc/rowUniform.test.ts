import { afterAll, describe, expect, test } from '@jest/globals';
import { isRowUniform } from '../../../src/workbench/calc/rowUniform';
import { createUniverCalculator } from '../../../src/workbench/calc/univerCalculator';
import { addTable, bookWith, fill, valueAt } from './sampleBooks';

describe('formulas that say the same in every row', () => {
  const names = new Map([
    ['fixed', '=Data!$A$1'],
    ['moving', '=Data!$A1'],
    ['outer', '=Moving+1'],
    ['loop', '=Loop'],
  ]);

  test.each([
    ['=T[@a]*2', true],
    ['=SUM(T[a])+$B$1', true],
    ['=Fixed+1', true],
    ['=Loop', true],
    ['=IF(T[@a]="A1",1,2)', true],
    ['=LOG10(T[@a])', true],
    ['=SUM(B:B)', true],
    ['=SUM(T[@a]:T[@b])', true],
    ['=SUM([@a]:[@b])', true],
    ['=SUM(T[a]:T[b])', true],
    ['=SUM($A$1:$B$2)', true],
    ['=SUM(T[@a]:T[b])', false],
    ['=SUM(INDEX(T[a],1):T[@a])', false],
    ['=SUM($A$1:INDEX(T[a],2))', false],
    ['=SUM(INDEX(T[a],T[@b]):INDEX(T[a],T[@c]))', true],
    ['=SUM(INDEX(T[a],T[@b]):INDEX(T[b],T[@c]))', false],
    ['=SUM(INDEX(T[a],A1):INDEX(T[a],2))', false],
    ["='x'!$A$1", true],
    ['=A1', false],
    ['=$A1', false],
    ['=A$1', false],
    ['=SUM(1:1)', false],
    ["='x'!A1", false],
    ['=Moving', false],
    ['=Outer', false],
  ])('%s: %j', (formula, expected) => {
    expect(isRowUniform(formula, names)).toBe(expected);
  });
});

describe('a column of equal formulas', () => {
  const calculator = createUniverCalculator();
  afterAll(() => calculator.dispose());

  test('each row reads its own row, ROW() and running counts included', async () => {
    const book = bookWith('x', [[1]]);
    addTable(
      book,
      '数据',
      'T',
      ['键', '数', '倍', '行', '第几', '前和', '$A1', '取', '移', '段'],
      ['甲', '乙', '甲', '丙', '甲'].map((key, n) => [
        key,
        n + 1,
        '=[@数]*2',
        '=ROW()',
        '=COUNTIFS(T[键],[@键],T[行],"<="&[@行])',
        '=SUM(INDEX(T[倍],1):[@倍])',
        '=$B2*10',
        '=INDEX([@数]:[@行],2)+SUM([@数]:[@倍])',
        '=OFFSET([@数],0,1)',
        '=SUM(INDEX(T[数],[@数]):INDEX(T[数],5))',
      ]),
    );
    for (const now of [1, 2]) {
      fill(book.sheets[0]!, 0, 0, [[now]]);
      await calculator.recalculate(book, now);
      const column = (at: number) => [1, 2, 3, 4, 5].map((row) => valueAt(book.sheets[1], row, at));
      expect([column(2), column(3), column(4), column(5), column(6), column(7), column(8), column(9)]).toEqual([
        [2, 4, 6, 8, 10],
        [2, 3, 4, 5, 6],
        [1, 1, 2, 1, 3],
        [2, 6, 12, 20, 30],
        [10, 10, 10, 10, 10],
        [5, 10, 15, 20, 25],
        [2, 4, 6, 8, 10],
        [15, 14, 12, 9, 5],
      ]);
    }
  });
});
