// The pane inside the workbench's page as a person uses it: reads its words, presses its buttons, fills its fields by their labels.
import { mkdirSync } from 'node:fs';
import type { ElementHandle, Frame } from 'puppeteer-core';
import type { Language } from '../../src/core/ground/text';
import { say, type StringKey } from '../../src/taskpane/language';
import { eventually, type WorkbenchPage } from './workbenchPage';

/** A job of the whole contest may take its time on a busy machine. */
const LONG = 90_000;

export class PanePage {
  /** Buttons pressed and fields clicked so far: what a person's hand does in the pane; a chosen file counts as one. */
  clicks = 0;

  private constructor(
    private readonly frame: Frame,
    private readonly workbench: WorkbenchPage,
  ) {}

  static async of(workbench: WorkbenchPage): Promise<PanePage> {
    return new PanePage(await workbench.frame('taskpane'), workbench);
  }

  /** All words that the pane shows, line by line. */
  words(): Promise<string> {
    return this.frame.evaluate(() => document.body.innerText);
  }

  /** Waits until the pane says all of this; gives its words. */
  says(...wanted: readonly (string | RegExp)[]): Promise<string> {
    return eventually(
      () => this.words(),
      (words) => wanted.every((one) => (typeof one === 'string' ? words.includes(one) : one.test(words))),
      LONG,
    );
  }

  /** Presses the first button whose words begin like this. */
  async press(label: string): Promise<void> {
    const find = async (): Promise<ElementHandle<Element> | null> => {
      const found = await this.frame.evaluateHandle(
        (words) =>
          [...document.querySelectorAll('button:not(:disabled)')].find((button) =>
            [button.textContent, button.getAttribute('aria-label')].some((name) => name?.startsWith(words)),
          ) ?? null,
        label,
      );
      return found.asElement() as ElementHandle<Element> | null;
    };
    // Home grows while it is read: whoever aims at a button waits until it stands still.
    let stood = '';
    const still = async (): Promise<ElementHandle<Element> | null> => {
      const found = await find();
      const place = JSON.stringify((await found?.boundingBox()) ?? null);
      const same = place === stood;
      stood = place;
      return same ? found : null;
    };
    const button = await eventually(still, (found) => found !== null, LONG).catch(async () => {
      throw new Error(`There is no button “${label}”. The pane says:\n${await this.words()}`);
    });
    this.clicks += 1;
    // It may move once more between the aim and the press, and the press then falls beside it: people press again.
    for (let tries = 0; button && tries < 5; tries += 1) {
      const met = await button.evaluateHandle((element) => {
        const seen = { met: false };
        element.addEventListener('click', () => (seen.met = true), { once: true, capture: true });
        return seen;
      });
      await button.click();
      if ((await met.evaluate(({ met: came }) => came)) || !(await button.evaluate((element) => element.isConnected)))
        return;
      console.log(`“${label}” moved under the pointer`);
    }
  }

  /** The three steps of an empty workbook, with whatever the preset says; with a contact list, up to its preview. */
  async firstRun(language: Language, list?: string): Promise<void> {
    const t = (key: StringKey): string => say(language, key);
    await this.press(t('first.next'));
    if (list !== undefined) {
      await this.chooseFile(list);
    } else await this.press(t('first.unitsLater'));
    await this.press(t('first.makeDo'));
    await this.says(t(list === undefined ? 'work.title' : 'preview.note'));
  }

  /** Esc, home. */
  async back(): Promise<void> {
    await (await this.frame.waitForSelector('h1'))?.focus();
    await this.workbench.page.keyboard.press('Escape');
    await this.frame.waitForSelector('[role=search]');
  }

  /** Opens a step by its name, as people do who know what they want: Ctrl+K, the name, Enter. */
  async open(title: string): Promise<void> {
    await (await this.frame.waitForSelector('h1', { timeout: LONG }))?.focus();
    await this.workbench.page.keyboard.down('Control');
    await this.workbench.page.keyboard.press('k');
    await this.workbench.page.keyboard.up('Control');
    const field = await eventually(
      () => this.frame.$('[role=search] input:focus'),
      (found) => found !== null,
      LONG,
    );
    await field?.type(title);
    await eventually(
      () => this.frame.$$eval('[role=option]', (found) => found[0]?.textContent ?? ''),
      (first) => first.startsWith(title),
    );
    await field?.press('Enter');
    await this.says(new RegExp(`^${title}\n`));
  }

  /** Types into the field with this label, in place of what it holds. */
  async fill(label: string, value: string): Promise<void> {
    const id = await eventually(
      () =>
        this.frame.$$eval(
          'label',
          (labels, wanted) => labels.find((one) => (one.textContent ?? '').startsWith(wanted))?.htmlFor,
          label,
        ),
      (found) => found !== undefined,
    );
    const field = await this.frame.$(`[id="${id}"]`);
    this.clicks += 1;
    await field?.click({ count: 3 });
    await field?.press('Backspace');
    await field?.type(value);
    await eventually(
      () => this.value(id ?? ''),
      (typed) => typed === value,
    );
  }

  /** Types into the field that has the cursor, and goes to the next one, as hands on a keyboard do. */
  async typeOn(...values: readonly string[]): Promise<void> {
    for (const [index, value] of values.entries()) {
      if (index > 0) await this.workbench.page.keyboard.press('Tab');
      await eventually(
        () =>
          this.frame.evaluate(
            () => document.activeElement?.matches('input:enabled, select:enabled, textarea:enabled') ?? false,
          ),
        (ready) => ready,
        LONG,
      );
      await this.workbench.page.keyboard.type(value);
    }
  }

  /** Enter in a field: the form is filled in. */
  enter(): Promise<void> {
    return this.workbench.page.keyboard.press('Enter');
  }

  /** What the field with this label holds. */
  async holds(label: string): Promise<string> {
    const id = await this.frame.$$eval(
      'label',
      (labels, wanted) => labels.find((one) => (one.textContent ?? '').startsWith(wanted))?.htmlFor ?? '',
      label,
    );
    return this.value(id);
  }

  async chooseFile(file: string): Promise<void> {
    this.clicks += 1;
    const input = await this.frame.waitForSelector('input[type="file"]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  }

  /** The lines of the card with this heading. */
  lines(heading: string): Promise<string[]> {
    return this.frame.$$eval(
      'section',
      (cards, wanted) => {
        const card = cards.find((one) => one.querySelector('h2')?.textContent === wanted);
        return [...(card?.querySelectorAll('li') ?? [])].map((line) => line.textContent ?? '');
      },
      heading,
    );
  }

  /** True when the words stand where a person sees them without scrolling. */
  inSight(words: string): Promise<boolean> {
    return this.frame.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.textContent?.includes(wanted)) continue;
        const { top, bottom } = node.parentElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        if (top >= 0 && bottom <= window.innerHeight) return true;
      }
      return false;
    }, words);
  }

  private value(id: string): Promise<string> {
    return this.frame.$eval(`[id="${id}"]`, (field) => (field as HTMLInputElement).value);
  }

  /** With E2E_SHOTS set to a folder, the page at this moment is kept there as a picture. */
  async picture(name: string): Promise<void> {
    if (!process.env.E2E_SHOTS) return;
    mkdirSync(process.env.E2E_SHOTS, { recursive: true });
    await this.workbench.page.screenshot({ path: `${process.env.E2E_SHOTS}/${name}.png` });
  }
}
