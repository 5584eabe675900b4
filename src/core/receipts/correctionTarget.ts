// Which item a corrected version belongs to (D-9). Decides from the items alone; knows no file.
import type { WallTime } from '../ground/wallTime';
import { isStanding, type Item } from './items';

/** An item as far as a later correction needs to know it. */
export interface EarlierItem {
  /** receiptId, or provisional key, of the first version. */
  readonly root: string;
  readonly firstAt: WallTime;
  /** False when all its versions were sent back. */
  readonly standing: boolean;
}

/** Example: an item of R0001 and its correction R0002 has the root R0001 and the moment of R0001. */
export function asEarlierItem({ root, receipts }: Item): EarlierItem {
  return {
    root,
    firstAt: Math.min(...receipts.map(({ receivedAt }) => receivedAt)),
    standing: receipts.some(isStanding),
  };
}

type CorrectionTarget =
  | { readonly kind: 'item'; readonly root: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'doubtful'; readonly roots: readonly string[] };

/**
 * Finds the item that a correction of the given moment corrects, among those of the same unit and requirement that began no later.
 * With a quota of one: the latest that stands, else the latest that was sent back. With a larger quota the unit has several different
 * things to hand in, so more than one candidate is doubtful.
 * Example: no earlier item gives 'none': the correction then counts as a first version.
 */
export function correctionTarget(items: readonly EarlierItem[], at: WallTime, quota: number): CorrectionTarget {
  const earlier = items.filter(({ firstAt }) => firstAt <= at);
  if (earlier.length === 0) return { kind: 'none' };
  if (quota > 1 && earlier.length > 1) return { kind: 'doubtful', roots: earlier.map(({ root }) => root) };
  const standing = earlier.filter((item) => item.standing);
  const candidates = standing.length > 0 ? standing : earlier;
  const latest = candidates.reduce((best, item) => (item.firstAt >= best.firstAt ? item : best));
  return { kind: 'item', root: latest.root };
}
