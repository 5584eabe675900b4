import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectedScore, parseScore } from '../../../src/core/contest/parseScore';

const LIMITS = { minimum: '0', maximum: '25', step: '0.5' };

describe('parseScore', () => {
  it.each([
    ['24.5', '24.5', false],
    ['２４．５', '24.5', false],
    ['24.5分', '24.5', true],
    ['24.5 分 ', '24.5', true],
    ['24.50', '24.5', false],
    ['　25　', '25', false],
    [24.499999999999996, '24.5', false],
    [0, '0', false],
    ['0', '0', false],
    [25, '25', false],
    ['21.5\u200b', '21.5', false],
  ])('reads %j as %s', (raw, value, unitText) => {
    expect(parseScore(raw, LIMITS)).toEqual({ kind: 'score', value, unitText });
  });

  it.each([[''], ['  '], ['　'], [null], [undefined]])('takes %j for missing, never for 0 (S-1)', (raw) => {
    expect(parseScore(raw, LIMITS)).toEqual({ kind: 'missing' });
  });

  it.each([
    ['优秀', 'not-a-number'],
    ['25+', 'not-a-number'],
    ['分', 'not-a-number'],
    ['=25', 'not-a-number'],
    [true, 'not-a-number'],
    [NaN, 'not-a-number'],
    ['1e1', 'not-a-number'],
    ['#REF!', 'not-a-number'],
    [52.5, 'out-of-range'],
    [-1, 'out-of-range'],
    ['25.5', 'out-of-range'],
    [24.3, 'off-step'],
    ['24.25', 'off-step'],
  ])('finds %j wrong: %s', (raw, code) => {
    expect(parseScore(raw, LIMITS)).toEqual({ kind: 'problem', code });
  });

  it('counts steps from the minimum and takes an empty step for any decimals', () => {
    expect(parseScore('3', { minimum: '1', maximum: '9', step: '2' }).kind).toBe('score');
    expect(parseScore('4', { minimum: '1', maximum: '9', step: '2' })).toEqual({ kind: 'problem', code: 'off-step' });
    expect(parseScore('4.123', { minimum: '1', maximum: '9', step: '' })).toEqual({
      kind: 'score',
      value: '4.123',
      unitText: false,
    });
  });

  it('reads every score on the step back as it was, as number and as text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 250 }), (tenths) => {
        const limits = { minimum: '0', maximum: '25', step: '0.1' };
        const value = String(tenths / 10);
        expect(parseScore(tenths * 0.1, limits)).toEqual({ kind: 'score', value, unitText: false });
        expect(parseScore(value, limits)).toEqual({ kind: 'score', value, unitText: false });
      }),
    );
  });

  it('says what may stand in the cell', () => {
    expect(expectedScore(LIMITS)).toEqual({ zh: '0–25，步长0.5', en: '0–25, step 0.5' });
    expect(expectedScore({ ...LIMITS, step: '' }).zh).toBe('0–25');
  });
});
