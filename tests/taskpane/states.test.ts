// Each designed state of the pane, in both languages, three widths and three colours: nothing is cut or wider than the pane, all of it keeps to the language.
// With E2E_SHOTS set to a folder, each is kept there as a picture.
import path from 'node:path';
import { mkdirSync } from 'node:fs';
import { startGallery, tooWide, type Gallery } from './galleryPages';

jest.setTimeout(240_000);

const STATES = [
  'campaign',
  'stale',
  'again',
  'looking',
  'empty',
  'damaged',
  'missing',
  'outside',
  'failed',
  'editing',
  'silent',
  'readOnly',
];
const WIDTHS = [320, 380, 450] as const;
const COLOURS = ['light', 'dark', 'contrast'] as const;

let gallery: Gallery;
beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

/** Texts that show fewer letters than they have. */
const CUT = `[...document.querySelectorAll('h1, h2, h3, p, span, button, label, li')]
  .filter((one) => one.children.length === 0 && one.offsetParent !== null && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== 'visible')
  .map((one) => one.textContent)`;

/** What a state says only after a while: an Excel that is silent, figures that are being read again. */
const AFTER_A_WHILE: Readonly<Record<string, string>> = {
  silent: '没有应答|not answered',
  again: '数是之前的|Old figures',
  looking: '还在核对|Still checking',
};

/** The pane shows more than that something is under way, and what it says after a while. */
function isThere(said: string): boolean {
  const heading = document.querySelector(
    'main h2, main [role=alert], main .fui-MessageBar, main [role=group], main form',
  );
  return heading !== null && new RegExp(said).test(document.querySelector('main')?.textContent ?? '');
}

/** Every second picture would show the same: each width and each colour comes with each language and state, not with one another. */
const looks = WIDTHS.flatMap((width, at) => [[width, COLOURS[at] ?? 'light'] as const]);

describe.each(STATES)('the pane, %s', (state) => {
  test.each(['zh', 'en'])('in every width and colour, %s', async (lang) => {
    const shots = process.env.E2E_SHOTS && path.join(process.env.E2E_SHOTS, 'states');
    if (shots) mkdirSync(shots, { recursive: true });
    const all = shots ? WIDTHS.flatMap((width) => COLOURS.map((colours) => [width, colours] as const)) : looks;
    const look = async (width: number, colours: string): Promise<void> => {
      const page = await gallery.open(`?state=${state}&lang=${lang}&${colours}=1`, width);
      await page.waitForFunction(isThere, {}, AFTER_A_WHILE[state] ?? '');
      expect([await tooWide(page), await page.evaluate(CUT)]).toEqual([0, []]);
      if (shots)
        await page.screenshot({
          path: path.join(shots, `${state}-${lang}-${width}-${colours}.png`) as `${string}.png`,
        });
      await page.close();
    };
    if (shots) for (const [width, colours] of all) await look(width, colours);
    else await Promise.all(all.map(([width, colours]) => look(width, colours)));
  });
});
