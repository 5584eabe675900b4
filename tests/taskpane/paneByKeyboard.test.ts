// The pane by the keyboard alone, in a real browser: what is typed finds its unit or choice, Esc and focus go where a person expects.
import type { Page } from 'puppeteer-core';
import { openGallery, openPage, press, reads, wide, type GalleryPage } from './gallery/galleryPage';

let gallery: GalleryPage;

beforeAll(async () => {
  gallery = await openGallery('gallery.tsx');
});

afterEach(() => gallery.closePages());
afterAll(() => gallery?.close());

const open = (query: string, width = 360): Promise<Page> => openPage(gallery, query, width);

const active = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName ?? '');
const inputs = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => (window as unknown as { inputs: unknown[] }).inputs);

test('one arrival after the other is registered with the keyboard alone: initials, Enter, what came, Enter', async () => {
  const page = await open('');
  await press(page, '登记收件');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  await page.keyboard.type('xrmj');
  await reads(page, '县人民检察院');
  await page.keyboard.press('Enter');
  await reads(page, '宣传活动方案（逾期');
  expect(await inputs(page)).toEqual([]);
  // Its only part came with it, and is ticked.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await reads(page, '已登记 R0001');
  await page.waitForFunction(
    () =>
      document.activeElement?.getAttribute('role') === 'combobox' &&
      (document.activeElement as HTMLInputElement).value === '',
  );
  expect(await inputs(page)).toEqual([{ unit: '县人民检察院', requirement: 'T1', parts: '方案文本' }]);
  await page.keyboard.type('xd');
  await page.keyboard.press('Tab');
  expect(await active(page)).toBe('SELECT');
  await reads(page, '网发报道截屏');
  // Of several parts somebody says which came: the cursor goes there.
  await page.keyboard.press('Enter');
  await reads(page, '请勾选收到的材料');
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement).type === 'checkbox');
  expect(await inputs(page)).toHaveLength(1);
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => (window as unknown as { inputs: unknown[] }).inputs.length === 2);
  expect((await inputs(page))[1]).toEqual({ unit: '西渡镇', requirement: 'T3', parts: '文字、视频、网发报道截屏' });
});

test('one of many choices is found by typing, as a unit is; what is no choice is as if it had not been typed', async () => {
  const page = await open('?run', 320);
  await press(page, '登记收件');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  await page.keyboard.type('xjyj');
  await reads(page, '县教育局');
  await page.keyboard.press('Enter');
  const shown = (): Promise<string> =>
    page.$$eval('[role=combobox]', (fields) => (fields[1] as HTMLInputElement | undefined)?.value ?? '');
  await page.waitForFunction(() => document.querySelectorAll('[role=combobox]').length === 2);
  expect(await shown()).toMatch('宣传活动方案');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  expect(await page.$$eval('[role=option]', (options) => options.length)).toBe(12);
  expect(await wide(page)).toBe(0);
  await page.keyboard.type('nobody');
  await page.keyboard.press('Tab');
  expect(await shown()).toMatch('宣传活动方案');
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  await page.keyboard.type('zsjs');
  await reads(page, '知识竞赛');
  await page.keyboard.press('Enter');
  expect(await shown()).toMatch('知识竞赛');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => (window as unknown as { inputs: unknown[] }).inputs.length === 1);
  expect(await inputs(page)).toEqual([{ unit: '县教育局', requirement: 'T14' }]);
});

test('names that are offered take the place of nothing that is typed, unless one of them is chosen', async () => {
  const page = await open('?run', 320);
  await press(page, '退出递补');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  const offered = (): Promise<number> => page.$$eval('[role=option]', (options) => options.length);
  const typed = (): Promise<string> => page.$eval('[role=combobox]', (field) => (field as HTMLInputElement).value);
  // A name as it stands: nothing lies over the next field.
  await page.keyboard.type('1');
  expect([await offered(), await typed()]).toEqual([0, '1']);
  await page.keyboard.type('0号');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('0');
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('Tab');
  expect([await offered(), await typed()]).toEqual([0, '0']);
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  await page.keyboard.press('End');
  await page.keyboard.type('0');
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect([await offered(), await typed()]).toEqual([0, '001']);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => (window as unknown as { inputs: unknown[] }).inputs.length === 1);
  expect(await inputs(page)).toEqual([{ entry: '001' }]);
});

test('arrow keys choose among the units that fit; without a unit nothing is registered', async () => {
  const page = await open('', 320);
  await press(page, '登记收件');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  await page.keyboard.press('Enter');
  await reads(page, '请填写');
  await page.keyboard.type('镇');
  await page.waitForSelector('[role=option]');
  expect(
    await page.$$eval('[role=option]', (options) => options.map((option) => option.firstChild?.textContent)),
  ).toEqual(['西渡镇', '集兵镇', '杉桥镇']);
  expect(await wide(page)).toBe(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await page.$eval('[role=combobox]', (input) => (input as HTMLInputElement).value)).toBe('杉桥镇');
  expect(await inputs(page)).toEqual([]);
});

test('Esc closes the list of units first and the form then; the focus is never lost, and home is where it was', async () => {
  const page = await open('', 320);
  // Low enough that home is longer than the page by more than any line that comes and goes while it reads.
  await page.setViewport({ width: 320, height: 480 });
  await reads(page, '现在要做的');
  const top = (): Promise<number> => page.$eval('main', (main) => main.scrollTop);
  const focused = (): Promise<string | null | undefined> =>
    page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName.toLowerCase());
  const was = 60;
  // Home may still grow: it is scrolled once it is long enough.
  await page.waitForFunction(
    (to) => {
      const main = document.querySelector('main');
      main?.scrollTo(0, to);
      return main?.scrollTop === to;
    },
    {},
    was,
  );
  // The pane hears of it with the next picture.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await press(page, '登记收件');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  expect(await top()).toBe(0);
  await page.keyboard.type('镇');
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('[role=option]') === null);
  expect([await focused(), await page.$eval('[role=combobox]', (field) => (field as HTMLInputElement).value)]).toEqual([
    'combobox',
    '镇',
  ]);
  await page.keyboard.press('Escape');
  await reads(page, '现在要做的');
  expect(await focused()).toBe('h1');
  await page.waitForFunction((to) => document.querySelector('main')?.scrollTop === to, {}, was);
});

test('opening a step moves the focus to its heading; coming back moves it to the pane’s', async () => {
  const page = await open('');
  await press(page, '检查工作簿');
  await reads(page, '逐表');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('检查工作簿');
  await press(page, '返回步骤列表');
  await reads(page, '收件与催报');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('宣传活动工作簿');
});

test('the keyboard alone finds a step, opens it and runs it; Esc goes back', async () => {
  const page = await open('');
  await reads(page, '现在要做的');
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await page.keyboard.type('jcgzb');
  await page.waitForSelector('[role=option][aria-selected=true]');
  await reads(page, '检查工作簿');
  await page.keyboard.press('Enter');
  await reads(page, '逐表');
  while (await page.evaluate(() => document.activeElement?.textContent !== '运行')) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await reads(page, '检查了 11 张表');
  await page.keyboard.press('Escape');
  await reads(page, '现在要做的');
});

test('Esc leaves a form and keeps what was typed: it is there again on coming back, until it is written', async () => {
  const page = await open('');
  const typed = async (): Promise<string> => {
    await reads(page, '现在要做的');
    await page.keyboard.down('Control');
    await page.keyboard.press('k');
    await page.keyboard.up('Control');
    await page.keyboard.type('djsj');
    await page.waitForSelector('[role=option][aria-selected=true]');
    await page.keyboard.press('Enter');
    return page.waitForSelector('input[placeholder="现在"]').then((field) => field!.evaluate((one) => one.value));
  };
  expect(await typed()).toBe('');
  await (await page.$('input[placeholder="现在"]'))?.type('6月9日');
  await page.keyboard.press('Escape');
  expect(await typed()).toBe('6月9日');
  await (await page.$('input[role=combobox]'))?.type('西渡镇');
  await (await page.waitForSelector('input[type=checkbox]'))?.click();
  await press(page, '登记，接着下一件');
  await reads(page, '已登记 R0001');
  await page.keyboard.press('Escape');
  expect(await typed()).toBe('');
});
