// The page's clock: that of the zone in which the workbench's computer stands, or a moment that a person has set and at which time then stands still.
// The only file of the page that asks the machine for the time.
import { wallTimeAt } from '../../app/run/wallClock';
import { DEFAULT_ZONE } from '../../core/campaign/settings';
import { wallTimeFromIso } from '../../core/ground/wallTime';
import type { WallTime } from '../../core/ground/wallTime';
import { parseMoment } from '../../core/time/parseMoment';

/** What NOW() shows, and the add-in is told of the computer, is this zone's clock, wherever the browser runs. */
const COMPUTER_ZONE = DEFAULT_ZONE;

/** The workbench's computer shows this at that instant. */
function computerTimeAt(epochMs: number): WallTime {
  const time = wallTimeAt(epochMs, COMPUTER_ZONE);
  if (time === null) throw new Error(`this browser has no zone ${COMPUTER_ZONE}`);
  return time;
}

/** Of the workbench's computer, in its zone. */
export interface Clock {
  now(): WallTime;
  /** The moment that was set, or null while the machine's time runs. */
  readonly fixed: WallTime | null;
  set(moment: WallTime | null): void;
}

/** `search` is the page's query: `?now=2021-06-10T18:00:01` sets the clock. A moment that does not exist is left out. */
export function createClock(search: string): Clock {
  const asked = new URLSearchParams(search).get('now');
  let fixed = asked === null ? null : wallTimeFromIso(asked);
  return {
    now: () => fixed ?? computerTimeAt(Date.now()),
    get fixed() {
      return fixed;
    },
    set(moment) {
      fixed = moment;
    },
  };
}

/** What somebody typed into the clock, as people write times, a day alone is its beginning; null: not to be read. Example: `readClock('2021.6.11 10:00', 2021)`. */
export function readClock(written: string, year: number): WallTime | null {
  const moment = parseMoment(written, year);
  if (moment.kind === 'moment') return moment.time;
  const atMidnight = moment.code === 'missing-time' ? parseMoment(`${written.trim()} 00:00`, year) : moment;
  return atMidnight.kind === 'moment' ? atMidnight.time : wallTimeFromIso(written);
}

/** The instant, in milliseconds as `Date.now()` gives them, at which the workbench's computer shows that moment. */
export function instantOf(moment: WallTime): number {
  const guess = moment * 1000;
  return guess - (computerTimeAt(guess) - moment) * 1000;
}

/** Minutes by which UTC is ahead of the workbench's computer at that instant, as `Date.getTimezoneOffset` counts. */
export function minutesBehindUtc(epochMs: number): number {
  return (Math.floor(epochMs / 1000) - computerTimeAt(epochMs)) / 60;
}
