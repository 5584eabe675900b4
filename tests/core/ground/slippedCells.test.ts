// A column sorted or shifted by itself is told from corrections.
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alongWith, filledCells, slippedCells, type KeptCell } from '../../../src/core/ground/slippedCells';

const cells = (was: readonly string[], is: readonly string[]): KeptCell[] =>
  was.map((word, at) => ({ was: word, is: is[at] ?? '' }));
const found = (was: string, is: string): number[] => slippedCells(cells(was.split(''), is.split('')).map(blank));
/** `_` is an empty cell. */
const blank = ({ was, is }: KeptCell): KeptCell => ({ was: was === '_' ? '' : was, is: is === '_' ? '' : is });

it.each([
  ['sorted by itself', 'cabd', 'abcd', [0, 1, 2]],
  ['two exchanged that no third row knows', 'abcd', 'abdc', [2, 3]],
  ['moved up past a deleted cell', 'abcd', 'acd_', [1, 2, 3]],
  ['moved down past an inserted cell', 'abcd', '_abc', [0, 1, 2, 3]],
  ['moved down past an inserted cell in the middle', 'abcde', 'a_bcd', [1, 2, 3, 4]],
  ['pasted a row too low', 'abcde', 'aabcd', [1, 2, 3, 4]],
  ['sorted, and one corrected before', 'cabde', 'abcdx', [0, 1, 2]],
  ['few words, moved up past a deleted cell', 'aaabbbccc', 'aabbbccc_', [2, 5, 8]],
  ['few words, moved down past an inserted cell', 'aaabbb', '_aaabb', [0, 3]],
  ['few words sorted', 'abababab', 'aaaabbbb', [1, 3, 4, 6]],
  ['numbers of which most rows have none', '___a_b_c', 'abc_____', [0, 1, 2, 3, 5, 7]],
])('a column %s', (_what, was, is, expected) => {
  expect(found(was, is)).toEqual(expected);
});

it.each([
  ['as it was', 'abcd', 'abcd'],
  ['with one corrected', 'abcd', 'abcx'],
  ['with one corrected to what another row holds', 'abcd', 'abcc'],
  ['with two exchanged whose words others have too', 'abab', 'baab'],
  ['with one moved to the row that it belongs to', '_a__', 'a___'],
  ['with many that became the same', 'aaaaab', 'bbbbbb'],
  ['with reviews that went both ways', 'aaaaaabbb', 'bbbcccccc'],
  ['emptied', 'abcd', '____'],
  ['filled', '____', 'abcd'],
  ['of one row', 'a', 'b'],
])('no column %s', (_what, was, is) => {
  expect(found(was, is)).toEqual([]);
});

it('names two moments that were exchanged also where a third row has one of them', () => {
  expect(slippedCells(cells(['a', 'b', 'a'], ['b', 'a', 'a']), 'moments')).toEqual([0, 1]);
  expect(slippedCells(cells(['a', 'b', 'a'], ['b', 'a', 'a']))).toEqual([]);
});

it.each([
  ['sorted', 'dcabe', 'abcde', [0, 1, 2, 3]],
  ['moved up past a deleted one', 'cabda', 'cbda_', [1, 2, 3, 4]],
  ['lowered by one', 'cdbec', 'bcadb', []],
  ['exchanged by three', 'abcd', 'bcad', []],
  ['judged since', 'ab___', 'abbac', []],
])('scores %s', (_what, was, is, expected) => {
  expect(slippedCells(cells(was.split(''), is.split('')).map(blank), 'scores')).toEqual(expected);
});

it('names any other order of three or more different words, and just the rows that hold another one', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 12 })
        .chain((was) =>
          fc.tuple(fc.constant(was), fc.shuffledSubarray(was, { minLength: was.length, maxLength: was.length })),
        ),
      ([was, is]) => {
        const moved = was.flatMap((word, at) => (word === is[at] ? [] : [at]));
        expect(slippedCells(cells(was, is))).toEqual(moved);
      },
    ),
  );
});

it('names no corrections to words that no row held', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.option(fc.nat(5))), { maxLength: 20 }), (rows) => {
      const kept = rows.map(([was, is]) => ({ was: `a${was}`, is: is === null ? `a${was}` : `b${is}` }));
      expect(slippedCells(kept)).toEqual([]);
    }),
  );
});

it('names only cells that changed, from whichever end the rows are read', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 15 }), (rows) => {
      const kept = rows.map(([was, is]) => ({ was: String(was), is: String(is) }));
      const places = slippedCells(kept);
      expect(places.every((at) => kept[at]!.was !== kept[at]!.is)).toBe(true);
      expect(slippedCells([...kept].reverse()).length).toBe(places.length);
    }),
  );
});

const words = (was: string, is: string): KeptCell[] => cells(was.split(' '), is.split(' ')).map(blank);
const filled = (was: string, is: string): number[] => filledCells(words(was, is));

it.each([
  ['over the cells below it', 'a b c d e', 'a a a a e', [1, 2, 3]],
  ['upwards', 'a b c d', 'd d d d', [0, 1, 2]],
  ['as a series', 'T1 T1 T2 T2 T3', 'T1 T2 T3 T4 T5', [1, 2, 3, 4]],
  ['as days', '44354.5 44357.25 44355.75 44354.5', '44354.5 44355.5 44356.5 44357.5', [1, 2, 3]],
  ['over cells of which some held it', 'a b a c d', 'a a a a a', [1, 3, 4]],
  ['twice', 'a b c d _ e f g h', 'a a a a _ e e e e', [1, 2, 3, 6, 7, 8]],
])('a cell that was dragged %s', (_what, was, is, expected) => {
  expect(filled(was, is)).toEqual(expected);
});

it.each([
  ['two rows that were put right', 'a b c', 'a a a'],
  ['a batch of the same word', 'a b b b b', 'a a a a a'],
  ['empty cells that were filled', 'a _ _ _', 'a a a a'],
  ['cells that were emptied', 'a b c d', '_ _ _ _'],
  ['a new word for all', 'a b c d', 'x x x x'],
  ['rows here and there', 'a b c d e f', 'x b x d x f'],
  ['cells that were alike before', 'a a a a', 'a a a a'],
])('names no %s', (_what, was, is) => {
  expect(filled(was, is)).toEqual([]);
});

it.each([
  ['exchanged in two of its rows', 'a a b', 'b a a', [0, 2]],
  ['exchanged, and one corrected', 'a a b', 'b c a', []],
  ['exchanged with a row of which nothing slipped', 'a a b b', 'a b b a', []],
  ['as it was', 'a a b', 'a a b', []],
])('a column beside one that slipped in three rows, %s', (_what, was, is, expected) => {
  expect(alongWith(words(was, is), new Set([0, 1, 2]))).toEqual(expected);
});
