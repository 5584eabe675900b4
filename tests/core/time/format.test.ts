import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatLateness } from '../../../src/core/time/formatLateness';
import { formatMoment } from '../../../src/core/time/formatMoment';
import { wallTime } from '../../../src/core/ground/wallTime';

const at = wallTime(2021, 6, 10, 18) ?? 0;

describe('formatMoment', () => {
  it('writes both languages with and without the year', () => {
    expect(formatMoment(at, 'zh', 'short')).toBe('6月10日 18:00');
    expect(formatMoment(at, 'zh', 'full')).toBe('2021年6月10日 18:00');
    expect(formatMoment(at, 'en', 'short')).toBe('10 Jun, 18:00');
    expect(formatMoment(at, 'en', 'full')).toBe('10 Jun 2021, 18:00');
  });

  it('shows the second that makes it late', () => expect(formatMoment(at + 1, 'zh')).toBe('6月10日 18:00:01'));
});

describe('formatLateness', () => {
  it.each([
    [4445, '3天2小时5分', '3 d 2 h 5 min'],
    [1440, '1天', '1 d'],
    [61, '1小时1分', '1 h 1 min'],
    [1441, '1天1分', '1 d 1 min'],
    [0, '0分', '0 min'],
  ])('D-8: %d minutes are %s', (minutes, zh, en) => {
    expect(formatLateness(minutes, 'zh')).toBe(zh);
    expect(formatLateness(minutes, 'en')).toBe(en);
  });

  it('rounds nothing away: the parts add up to the minutes', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (minutes) => {
        const size: Record<string, number> = { d: 1440, h: 60, min: 1 };
        const parts = [...formatLateness(minutes, 'en').matchAll(/(\d+) (d|h|min)/g)];
        expect(parts.reduce((sum, [, count, unit]) => sum + Number(count) * (size[unit ?? ''] ?? NaN), 0)).toBe(
          minutes,
        );
      }),
    );
  });

  it('throws for half a minute and for less than none', () => {
    expect(() => formatLateness(0.5, 'zh')).toThrow(RangeError);
    expect(() => formatLateness(-1, 'zh')).toThrow(RangeError);
  });
});
