// The issues of the briefing (第N期) as they are kept on record, so that the next one can say what has changed. Knows no workbook.
import { wallTimeFromIso, type WallTime } from '../ground/wallTime';
import { isoDay, startOfDay } from '../awards/workingDays';

/** A briefing that was made before: its number, its moment and the figures it showed. */
export interface Issue {
  readonly number: number;
  /** Midnight of its as-of day. */
  readonly day: WallTime;
  readonly due: number;
  readonly received: number;
  readonly overdueUnits: number;
  readonly overdueItems: number;
}

/** Example: `issueText({ number: 3, day, due: 135, received: 126, overdueUnits: 9, overdueItems: 9 })` is “2021-06-11|135|126|9|9”. */
export function issueText({ day, due, received, overdueUnits, overdueItems }: Issue): string {
  return [isoDay(day), due, received, overdueUnits, overdueItems].join('|');
}

/** Null for words that no issue has written. */
export function readIssue(number: number, words: string): Issue | null {
  const [iso = '', ...figures] = words.split('|');
  const day = wallTimeFromIso(iso);
  const [due, received, overdueUnits, overdueItems] = figures.map(Number);
  if (
    day === null ||
    [due, received, overdueUnits, overdueItems].some((figure) => figure === undefined || !Number.isInteger(figure))
  )
    return null;
  return {
    number,
    day,
    due: due ?? 0,
    received: received ?? 0,
    overdueUnits: overdueUnits ?? 0,
    overdueItems: overdueItems ?? 0,
  };
}

/** Which issue of the briefing this is: one a day counts, the last of it. */
export interface IssueInSequence {
  /** 第N期, from 1. */
  readonly number: number;
  /** The latest issue of an earlier day; null for the first. */
  readonly last: Issue | null;
}

/** One issue a day: made again on its day it keeps its number; else it is the next after all on record. */
export function issueOf(asOf: WallTime, issues: readonly Issue[]): IssueInSequence {
  const day = startOfDay(asOf);
  const earlier = issues.filter((issue) => issue.day < day).sort((a, b) => a.day - b.day || a.number - b.number);
  const today = issues.find((issue) => issue.day === day);
  return {
    number: today?.number ?? issues.reduce((most, { number }) => Math.max(most, number), 0) + 1,
    last: earlier.at(-1) ?? null,
  };
}
