// An activity of the campaign: when it runs, who leads it (牵头), who takes part. Items belong to it by its name.
import type { WallTime } from '../ground/wallTime';

/** A row of 活动安排: who leads what, and when. */
export interface Activity {
  readonly name: string;
  /** First second of the first day, last second of the last; null = no date given. */
  readonly from: WallTime | null;
  readonly to: WallTime | null;
  /** Units that lead it, as written. */
  readonly leads: readonly string[];
  /** Who takes part, as written: categories and units. */
  readonly participants: readonly string[];
  /** Name of a phase; '' = none said. */
  readonly phase: string;
}

/** Names of activities are equal when their letters are: width and blanks do not count. */
export function foldActivity(words: string): string {
  return words.normalize('NFKC').replace(/\s+/g, '');
}

/** Who leads the activity of that name; nobody when no activity is called so. Width and blanks do not count. */
export function leadsOf(activities: readonly Activity[], name: string): readonly string[] {
  return activities.find((activity) => foldActivity(activity.name) === foldActivity(name))?.leads ?? [];
}
