// A campaign of any size with half of its receipts, in a book behind the real runtime, for what is measured at several sizes.
import { serialFromWallTime, wallTimeFromIso } from '../../core/ground/wallTime';
import { createExcelPort } from '../../excel/excelPort';
import { appendRows } from '../../workbook/contract/edits';
import { labelOf } from '../../workbook/contract/labels';
import type { WorkbookPort } from '../../workbook/contract/port';
import { readRows } from '../../workbook/contract/rows';
import { newCampaignPlan } from '../../workbook/presets/newCampaign';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { CAMPAIGN_TABLES, specFinder, wordsFor } from '../../workbook/tables/registry';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { startHost } from '../host/createHost';
import { newBook, type Book } from '../model/book';
import { largePreset } from './largePreset';

/** When it is measured: just after the first due time. */
export const NOW = wallTimeFromIso('2021-06-10T18:00:01') ?? 0;

/** What `largeCampaign` made; the port is the one that wrote it. */
export interface LargeCampaign {
  readonly book: Book;
  readonly port: WorkbookPort;
  /** Of the tracker. */
  readonly rows: number;
  readonly receipts: number;
}

/** Of so many units, one receipt for every second thing that is due; nothing is worked out yet. */
export async function largeCampaign(units: number): Promise<LargeCampaign> {
  const { Excel, Office, host } = startHost({
    book: newBook(),
    excelApi: '1.13',
    now: () => serialFromWallTime(NOW),
    timeout: 600_000,
  });
  const port = createExcelPort({
    run: Excel.run.bind(Excel),
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
  });
  await port.write(newCampaignPlan(largePreset(units), 'zh'), await port.read({ tables: [] }));
  const snapshot = await port.read({ tables: CAMPAIGN_TABLES });
  const [tracker, register] = [snapshot.tables[TRACKER.name], snapshot.tables[RECEIPTS.name]];
  if (!tracker || !register) throw new Error('no campaign was made');
  const rows = readRows(TRACKER, tracker);
  const records = rows
    .filter((_row, index) => index % 2 === 0)
    .map((row, index) => ({
      receiptId: `R${String(index + 1).padStart(4, '0')}`,
      unit: row.text('unitId'),
      unitId: row.text('unitId'),
      requirementId: row.text('requirementId'),
      receivedAt: serialFromWallTime(NOW - 3600 * (index % 90)),
      parts: '方案文本、文字、图片',
      review: labelOf('review', index % 3 === 0 ? 'pending' : 'accepted', 'zh'),
    }));
  await port.write(
    { steps: appendRows(RECEIPTS, register, records, wordsFor(RECEIPTS, 'zh', specFinder([], [], 'zh'))) },
    snapshot,
  );
  return { book: host.book, port, rows: rows.length, receipts: records.length };
}
