import { computerTime, wallTimeAt } from '../../../src/app/run/wallClock';
import { DEFAULT_ZONE } from '../../../src/core/campaign/settings';
import { wallTimeFromIso } from '../../../src/core/ground/wallTime';
import { createClock, instantOf, minutesBehindUtc, readClock } from '../../../src/workbench/page/clock';

describe('the clock of the workbench', () => {
  it('stands still at the moment that the address names', () => {
    const clock = createClock('?now=2021-06-10T18:00:01');
    expect(clock.now()).toBe(wallTimeFromIso('2021-06-10T18:00:01'));
    expect(clock.fixed).toBe(clock.now());
  });

  it('follows the campaign zone when no moment, or none that exists, is named', () => {
    for (const search of ['', '?now=2021-06-31']) {
      const clock = createClock(search);
      expect(clock.fixed).toBeNull();
      expect(Math.abs(clock.now() - (wallTimeAt(Date.now(), DEFAULT_ZONE) ?? 0))).toBeLessThanOrEqual(1);
    }
  });

  it('can be set and let go', () => {
    const clock = createClock('');
    clock.set(1000);
    expect(clock.now()).toBe(1000);
    clock.set(null);
    expect(clock.fixed).toBeNull();
  });

  it('names the instant at which the campaign zone shows the moment, whatever the zone of this machine', () => {
    const moment = wallTimeFromIso('2021-06-10T18:00:01') ?? 0;
    expect(new Date(instantOf(moment)).toISOString()).toBe('2021-06-10T10:00:01.000Z');
    expect(wallTimeAt(instantOf(moment), DEFAULT_ZONE)).toBe(moment);
  });

  it('D-1 gives the frames a computer that stands in the campaign zone', () => {
    const moment = wallTimeFromIso('2021-06-10T18:00:01') ?? 0;
    const instant = instantOf(moment);
    expect(minutesBehindUtc(instant)).toBe(-480);
    expect(computerTime({ getTime: () => instant, getTimezoneOffset: () => minutesBehindUtc(instant) })).toBe(moment);
  });

  it.each(['2021.6.11 10:00', '2021/6/11 10:00', '2021-06-11T10:00:00', '6月11日上午10点', '２０２１年6月11日 10:00'])(
    'reads %s as people write it',
    (written) => expect(readClock(written, 2021)).toBe(wallTimeFromIso('2021-06-11T10:00:00')),
  );

  it('takes a day alone from its beginning, and no day that does not exist', () => {
    expect(readClock('2021.6.11', 2020)).toBe(wallTimeFromIso('2021-06-11'));
    for (const written of ['2021-06-31 10:00', '明天', '25:00']) expect(readClock(written, 2021)).toBeNull();
  });
});
