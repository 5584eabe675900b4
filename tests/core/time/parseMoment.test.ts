import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatMoment } from '../../../src/core/time/formatMoment';
import { parseMoment } from '../../../src/core/time/parseMoment';
import { DAY, isoFromWallTime, serialFromWallTime, wallTime } from '../../../src/core/ground/wallTime';

const read = (written: string | number): string => {
  const parsed = parseMoment(written, 2021);
  if (parsed.kind === 'problem') return parsed.code;
  return `${isoFromWallTime(parsed.time)}${parsed.yearAssumed ? '?' : ''}`;
};

describe('parseMoment', () => {
  it.each([
    ['2021-06-06 08:40:00', '2021-06-06T08:40:00'],
    ['2021-06-07 18:00:59', '2021-06-07T18:00:59'],
    ['2021-06-07T18:00', '2021-06-07T18:00:00'],
    ['2021/6/6 08:40', '2021-06-06T08:40:00'],
    ['2021/6/9 9:05', '2021-06-09T09:05:00'],
    ['2021.6.6 8:40', '2021-06-06T08:40:00'],
    ['2021年06月07日 16:00', '2021-06-07T16:00:00'],
    ['2021年6月7日18:00', '2021-06-07T18:00:00'],
    ['2021 年 6 月 7 日 18:00', '2021-06-07T18:00:00'],
    ['2021年6月7日(星期一) 下午6:00', '2021-06-07T18:00:00'],
    ['6月7日 周一 18:00', '2021-06-07T18:00:00?'],
    ['6月7日 17:30', '2021-06-07T17:30:00?'],
    ['6月7号17时30分', '2021-06-07T17:30:00?'],
    ['6月6日上午8点40分', '2021-06-06T08:40:00?'],
    ['6月7日下午4点', '2021-06-07T16:00:00?'],
    ['6月7日下午4点00分', '2021-06-07T16:00:00?'],
    ['6月7日 下午6点00分', '2021-06-07T18:00:00?'],
    ['6月7日下午12点', '2021-06-07T12:00:00?'],
    ['6月7日晚上8点半', '2021-06-07T20:30:00?'],
    ['6月7日晚上8点一刻', '2021-06-07T20:15:00?'],
    ['6月7日中午12点', '2021-06-07T12:00:00?'],
    ['6月7日中午1点', '2021-06-07T13:00:00?'],
    ['6月7日凌晨1点05分', '2021-06-07T01:05:00?'],
    ['6月7日凌晨12点', '2021-06-07T00:00:00?'],
    ['6月7日晚上12点', '2021-06-08T00:00:00?'],
    ['六月七日下午四点二十分', '2021-06-07T16:20:00?'],
    ['二〇二一年六月十一日 18:00', '2021-06-11T18:00:00'],
    ['6.6 18:00', '2021-06-06T18:00:00?'],
    ['6.10 18:03', '2021-06-10T18:03:00?'],
    ['6-6 18:00', '2021-06-06T18:00:00?'],
    ['6/6 18:00', '2021-06-06T18:00:00?'],
    ['21/6/7 18:00', '2021-06-07T18:00:00?'],
    ['20210607 18:00', '2021-06-07T18:00:00'],
    ['２０２１年６月７日　１８：００', '2021-06-07T18:00:00'],
    ['  2021-06-07\u00a018:00 ', '2021-06-07T18:00:00'],
    ['7 Jun 2021, 18:00', '2021-06-07T18:00:00'],
    ['Jun 7, 2021 6:00 PM', '2021-06-07T18:00:00'],
    ['2021/6/7 12:30 AM', '2021-06-07T00:30:00'],
    ['2021-06-07 24:00', '2021-06-08T00:00:00'],
    ['12月31日24:00', '2022-01-01T00:00:00?'],
    [44354.75, '2021-06-07T18:00:00'],
    ['44354.75', '2021-06-07T18:00:00'],
  ])('D-1: %p is %p', (written, expected) => expect(read(written)).toBe(expected));

  it.each([
    ['6月31日 18:00', 'impossible-date'],
    ['2021-02-29 18:00', 'impossible-date'],
    ['13月1日 18:00', 'impossible-date'],
    ['2021-06-07', 'missing-time'],
    ['6月7日', 'missing-time'],
    ['6.7', 'missing-time'],
    [44354, 'missing-time'],
    ['', 'empty'],
    ['　', 'empty'],
    ['18:00', 'unreadable-time'],
    ['2021-06-07 25:00', 'unreadable-time'],
    ['2021-06-07 24:01', 'unreadable-time'],
    ['2021-06-07 18:60', 'unreadable-time'],
    ['6月7日上午14点', 'unreadable-time'],
    ['6月7日晚上1点', 'unreadable-time'],
    ['2021-06-07T10:00:00Z', 'unreadable-time'],
    ['2021-06-07 18:00+08:00', 'unreadable-time'],
    ['6/7/2021 18:00', 'unreadable-time'],
    ['6月7日 18:00前', 'unreadable-time'],
    ['6月7日-8日 18:00', 'unreadable-time'],
    ['昨天下午', 'unreadable-time'],
    [0.75, 'unreadable-time'],
    [-1, 'unreadable-time'],
    [NaN, 'unreadable-time'],
    [20210607, 'unreadable-time'],
  ])('%p is a problem: %p', (written, code) => expect(read(written)).toBe(code));

  it('D-1: what formatMoment writes in full reads back as the same moment, in both languages', () => {
    const first = wallTime(2000, 1, 1) ?? 0;
    fc.assert(
      fc.property(fc.integer({ min: first, max: first + 60 * 365 * DAY }), (time) => {
        expect(parseMoment(formatMoment(time, 'zh', 'full'), 1999)).toMatchObject({ time, yearAssumed: false });
        expect(parseMoment(formatMoment(time, 'en', 'full'), 1999)).toMatchObject({ time, yearAssumed: false });
      }),
    );
  });

  it('D-1: a serial with a time of day reads back as the same second', () => {
    const first = wallTime(1901, 1, 1) ?? 0;
    fc.assert(
      fc.property(
        fc.integer({ min: first, max: first + 150 * 365 * DAY }).filter((time) => time % DAY !== 0),
        (time) => {
          expect(parseMoment(serialFromWallTime(time), 2021)).toMatchObject({ time });
        },
      ),
    );
  });

  it('never throws, whatever is written', () => {
    const character = fc.constantFrom(...'0123456789年月日号点时分半上下午晚:：./- +T一二十');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 14 }), (characters) => {
        expect(['moment', 'problem']).toContain(parseMoment(characters.join(''), 2021).kind);
      }),
      { numRuns: 2000 },
    );
  });
});
