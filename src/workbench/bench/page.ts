// What a person waits for in the workbench: from `npm start` to a page that can be used, and from a typed cell to what follows from it, beside the bare grid
// of the same packages in the same browser, on an empty sheet and on the sample's sheets.
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { PAGE_BUNDLE } from '../bundler/pageBundle';
import { startBrowser } from './browser';

const ROOT = process.cwd();
const ROUNDS = 3;
/** The same each time, as people start it: what the browser keeps of a page it keeps by its address. */
const PORT = 4391;
/** The moment of the sample campaign. */
const NOW = '2021-06-10T18:00:01';

/** The grid alone on an empty sheet, and a way to ask what is in its first cell. */
const BARE = `
import { IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import { createGridEngine } from './src/workbench/grid/univerEngine';
import './src/workbench/page/page.css';
const engine = createGridEngine(document.getElementById('grid'), 'zh');
engine.univer.createUnit(UniverInstanceType.UNIVER_SHEET, { id: 'bare', name: 'bare', appVersion: '', styles: {}, sheetOrder: ['s'], sheets: { s: { id: 's', name: 's', cellData: {}, rowCount: 200, columnCount: 30 } } });
const unit = engine.injector.get(IUniverInstanceService).getUnit('bare', UniverInstanceType.UNIVER_SHEET);
window.firstCell = () => unit.getActiveSheet().getCell(0, 0)?.v;
`;

/** The same grid with the sheets of the sample, and nothing around it: no host, no calculation, no pane. */
const BARE_SAMPLE = `
import { Grid } from './src/workbench/grid/grid';
import { bookFromText } from './src/workbench/page/bookText';
import './src/workbench/page/page.css';
const ignore = () => undefined;
const grid = new Grid(document.getElementById('grid'), 'zh', { now: () => 0, edit: ignore, editLines: ignore, change: ignore, refuse: ignore, filterPressed: ignore, selected: ignore, behind: ignore });
fetch('/sample.json').then((answer) => answer.text()).then((text) => {
  const book = bookFromText(text);
  grid.open(book, 'bare');
  window.firstCell = () => book.sheets[0].cells.size;
});
`;

interface Bare {
  /** The page with the grid on an empty sheet. */
  readonly empty: string;
  /** The one with the sample's sheets. */
  readonly sample: string;
  readonly server: Server;
}

/** Serves the bare grids, bundled as the workbench is; `workbook`: the sample as its server gives it. */
async function serveBare(workbook: string): Promise<Bare> {
  const files = new Map<string, readonly [type: string, body: string | Uint8Array]>();
  for (const [name, contents] of Object.entries({ empty: BARE, sample: BARE_SAMPLE })) {
    const { outputFiles } = await build({ stdin: { contents, resolveDir: ROOT }, outdir: '/out', ...PAGE_BUNDLE });
    for (const { path: file, contents: body } of outputFiles)
      files.set(`/${name}${path.extname(file)}`, [file.endsWith('.js') ? 'text/javascript' : 'text/css', body]);
    files.set(`/${name}`, [
      'text/html; charset=utf-8',
      `<link rel="stylesheet" href="/${name}.css"><div id="grid" style="height:95vh"></div><script src="/${name}.js"></script>`,
    ]);
  }
  files.set('/sample.json', ['application/json', workbook]);
  // What a browser has seen before it keeps, compiled too, of this page as of the workbench's.
  const mark = '"bare"';
  const server = createServer(({ url, headers }, response) => {
    response.setHeader('cache-control', 'no-cache').setHeader('etag', mark);
    if (headers['if-none-match'] === mark) return void response.writeHead(304).end();
    const [type, body] = files.get(url ?? '') ?? ['text/plain', ''];
    response.setHeader('content-type', type).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  const url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
  return { empty: `${url}/empty`, sample: `${url}/sample`, server };
}

/** `npm start` up to the address that it prints. */
async function startWorkbench(): Promise<{
  readonly url: string;
  readonly seconds: number;
  readonly child: ChildProcess;
}> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['src/workbench/server/launch.mjs', '--no-open', '--port', String(PORT), '--now', NOW],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      const url = /http:\/\/localhost:\d+\S*/.exec(said)?.[0];
      if (url) resolve({ url, seconds: (performance.now() - began) / 1000, child });
    });
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
  });
}

/** Seconds from the address on until every part of `ready` holds; what does not in time is named. */
async function opened(page: Page, url: string, ready: Readonly<Record<string, string>>): Promise<number> {
  const began = performance.now();
  await page.goto(url);
  const all = Object.values(ready).join(' && ');
  await page.waitForFunction(all, { timeout: 60_000, polling: 'raf' }).catch(async () => {
    const states = Object.entries(ready).map(async ([name, test]) => `${name}: ${String(await page.evaluate(test))}`);
    throw new Error(`${url} is not ready after a minute: ${(await Promise.all(states)).join(', ')}`);
  });
  return (performance.now() - began) / 1000;
}

/** The grid has been drawn: its canvas is there, large, and not blank where the headings of columns are. */
const DRAWN = `[...document.querySelectorAll('canvas')].some((canvas) => canvas.width > 300 && canvas.height > 200 &&
  canvas.getContext('2d').getImageData(0, 0, 200, 20).data.some((part) => part > 0))`;

const BARE_READY = { drawn: DRAWN, workbook: `window.firstCell !== undefined` };
/** The sample is on the page, nothing is under way, and the pane can be pressed. */
const WORKBENCH_READY = {
  drawn: DRAWN,
  idle: `document.querySelector('.busy') === null`,
  sample: `(window.workbenchHost?.book.sheets.length ?? 0) > 5`,
  pane: `(document.querySelector('iframe[data-testid="pane"]')?.contentDocument?.querySelectorAll('#root button').length ?? 0) > 0`,
};

/** Chooses a cell by the box that shows the address. */
async function choose(page: Page, address: string): Promise<void> {
  const box = await page.waitForSelector('[data-u-comp="defined-name"] input');
  await box?.click({ count: 3 });
  await page.keyboard.type(address);
  await page.keyboard.press('Enter');
  await page.waitForFunction(`!document.activeElement?.closest('[data-u-comp="defined-name"]')`);
}

/** Seconds from Enter until `answer` is another, and two frames were drawn. Scripts of the page are texts: the loader of the sources would put names of its own in. */
async function typed(page: Page, input: string, answer: string): Promise<number> {
  await page.keyboard.type(input);
  await page.evaluate(`void (window.followed = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('nothing followed from ${input}')), 60_000);
    const ask = () => ${answer};
    const before = ask();
    let pressed = 0;
    window.addEventListener('keydown', ({ key }) => { if (key === 'Enter') pressed ||= performance.now(); }, true);
    const look = () => {
      if (pressed === 0 || ask() === before) return void setTimeout(look, 2);
      requestAnimationFrame(() => requestAnimationFrame(() => resolve((performance.now() - pressed) / 1000)));
    };
    look();
  }))`);
  await page.keyboard.press('Enter');
  return Number(await page.evaluate('window.followed'));
}

/** Waits of a person at the workbench, seconds. */
export interface PageCosts {
  /** Seconds until the bare grid is drawn, on an empty sheet and on those of the sample. */
  readonly bare: number;
  readonly bareSample: number;
  /** Seconds of `npm start` to the address, and of the page from then on. */
  readonly warm: readonly [number, number];
  readonly cold: readonly [number, number];
  /** Seconds until a typed cell is in the bare grid, and until the tracker shows what follows from a typed review. */
  readonly bareCell: number;
  readonly cell: number;
}

/** Seconds, the best of some rounds; cold but once, since it bundles everything and makes the sample anew. Throws where there is no browser. */
export async function pageCosts(tell: (said: string) => void = () => undefined): Promise<PageCosts> {
  const browser = await startBrowser();
  rmSync(path.join(ROOT, 'node_modules/.cache/campaign-workbench'), { recursive: true, force: true });
  let served: Bare | undefined;
  try {
    let workbook = '';
    const cold = await startup(browser, async (page) => {
      workbook = String(await page.evaluate(`fetch('/sample.json?language=zh').then((answer) => answer.text())`));
    });
    tell(JSON.stringify({ cold }));
    served = await serveBare(workbook);
    let [bare, bareSample, bareCell, cell] = [Infinity, Infinity, Infinity, Infinity];
    let warm = cold;
    for (let round = 0; round < ROUNDS; round++) {
      const page = await browser.newPage();
      bare = Math.min(bare, await opened(page, served.empty, BARE_READY));
      for (const input of ['1', '2', '3']) {
        await choose(page, 'A1');
        bareCell = Math.min(bareCell, await typed(page, input, 'window.firstCell()'));
      }
      await page.close();
      const other = await browser.newPage();
      bareSample = Math.min(bareSample, await opened(other, served.sample, BARE_READY));
      await other.close();
      const own = await startup(browser, async (workbench) => {
        cell = Math.min(cell, await reviewTyped(workbench));
      });
      if (own[0] + own[1] < warm[0] + warm[1]) warm = own;
      tell(JSON.stringify({ bare, bareSample, warm, cold, bareCell, cell }));
    }
    return { bare, bareSample, warm, cold, bareCell, cell };
  } finally {
    await browser.close();
    served?.server.close();
  }
}

async function startup(browser: Browser, then: (page: Page) => Promise<void>): Promise<readonly [number, number]> {
  const { url, seconds, child } = await startWorkbench();
  const page = await browser.newPage();
  try {
    const shown = await opened(page, url, WORKBENCH_READY);
    await then(page);
    return [seconds, shown];
  } finally {
    await page.close();
    child.removeAllListeners('exit');
    child.kill();
  }
}

/** A receipt's review in the model of the workbook: its sheet, its cell and what it says. */
const REVIEW = `(() => {
  const { sheets } = window.workbenchHost.book;
  const sheet = sheets.find(({ tables }) => tables.some(({ name }) => name === 'Receipts'));
  const { range, columns } = sheet.tables[0];
  const column = range.column + columns.findIndex(({ name }) => name === '审核');
  const row = range.row + 1;
  return [sheet.name, String.fromCharCode(65 + column) + (row + 1), String(sheet.cells.get(row + ',' + column)?.value)];
})()`;

/** How many accepted receipts the tracker counts, by the results in that model. */
const ACCEPTED = `(() => {
  const { sheets } = window.workbenchHost.book;
  const sheet = sheets.find(({ tables }) => tables.some(({ name }) => name === 'Tracker'));
  const { range, columns } = sheet.tables[0];
  const column = range.column + columns.findIndex(({ name }) => name === '已通过');
  let sum = 0;
  for (let row = range.row + 1; row < range.row + range.rows; row++) sum += Number(sheet.cells.get(row + ',' + column)?.value) || 0;
  return sum;
})()`;

/** Types another review of the first receipt, and the first one again; each time until the tracker counts anew. */
async function reviewTyped(page: Page): Promise<number> {
  const [sheet, cell, review] = (await page.evaluate(REVIEW)) as [string, string, string];
  const tabs = await page.$$('[data-u-comp="slide-tab-item"]');
  for (const tab of tabs)
    if ((await tab.evaluate(({ textContent }) => textContent)) === sheet) {
      await tab.evaluate((element) => element.scrollIntoView({ inline: 'nearest' }));
      await tab.click();
    }
  await page.waitForFunction(
    `document.querySelector('[data-u-comp="slide-tab-item"][aria-selected="true"]')?.textContent === ${JSON.stringify(sheet)}`,
  );
  const other = review === '退回' ? '通过' : '退回';
  let least = Infinity;
  for (const input of [other, review, other]) {
    await choose(page, cell);
    least = Math.min(least, await typed(page, input, ACCEPTED));
  }
  return least;
}
