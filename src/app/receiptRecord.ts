// A receipt as the row that the register gets. Decides nothing.
import type { Receipt } from '../core/receipts/receipt';
import { serialFromWallTime } from '../core/wallTime';
import { labelOf } from '../workbook/labels';
import type { RowRecord } from '../workbook/sheetOf';
import type { Situation } from './runJob';

/** Ids are values, so that renaming a unit never orphans what it handed in. */
export function receiptRecord(receipt: Receipt, { campaign, language }: Situation): RowRecord {
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
  };
}
