// One line of home's working list: its shape, and how lines are ordered. Knows no rule.
import type { Text } from '../../core/ground/text';
import { DAY } from '../../core/ground/wallTime';
import type { KeyTarget } from '../../workbook/contract/pointing';
import type { FilledIn } from '../run/definedJobs';

/** now: late or wrong already · soon: within three days, or waiting for the office · calm: good to know. */
export type Urgency = 'now' | 'soon' | 'calm';

/** A line of the working list: what needs a person, where, and the one button for it. */
export interface WorkItem {
  /** The same from one reading to the next: “overdue”, “due:T2”, “scores:J03”. */
  readonly key: string;
  readonly urgency: Urgency;
  readonly title: Text;
  readonly detail?: Text;
  /** The cells that the title speaks of. */
  readonly show?: KeyTarget;
  /** More places of the same kind, one by one: cells to be corrected, judges who are behind. */
  readonly places?: readonly { readonly title: Text; readonly show: KeyTarget }[];
  /** The job that answers it, with what is known already filled in. */
  readonly act?: { readonly job: string; readonly label: Text; readonly values?: FilledIn };
}

/** Seconds: what is due within them is named by itself. */
export const SOON = 3 * DAY;
/** Places of one item that are offered one by one. */
export const PLACES = 5;

const ORDER: readonly Urgency[] = ['now', 'soon', 'calm'];

/** Most urgent first; what is as urgent stays as it was. */
export function byUrgency(items: readonly WorkItem[]): readonly WorkItem[] {
  return [...items].sort((a, b) => ORDER.indexOf(a.urgency) - ORDER.indexOf(b.urgency));
}
