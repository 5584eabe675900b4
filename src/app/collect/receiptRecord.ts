// A receipt as the row that the register gets. Decides nothing.
import type { Receipt } from '../../core/receipts/receipt';
import { serialFromWallTime } from '../../core/ground/wallTime';
import { labelOf } from '../../workbook/contract/labels';
import type { RowRecord } from '../../workbook/contract/sheetOf';
import type { Situation } from '../run/runJob';

/** Ids are values, so that renaming a unit never orphans what it handed in. */
export function receiptRecord(receipt: Receipt, { campaign, language, now }: Situation): RowRecord {
  const { receiptId, unitId, requirementId, title, replaces, note } = receipt;
  return {
    receiptId,
    unitId,
    requirementId,
    title,
    replaces,
    note,
    receivedAt: serialFromWallTime(receipt.receivedAt),
    unit: campaign.units.find((unit) => unit.unitId === unitId)?.name ?? '',
    parts: receipt.parts.join('、'),
    review: labelOf('review', receipt.review, language),
    reviewedAt: receipt.review === 'pending' ? '' : serialFromWallTime(now),
  };
}
