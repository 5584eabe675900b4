// Excel's date serials (1900 system) and calendar parts. Knows no zone and no clock.

/** A moment on the wall, as a serial of Excel gives it. */
export interface DateParts {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 = Sunday. */
  weekday: number;
}

const DAY_MS = 86400000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Serial of a calendar moment, or null when there is no such day. Example: `serialOf(2021, 6, 7, 12) === 44354.5`. */
export function serialOf(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number | null {
  const ms = Date.UTC(year, month - 1, day);
  const real = new Date(ms);
  if (real.getUTCFullYear() !== year || real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  return (ms - EPOCH) / DAY_MS + (hour * 3600 + minute * 60 + second) / 86400;
}

/** Calendar parts of a serial, rounded to the second. Serials below 61 are off by the leap day that 1900 did not have, as elsewhere. */
export function partsOf(serial: number): DateParts {
  const at = new Date(Math.round(serial * 86400) * 1000 + EPOCH);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    weekday: at.getUTCDay(),
  };
}
