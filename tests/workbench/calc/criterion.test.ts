import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { criterionTest, type Subject } from '../../../src/workbench/calc/criterion';

const NA = { error: '#N/A' };
const SUBJECTS: readonly Subject[] = [null, '', '甲', 'Abc', '3', 3, 0, true, NA, '乙、甲', '*', 44354];

describe('a criterion', () => {
  test.each<[Subject, readonly Subject[]]>([
    [null, [0]],
    ['', [null, '']],
    ['=', [null]],
    ['<>', SUBJECTS.filter((subject) => subject !== null)],
    ['甲', ['甲']],
    ['abc', ['Abc']],
    ['3', ['3', 3]],
    [3, ['3', 3]],
    ['=3', ['3', 3]],
    ['<>3', SUBJECTS.filter((subject) => subject !== 3 && subject !== '3')],
    ['>0', [3, 44354]],
    ['<=0', [0]],
    ['>=b', ['甲', '乙、甲']],
    [true, [true]],
    ['TRUE', [true]],
    [NA, [NA]],
    ['#N/A', [NA]],
    ['*甲', ['甲', '乙、甲']],
    ['?', ['甲', '3', '*']],
    ['~*', ['*']],
    ['*', SUBJECTS.filter((subject) => typeof subject === 'string')],
    ['2021-06-07', [44354]],
    ['>2021/6/6', [44354]],
  ])('%j picks %j', (criterion, expected) => {
    expect(SUBJECTS.filter(criterionTest(criterion))).toEqual(expected);
  });

  test('text without wildcards and signs matches itself, whatever other signs are in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲a.[]()+^$|\\{}/-、"'), minLength: 1 }), (text) => {
        expect(criterionTest(text)(text)).toBe(true);
        expect(criterionTest(`${text}x`)(text)).toBe(false);
      }),
    );
  });
});
