// The pane's gallery in a real browser: bundled once, opened in any state, colours, language and width.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { startBrowser } from '../e2e/browser';

export interface Gallery {
  /** `?state=…&lang=en&dark=1`, see `gallery/samples.ts`; the width in pixels. */
  open(query: string, width?: number): Promise<Page>;
  stop(): Promise<void>;
}

/** Example: `const gallery = await startGallery(); const page = await gallery.open('?state=empty', 320)`. */
export async function startGallery(): Promise<Gallery> {
  const folder = mkdtempSync(path.join(tmpdir(), 'campaign-pane-'));
  await build({
    entryPoints: [path.join(__dirname, 'gallery/gallery.tsx')],
    outfile: path.join(folder, 'gallery.js'),
    bundle: true,
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><html lang="zh-CN"><title>pane</title><meta charset="utf-8"><style>html,body,#root{height:100%;margin:0}</style><div id="root"></div><script src="gallery.js"></script></html>',
  );
  const browser = await startBrowser();
  return {
    async open(query, width = 360) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 800 });
      await page.goto(`${pathToFileURL(path.join(folder, 'index.html')).href}${query}`);
      await page.waitForSelector('h1');
      return page;
    },
    async stop() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Pixels by which something is wider than the pane. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    return Math.max(
      document.documentElement.scrollWidth - innerWidth,
      (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
    );
  });
