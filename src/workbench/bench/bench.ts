// npm run bench: what the product costs beside the least that anything could cost, as ratios of the same run on the same machine.
import { serialFromWallTime } from '../../core/ground/wallTime';
import { trackUnits } from '../../core/tracker/trackUnits';
import { createExcelPort } from '../../excel/excelPort';
import { readCampaign } from '../../workbook/campaign';
import { CAMPAIGN_TABLES } from '../../workbook/tables/registry';
import { createUniverCalculator } from '../calc/univerCalculator';
import { startHost } from '../host/createHost';
import type { Book } from '../model/book';
import { newBook } from '../model/book';
import { buildSample } from '../samples/buildSample';
import { NoLibreOffice, recalculate } from '../xlsx/libreOffice';
import { writeBook } from '../xlsx/writeBook';
import { benchContest } from './contest';
import { benchCore } from './core';
import { figures, writeReadme } from './figures';
import { benchFormulas } from './formulas';
import { benchTracker } from './tracker';

const ROUNDS = 5;

/** Median milliseconds of a few rounds. */
async function median(act: () => Promise<unknown> | unknown, rounds = ROUNDS): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
}

function print(name: string, own: number, peer: number, unit: string, ownName: string, peerName: string): void {
  console.log(
    `${name}\n  ${ownName}: ${Math.round(own).toLocaleString('en')} ${unit}   ${peerName}: ${Math.round(peer).toLocaleString('en')} ${unit}   ratio 1 : ${(peer / own).toFixed(1)}`,
  );
}

async function blockAgainstCells(): Promise<void> {
  const rows = 2000;
  const { Excel, host } = startHost({ book: newBook() });
  const measured = async (fill: (sheet: Excel.Worksheet) => void): Promise<{ time: number; bytes: number }> => {
    const before = host.stats.bytesIn;
    const time = await median(() =>
      Excel.run(async (context) => {
        fill(context.workbook.worksheets.getActiveWorksheet());
        await context.sync();
      }),
    );
    return { time, bytes: (host.stats.bytesIn - before) / ROUNDS };
  };
  const block = await measured(
    (sheet) => (sheet.getRange(`A1:A${rows}`).values = Array.from({ length: rows }, (_, i) => [i])),
  );
  const cells = await measured((sheet) => {
    for (let i = 0; i < rows; i++) sheet.getCell(i, 0).values = [[i]];
  });
  print(`write ${rows} cells`, block.time, cells.time, 'ms', 'one block', 'cell by cell');
  print(`request for ${rows} cells`, block.bytes, cells.bytes, 'characters', 'one block', 'cell by cell');
}

async function coreAgainstFormulas(book: Book): Promise<void> {
  const { Excel } = startHost({ book });
  const port = createExcelPort({ run: Excel.run.bind(Excel), isSetSupported: () => true });
  const reading = readCampaign(await port.read({ tables: CAMPAIGN_TABLES }));
  if (reading.kind !== 'campaign') throw new Error('The sample is no campaign');
  const asOf = reading.campaign.settings.asOf ?? 0;
  const rules = await median(() => trackUnits(reading.campaign, asOf), 50);
  const calculator = createUniverCalculator({ whole: true });
  await calculator.recalculate(book, serialFromWallTime(asOf));
  let later = serialFromWallTime(asOf);
  const formulas = await median(() => calculator.recalculate(book, (later += 1 / 86400)));
  calculator.dispose();
  print(
    'state of the whole tracker',
    rules,
    formulas,
    'ms',
    'core rules',
    'all formulas of the workbook in the engine',
  );
}

async function engineAgainstLibreOffice(book: Book): Promise<void> {
  const bytes = await writeBook(book);
  const calculator = createUniverCalculator({ whole: true });
  let now = 44358;
  await calculator.recalculate(book, now);
  const engine = await median(() => calculator.recalculate(book, (now += 1 / 86400)), 3);
  calculator.dispose();
  try {
    print(
      'recalculation of the sample',
      engine,
      await median(() => recalculate(bytes), 3),
      'ms',
      'engine',
      'LibreOffice, with starting, reading and writing',
    );
  } catch (error) {
    if (!(error instanceof NoLibreOffice)) throw error;
    console.log('recalculation of the sample: LibreOffice is not installed, no peer to compare with');
  }
}

/** Without a word the table of figures, with `readme` into the README as well; `host` the ways through Excel; `contest 2000 50` measures that contest alone, `tracker 6000` a tracker of so many rows, `formulas` LibreOffice, `core` the rules. */
async function main([what, size, judges]: readonly string[]): Promise<void> {
  if (what === 'contest') return benchContest({ entries: Number(size ?? 2000), judges: Number(judges ?? 50) });
  if (what === 'tracker') return benchTracker(Number(size ?? 6000));
  if (what === 'formulas') return benchFormulas();
  if (what === 'core') return benchCore();
  if (what === 'host') return benchHost();
  await figures(({ work, anchor, aim, found }, all) => {
    console.log(`${work}\n  ${found}; aim ${aim}; ${anchor}`);
    // Line by line: the last ones take minutes.
    if (what === 'readme') writeReadme(all);
  });
}

async function benchHost(): Promise<void> {
  await blockAgainstCells();
  const book = await buildSample('zh');
  await coreAgainstFormulas(book);
  await engineAgainstLibreOffice(book);
}

void main(process.argv.slice(2)).then(() => process.exit(0));
