// From an instant to the wall clock of a zone (D-1). Asks no clock itself: the caller hands the instant in.
import type { WallTime } from '../core/wallTime';

/** The zone of every campaign's wall clock, whatever the zone of the computer. */
export const CAMPAIGN_ZONE = 'Asia/Shanghai';

/**
 * The wall time that a clock in `zone` (IANA name) shows at the instant `epochMs` (milliseconds since 1970 UTC).
 * Throws RangeError when the zone does not exist. Example: `wallTimeAt(0, 'Asia/Shanghai') === 8 * 3600`.
 */
export function wallTimeAt(epochMs: number, zone: string): WallTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(epochMs)) part[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}
