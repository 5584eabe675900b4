import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createUniverCalculator } from '../../../src/workbench/calc/univerCalculator';
import { DATA, FACTS } from './excelResults';
import { bookWith, fill, valueAt, type Given } from './sampleBooks';

describe('the calculator gives what Excel gives', () => {
  const calculator = createUniverCalculator();
  const results: (Given | undefined)[] = [];
  const NOW = 44500.5;

  beforeAll(async () => {
    const book = bookWith('Data', DATA);
    fill(
      book.sheets[0]!,
      20,
      19,
      FACTS.map(([formula]) => [formula]),
    );
    await calculator.recalculate(book, NOW);
    FACTS.forEach((_fact, index) => results.push(valueAt(book.sheets[0], 20 + index, 19)));
  });
  afterAll(() => calculator.dispose());

  test.each(FACTS.map(([formula, expected], index) => [formula, expected, index] as const))(
    '%s is %j',
    (_formula, expected, index) => {
      const found = results[index];
      if (typeof expected === 'number' && typeof found === 'number')
        expect(Math.abs(found - expected)).toBeLessThan(1e-9);
      else expect(found).toEqual(expected);
    },
  );
});
