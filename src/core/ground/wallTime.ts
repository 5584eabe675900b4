// Moments on the campaign's wall clock (D-1). Knows no time zone and no machine clock: arithmetic is on whole seconds.
import { UTCDate } from '@date-fns/utc';

/** Whole seconds since 1970-01-01T00:00:00 of the campaign's own clock. Not a UTC instant: it has no zone. */
export type WallTime = number;

/** In seconds, like HOUR and DAY. */
export const MINUTE = 60;
/** Seconds. */
export const HOUR = 3600;
/** Seconds; a wall clock has no change of summer time. */
export const DAY = 86400;

/**
 * Makes a wall time from calendar parts (month 1–12), or null when there is no such day or time of day.
 * Example: `wallTime(2021, 6, 31)` is null; `wallTime(2021, 6, 7, 18)` is 7 June 2021, 18:00:00.
 */
export function wallTime(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): WallTime | null {
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new UTCDate(ms);
  const same =
    back.getFullYear() === year &&
    back.getMonth() === month - 1 &&
    back.getDate() === day &&
    back.getHours() === hour &&
    back.getMinutes() === minute &&
    back.getSeconds() === second;
  return same ? ms / 1000 : null;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** Reads `YYYY-MM-DD[THH:mm[:ss]]`; null when it is not of that form or does not exist. */
export function wallTimeFromIso(iso: string): WallTime | null {
  const m = ISO.exec(iso.trim());
  if (!m) return null;
  const [year, month, day, hour = 0, minute = 0, second = 0] = m
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  return wallTime(year ?? NaN, month ?? NaN, day ?? NaN, hour, minute, second);
}

/** Example: `isoFromWallTime(0) === '1970-01-01T00:00:00'`. */
export function isoFromWallTime(time: WallTime): string {
  return new UTCDate(time * 1000).toISOString().slice(0, -5);
}

const SERIAL_OF_1970 = 25569;

/**
 * Part of a second from which a moment counts as the next one. Half a second does; a tenth of a millisecond less is above the binary noise that
 * serials carry and below what can be typed, so that no program decides a half by its noise.
 */
export const TO_WHOLE_SECOND = 0.5001;

/** Excel's date serial (1900 system) to wall time, to the nearest second, halves up (D-3). Formulas do the same: `momentFormula`. Range: serial ≥ 61. */
export function wallTimeFromSerial(serial: number): WallTime {
  return Math.floor((serial - SERIAL_OF_1970) * DAY + TO_WHOLE_SECOND);
}

/** Wall time to Excel's date serial, from wall-clock parts only, so no zone can shift it. */
export function serialFromWallTime(time: WallTime): number {
  return time / DAY + SERIAL_OF_1970;
}
