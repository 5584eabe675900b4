// A gallery of the pane as a page of its own, in a real browser. Knows no gallery.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { startBrowser } from '../../e2e/browser';

export interface GalleryPage {
  readonly browser: Browser;
  /** Of the page; a query may follow. */
  readonly url: string;
  /** Closes what a test opened: forgotten pages go on working. */
  readonly closePages: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const PAGE =
  '<!doctype html><html lang="zh-CN"><title>pane</title><meta charset="utf-8"><style>html,body,#root{height:100%;margin:0}</style><div id="root"></div><script src="gallery.js"></script></html>';

/** `gallery`: a file beside this one. Whoever opens it closes it. */
export async function openGallery(gallery: string): Promise<GalleryPage> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, gallery)],
    bundle: true,
    minify: true,
    write: false,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const script = outputFiles[0]?.contents;
  // Over a line of its own, not from a file: the browser keeps a script that it has read once.
  const server = createServer(({ url = '' }, response) => {
    response.setHeader('cache-control', 'max-age=3600');
    if (url.startsWith('/gallery.js')) response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script);
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await startBrowser();
  return {
    browser,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    closePages: async () => {
      const [, ...opened] = await browser.pages();
      await Promise.all(opened.map((one) => one.close()));
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Presses the first button whose words or label hold these, as soon as there is one that can be pressed. */
export async function press(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const button = [...document.querySelectorAll('button')].find(
        (one) => !one.disabled && (one.textContent?.includes(wanted) || one.getAttribute('aria-label') === wanted),
      );
      button?.click();
      return button !== undefined;
    },
    {},
    words,
  );
}

/** A page of the gallery in its own tab, `width` pixels wide. */
export async function openPage({ browser, url }: GalleryPage, query: string, width: number): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 800 });
  await page.goto(`${url}${query}`);
  await page.waitForSelector('h1');
  return page;
}

/** Waits until the page says so. */
export const reads = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), {}, words);

/** Pixels by which the page is wider than its window; 0 where nothing has to be scrolled sideways. */
export const wide = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    return Math.max(
      document.documentElement.scrollWidth - innerWidth,
      (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
    );
  });
