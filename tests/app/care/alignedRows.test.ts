// Rows of a page are known again after people put rows in or took some out.
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alignedRows } from '../../../src/app/care/alignedRows';

const rows = (...words: readonly string[]): string[][] => words.map((word) => word.split(' '));

it('finds rows between which others were put, rows that are gone, and rows that say something else between two that are known', () => {
  const made = rows('a a', 'b b', 'c c', 'd d');
  expect(alignedRows(made, rows('a a', 'new', 'b b', 'c c', 'd d'))).toEqual([0, 2, 3, 4]);
  expect(alignedRows(made, rows('a a', 'c c', 'd d'))).toEqual([0, -1, 1, 2]);
  expect(alignedRows(made, rows('new', 'a a', '7 8', 'c c', 'd d'))).toEqual([1, 2, 3, 4]);
  expect(alignedRows(made, [])).toEqual([-1, -1, -1, -1]);
});

it('finds every row of any page again, wherever rows were put in, in their order', () => {
  const page = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 20 });
  fc.assert(
    fc.property(page, fc.array(fc.nat({ max: 20 }), { maxLength: 5 }), (numbers, added) => {
      const made = numbers.map((number) => [`row ${number}`, 'of', String(number)]);
      const stands = made.map((row): string[] | null => row);
      for (const at of added) stands.splice(Math.min(at, stands.length), 0, null);
      const found = alignedRows(
        made,
        stands.map((row) => row ?? ['', '', 'mine']),
      );
      expect(found.map((at) => stands[at])).toEqual(made);
      expect([...found].sort((a, b) => a - b)).toEqual(found);
    }),
  );
});
