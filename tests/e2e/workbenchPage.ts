// The workbench as an end-to-end test drives it: the real server in its own process, a real browser, a person's keys and clicks.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core';
import { startBrowser } from './browser';

export interface RunningServer {
  readonly url: string;
  stop(): void;
}

/** `npm start` without opening a browser, on a free port; for several pages on one. */
export function startServer(): Promise<RunningServer> {
  const server: ChildProcess = spawn(
    process.execPath,
    ['src/workbench/server/launch.mjs', '--no-open', '--port', '0'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (data: Buffer): void => {
      said += data.toString();
      const url = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (url) resolve({ url, stop: () => void server.kill() });
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.on('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
  });
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds; a look is cheap, and what is waited for is mostly there soon. */
const BETWEEN_LOOKS = 50;

/** Asks again until the answer is right; the last answer is in the error. */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  isRight: (answer: Answer) => boolean,
  milliseconds = 20_000,
): Promise<Answer> {
  const end = performance.now() + milliseconds;
  let answer = await ask();
  while (!isRight(answer)) {
    if (performance.now() > end) throw new Error(`Still ${JSON.stringify(answer)} after ${milliseconds} ms`);
    await pause(BETWEEN_LOOKS);
    answer = await ask();
  }
  return answer;
}

/** Shows the address of the selection. */
const ADDRESS_BOX = '[data-u-comp="defined-name"] input';

export class WorkbenchPage {
  readonly downloads = mkdtempSync(path.join(tmpdir(), 'workbench-downloads-'));

  private constructor(
    readonly browser: Browser,
    readonly page: Page,
    readonly url: string,
    /** Its own, which ends with it. */
    private readonly server: RunningServer | null,
  ) {}

  /** A page with a server of its own. `query` as in the address, e.g. `book=blank`. */
  static async start(query: string): Promise<WorkbenchPage> {
    const server = await startServer();
    try {
      return await WorkbenchPage.open(`${server.url}/?${query}`, server);
    } catch (error) {
      server.stop();
      throw error;
    }
  }

  static async open(url: string, server: RunningServer | null = null): Promise<WorkbenchPage> {
    const browser = await startBrowser();
    await browser
      .defaultBrowserContext()
      .overridePermissions(new URL(url).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    const page = await browser.newPage();
    const workbench = new WorkbenchPage(browser, page, url, server);
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: workbench.downloads });
    await page.goto(url);
    await page.waitForSelector('canvas');
    await workbench.frame('taskpane');
    return workbench;
  }

  /** A frame of the add-in whose runtime is loaded. */
  async frame(name: 'taskpane' | 'commands'): Promise<Frame> {
    const isReady = async (): Promise<Frame | undefined> => {
      const frame = this.page.frames().find((candidate) => candidate.url().includes(`/frame/${name}`));
      const ready = await frame
        ?.evaluate(() => typeof Excel !== 'undefined' && typeof Office.onReady === 'function')
        .catch(() => false);
      return ready ? frame : undefined;
    };
    // The add-in comes with the first workbook; a sample that is not kept yet is made first.
    const frame = await eventually(isReady, (found) => found !== undefined, 120_000);
    if (!frame) throw new Error(`No frame ${name}`);
    return frame;
  }

  tabs(): Promise<string[]> {
    return this.page.$$eval('[data-u-comp="slide-tab-item"]', (items) => items.map((item) => item.textContent ?? ''));
  }

  async chooseTab(name: string): Promise<void> {
    const tab = await this.byText('[data-u-comp="slide-tab-item"]', name);
    await tab.evaluate((element) => element.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    await tab.click();
    await eventually(
      () => this.activeSheet(),
      (active) => active === name,
    );
    await eventually(
      () => this.shownTab(),
      (shown) => shown === name,
    );
  }

  /** The sheet that a person sees on top. */
  shownTab(): Promise<string> {
    return this.page.$$eval('[data-u-comp="slide-tab-item"][aria-selected="true"]', (items) =>
      items.map((item) => item.textContent ?? '').join(),
    );
  }

  /** The sheet that the add-in sees as active. */
  async activeSheet(): Promise<string> {
    const frame = await this.frame('taskpane');
    return frame.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.load('name');
        await context.sync();
        return sheet.name;
      }),
    );
  }

  /** Goes to a cell by the box that shows the address of the selection. */
  async select(address: string): Promise<void> {
    const box = await this.page.waitForSelector(ADDRESS_BOX);
    // A dialog that is still closing takes the click or the keyboard; a person clicks again.
    await eventually(
      async () => {
        await box?.click({ count: 3 });
        return this.page.$eval(ADDRESS_BOX, (input) => input === document.activeElement);
      },
      (isFocused) => isFocused,
    );
    await this.page.keyboard.type(address);
    await this.page.keyboard.press('Enter');
    // The keyboard is the grid's again once the box has let it go.
    await this.page.waitForFunction(
      (selector, wanted) => {
        const input = document.querySelector<HTMLInputElement>(selector);
        return input !== document.activeElement && input?.value.toUpperCase() === wanted;
      },
      {},
      ADDRESS_BOX,
      address.toUpperCase(),
    );
  }

  /** One input after the other from a cell on, each left by this key. For inputs that the cell takes: the grid stays at one that it refuses. */
  async typeFrom(address: string, key: 'Enter' | 'Tab', inputs: readonly string[]): Promise<void> {
    await this.select(address);
    for (const input of inputs) {
      const at = await this.page.$eval(ADDRESS_BOX, (box) => (box as HTMLInputElement).value);
      await this.page.keyboard.type(input);
      await this.page.keyboard.press(key);
      // The grid asks the cell's rules before it goes on, and writes the next address over what is in the box by then.
      await this.page.waitForFunction(
        (selector, left) => document.querySelector<HTMLInputElement>(selector)?.value !== left,
        {},
        ADDRESS_BOX,
        at,
      );
    }
  }

  type(address: string, ...inputs: readonly string[]): Promise<void> {
    return this.typeFrom(address, 'Enter', inputs);
  }

  /** With Ctrl, except Delete. What comes of it is for the caller to wait for. */
  async press(key: 'c' | 'v' | 'z' | 'Delete'): Promise<void> {
    if (key !== 'Delete') await this.page.keyboard.down('Control');
    await this.page.keyboard.press(key);
    if (key !== 'Delete') await this.page.keyboard.up('Control');
  }

  /** What a person who copies the cells gets: the grid's own text, columns parted by tabs. The cells are the grid's to paste until Escape. */
  async copy(address: string): Promise<string> {
    const nothing = `nothing copied yet ${performance.now()}`;
    await this.toClipboard(nothing);
    await this.select(address);
    let pressed = -Infinity;
    const text = await eventually(
      async () => {
        // A grid that is still busy with the last paste does not hear the keys; a person presses again.
        if (performance.now() - pressed > 3_000) {
          await this.press('c');
          pressed = performance.now();
        }
        return this.page.evaluate(() => navigator.clipboard.readText());
      },
      (copied) => copied !== nothing,
    );
    return text.trim();
  }

  /** What the cells show. */
  async shown(address: string): Promise<string> {
    const text = await this.copy(address);
    await this.page.keyboard.press('Escape');
    return text;
  }

  toClipboard(text: string): Promise<void> {
    return this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
  }

  /** Ctrl+V of plain text, as it comes from a spreadsheet or a mail, at a cell. */
  async paste(address: string, text: string): Promise<void> {
    await this.toClipboard(text);
    await this.select(address);
    await this.press('v');
  }

  /** Sets the workbench's clock as a person does. */
  async setNow(moment: string): Promise<void> {
    const box = await this.page.waitForSelector('[data-testid="now"]');
    await box?.click({ count: 3 });
    await this.page.keyboard.type(moment);
    await this.page.keyboard.press('Enter');
    await this.page.waitForFunction(
      (wanted) => document.querySelector<HTMLInputElement>('.clock.is-fixed input')?.value === wanted,
      {},
      moment,
    );
  }

  /** What the add-in reads through Microsoft's runtime. */
  async read(sheet: string, address: string): Promise<unknown[][]> {
    const frame = await this.frame('taskpane');
    return frame.evaluate(
      (name, cells) =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem(name).getRange(cells);
          range.load('values');
          await context.sync();
          return range.values as unknown[][];
        }),
      sheet,
      address,
    );
  }

  async byText(selector: string, text: string, frame: Frame | Page = this.page): Promise<ElementHandle<Element>> {
    const find = async (): Promise<ElementHandle<Element> | null> => {
      const found = await frame.evaluateHandle(
        (candidates, words) =>
          [...document.querySelectorAll(candidates)].find((one) => one.textContent?.includes(words)) ?? null,
        selector,
        text,
      );
      return found.asElement() as ElementHandle<Element> | null;
    };
    const found = await eventually(find, (element) => element !== null);
    if (!found) throw new Error(`No ${selector} with ${text}`);
    return found;
  }

  notices(kind: 'error' | 'warning' | 'info'): Promise<string[]> {
    return this.page.$$eval(`.notice.is-${kind} .notice-text`, (items) => items.map((item) => item.textContent ?? ''));
  }

  async idle(): Promise<void> {
    await eventually(
      () => this.page.$$('.busy'),
      (busy) => busy.length === 0,
      60_000,
    );
  }

  /** The newest finished download. */
  async download(): Promise<{ name: string; bytes: Uint8Array }> {
    const finished = async (): Promise<string[]> =>
      (await readdir(this.downloads)).filter((name) => !name.endsWith('.crdownload'));
    const [name = ''] = await eventually(finished, (names) => names.length > 0);
    return { name, bytes: new Uint8Array(await readFile(path.join(this.downloads, name))) };
  }

  /** With E2E_SCREENSHOT set to a file, the last state of the page is kept there as a picture. */
  async close(): Promise<void> {
    if (process.env.E2E_SCREENSHOT) await this.page.screenshot({ path: process.env.E2E_SCREENSHOT as `${string}.png` });
    await this.browser.close();
    this.server?.stop();
  }
}
