// Figures of whole programs: the command line, the script that the pane loads first, the workbench from its start on.
import { spawnSync } from 'node:child_process';
import { firstLoads } from './firstLoad';
import { missed, ms, times, type Figure } from './figure';
import { pageCosts } from './page';

const root = process.cwd();

const FIRST_LOAD =
  'the frame holds the aim: it is React and Fluent but for 0.05 MB of its 0.4. Of home’s own 0.42 MB before packing 0.14 are what the tables are (headers and how each is read, and, said in the same place, formulas, checks and guides, which only writing and the closer look need), 0.05 what the jobs are called and ask, 0.01 the settings that workbooks of before version 5 are read by, 0.07 Fluent’s further parts. The closer look (repair, contest, list, sheets to make again), steps, the row’s card, readers of files, dark colours and Pinyin come later. Whatever is left out of the tables, React, Fluent and the frame are 125 KB of the 141 that the aim is. Before, home said nothing until 16 files of 377 KB were there.';

/** Seconds of a whole process; the best of three. */
function seconds(args: readonly string[]): number {
  let least = Infinity;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
    least = Math.min(least, (performance.now() - start) / 1000);
  }
  return least;
}

/** Seconds of `list` from the bundle, beside the same from the sources and beside Node alone; the best of three each. */
export function commandFigure(): Figure {
  const job = ['list'];
  const launch = ['src/workbench/cli/launch.mjs', ...job];
  seconds(launch);
  const [own, least, sources] = [
    seconds(launch),
    seconds(['-e', '0']),
    seconds(['node_modules/tsx/dist/cli.mjs', 'src/workbench/cli/job.ts', ...job]),
  ];
  return {
    work: 'command line, from the start to the first answer (`list`)',
    anchor: `from the sources: ${sources.toFixed(1)} s; Node alone: ${least.toFixed(2)} s`,
    aim: 'a bundle',
    found: `${times(own, sources)} (${own.toFixed(1)} s)`,
  };
}

/** Gzipped kilobytes (1,000 bytes) that the pane loads first, beside a bare Fluent page; missed above 1.5 ×. */
export async function paneFigure(): Promise<Figure> {
  const { own, bare } = await firstLoads();
  const part = (name: string, bytes: number): string =>
    `${name} ${times(bytes, bare)} (${Math.round(bytes / 1000)} KB)`;
  return {
    work: 'pane, script of the first load, gzip',
    anchor: `a bare Fluent page by the same bundler: ${Math.round(bare / 1000)} KB`,
    aim: '≤ 1.5 ×',
    found: [part('its frame', own.frame), part('home', own.home), part('with the closer look', own.whole)].join('; '),
    ...missed(own.home / bare, 1.5, FIRST_LOAD),
  };
}

/** Seconds until the workbench can be used, and of one typed cell; measured in a real browser. */
export async function pageFigures(): Promise<Figure[]> {
  const { bare, bareSample, warm, cold, bareCell, cell } = await pageCosts();
  const parts = ([start, page]: readonly [number, number]): string => `${start.toFixed(1)} + ${page.toFixed(1)} s`;
  return [
    {
      work: '`npm start` until the sample, the grid and the pane can be used (address + page)',
      anchor: `a bare grid of the same packages on an empty sheet, until it is drawn, the page alone: ${bare.toFixed(1)} s; on the sample's sheets: ${bareSample.toFixed(1)} s`,
      aim: 'warm ≤ 2 ×',
      found: `warm ${times(warm[0] + warm[1], bare)} the empty one, ${times(warm[0] + warm[1], bareSample)} the one with the sample (${parts(warm)}); cold, bundles and sample made anew: ${parts(cold)}`,
      ...missed(
        (warm[0] + warm[1]) / bare,
        2,
        'by a profile of the page a quarter of its busy time goes to the grid’s interface, a sixth to putting the first workbook in, a seventh to the pane that reads and checks it, a tenth to drawing, a twelfth to memory, a thirtieth to the formulas in the rules of the sheet in sight (a seventh while every sheet’s were worked out), the rest to the browser itself; before it Node starts, and looks whether a source has changed (0.25 s of processor time, 0.8 s with the loader of the sources). The sample’s formulas come with their results. Both pages are opened again at one address, as people do, so that the browser keeps their scripts compiled: that halved both. Both wait until the grid is drawn, not only until its canvas is there: 0.4 to 0.6 s more.',
      ),
    },
    {
      work: 'one typed review in the workbench, until the tracker counts it',
      anchor: `a typed cell of the bare grid: ${ms(bareCell * 1000)}`,
      aim: '≤ 0.3 s',
      found: `${cell.toFixed(2)} s (${times(cell, bareCell)})`,
      ...missed(
        cell,
        0.3,
        'one review reaches some 1,700 formulas in 15 rounds, for every receipt and tracker row looks into the columns of the order (3,300 in 19 while what was sent back left the order): by a profile some 0.1 s of the worker’s processor time; the rest is the page taking the results and drawing the sheet in sight. The others follow when it is idle: with them, and with the rules of sheets that nobody had looked at, that rest was half as much again.',
      ),
    },
  ];
}
