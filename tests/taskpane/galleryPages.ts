// The pane's gallery in a real browser, opened in any state, colours, language and width.
import type { Page } from 'puppeteer-core';
import { openGallery } from './gallery/galleryPage';

export interface Gallery {
  /** `?state=…&lang=en&dark=1`, see `gallery/samples.ts`; the width in pixels. */
  open(query: string, width?: number): Promise<Page>;
  stop(): Promise<void>;
}

/** Example: `const gallery = await startGallery(); const page = await gallery.open('?state=empty', 320)`. */
export async function startGallery(): Promise<Gallery> {
  const { browser, url, close } = await openGallery('gallery.tsx');
  return {
    async open(query, width = 360) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 800 });
      await page.goto(`${url}${query}`);
      await page.waitForSelector('h1');
      return page;
    },
    stop: close,
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
