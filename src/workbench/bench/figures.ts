// npm run bench: the product's work beside the least that anything could do, each line a ratio of one run on one machine. `readme` writes them down.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { OVERDUE } from '../../app/collect/overdueJob';
import { wallTimeFromIso, serialFromWallTime } from '../../core/ground/wallTime';
import { robustness } from '../../core/contest/robustness';
import { createExcelPort } from '../../excel/excelPort';
import { everyTable } from '../../workbook/contract/snapshot';
import { CAMPAIGN_TABLES } from '../../workbook/tables/registry';
import { createUniverCalculator } from '../calc/univerCalculator';
import { startHost } from '../host/createHost';
import { best, counted, exponent, ordered, RULES, scoresOf, standings, statuses } from './core';
import { campaignOf } from './formulas';
import { contestTables, trackingTables } from './largeSnapshot';
import { peers } from './peers';

/** One line of the table. */
export interface Figure {
  readonly work: string;
  readonly anchor: string;
  readonly aim: string;
  readonly found: string;
}

const times = (own: number, least: number): string => `${(own / least).toFixed(own / least < 10 ? 1 : 0)} ×`;
const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ms`;

/** Own work and its floor in turn, so that both have the machine as it is; the best of each. */
function inTurn(own: () => unknown, least: () => unknown, rounds = 9): { own: number; least: number } {
  let result = { own: Infinity, least: Infinity };
  for (let round = 0; round < rounds; round++)
    result = { own: Math.min(result.own, best(own, 1)), least: Math.min(result.least, best(least, 1)) };
  return result;
}

function statusFigure(): Figure {
  const sizes = [1_500, 3_000, 6_000, 12_000].map(trackingTables);
  const all = sizes.map((tables) =>
    inTurn(
      () => statuses(tables),
      () => counted(tables),
    ),
  );
  const grown = exponent(
    sizes.map(({ rows }) => rows),
    all.map(({ own }) => own),
  );
  const { own = NaN, least = NaN } = all.at(-1) ?? {};
  return {
    work: `${sizes.at(-1)?.rows.toLocaleString('en')} tracker rows, values → statuses`,
    anchor: `receipts counted by pair, nothing checked: ${ms(least)}`,
    aim: '≤ 20 ×',
    found: `${times(own, least)} (${ms(own)}), grows with rows^${grown.toFixed(2)}`,
  };
}

async function standingFigures(): Promise<Figure[]> {
  const sizes = [250, 500, 1_000, 2_000].map((works) => contestTables(works, 50));
  const all = sizes.map((tables) =>
    inTurn(
      () => standings(tables),
      () => ordered(tables),
      15,
    ),
  );
  const grown = exponent(
    sizes.map(({ entries }) => entries.length),
    all.map(({ own }) => own),
  );
  const { own = NaN, least = NaN } = all.at(-1) ?? {};
  const largest = sizes.at(-1) ?? contestTables(1, 1);
  const others = (await peers(largest)).map(({ name, work }) => `${name} ${times(best(work, 9), least)}`);
  const scores = scoresOf(largest);
  const counting = best(() => robustness({ ...largest, scores, rules: RULES }), 1);
  return [
    {
      work: '2,000 works × 50 judges, values → standings',
      anchor: `checked and ordered in typed arrays, no names or words: ${ms(least)}`,
      aim: '≤ 1.5 ×',
      found: `${[`${times(own, least)} (${ms(own)})`, ...others].join('; ')}, grows with works^${grown.toFixed(2)}`,
    },
    {
      work: 'the same counted in 53 other ways: robustness',
      anchor: `standings once: ${ms(own)}`,
      aim: '≤ 53 ×',
      found: `${times(counting, own)} (${ms(counting)})`,
    },
  ];
}

/** What “mark what is overdue” is answered, and what the values alone weigh as JSON. */
async function bytesFigure(units: number): Promise<Figure> {
  const now = wallTimeFromIso('2021-06-10T18:00:01') ?? 0;
  const { book, rows } = await campaignOf(units);
  const calculator = createUniverCalculator({ whole: true });
  await calculator.recalculate(book, serialFromWallTime(now));
  calculator.dispose();
  const { Excel, host } = startHost({ book, excelApi: '1.13', timeout: 600_000 });
  const port = createExcelPort({ run: Excel.run.bind(Excel), isSetSupported: () => true });
  const values = everyTable((await port.read({ tables: CAMPAIGN_TABLES })).tables).map((table) => table.values);
  const before = host.stats.bytesOut;
  await OVERDUE.perform({ workbook: port, now: () => now, language: 'zh' }, {}, 'preview');
  const [read, least] = [host.stats.bytesOut - before, JSON.stringify(values).length];
  return {
    work: `characters read by “mark what is overdue”, ${rows.toLocaleString('en')} rows`,
    anchor: `JSON of the values: ${least.toLocaleString('en')}`,
    aim: '≤ 1.5 ×',
    found: `${times(read, least)} (${read.toLocaleString('en')})`,
  };
}

const root = process.cwd();

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

function commandFigure(): Figure {
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

const BARE = `
import { createRoot } from 'react-dom/client';
import { createElement } from 'react';
import { Button, Field, FluentProvider, Input, webLightTheme } from '@fluentui/react-components';
const root = document.getElementById('root');
if (root) createRoot(root).render(createElement(FluentProvider, { theme: webLightTheme }, createElement(Field, { label: 'x' }, createElement(Input)), createElement(Button, null, 'x')));
`;

/** Kilobytes, gzip, of what is loaded first. */
async function firstLoad(entry: { readonly file: string } | { readonly text: string }): Promise<number> {
  const { outputFiles, metafile } = await build({
    ...('file' in entry ? { entryPoints: [entry.file] } : { stdin: { contents: entry.text, resolveDir: root } }),
    outdir: '/out',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    write: false,
    jsx: 'automatic',
    target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.png': 'dataurl', '.svg': 'dataurl' },
    legalComments: 'none',
    logLevel: 'silent',
  });
  const outputs = new Map(Object.entries(metafile.outputs).map(([name, output]) => [path.basename(name), output]));
  const first = [...outputs].find(([, { entryPoint }]) => entryPoint !== undefined)?.[0] ?? '';
  const needed = new Set([first]);
  for (const name of needed)
    for (const { path: file, kind } of outputs.get(name)?.imports ?? [])
      if (kind === 'import-statement') needed.add(path.basename(file));
  const scripts = outputFiles.filter((file) => needed.has(path.basename(file.path)));
  return scripts.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0) / 1000;
}

async function paneFigure(): Promise<Figure> {
  const [own, bare] = [await firstLoad({ file: 'src/taskpane/index.tsx' }), await firstLoad({ text: BARE })];
  return {
    work: 'pane, script of the first load, gzip',
    anchor: `a bare Fluent page by the same bundler: ${Math.round(bare)} KB`,
    aim: '≤ 1.5 ×',
    found: `${times(own, bare)} (${Math.round(own)} KB)`,
  };
}

/** Every line of the table, told as soon as it is there. */
export async function figures(tell: (figure: Figure, all: readonly Figure[]) => void): Promise<void> {
  const all: Figure[] = [];
  const works = [
    statusFigure,
    standingFigures,
    commandFigure,
    paneFigure,
    () => bytesFigure(59),
    () => bytesFigure(296),
  ] as const;
  for (const work of works)
    for (const figure of [await work()].flat()) {
      all.push(figure);
      tell(figure, all);
    }
}

const BEGIN = '<!-- figures: written by npm run bench -- readme -->';
const END = '<!-- end of figures -->';

/** Puts the table into the README, between its marks, with the machine's name. */
export function writeReadme(all: readonly Figure[]): void {
  const file = path.join(root, 'README.md');
  const readme = readFileSync(file, 'utf8');
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`README.md lacks “${BEGIN}” … “${END}”`);
  const processor = os.cpus()[0]?.model.trim() ?? 'processor not named';
  const lines = [
    BEGIN,
    `Ratios within one run of ${new Date().toISOString().slice(0, 10)}: ${processor}, ${os.cpus().length} cores, Node ${process.versions.node}.`,
    '',
    '| work | anchor | aim | found |',
    '|---|---|---|---|',
    ...all.map(({ work, anchor, aim, found }) => `| ${work} | ${anchor} | ${aim} | ${found} |`),
    '',
  ];
  writeFileSync(file, readme.slice(0, begin) + lines.join('\n') + readme.slice(end));
}
