// The page's clock: the campaign's wall clock, or a moment that a person has set and at which time then stands still.
// The only file of the page that asks the machine for the time.
import { CAMPAIGN_ZONE, wallTimeAt } from '../../app/wallClock';
import { wallTimeFromIso } from '../../core/wallTime';
import type { WallTime } from '../../core/wallTime';

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
    now: () => fixed ?? wallTimeAt(Date.now(), CAMPAIGN_ZONE),
    get fixed() {
      return fixed;
    },
    set(moment) {
      fixed = moment;
    },
  };
}

/** The instant, in milliseconds as `Date.now()` gives them, at which the campaign's wall clock shows that moment. */
export function instantOf(moment: WallTime): number {
  const guess = moment * 1000;
  return guess - (wallTimeAt(guess, CAMPAIGN_ZONE) - moment) * 1000;
}
