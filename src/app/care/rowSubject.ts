// Whom or what a row of the workbook is about: a unit, a receipt or a story. Found by its keys in what was read last; reads no workbook itself.
import type { Entry } from '../../core/contest/contest';
import { isNumbered, type Receipt } from '../../core/receipts/receipt';
import { wallTimeFromSerial } from '../../core/ground/wallTime';
import type { Unit } from '../../core/roster/unit';
import type { SelectedRow } from '../../workbook/contract/pointing';
import { locateColumns } from '../../workbook/contract/rows';
import { tableCalled, type CellValue } from '../../workbook/contract/snapshot';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';
import type { Behind } from './campaignState';

/** `item`: the number of the item that the row is about, '' for none. `blind`: on a judge's sheet, where nothing may tell whose story it is. */
export type RowSubject =
  | { readonly kind: 'unit'; readonly unit: Unit; readonly item: string }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'entry'; readonly entry: Entry; readonly blind: boolean };

/** Null: `cells` are of no table that has cards, or nothing of the campaign stands in them. */
export function rowSubject(
  { table, headers }: Pick<SelectedRow, 'table' | 'headers'>,
  cells: readonly CellValue[],
  { campaign, snapshot }: Behind,
): RowSubject | null {
  if (!tableCalled(snapshot.tables, table)) return null;
  const places = locateColumns(campaign.spec(table), { headers });
  const read = (key: string): string => String(cells[places.get(key) ?? -1] ?? '').trim();
  if (table === 'Units' || table === 'Tracker' || table === 'Exceptions' || table === 'Reminders') {
    const [id, name] = [read('unitId'), table === 'Units' ? '' : read('unit')];
    const unit =
      campaign.units.find(({ unitId }) => unitId === id && id !== '') ??
      campaign.units.find((one) => name !== '' && one.name === name);
    const item = table === 'Units' ? '' : read('requirementId');
    return unit && unit.name !== '' ? { kind: 'unit', unit, item } : null;
  }
  if (table === 'Receipts') {
    const [id, unitId, item] = [read('receiptId'), read('unitId'), read('requirementId')];
    const found = campaign.receipts.filter((one) =>
      id === ''
        ? !isNumbered(one) && one.unitId === unitId && one.requirementId === item
        : isNumbered(one) && one.receiptId === id,
    );
    const at = cells[places.get('receivedAt') ?? -1];
    // Of several without a number the one that came then, under that title.
    const receipt =
      found.find(
        ({ receivedAt, title }) =>
          typeof at === 'number' && wallTimeFromSerial(at) === receivedAt && title === read('title'),
      ) ?? found[0];
    return receipt ? { kind: 'receipt', receipt } : null;
  }
  const blind = table.startsWith(SCORE_TABLE_PREFIX);
  if (!blind && table !== 'Entries' && table !== 'Standings') return null;
  const entry =
    campaign.entries.find(({ entryId }) => entryId !== '' && entryId === read('entryId')) ??
    campaign.entries.find(({ blindNo }) => blindNo !== '' && blindNo === read('blindNo'));
  return entry ? { kind: 'entry', entry, blind } : null;
}
