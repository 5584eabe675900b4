// D-1: the campaign's wall clock does not depend on the computer's zone.
import { wallTimeAt } from '../../../src/app/run/wallClock';
import { isoFromWallTime } from '../../../src/core/ground/wallTime';

test.each([
  ['2021-06-10T10:00:00Z', 'Asia/Shanghai', '2021-06-10T18:00:00'],
  ['2021-06-10T16:00:00Z', 'Asia/Shanghai', '2021-06-11T00:00:00'],
  ['2020-12-31T16:00:01Z', 'Asia/Shanghai', '2021-01-01T00:00:01'],
  ['2021-03-14T10:30:00Z', 'America/New_York', '2021-03-14T06:30:00'],
  ['2021-06-10T10:00:00Z', 'UTC', '2021-06-10T10:00:00'],
])('D-1 the instant %s is %s wall time %s', (instant, zone, wall) => {
  expect(isoFromWallTime(wallTimeAt(Date.parse(instant), zone) ?? 0)).toBe(wall);
});

test.each(['Asia/Nowhere', '', '北京时间', 'Asia/Shanghai '])('there is no zone “%s”', (zone) => {
  expect(wallTimeAt(0, zone)).toBeNull();
});
