// Figures of whole programs: the command line, the script that the pane loads first, the workbench from its start on.
import { spawnSync } from 'node:child_process';
import { firstLoads } from './firstLoad';
import { missed, ms, times, type Figure } from './figure';
import { pageCosts } from './page';

const root = process.cwd();

const FIRST_LOAD = 'WHY';

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
  const { bare, warm, cold, bareCell, cell } = await pageCosts();
  const parts = ([start, page]: readonly [number, number]): string => `${start.toFixed(1)} + ${page.toFixed(1)} s`;
  return [
    {
      work: '`npm start` until the sample, the grid and the pane can be used (address + page)',
      anchor: `a bare grid of the same packages on an empty sheet, the page alone: ${bare.toFixed(1)} s`,
      aim: 'warm ≤ 2 ×',
      found: `warm ${times(warm[0] + warm[1], bare)} (${parts(warm)}); cold, bundles and sample made anew: ${parts(cold)}`,
      ...missed(
        (warm[0] + warm[1]) / bare,
        2,
        'a profile of the page gave (before the grid stopped reading every text as a date) a fifth of its busy time to the grid’s interface, a fifth to drawing, a seventh to the formulas in the sheets’ rules, which the grid works out by itself, a seventh to memory, a sixteenth to the sheets being put in; before it Node and the loader of the sources start. The sample’s formulas, two thirds of the wait before, come with their results.',
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
        'one review reaches some 3,300 formulas in 19 rounds, for every receipt and tracker row reads the sorted keys: by a profile 0.17 to 0.22 s of the worker’s processor time (0.44 s before the engine kept its cells from round to round); the rest is the grid drawing what is typed and what follows.',
      ),
    },
  ];
}
