import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Criterion } from '../../../src/core/contest/contest';
import { divide, fromDecimal, multiply, sum, toExactText } from '../../../src/core/contest/exact';
import { scoreReader } from '../../../src/core/contest/subtotal';

const decimal = (most: number, places: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: most * 10 ** places }).map((n) => String(n / 10 ** places));

const criterion = fc
  .record({ weight: decimal(60, 2), maximum: fc.constantFrom('3', '7', '10', '25', '100'), fits: fc.boolean() })
  .map(({ weight, maximum, fits }) => ({ weight: fits ? maximum : weight, minimum: '0', maximum, step: '' }));

it('S-3, S-6: a subtotal is the exact sum of weight × score ÷ maximum, whatever weights, maxima and decimals', () => {
  const rows = fc
    .array(fc.tuple(criterion, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 8 })
    .map((pairs) =>
      pairs.map(([limits, share], at) => ({
        criterion: { ...limits, criterionId: `C${at}`, name: '' } satisfies Criterion,
        score: (Number(limits.maximum) * share).toFixed(at % 7),
      })),
    );
  fc.assert(
    fc.property(rows, (row) => {
      const read = scoreReader(row.map((each) => each.criterion));
      const scores = Object.fromEntries(row.map((each) => [each.criterion.criterionId, each.score]));
      const expected = sum(
        row.map((each) =>
          divide(
            multiply(fromDecimal(each.criterion.weight), fromDecimal(each.score)),
            fromDecimal(each.criterion.maximum),
          ),
        ),
      );
      for (const _again of [1, 2]) {
        const { subtotal } = read({ judgeId: 'J01', entryId: 'E001', recused: false, scores });
        expect(subtotal && toExactText(subtotal)).toBe(toExactText(expected));
      }
    }),
  );
});
