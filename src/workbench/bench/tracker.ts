// npm run bench tracker 6000: what a large tracker costs to calculate, with formulas in its rows and with values in their place.
import { OVERDUE } from '../../app/collect/overdueJob';
import { serialFromWallTime, wallTimeFromIso } from '../../core/ground/wallTime';
import { createExcelPort } from '../../excel/excelPort';
import { appendRows } from '../../workbook/contract/edits';
import { newCampaignPlan } from '../../workbook/presets/newCampaign';
import { readRows } from '../../workbook/contract/rows';
import { CAMPAIGN_TABLES, specFinder, wordsFor } from '../../workbook/tables/registry';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { LARGE_TRACKER } from '../../workbook/tables/tracker/trackerValues';
import { createUniverCalculator } from '../calc/univerCalculator';
import { startHost } from '../host/createHost';
import { newBook, type Book } from '../model/book';
import { largePreset } from './largePreset';

const NOW = wallTimeFromIso('2021-06-10T18:00:01') ?? 0;
/** What a township of the preset owes. */
const ITEMS_OF_A_UNIT = 5;

export interface TrackerCost {
  readonly rows: number;
  readonly receipts: number;
  /** Milliseconds of processor time of one recalculation of the whole workbook after the clock went on. */
  readonly live: number;
  /** The same with values in the rows. */
  readonly values: number;
  /** The same of the job that puts values in the place of formulas. */
  readonly job: number;
}

/** Milliseconds of this process since `before`: other programs do not lengthen them much. */
function processorTime(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function recalculation(book: Book): Promise<number> {
  const calculator = createUniverCalculator({ whole: true });
  try {
    await calculator.recalculate(book, serialFromWallTime(NOW));
    const before = process.cpuUsage();
    await calculator.recalculate(book, serialFromWallTime(NOW + 1));
    return processorTime(before);
  } finally {
    calculator.dispose();
  }
}

/** A campaign of so many units, half of whose items have a receipt. With fewer than LARGE_TRACKER rows only the live tracker is measured. */
async function trackerCost(units: number): Promise<TrackerCost> {
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
  const owed = readRows(TRACKER, tracker).map((row) => ({
    unitId: row.text('unitId'),
    requirementId: row.text('requirementId'),
  }));
  const receipts = owed
    .filter((_pair, index) => index % 2 === 0)
    .map((pair, index) => ({
      ...pair,
      receiptId: `R${String(index + 1).padStart(5, '0')}`,
      at: serialFromWallTime(NOW) - 5 + (index % 40) / 10,
      parts: '方案文本',
      review: '通过',
    }));
  await port.write(
    { steps: appendRows(RECEIPTS, register, receipts, wordsFor(RECEIPTS, 'zh', specFinder([], [], 'zh'))) },
    snapshot,
  );
  const live = await recalculation(host.book);
  if (owed.length < LARGE_TRACKER) return { rows: owed.length, receipts: receipts.length, live, values: NaN, job: NaN };
  const before = process.cpuUsage();
  const report = await OVERDUE.perform({ workbook: port, now: () => NOW, language: 'zh' }, {}, 'write');
  if (report.stopped) throw new Error(report.message.en);
  const job = processorTime(before);
  return { rows: owed.length, receipts: receipts.length, live, values: await recalculation(host.book), job };
}

/** Prints the cost at a quarter, at half, and at the whole of that many rows. */
export async function benchTracker(rows: number): Promise<void> {
  for (const part of [rows / 4, rows / 2, rows]) {
    const cost = await trackerCost(Math.round(part / ITEMS_OF_A_UNIT));
    const after = Number.isNaN(cost.values)
      ? ''
      : `   values: ${Math.round(cost.values).toLocaleString('en')} ms   ratio 1 : ${(cost.live / cost.values).toFixed(1)}   the job that writes them: ${(cost.job / 1000).toFixed(1)} s`;
    console.log(
      `recalculation with ${cost.rows} tracker rows, ${cost.receipts} receipts\n  formulas: ${Math.round(cost.live).toLocaleString('en')} ms${after}`,
    );
  }
}
