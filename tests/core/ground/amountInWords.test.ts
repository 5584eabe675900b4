// Amounts in capital numerals, as accounts write them.
import { expect, it } from '@jest/globals';
import { amountInWords } from '../../../src/core/ground/amountInWords';

it.each([
  [0, '零元整'],
  [10, '壹拾元整'],
  [1000, '壹仟元整'],
  [1005, '壹仟零伍元整'],
  [1050, '壹仟零伍拾元整'],
  [10000, '壹万元整'],
  [10500, '壹万零伍佰元整'],
  [15000, '壹万伍仟元整'],
  [100000, '壹拾万元整'],
  [100001, '壹拾万零壹元整'],
  [20200304, '贰仟零贰拾万零叁佰零肆元整'],
  [100000000, '壹亿元整'],
  [100001000, '壹亿零壹仟元整'],
])('writes %i as %s', (yuan, words) => {
  expect(amountInWords(yuan)).toBe(words);
});

it('takes whole yuan only', () => {
  expect(() => amountInWords(0.5)).toThrow(RangeError);
});
