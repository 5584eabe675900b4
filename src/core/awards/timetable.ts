// The programme of the ceremony as a timetable: one item after the other, unless one has a fixed time. Knows no day and no winners.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';

/** A line of the programme as the office typed it, before times are worked out. */
export interface ProgrammeItem {
  readonly item: string;
  /** Seconds after midnight; null: as soon as the one before has ended. */
  readonly start: number | null;
  /** Whole minutes; null: not known yet. */
  readonly minutes: number | null;
  readonly who: string;
  readonly note: string;
  /** The winners are listed under it. */
  readonly winners: boolean;
}

/** An item of the programme with its beginning worked out. */
export interface TimedItem extends ProgrammeItem {
  /** Seconds after midnight; null while nothing before it says when. */
  readonly begins: number | null;
  /** Null also when its length is not known. */
  readonly ends: number | null;
}

interface Timetable {
  readonly items: readonly TimedItem[];
  /** Of all items whose length is known. */
  readonly minutes: number;
  readonly problems: readonly Problem[];
}

const DAY = 86_400;

/** “9:05”. Range: 0–86400 seconds. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 3600)}:${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}`;
}

function overlap({ item }: ProgrammeItem, start: number, end: number): Problem {
  return {
    code: 'programme-overlap',
    table: 'Programme',
    row: item,
    column: 'start',
    found: clock(start),
    expected: text(`不早于 ${clock(end)}`, `not before ${clock(end)}`),
    message: text(
      `“${item}”定在 ${clock(start)}，但前一项要到 ${clock(end)} 才结束：请改时间或时长。`,
      `“${item}” is set for ${clock(start)}, but the item before it ends at ${clock(end)}: change the time or the minutes.`,
    ),
  };
}

function pastMidnight({ item }: ProgrammeItem): Problem {
  return {
    code: 'programme-past-midnight',
    table: 'Programme',
    row: item,
    column: 'minutes',
    found: '',
    expected: text('当天结束', 'an end on the same day'),
    message: text(
      `“${item}”排到了第二天：请核对开始时间和时长。`,
      `“${item}” runs past midnight: check times and minutes.`,
    ),
  };
}

/**
 * Each item begins when the one before it ends, or at its own fixed time. A fixed time before that end is kept, and named. After an item of
 * unknown length nothing has a time until the next fixed one. Example: 9:00, 10 and 30 minutes → 9:00–9:10, 9:10–9:40.
 */
export function timetable(programme: readonly ProgrammeItem[]): Timetable {
  const items: TimedItem[] = [];
  const problems: Problem[] = [];
  let end: number | null = null;
  for (const item of programme) {
    if (item.start !== null && end !== null && item.start < end) problems.push(overlap(item, item.start, end));
    const begins: number | null = item.start ?? end;
    const ends: number | null = begins === null || item.minutes === null ? null : begins + item.minutes * 60;
    if (ends !== null && ends > DAY) problems.push(pastMidnight(item));
    items.push({ ...item, begins, ends });
    end = ends;
  }
  return { items, minutes: programme.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0), problems };
}
