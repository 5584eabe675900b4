// npm run bench tracker 6000: what a large tracker costs to calculate, with formulas in its rows and with values in their place.
import { OVERDUE } from '../../app/collect/overdueJob';
import { serialFromWallTime } from '../../core/ground/wallTime';
import { LARGE_TRACKER } from '../../workbook/tables/tracker/trackerValues';
import { createUniverCalculator } from '../calc/univerCalculator';
import type { Book } from '../model/book';
import { largeCampaign, NOW } from './largeCampaign';

/** What a township of the preset owes. */
const ITEMS_OF_A_UNIT = 5;

/** Of one campaign: what its tracker costs with formulas and with values. */
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
  const { book, port, rows, receipts } = await largeCampaign(units);
  const live = await recalculation(book);
  if (rows < LARGE_TRACKER) return { rows, receipts, live, values: NaN, job: NaN };
  const before = process.cpuUsage();
  const report = await OVERDUE.perform({ workbook: port, now: () => NOW, language: 'zh' }, {}, 'write');
  if (report.stopped) throw new Error(report.message.en);
  const job = processorTime(before);
  return { rows, receipts, live, values: await recalculation(book), job };
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
