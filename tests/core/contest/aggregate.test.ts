import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aggregate } from '../../../src/core/contest/aggregate';
import { compare, fromDecimal, fromInteger, toDecimal } from '../../../src/core/contest/exact';
import { scoreReader, subtotal } from '../../../src/core/contest/subtotal';
import { CRITERIA, RULES, score } from '../../support/contestFixtures';

const of = (...decimals: string[]) => decimals.map(fromDecimal);
const rules = { ...RULES, minimumScores: 1 };
const scores = fc.array(fc.integer({ min: 0, max: 200 }).map(fromInteger), { minLength: 1, maxLength: 9 });

describe('subtotal (S-3)', () => {
  it('is Σ weight × score / maximum', () => {
    expect(toDecimal(subtotal(score(1, 1, ['21.5', '21', '22.5', '13.5', '7.5']), CRITERIA) ?? fromInteger(0))).toBe(
      '86',
    );
    const heavy = [
      { ...CRITERIA[0]!, weight: '60' },
      { ...CRITERIA[4]!, criterionId: 'C2', weight: '40' },
    ];
    expect(toDecimal(subtotal(score(1, 1, ['20', '5']), heavy) ?? fromInteger(0))).toBe('68');
  });

  it.each<[string, (string | null)[], boolean]>([
    ['missing', [null, null, null, null, null], false],
    ['partial', ['20', null, '20', '12', '8'], false],
    ['invalid', ['52.5', '20', '20', '12', '8'], false],
    ['invalid', ['优秀', null, '20', '12', '8'], false],
    ['invalid', ['24.3', '20', '20', '12', '8'], false],
    ['recused', ['20', '20', '20', '12', '8'], true],
  ])('is null for a row that is %s', (state, values, recused) => {
    const row = score(1, 1, values, recused);
    expect(scoreReader(CRITERIA)(row)).toEqual({ state, values: null, subtotal: null });
    expect(subtotal(row, CRITERIA)).toBeNull();
  });

  it('knows a row that is there from one that is not', () => {
    expect(scoreReader(CRITERIA)(undefined).state).toBe('missing');
    expect(scoreReader(CRITERIA)(score(1, 1, ['20', '20', '20', '12', '8'])).state).toBe('scored');
  });
});

describe('aggregate (S-4, S-5)', () => {
  it('takes one highest and one lowest off from the threshold up', () => {
    const result = aggregate(of('89.5', '82', '86', '87', '86', '86.4'), rules);
    expect(toDecimal(result.value ?? fromInteger(0))).toBe('86.35');
    expect(result).toMatchObject({ used: 'trimmed', differently: false, count: 6, trimmed: [1, 0] });
    expect(toDecimal(result.range ?? fromInteger(0))).toBe('7.5');
  });

  it('is the plain mean below the threshold, and says so', () => {
    const result = aggregate(of('80', '90', '100', '90', '90'), rules);
    expect(result).toMatchObject({ used: 'mean', differently: true, trimmed: [] });
    expect(toDecimal(result.value ?? fromInteger(0))).toBe('90');
  });

  it('never trims fewer than three scores, whatever the setting', () => {
    expect(aggregate(of('80', '90'), { ...rules, trimFrom: 0 })).toMatchObject({ used: 'mean', differently: true });
  });

  it('names two different judges when all scores are equal', () => {
    expect(aggregate(of('80', '80', '80'), { ...rules, trimFrom: 3 }).trimmed).toEqual([0, 1]);
  });

  it('knows the median of odd and even counts', () => {
    const median = (...decimals: string[]) =>
      toDecimal(aggregate(of(...decimals), { ...rules, aggregate: 'median' }).value ?? fromInteger(0));
    expect(median('90', '70', '80')).toBe('80');
    expect(median('90', '70', '80', '85')).toBe('82.5');
  });

  it('has no value below the minimum number of scores (S-5), and none for no scores', () => {
    expect(aggregate(of('80', '90'), { ...rules, minimumScores: 3 }).value).toBeNull();
    expect(aggregate([], { ...rules, minimumScores: 0 })).toMatchObject({
      value: null,
      count: 0,
      high: null,
      range: null,
    });
  });

  it.each(['mean', 'trimmed', 'median'] as const)(
    'gives a %s that no order of the scores changes, between low and high',
    (method) => {
      fc.assert(
        fc.property(scores, fc.infiniteStream(fc.nat()), (values, keys) => {
          const shuffled = values
            .map((value) => ({ value, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ value }) => value);
          const result = aggregate(values, { ...rules, aggregate: method, trimFrom: 3 });
          expect(aggregate(shuffled, { ...rules, aggregate: method, trimFrom: 3 }).value).toEqual(result.value);
          expect(compare(result.value!, result.low!)).not.toBe(-1);
          expect(compare(result.value!, result.high!)).not.toBe(1);
        }),
      );
    },
  );
});
