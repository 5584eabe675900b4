import { expect, it } from '@jest/globals';
import { amountInFigures } from '../../../src/core/ground/amountInFigures';

it.each([
  [0, '0'],
  [500, '500'],
  [2000, '2,000'],
  [1234567.5, '1,234,567.5'],
])('%s is %s', (yuan, written) => expect(amountInFigures(yuan)).toBe(written));
