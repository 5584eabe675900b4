import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guardPublic } from '../../../src/core/awards/publicGuard';
import {
  isWorkingDay,
  isoDay,
  latestPosting,
  noticePeriod,
  workingDaysBetween,
} from '../../../src/core/awards/workingDays';
import { DAY, wallTimeFromIso } from '../../../src/core/ground/wallTime';

const HOLIDAYS = {
  off: new Set([
    '2021-06-12',
    '2021-06-13',
    '2021-06-14',
    '2021-10-01',
    '2021-10-04',
    '2021-10-05',
    '2021-10-06',
    '2021-10-07',
  ]),
  work: new Set(['2021-09-26', '2021-10-09']),
};
const day = (iso: string): number => wallTimeFromIso(iso) ?? NaN;

describe('working days and the notice (A-2)', () => {
  it.each([
    ['2021-06-11', true],
    ['2021-06-14', false],
    ['2021-06-19', false],
    ['2021-06-20', false],
    ['2021-09-26', true],
    ['2021-10-05', false],
    ['1969-12-31', true],
    ['1969-12-28', false],
  ])('knows whether %s is one: %s', (iso, works) => {
    expect(isWorkingDay(day(iso), HOLIDAYS)).toBe(works);
  });

  it('runs from 18 June 2021 to 24 June when the posting day counts, to 25 June when it does not', () => {
    const of = (counts: boolean) =>
      Object.values(noticePeriod(day('2021-06-18T15:30'), 5, HOLIDAYS, counts)).map(isoDay);
    expect(of(false)).toEqual(['2021-06-18', '2021-06-21', '2021-06-25']);
    expect(of(true)).toEqual(['2021-06-18', '2021-06-18', '2021-06-24']);
  });

  it('begins on the next working day when it is posted on a holiday, counted or not', () => {
    expect(isoDay(noticePeriod(day('2021-06-12'), 1, HOLIDAYS, true).last)).toBe('2021-06-15');
    expect(isoDay(noticePeriod(day('2021-06-12'), 1, HOLIDAYS, false).last)).toBe('2021-06-15');
  });

  it('has to go up by 18 June, or 21 June when that day counts, to run in full before 26 June 2021', () => {
    expect(isoDay(latestPosting(day('2021-06-26'), 5, HOLIDAYS, false))).toBe('2021-06-18');
    expect(isoDay(latestPosting(day('2021-06-26T09:00'), 5, HOLIDAYS, true))).toBe('2021-06-21');
  });

  it('leaves three working days for the review of 10–15 June 2021', () => {
    expect(workingDaysBetween(day('2021-06-10'), day('2021-06-15'), HOLIDAYS)).toBe(3);
    expect(workingDaysBetween(day('2021-06-15'), day('2021-06-10'), HOLIDAYS)).toBe(0);
  });

  it('refuses a notice of no days and a table without working days', () => {
    expect(() => noticePeriod(day('2021-06-18'), 0, HOLIDAYS)).toThrow(RangeError);
    const never = { off: { has: () => true } as unknown as ReadonlySet<string>, work: new Set<string>() };
    expect(() => noticePeriod(day('2021-06-18'), 1, never)).toThrow(RangeError);
  });

  it('holds exactly the wanted working days, and the next later posting would end too late', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (offset, days, counts) => {
          const ceremony = day('2021-05-20') + offset * DAY;
          const posting = latestPosting(ceremony, days, HOLIDAYS, counts);
          const { first, last } = noticePeriod(posting, days, HOLIDAYS, counts);
          expect(workingDaysBetween(first, last, HOLIDAYS)).toBe(days);
          expect(last).toBeLessThan(ceremony);
          for (let later = posting + DAY; later < ceremony; later += DAY) {
            if (isWorkingDay(later, HOLIDAYS))
              expect(noticePeriod(later, days, HOLIDAYS, counts).last).toBeGreaterThanOrEqual(ceremony);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('guardPublic (A-3)', () => {
  it('sees a name or a number that is split over two cells, beside or below each other', () => {
    const found = (cells: readonly (readonly [string, string])[]): string[] =>
      guardPublic(
        cells.map(([address, text]) => ({ sheet: '公示', address, text })),
        ['王芳'],
      ).map(({ code, row }) => `${code} ${row}`);
    expect(
      found([
        ['B2', '讲述人：王'],
        ['C2', '芳'],
      ]),
    ).toEqual(['public-name B2']);
    expect(
      found([
        ['Z2', '王'],
        ['AA2', '芳（女）'],
      ]),
    ).toEqual(['public-name Z2']);
    expect(
      found([
        ['B2', '王'],
        ['B3', '芳'],
      ]),
    ).toEqual(['public-name B2']);
    expect(
      found([
        ['B2', '138'],
        ['C2', '1234 5678'],
      ]),
    ).toEqual(['public-phone B2']);
    expect(
      found([
        ['B2', '姓王'],
        ['C2', '芳草社区'],
      ]),
    ).toEqual([]);
    expect(
      found([
        ['B2', '1000'],
        ['C2', '2021-06-18'],
        ['D2', '13'],
      ]),
    ).toEqual([]);
  });

  describe('what is split over more than two cells', () => {
    const COLUMNS = 'BCDEFGHIJKLMNOPQRSTUVW';
    const inRow = (...texts: string[]): string[] =>
      guardPublic(
        texts.flatMap((text, at) => (text === '' ? [] : [{ sheet: '公示', address: `${COLUMNS[at] ?? ''}2`, text }])),
        ['王小芳'],
      ).map(({ code, row }) => `${code} ${row}`);

    it.each([
      [['138', '1234', '5678'], 'public-phone B2'],
      [['手机：138', '1234', '5678'], 'public-phone B2'],
      [['+86 138', '12345678'], 'public-phone B2'],
      [['手机', ...'13812345678'], 'public-phone C2'],
      [['430421', '19900101', '1234'], 'public-phone B2'],
      [[...'43042119900101123X'], 'public-phone B2'],
      [['138', '', '', '12345678'], 'public-phone B2'],
      [['王', '小', '芳'], 'public-name B2'],
    ])('%j is found at its first cell', (texts, found) => {
      expect(inRow(...texts)).toEqual([found]);
    });

    it('is found one below the other, too', () => {
      const cells = ['138', '1234', '5678'].map((text, at) => ({ sheet: '公示', address: `C${at + 3}`, text }));
      expect(guardPublic(cells).map(({ code, row }) => `${code} ${row}`)).toEqual(['public-phone C3']);
    });

    it.each([
      [['1500', '1000', '500']],
      [['18', '15', '24', '13', '9', '10']],
      [['1', '3', '8', '1', '2', '3', '4', '5', '6', '7', '8']],
      [['138', '共 1234', '5678']],
      [['138', '12.5', '345678']],
      [['—', '王']],
      [['·', '小芳的歌']],
    ])('amounts, scores and counts side by side are no number of anybody: %j', (texts) => {
      expect(inRow(...texts)).toEqual([]);
    });
  });

  const codes = (text: string, hidden: string[] = [], allowed: string[] = []) =>
    guardPublic([{ sheet: '公示', address: 'B2', text }], hidden, allowed).map(({ code }) => code);

  it.each([
    ['联系 13812345678', 'public-phone'],
    ['138-1234-5678', 'public-phone'],
    ['电话0734-6812345', 'public-phone'],
    ['430421199001011234', 'public-id-number'],
    ['43042119900101123X', 'public-id-number'],
    ['6222 0212 3456 7890 123', 'public-card-number'],
  ])('stops %j', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it.each([['138****5678'], ['2021年6月18日至6月25日'], ['蒸禁毒委发〔2021〕5号'], ['第1名 94.20'], ['1000元']])(
    'lets %j through',
    (text) => {
      expect(codes(text)).toEqual([]);
    },
  );

  it('stops names on the hidden list and lets the office’s own line through', () => {
    expect(codes('讲述人 王小明', ['王小明'])).toEqual(['public-name']);
    expect(codes('监督电话 0734-6812345', [], ['07346812345'])).toEqual([]);
  });
});
