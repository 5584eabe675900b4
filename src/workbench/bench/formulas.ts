// npm run bench -- formulas: how long an independent program (LibreOffice) takes to open a campaign and work out every formula, beside its own start-up.
import { serialFromWallTime, wallTimeFromIso } from '../../core/ground/wallTime';
import { createExcelPort } from '../../excel/excelPort';
import { appendRows } from '../../workbook/contract/edits';
import { labelOf } from '../../workbook/contract/labels';
import { readRows } from '../../workbook/contract/rows';
import { newCampaignPlan } from '../../workbook/presets/newCampaign';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { CAMPAIGN_TABLES, specFinder, wordsFor } from '../../workbook/tables/registry';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { startHost } from '../host/createHost';
import { newBook, type Book } from '../model/book';
import { recalculatedFile, withoutResults } from '../xlsx/libreOffice';
import { writeBook } from '../xlsx/writeBook';
import { exponent } from './growth';
import { largePreset } from './largePreset';

const NOW = wallTimeFromIso('2021-06-10T18:00:01') ?? 0;

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
  return { book: host.book, rows: rows.length, receipts: records.length };
}

async function seconds(bytes: Uint8Array): Promise<number> {
  const before = performance.now();
  await recalculatedFile(bytes);
  return (performance.now() - before) / 1000;
}

/** Units of the campaign, twice, five times and ten times as many. */
const SIZES = [59, 118, 296, 593];

export interface FormulaTime {
  readonly units: number;
  readonly rows: number;
  readonly receipts: number;
  /** Seconds to open, work out and write. */
  readonly took: number;
  readonly megabytes: number;
}

/** Seconds of LibreOffice on an empty workbook and on campaigns of four sizes; the best of two each. Throws NoLibreOffice. */
export async function formulaTimes(
  tell: (start: number, time: FormulaTime) => void = () => undefined,
): Promise<{ readonly start: number; readonly times: readonly FormulaTime[] }> {
  const empty = await writeBook(newBook());
  await seconds(empty);
  let start = Infinity;
  const times: FormulaTime[] = [];
  for (const units of SIZES) {
    const { book, rows, receipts } = await campaignOf(units);
    const bytes = withoutResults(await writeBook(book));
    // The empty one in turn with the full one, so that both have the machine as it is.
    start = Math.min(start, await seconds(empty));
    const first = await seconds(bytes);
    start = Math.min(start, await seconds(empty));
    const took = Math.min(first, await seconds(bytes));
    times.push({ units, rows, receipts, took, megabytes: bytes.length / 1e6 });
    tell(start, { units, rows, receipts, took, megabytes: bytes.length / 1e6 });
  }
  return { start, times };
}

/** How what comes on top of the start-up grows with the rows. */
export function growthOf(start: number, times: readonly FormulaTime[]): number {
  return exponent(
    times.map(({ rows }) => rows),
    times.map(({ took }) => took - start),
  );
}

/** Prints seconds for each size as a multiple of the start-up on an empty workbook, and the exponent of growth. */
export async function benchFormulas(): Promise<void> {
  const { start, times } = await formulaTimes((least, { units, rows, receipts, took, megabytes }) =>
    console.log(
      `${units} units, ${rows} tracker rows, ${receipts} receipts: ${took.toFixed(1)} s = ${(took / least).toFixed(1)} × start-up   file ${megabytes.toFixed(1)} MB`,
    ),
  );
  console.log(
    `LibreOffice opens, works out and writes an empty workbook: ${start.toFixed(1)} s; what comes on top grows with rows^${growthOf(start, times).toFixed(2)}`,
  );
}
