import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  add,
  compare,
  decimalFromNumber,
  divide,
  fromDecimal,
  fromExactText,
  fromInteger,
  isDecimal,
  mean,
  multiply,
  ratio,
  roundHalfUp,
  subtract,
  sum,
  toDecimal,
  toExactText,
} from '../../../src/core/contest/exact';

const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
const exact = fc
  .tuple(fc.bigInt({ min: -10_000n, max: 10_000n }), fc.bigInt({ min: 1n, max: 999n }))
  .map(([n, d]) => ratio(n, d));

describe('exact arithmetic (S-6)', () => {
  it('makes 0.1 + 0.2 equal to 0.3', () => {
    expect(compare(add(fromDecimal('0.1'), fromDecimal('0.2')), fromDecimal('0.3'))).toBe(0);
    expect(0.1 + 0.2 === 0.3).toBe(false);
  });

  it.each([
    ['2.675', 2, '2.68'],
    ['78.9', 2, '78.90'],
    ['1.005', 2, '1.01'],
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['-0.4', 0, '0'],
    ['0.004', 2, '0.00'],
    ['-0.004', 2, '0.00'],
    ['99.995', 2, '100.00'],
    ['12', 3, '12.000'],
  ])('rounds %s half away from zero to %i decimals as %s', (decimal, decimals, shown) => {
    expect(roundHalfUp(fromDecimal(decimal), decimals)).toBe(shown);
  });

  it('writes a third with the decimals that are asked for', () => {
    expect(toDecimal(divide(fromInteger(1), fromInteger(3)))).toBe('0.333333');
    expect(toDecimal(fromDecimal('90.00'))).toBe('90');
    expect(toDecimal(fromDecimal('-0.0000001'))).toBe('0');
  });

  it.each(['', '.', '1e3', '25+', '1.2.3', ' 1', '２', '--1'])('takes %j for no decimal text', (wrong) => {
    expect(isDecimal(wrong)).toBe(false);
    expect(() => fromDecimal(wrong)).toThrow(RangeError);
  });

  it('refuses to divide by zero', () => {
    expect(() => divide(fromInteger(1), fromInteger(0))).toThrow(RangeError);
  });

  it.each([
    [24.499999999999996, '24.5'],
    [0.1 + 0.2, '0.3'],
    [1e-7, '0.0000001'],
    [1e21, '1000000000000000000000'],
    [-3.25, '-3.25'],
    [0, '0'],
  ])('reads the cell number %d as %s', (cell, decimal) => {
    expect(decimalFromNumber(cell)).toBe(decimal);
  });

  it('refuses a number that is not finite', () => {
    expect(() => decimalFromNumber(NaN)).toThrow(RangeError);
  });

  it('agrees with integer arithmetic on cents', () => {
    const text = (value: number): string =>
      `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`;
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 30 }), (values) => {
        const total = values.reduce((left, right) => left + right, 0);
        expect(roundHalfUp(sum(values.map((value) => fromDecimal(text(value)))), 2)).toBe(text(total));
      }),
    );
  });

  it('keeps the laws of a field', () => {
    fc.assert(
      fc.property(exact, exact, exact, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(add(subtract(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
      }),
    );
  });

  it('writes and reads exact text without loss', () => {
    fc.assert(
      fc.property(exact, (value) => {
        expect(fromExactText(toExactText(value))).toEqual(value);
      }),
    );
  });

  it('rounds to a value no further than half a unit away', () => {
    fc.assert(
      fc.property(exact, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const error = subtract(fromDecimal(roundHalfUp(value, decimals)), value);
        expect(
          compare({ n: error.n < 0n ? -error.n : error.n, d: error.d }, ratio(1n, 2n * 10n ** BigInt(decimals))),
        ).not.toBe(1);
      }),
    );
  });

  it('gives no mean of nothing', () => {
    expect(mean([])).toBeNull();
  });
});
