// The programme of the ceremony as a timetable: when each item begins and ends.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clock, timetable, type ProgrammeItem } from '../../../src/core/awards/timetable';

const item = (minutes: number | null, start: number | null = null): ProgrammeItem => ({
  item: '环节',
  start,
  minutes,
  who: '',
  note: '',
  winners: false,
});
const NINE = 9 * 3600;
const times = (programme: readonly ProgrammeItem[]) =>
  timetable(programme).items.map(({ begins, ends }) => [
    begins === null ? '' : clock(begins),
    ends === null ? '' : clock(ends),
  ]);
const codes = (programme: readonly ProgrammeItem[]) => timetable(programme).problems.map(({ code }) => code);

describe('the timetable (A-9)', () => {
  it('lets each item begin when the one before it ends, or at its own fixed time', () => {
    expect(times([item(10, NINE), item(30), item(20, NINE + 3600), item(5)])).toEqual([
      ['9:00', '9:10'],
      ['9:10', '9:40'],
      ['10:00', '10:20'],
      ['10:20', '10:25'],
    ]);
  });

  it('gives no times before the first fixed one, nor after an item of unknown length', () => {
    expect(times([item(10), item(null, NINE), item(5), item(5, NINE + 600)])).toEqual([
      ['', ''],
      ['9:00', ''],
      ['', ''],
      ['9:10', '9:15'],
    ]);
    expect(timetable([item(10), item(null), item(5)]).minutes).toBe(15);
  });

  it('names a fixed time before the end of the item above, and an end after midnight', () => {
    expect(codes([item(30, NINE), item(5, NINE + 600)])).toEqual(['programme-overlap']);
    expect(codes([item(30, 23 * 3600 + 1800), item(1)])).toEqual(['programme-past-midnight']);
    expect(codes([item(30, NINE), item(5, NINE + 1800)])).toEqual([]);
  });

  it('is without gaps from one start on, as long as the sum of its items', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 12 }), fc.nat(10 * 60), (lengths, first) => {
        const { items, minutes } = timetable(
          lengths.map((length, index) => item(length, index === 0 ? first * 60 : null)),
        );
        items.forEach(({ begins }, index) => expect(begins).toBe(index === 0 ? first * 60 : items[index - 1]?.ends));
        expect((items.at(-1)?.ends ?? 0) - first * 60).toBe(minutes * 60);
      }),
    );
  });
});
