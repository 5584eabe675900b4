// npm run bench -- formulas: how long an independent program (LibreOffice) takes to open a campaign and work out every formula, beside its own start-up.
import { serialFromWallTime, wallTimeFromIso } from '../../core/ground/wallTime';
import { createExcelPort } from '../../excel/excelPort';
import { appendRows } from '../../workbook/contract/edits';
import { labelOf } from '../../workbook/contract/labels';
import { readRows } from '../../workbook/contract/rows';
import { CAMPAIGN_2021 } from '../../workbook/presets/campaign2021';
import { newCampaignPlan } from '../../workbook/presets/newCampaign';
import type { Preset } from '../../workbook/presets/preset';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { CAMPAIGN_TABLES, specFinder, wordsFor } from '../../workbook/tables/registry';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { startHost } from '../host/createHost';
import { newBook, type Book } from '../model/book';
import { recalculate, withoutResults } from '../xlsx/libreOffice';
import { writeBook } from '../xlsx/writeBook';

const NOW = wallTimeFromIso('2021-06-10T18:00:01') ?? 0;

function presetOf(units: number): Preset {
  return {
    ...CAMPAIGN_2021,
    units: (language) => {
      const own = CAMPAIGN_2021.units(language);
      const township = own.find(({ category }) => category === labelOf('category', 'township', language));
      const more = Array.from({ length: Math.max(0, units - own.length) }, (_, index) => ({
        ...township,
        unitId: `V${String(index).padStart(4, '0')}`,
        name: `第${index}镇`,
        shortName: '',
        aliases: '',
      }));
      return [...own, ...more];
    },
  };
}

/** A campaign of so many units, one receipt for every second thing that is due. */
export async function campaignOf(units: number): Promise<{ book: Book; rows: number; receipts: number }> {
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
  await port.write(newCampaignPlan(presetOf(units), 'zh'), await port.read({ tables: [] }));
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
  return { book: host.book, rows: rows.length, receipts: records.length };
}

async function seconds(bytes: Uint8Array): Promise<number> {
  const before = performance.now();
  await recalculate(bytes);
  return (performance.now() - before) / 1000;
}

/** Units of the campaign, twice, five times and ten times as many. */
const SIZES = [59, 118, 296, 593];

/** Prints seconds for each size as a multiple of the start-up on an empty workbook, and the exponent of growth between the last sizes. */
export async function benchFormulas(): Promise<void> {
  const empty = await writeBook(newBook());
  await seconds(empty);
  const start = Math.min(await seconds(empty), await seconds(empty));
  console.log(`LibreOffice opens, works out and writes an empty workbook: ${start.toFixed(1)} s`);
  let last: { rows: number; took: number } | null = null;
  for (const units of SIZES) {
    const { book, rows, receipts } = await campaignOf(units);
    const bytes = withoutResults(await writeBook(book));
    const took = await seconds(bytes);
    const exponent = last ? Math.log(took / last.took) / Math.log(rows / last.rows) : NaN;
    const grows = Number.isNaN(exponent) ? '' : `   grows with rows^${exponent.toFixed(2)}`;
    console.log(
      `${units} units, ${rows} tracker rows, ${receipts} receipts: ${took.toFixed(1)} s = ${(took / start).toFixed(1)} × start-up${grows}   file ${(bytes.length / 1e6).toFixed(1)} MB`,
    );
    last = { rows, took };
  }
}
