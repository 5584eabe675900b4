// Who would win again by a new decision although it has left the list: it withdrew, or an objection to it was founded. Decides nothing.
import { inOrderOfActs, type Ruling, type RulingOutcome } from './ruling';

/** An entry that left, and the act on record by which it did. */
export interface Leaving {
  readonly entryId: string;
  readonly act: Ruling;
}

/** Entries whose last word on record is that they withdrew. A later decision that named one among its winners took that back. */
export function withdrawnEntries(rulings: readonly Ruling[]): Leaving[] {
  const last = new Map<string, { outcome: RulingOutcome; act: Ruling }>();
  for (const act of inOrderOfActs(rulings))
    if (act.entryId !== '' && act.outcome !== null) last.set(act.entryId, { outcome: act.outcome, act });
  return [...last].flatMap(([entryId, { outcome, act }]) => (outcome === 'withdrawn' ? [{ entryId, act }] : []));
}
