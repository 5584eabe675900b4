// Which entries have left the list by an act on record: a new decision goes by the scores, and they would win again. Decides nothing.
import { inOrderOfActs, type Ruling } from './ruling';

/** The act by which each entry withdrew whose last word on record that is. A later decision that named one among its winners took that back. */
export function withdrawals(rulings: readonly Ruling[]): Ruling[] {
  const last = new Map<string, Ruling>();
  for (const act of inOrderOfActs(rulings)) if (act.entryId !== '' && act.outcome !== null) last.set(act.entryId, act);
  return [...last.values()].filter(({ outcome }) => outcome === 'withdrawn');
}
