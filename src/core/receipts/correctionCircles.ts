// Corrections that correct each other: no version is the first, so that formulas and rules cannot count alike (D-9). Knows no cells.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import type { Receipt } from './receipt';

/** Following 更正哪件 from this receipt leads back to it: no version is the first (D-9). */
function inCircle({ receiptId, replaces }: Receipt, receipts: ReadonlyMap<string, Receipt>): boolean {
  const seen = new Set<string>();
  let at = replaces;
  while (at !== '' && at !== receiptId && !seen.has(at)) {
    seen.add(at);
    at = receipts.get(at)?.replaces ?? '';
  }
  return at === receiptId && receiptId !== '' && seen.size > 0;
}

/** Empty for a receipt that is in no circle. */
export function correctionCircle(receipt: Receipt, receipts: ReadonlyMap<string, Receipt>): Problem[] {
  if (!inCircle(receipt, receipts)) return [];
  const { receiptId, replaces } = receipt;
  return [
    {
      code: 'correction-circle',
      table: 'Receipts',
      row: receiptId,
      column: 'replaces',
      expected: text('最早那一稿的收件编号', 'the id of the first version'),
      found: replaces,
      message: text(
        `${receiptId} 与“${replaces}”互相更正，分不出哪件在先，公式无法计入：请把最早那一稿的“更正哪件”清空。`,
        `${receiptId} and “${replaces}” correct each other, so that none is the first and the formulas cannot count them: clear Replaces on the first version.`,
      ),
    },
  ];
}

/** Each receipt of a circle. Example: R0001 replaces R0007, which replaces R0001: two problems. */
export function correctionCircles(receipts: readonly Receipt[]): Problem[] {
  const corrections = receipts.filter(({ replaces }) => replaces !== '');
  if (corrections.length === 0) return [];
  const byId = new Map(receipts.map((receipt) => [receipt.receiptId, receipt]));
  return corrections.flatMap((receipt) => correctionCircle(receipt, byId));
}
