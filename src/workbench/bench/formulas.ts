// npm run bench -- formulas: how long an independent program (LibreOffice) takes to open a campaign and work out every formula, beside its own start-up.
import { labelsOf } from '../../workbook/contract/labels';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { newBook } from '../model/book';
import { measuredResults, measuredRewriting, withoutResults } from '../xlsx/libreOffice';
import { writeBook } from '../xlsx/writeBook';
import { exponent } from './growth';
import { largeCampaign } from './largeCampaign';

/** Processor seconds to open the file, work out every formula and show what comes of it; throws where a row of the tracker has no status. */
async function workingOut(bytes: Uint8Array, rows: number): Promise<number> {
  const { files, processor } = await measuredResults(bytes);
  const shown = [...files].find(([name]) => name.includes(TRACKER.sheet.zh))?.[1];
  const statuses = labelsOf('status', 'zh');
  const lines = new TextDecoder().decode(shown).split('\n');
  const worked = lines.filter((line) => line.split(',').some((cell) => statuses.includes(cell)));
  if (worked.length < rows) throw new Error(`${worked.length} of ${rows} rows were worked out`);
  return processor;
}

/** Units of the campaign, twice, five times and ten times as many. */
const SIZES = [59, 118, 296, 593];

export interface FormulaTime {
  readonly units: number;
  readonly rows: number;
  readonly receipts: number;
  /** Processor seconds to open and work out. */
  readonly took: number;
  /** The same and to write every formula again. */
  readonly rewritten: number;
  readonly megabytes: number;
}

/**
 * Processor seconds of LibreOffice on an empty workbook and on campaigns of four sizes; the least of two each. Processor time, for a machine that does
 * other things too. Throws NoLibreOffice.
 */
export async function formulaTimes(
  tell: (start: number, time: FormulaTime) => void = () => undefined,
): Promise<{ readonly start: number; readonly times: readonly FormulaTime[] }> {
  const empty = await writeBook(newBook());
  await workingOut(empty, 0);
  let start = Infinity;
  const times: FormulaTime[] = [];
  for (const units of SIZES) {
    const { book, rows, receipts } = await largeCampaign(units);
    const bytes = withoutResults(await writeBook(book));
    let [took, rewritten] = [Infinity, Infinity];
    // The empty one in turn with the full one, so that both have the machine as it is.
    for (let round = 0; round < 2; round++) {
      start = Math.min(start, await workingOut(empty, 0));
      took = Math.min(took, await workingOut(bytes, rows));
      rewritten = Math.min(rewritten, (await measuredRewriting(bytes)).processor);
    }
    times.push({ units, rows, receipts, took, rewritten, megabytes: bytes.length / 1e6 });
    tell(start, { units, rows, receipts, took, rewritten, megabytes: bytes.length / 1e6 });
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

/** Prints processor seconds for each size as a multiple of the start-up on an empty workbook, and the exponent of growth. */
export async function benchFormulas(): Promise<void> {
  const { start, times } = await formulaTimes((least, { units, rows, receipts, took, rewritten, megabytes }) =>
    console.log(
      `${units} units, ${rows} tracker rows, ${receipts} receipts: ${took.toFixed(1)} s = ${(took / least).toFixed(1)} × start-up; written again ${rewritten.toFixed(1)} s   file ${megabytes.toFixed(1)} MB`,
    ),
  );
  console.log(
    `LibreOffice opens and works out an empty workbook: ${start.toFixed(1)} s; what comes on top grows with rows^${growthOf(start, times).toFixed(2)}`,
  );
}
