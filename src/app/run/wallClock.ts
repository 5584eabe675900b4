// From an instant to the wall clock of a zone (D-1), and what follows from it for a job. Asks no clock itself: the caller hands the instant in.
import { momentText } from '../../workbook/contract/cells';
import type { Problem } from '../../core/ground/problem';
import { DEFAULT_ZONE } from '../../core/campaign/settings';
import { remembered } from '../../core/ground/remembered';
import { text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import { zoneCalled, zoneName } from '../../core/time/zoneName';
import { HOUR, MINUTE, type WallTime } from '../../core/ground/wallTime';
import type { Deps } from './job';

/** A format takes longer to make than anything that is asked of it. */
const formatIn = remembered(50, (zone): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
});

/**
 * The wall time that a clock in `zone` (IANA name) shows at the instant `epochMs` (milliseconds since 1970 UTC); null when there is no such zone.
 * Example: `wallTimeAt(0, 'Asia/Shanghai') === 8 * 3600`.
 */
export function wallTimeAt(epochMs: number, zone: string): WallTime | null {
  const format = formatIn(zone);
  if (!format) return null;
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(epochMs)) part[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

/** The wall time that the computer itself shows at that instant, as NOW() does. */
export function computerTime(instant: Pick<Date, 'getTime' | 'getTimezoneOffset'>): WallTime {
  return Math.floor(instant.getTime() / 1000) - instant.getTimezoneOffset() * MINUTE;
}

/** The zone that somebody typed, as the zone database calls it; null: there is none. Example: `zoneTyped('北京') === 'Asia/Shanghai'`. */
export function zoneTyped(word: string): string | null {
  const zone = zoneCalled(word);
  return formatIn(zone) === null ? null : zone;
}

interface ClockReading {
  /** The campaign's wall clock; with an unknown zone, that of the default zone: good enough for a report that only says so. */
  readonly now: WallTime;
  /** Seconds by which the computer's clock, and so NOW() in the sheets, is ahead of the campaign's; whole minutes. */
  readonly computerAhead: number;
  /** "unknown-zone": the setting names no zone. */
  readonly problem: Problem | null;
}

function unknownZone(zone: string): Problem {
  return {
    code: 'unknown-zone',
    table: 'Settings',
    row: 'zone',
    expected: text('时区名，如 Asia/Shanghai', 'the name of a time zone such as Asia/Shanghai'),
    found: zone,
    message: text(
      `设置“时区”里的“${zone}”不是时区名，不知道现在是几点，没有写入任何内容。请改为 Asia/Shanghai（北京时间）这样的名字。`,
      `The setting “Time zone” says “${zone}”, which names no zone: what time it is there cannot be told, and nothing was written. Write a name such as Asia/Shanghai.`,
    ),
  };
}

/** Asks the clocks for a campaign in that zone. Example: a computer in London in winter, zone Asia/Shanghai: `computerAhead === -8 * 3600`. */
export function readClock(deps: Pick<Deps, 'now' | 'computerNow'>, zone: string): ClockReading {
  const now = deps.now(zoneCalled(zone));
  if (now === null) return { now: deps.now(DEFAULT_ZONE) ?? 0, computerAhead: 0, problem: unknownZone(zone) };
  const ahead = (deps.computerNow?.() ?? now) - now;
  return { now, computerAhead: Math.round(ahead / MINUTE) * MINUTE || 0, problem: null };
}

/** NOW() in the sheets is not the campaign's clock, and no as-of time is fixed that would stand in its place. */
export function zoneNotice({ now, computerAhead }: Pick<ClockReading, 'now' | 'computerAhead'>, zone: string): Problem {
  const hours = String(Math.abs(Math.round((computerAhead / HOUR) * 100) / 100));
  const [zh, en] = computerAhead < 0 ? ['慢', 'behind'] : ['快', 'ahead of'];
  const [late, lateEn] = computerAhead < 0 ? ['晚', 'late'] : ['早', 'early'];
  const name = zoneName(zone);
  return {
    code: 'computer-zone',
    table: 'Settings',
    row: 'zone',
    expected: text(formatMoment(now, 'zh', 'full'), formatMoment(now, 'en', 'full')),
    found: momentText(now + computerAhead),
    message: text(
      `这台电脑的钟比活动时区（${name.zh}）${zh} ${hours} 小时：表内公式按电脑的钟计算，在这台电脑上“逾期”会${late} ${hours} 小时标出；点“标出逾期”等所报的结果不受影响。请把电脑的时区改为 ${zone}，或用“设定截至时间”固定到 ${formatMoment(now, 'zh')}。`,
      `This computer’s clock is ${hours} hours ${en} the campaign’s zone (${name.en}): formulas in the sheets go by the computer’s clock, so “overdue” comes ${hours} hours ${lateEn} on it; what the jobs report is right. Set the computer to ${zone}, or fix the as-of time at ${formatMoment(now, 'en')} (“Set the as-of time”).`,
    ),
  };
}
