// npm run bench -- formulas: how long an independent program (LibreOffice) takes to open a campaign and work out every formula, beside its own start-up.
import { recalculatedFile, withoutResults } from '../xlsx/libreOffice';
import { newBook } from '../model/book';
import { writeBook } from '../xlsx/writeBook';
import { exponent } from './growth';
import { largeCampaign } from './largeCampaign';

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
    const { book, rows, receipts } = await largeCampaign(units);
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
