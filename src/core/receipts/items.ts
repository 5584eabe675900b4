// Receipts put together to items: a corrected version (更正稿) belongs to the item that it corrects (D-9). Knows no deadlines.
import type { Receipt } from './receipt';

/** Something handed in once, with its corrected versions: all of them count as one. */
export interface Item {
  readonly unitId: string;
  readonly requirementId: string;
  /** receiptId of the first version. */
  readonly root: string;
  readonly receipts: readonly Receipt[];
}

/** Among receipts that share an id by mistake, always the same one, whatever their order. */
function isBefore(a: Receipt, b: Receipt): boolean {
  return a.receivedAt !== b.receivedAt ? a.receivedAt < b.receivedAt : a.replaces < b.replaces;
}

/** The receipt that an id means: of several that share it by mistake, the earliest. */
export function indexById(receipts: readonly Receipt[]): Map<string, Receipt> {
  const byId = new Map<string, Receipt>();
  for (const receipt of receipts) {
    const known = byId.get(receipt.receiptId);
    if (receipt.receiptId !== '' && (!known || isBefore(receipt, known))) byId.set(receipt.receiptId, receipt);
  }
  return byId;
}

/** Follows `replaces` to the first version. A target that is absent or of another unit or requirement ends the chain; a circle ends at its smallest id. */
function rootOf(receipt: Receipt, byId: ReadonlyMap<string, Receipt>, known: Map<string, string>): string {
  const path: string[] = [];
  let at = receipt;
  let root: string | undefined;
  while (root === undefined) {
    const settled = known.get(at.receiptId);
    const start = path.indexOf(at.receiptId);
    if (settled !== undefined) root = settled;
    else if (start >= 0) root = path.slice(start).sort()[0] ?? at.receiptId;
    else {
      path.push(at.receiptId);
      const target = byId.get(at.replaces);
      if (target && target.unitId === at.unitId && target.requirementId === at.requirementId) at = target;
      else root = at.receiptId;
    }
  }
  for (const id of path) known.set(id, root);
  return root;
}

/**
 * Groups receipts into items, whatever their order. A receipt without an id is an item of its own unless it replaces something.
 * `byId`: the whole register where `receipts` are those of one unit and requirement.
 * Example: R1, R2 (replaces R1) and R3 (replaces R2) are one item with root R1; R4 (replaces R9, which is nowhere) is its own.
 */
export function groupItems(
  receipts: readonly Receipt[],
  byId: ReadonlyMap<string, Receipt> = indexById(receipts),
): Item[] {
  const known = new Map<string, string>();
  const onePair = receipts.every(
    ({ unitId, requirementId }) => unitId === receipts[0]?.unitId && requirementId === receipts[0].requirementId,
  );
  const items = new Map<string, { unitId: string; requirementId: string; root: string; receipts: Receipt[] }>();
  receipts.forEach((receipt, index) => {
    const nameless = receipt.receiptId === '';
    const own: Receipt = nameless ? { ...receipt, receiptId: `\u0000${index}` } : receipt;
    const root = rootOf(own, byId, known);
    // Of one pair nearly always: then the root says it all.
    const key = onePair ? root : JSON.stringify([receipt.unitId, receipt.requirementId, root]);
    const item = items.get(key);
    if (item) item.receipts.push(receipt);
    else
      items.set(key, {
        unitId: receipt.unitId,
        requirementId: receipt.requirementId,
        root: nameless && root === own.receiptId ? '' : root,
        receipts: [receipt],
      });
  });
  return [...items.values()];
}

/** Sent back does not count (D-7): only what is accepted or under review stands. */
export function isStanding(receipt: Pick<Receipt, 'review'>): boolean {
  return receipt.review !== 'returned';
}
