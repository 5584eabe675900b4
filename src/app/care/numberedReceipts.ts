// The receipts that have a number, with what somebody who looks for one wants to see. Reads what was read last; knows no screen.
import { isNumbered } from '../../core/receipts/receipt';
import type { Behind } from './campaignState';

/** One receipt by its number; `unit` and `title` in words. */
export interface NumberedReceipt {
  readonly receiptId: string;
  readonly unit: string;
  readonly title: string;
}

/** In the order of the sheet; a title of its own goes before its item's. Linear in the rows. */
export function numberedReceipts({ campaign }: Behind): NumberedReceipt[] {
  const units = new Map(campaign.units.map(({ unitId, name }) => [unitId, name]));
  const items = new Map(campaign.requirements.map(({ requirementId, title }) => [requirementId, title]));
  return campaign.receipts.filter(isNumbered).map(({ receiptId, unitId, requirementId, title }) => ({
    receiptId,
    unit: units.get(unitId) ?? unitId,
    title: title || (items.get(requirementId) ?? ''),
  }));
}
