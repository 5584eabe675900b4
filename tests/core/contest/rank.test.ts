import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RankingMethod } from '../../../src/core/contest/contest';
import { rankKeys } from '../../../src/core/contest/rank';

const ascending = (a: number, b: number): number => a - b;
const ranks = (keys: number[], method: RankingMethod): number[] =>
  rankKeys(keys, ascending, method).map(({ rank }) => rank);

describe('rankKeys (R-1)', () => {
  it.each<[RankingMethod, number[]]>([
    ['fractional', [1, 2.5, 4, 2.5]],
    ['competition', [1, 2, 4, 2]],
    ['modified', [1, 3, 4, 3]],
    ['dense', [1, 2, 3, 2]],
  ])('agrees with the example in the manual of scipy.stats.rankdata: %s', (method, expected) => {
    expect(ranks([0, 2, 3, 2], method)).toEqual(expected);
  });

  it.each<[RankingMethod, number[]]>([
    ['fractional', [2.5, 1, 2.5, 4]],
    ['modified', [3, 1, 3, 4]],
  ])('agrees with the legs of the animals in the manual of pandas.DataFrame.rank: %s', (method, expected) => {
    expect(ranks([4, 2, 4, 8], method)).toEqual(expected);
  });

  it.each<[RankingMethod, number[]]>([
    ['competition', [1, 2, 2, 4]],
    ['modified', [1, 3, 3, 4]],
    ['dense', [1, 2, 2, 3]],
    ['fractional', [1, 2.5, 2.5, 4]],
  ])('shares places by the %s method', (method, expected) => {
    const places = rankKeys([90, 85, 85, 80], (a, b) => b - a, method);
    expect(places.map(({ rank }) => rank)).toEqual(expected);
    expect(places.map(({ tied }) => tied)).toEqual([false, true, true, false]);
  });

  it('gives equal keys equal places and a better key the better place, in any order of input (R-3)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 })),
        fc.constantFrom<RankingMethod>('competition', 'modified', 'dense', 'fractional'),
        (keys, method) => {
          const places = ranks(keys, method);
          const count = (key: number): number => keys.filter((other) => other === key).length;
          rankKeys(keys, ascending, method).forEach(({ tied }, index) => expect(tied).toBe(count(keys[index]!) > 1));
          for (const [i, key] of keys.entries()) {
            for (const [j, other] of keys.entries())
              expect(Math.sign(places[i]! - places[j]!)).toBe(Math.sign(key - other));
          }
        },
      ),
    );
  });

  it('ranks nothing as nothing', () => {
    expect(rankKeys([], ascending, 'dense')).toEqual([]);
  });
});
