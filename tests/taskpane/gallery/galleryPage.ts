// A gallery of the pane as a page of its own, in a real browser. Knows no gallery.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'puppeteer-core';
import { startBrowser } from '../../e2e/browser';

export interface GalleryPage {
  readonly browser: Browser;
  /** Of the page; a query may follow. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** `gallery`: a file beside this one. Whoever opens it closes it, or its folder stays. */
export async function openGallery(gallery: string): Promise<GalleryPage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'campaign-pane-'));
  await build({
    entryPoints: [path.join(__dirname, gallery)],
    outfile: path.join(folder, 'gallery.js'),
    bundle: true,
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const page = path.join(folder, 'index.html');
  writeFileSync(
    page,
    '<!doctype html><html lang="zh-CN"><title>pane</title><meta charset="utf-8"><style>html,body,#root{height:100%;margin:0}</style><div id="root"></div><script src="gallery.js"></script></html>',
  );
  const browser = await startBrowser();
  return {
    browser,
    url: pathToFileURL(page).href,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
