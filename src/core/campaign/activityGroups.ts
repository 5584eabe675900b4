// Things that belong to activities, activity by activity: in the order of 活动安排, then those that it does not name, then what names none.
import { foldActivity, type Activity } from './activity';

interface ActivityGroup<Thing> {
  /** As 活动安排 has it, else as the thing says it; '' = the campaign as a whole. */
  readonly name: string;
  /** Who leads it (牵头), as written. */
  readonly leads: readonly string[];
  readonly things: readonly Thing[];
}

/** Groups without things are left out; the order inside a group is kept. */
export function activityGroups<Thing extends { readonly activity: string }>(
  things: readonly Thing[],
  activities: readonly Activity[],
): ActivityGroup<Thing>[] {
  const groups = new Map<string, { name: string; leads: readonly string[]; things: Thing[] }>(
    activities.map(({ name, leads }) => [foldActivity(name), { name, leads, things: [] }]),
  );
  const whole: Thing[] = [];
  for (const thing of things) {
    const key = foldActivity(thing.activity);
    if (key === '') whole.push(thing);
    else {
      const group = groups.get(key) ?? { name: thing.activity, leads: [], things: [] };
      group.things.push(thing);
      groups.set(key, group);
    }
  }
  return [...groups.values(), { name: '', leads: [], things: whole }].filter((group) => group.things.length > 0);
}
