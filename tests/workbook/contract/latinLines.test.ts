// Lines that text in Latin letters takes in a column.
import { expect, it } from '@jest/globals';
import { latinLines } from '../../../src/workbook/contract/latinLines';
import { columnPoints, linesOf } from '../../../src/workbook/contract/pageLines';

it('no word is broken: two words of nine and eight letters do not stand side by side where both are a hair too wide', () => {
  expect([latinLines('Community recovery', 10), latinLines('Community recovery', 10.2)]).toEqual([2, 1]);
  // A column of the notice in which the second word stood below the row and was cut.
  expect(linesOf('Community recovery', columnPoints(25.5), 14)).toBe(2);
});

it('what stays over at the end of a line counts, and a word that is longer than a line goes on', () => {
  expect(latinLines('one-hundred two-hundred three-hundred', 7)).toBe(3);
  expect(latinLines('mmmmmmmmmm', 3)).toBe(3);
  expect(latinLines('', 3)).toBe(1);
});

it('narrow letters are as wide as others where Chinese types set every one half as wide as a sign', () => {
  expect([latinLines('illi illi', 4.5), latinLines('illi illi', 4.4)]).toEqual([1, 2]);
});
