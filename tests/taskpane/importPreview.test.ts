// The preview of an import in a real browser, over the real jobs: row by row looked at, ticked, answered, corrected, copied, written.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { axeObjections } from './axeObjections';
import { openGallery, openPage, press, reads, type GalleryPage } from './gallery/galleryPage';

jest.setTimeout(120_000);

let gallery: GalleryPage;

beforeAll(async () => {
  gallery = await openGallery('importGallery.tsx');
});

afterEach(() => gallery.closePages());
afterAll(() => gallery?.close());

const ROSTER = [
  '单位名称\t类别\t联络员\t手机号码\t备注',
  '西渡镇\t乡镇\t张三\t13900001204\t',
  '县水利局\t成员单位\t李四\t13900001205\t',
  '集兵镇\t\t王五\t@SUM(A1)\t',
  '教育\t\t赵六\t\t',
  '杉桥镇\t\t\t\t',
  '长安乡\t\t甲\t\t',
  '长安乡\t\t乙\t\t',
].join('\n');

interface Seen {
  readonly modes: string[];
  readonly options: Record<string, unknown>[];
  everything(): string;
}
const seen = <Value>(page: Page, read: (window: Seen) => Value): Promise<Value> =>
  page.evaluate(`(${read.toString()})(window)`) as Promise<Value>;

async function openStep(step: string, query = '', width = 350): Promise<Page> {
  const page = await openPage(gallery, query, width);
  await press(page, step);
  return page;
}

/** The paste as one act, however long it is. */
async function paste(page: Page, words: string, preview = '预览'): Promise<void> {
  await page.waitForSelector('textarea');
  await page.$eval(
    'textarea',
    (area, text) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, text);
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
    words,
  );
  await press(page, preview);
  await page.waitForSelector('li[data-row]');
}

const openRoster = async (query = '', width = 350): Promise<Page> => {
  const page = await openStep(query.includes('en') ? 'Import the contact list' : '导入联络员名单', query, width);
  await paste(page, ROSTER, query.includes('en') ? 'Preview' : '预览');
  return page;
};

/** The four counts as they are shown: word and figure. */
const figures = (page: Page): Promise<string[]> =>
  page.$$eval('[data-count]', (shown) =>
    shown.map((one) => `${one.closest('div')?.querySelector('dt')?.textContent} ${one.textContent}`),
  );

test('the four counts stand in preview and result as figures of their own, in both languages', async () => {
  const page = await openRoster();
  const counted = ['文件共 8', '采用 3', '没有采用 4', '跳过 1'];
  expect(await figures(page)).toEqual(counted);
  await press(page, '写入 ');
  await reads(page, '完成');
  expect(await figures(page)).toEqual(counted);
  await page.close();
  const english = await openRoster('?lang=en');
  expect(await figures(english)).toEqual(['In the file 8', 'Taken 3', 'Refused 4', 'Passed over 1']);
  await english.close();
});

/** “2 更新 ✓”: number, state and tick of each row shown. */
const rows = (page: Page): Promise<string[]> =>
  page.$$eval('li[data-row]', (cards) =>
    cards.map((card) => {
      const tick = card.querySelector<HTMLInputElement>('input[type=checkbox]');
      return [
        card.getAttribute('data-row')?.split('\n')[1],
        card.querySelector('.fui-Badge')?.textContent,
        tick === null ? '' : tick.checked ? '✓' : '–',
      ]
        .filter(Boolean)
        .join(' ');
    }),
  );
/** The card of a row; \\a is a line end in a selector. */
const card = (row: number): string => `li[data-row$="\\a ${row}"]`;
const tick = (page: Page, row: number): Promise<void> =>
  page.$eval(`${card(row)} input[type=checkbox]`, (box) => (box as HTMLInputElement).click());
const wide = (page: Page): Promise<number> =>
  page.evaluate(
    () => (document.querySelector('main')?.scrollWidth ?? 0) - (document.querySelector('main')?.clientWidth ?? 0),
  );

async function typeInto(page: Page, row: number, label: string, words: string): Promise<void> {
  const input = await page.evaluateHandle(
    ([key, wanted]) => {
      const card = [...document.querySelectorAll('li[data-row]')].find((each) =>
        each.getAttribute('data-row')?.endsWith(`\n${key}`),
      );
      const found = [...(card?.querySelectorAll('label') ?? [])].find((each) => each.textContent === wanted);
      return document.getElementById(found?.htmlFor ?? '');
    },
    [String(row), label] as const,
  );
  const element = input.asElement();
  if (!element) throw new Error(`no field ${label}`);
  // The buttons at the foot of the pane lie over what is not scrolled to.
  await element.evaluate((field) => (field as unknown as Element).scrollIntoView({ block: 'center' }));
  await (element as unknown as { click(options: { count: number }): Promise<void> }).click({ count: 3 });
  await page.keyboard.type(words);
}

test('a paste that is meant for another step is answered once, and that step takes it over', async () => {
  const page = await openStep('导入参评作品');
  const area = await page.waitForSelector('textarea');
  await area?.type(ROSTER.split('\n').slice(0, 3).join('\n'));
  await press(page, '预览');
  await reads(page, '这看来是联络员名单');
  expect(await page.$$eval('.fui-MessageBar', (bars) => bars.length)).toBe(1);
  await press(page, '用“导入联络员名单”看这份文件');
  await page.waitForSelector('li[data-row]');
  expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('导入联络员名单');
  expect((await seen(page, ({ modes }) => modes)).filter((mode) => mode === 'write')).toEqual([]);
  await page.close();
});

test('every row of the source says what becomes of it; what can be written is ticked, and nothing is written yet', async () => {
  const page = await openRoster();
  expect(await rows(page)).toEqual(['2 更新 ✓', '3 新增 ✓', '4 不采用', '5 需确认', '6 不变', '7 不采用', '8 不采用']);
  await reads(page, '这段文字会被表格当作公式');
  await reads(page, '写入 2 行');
  await reads(page, '报送台账随之新增 3 行');
  expect(await seen(page, ({ modes }) => modes)).toEqual(['preview']);
});

test('a tick taken off greys its row and changes the count; the row is not written, and the log knows why', async () => {
  const page = await openRoster();
  await tick(page, 2);
  expect((await rows(page))[0]).toBe('2 不导入 –');
  await press(page, '写入 1 行');
  await reads(page, '按要求留出 1 行');
  expect(await seen(page, ({ modes }) => modes)).toEqual(['preview', 'write']);
  expect(await seen(page, ({ options }) => options[1])).toEqual({ hidden: 'ask', skip: '2' });
  const workbook = await seen(page, (window) => window.everything());
  expect([
    workbook.includes('县水利局'),
    workbook.includes('13900001204'),
    workbook.includes('按要求没有导入：2。'),
  ]).toEqual([true, false, true]);
});

test('a tick put on again leaves no trace', async () => {
  const page = await openRoster();
  await tick(page, 2);
  await tick(page, 2);
  await press(page, '写入 2 行');
  await reads(page, '单位名册：新增 1 行，更新 1 行');
  expect(await seen(page, ({ options }) => options[1])).toEqual({ hidden: 'ask' });
});

test('doubtful unit, wrong number and twin are settled in their rows and checked together before anything is written', async () => {
  const page = await openRoster();
  await page.select(`${card(5)} select`, 'U36');
  await typeInto(page, 4, '手机号码改为', '13900001207');
  await page.$$eval(`${card(8)} button`, (buttons) =>
    buttons.find((one) => one.textContent === '这一行不要了')?.click(),
  );
  await press(page, '重新核对（3 处改动）');
  await page.waitForFunction(() => document.querySelectorAll('li[data-row] input[type=checkbox]').length === 6);
  expect(await rows(page)).toEqual([
    '2 更新 ✓',
    '3 新增 ✓',
    '4 更新 ✓',
    '5 更新 ✓',
    '6 不变',
    '7 更新 ✓',
    '8 不导入 –',
  ]);
  expect(await seen(page, ({ modes }) => modes)).toEqual(['preview', 'preview']);
  await reads(page, '文件里写的是“@SUM(A1)”');
  await press(page, '写入 5 行');
  await reads(page, '单位名册：新增 1 行，更新 4 行');
  const workbook = await seen(page, (window) => window.everything());
  expect([workbook.includes('13900001207'), workbook.includes('D4 “@SUM(A1)”→“13900001207”')]).toEqual([true, true]);
});

test('when leaving a row out changes another, nothing is written before that has been seen', async () => {
  const page = await openStep('导入收件清单');
  await paste(
    page,
    [
      '收件时间\t发件单位\t邮件主题\t附件',
      '2021-06-07 09:00\t西渡镇\t活动方案\t方案文本',
      '2021-06-08 09:00\t西渡镇\t活动方案（更正稿）\t方案文本',
    ].join('\n'),
  );
  await tick(page, 2);
  await press(page, '写入 1 行');
  await reads(page, '还没有写入：现在会写的与刚才看到的不同');
  expect((await seen(page, (window) => window.everything())).includes('R0001')).toBe(false);
  await press(page, '写入 1 行');
  await reads(page, '登记 1 件');
  expect(await seen(page, ({ modes }) => modes)).toEqual(['preview', 'write', 'write']);
});

test('a correction can be taken back to what the file says', async () => {
  const page = await openRoster();
  await typeInto(page, 4, '手机号码改为', '13900001207');
  await press(page, '重新核对（1 处改动）');
  await reads(page, '文件里写的是');
  await press(page, '恢复文件里的原值');
  await press(page, '重新核对（1 处改动）');
  await page.waitForFunction(() => !document.body.textContent?.includes('文件里写的是'));
  expect((await rows(page))[2]).toBe('4 不采用');
  expect(await seen(page, ({ options }) => options[2])).toEqual({ hidden: 'ask' });
});

test('chips show the rows of one outcome, the search finds any word; the tick above speaks of what is shown', async () => {
  const page = await openStep('导入收件清单');
  await paste(
    page,
    readFileSync(path.join(__dirname, '../samples/receipts-mailbox.tsv'), 'utf8').replace(/^\uFEFF/, ''),
  );
  expect(await page.$$eval('li[data-row]', (cards) => cards.length)).toBe(50);
  await press(page, '不采用 3');
  expect(await rows(page)).toEqual(['125 不采用', '126 不采用', '127 不采用']);
  await press(page, '全部 126');
  await page.type('input[type=search]', '检察院 方案');
  await page.waitForFunction(() => document.querySelectorAll('li[data-row]').length < 5);
  const found = await rows(page);
  expect(found.length).toBeGreaterThan(0);
  await page.evaluate(() =>
    document
      .querySelector<HTMLInputElement>(
        '[role=group] ~ span input[type=checkbox], [role=group] ~ * input[type=checkbox]',
      )
      ?.click(),
  );
  await reads(page, `写入 0 / ${found.length} 行`);
  await reads(page, `写入 ${123 - found.length} 行`);
});

test('the rows that are left out are copied as the source has them, with the reason', async () => {
  const page = await openRoster();
  await page.evaluate(() => {
    Object.assign(window, { copied: '' });
    document.execCommand = () => {
      Object.assign(window, { copied: (document.activeElement as HTMLTextAreaElement).value });
      return true;
    };
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await press(page, '复制不采用的行');
  await reads(page, '已复制');
  const lines = (await page.evaluate(() => (window as unknown as { copied: string }).copied)).split(/\r?\n/);
  expect(lines[0]).toBe('行号\t单位名称\t类别\t联络员\t手机号码\t备注\t原因与改法');
  expect(lines[1]).toMatch(/^4\t集兵镇\t\t王五\t'@SUM\(A1\)\t\t这段文字会被表格当作公式/);
  expect(lines).toHaveLength(5);
});

test('the keyboard alone moves along the rows, takes a tick off and reaches the button with Tab', async () => {
  const page = await openRoster();
  await page.waitForFunction(() => document.activeElement?.tagName === 'UL');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  expect((await rows(page)).slice(0, 2)).toEqual(['2 更新 ✓', '3 不导入 –']);
  await page.keyboard.press('End');
  expect(await page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('data-row'))).toBe('\n8');
  await page.keyboard.press('Home');
  for (const _step of [1, 2]) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('写入 1 行');
});

test('two thousand rows are shown, searched and ticked without a wait', async () => {
  const page = await openStep('导入收件清单');
  const many = Array.from(
    { length: 2000 },
    (_row, index) =>
      `2021-06-07 ${String(8 + (index % 10)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}\t西渡镇\t活动方案 ${index + 1}\t方案文本`,
  );
  await paste(page, ['收件时间\t发件单位\t邮件主题\t附件', ...many].join('\n'));
  await reads(page, '写入 2000 行');
  const took = await page.evaluate(async () => {
    const drawn = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const began = performance.now();
    document.querySelector<HTMLInputElement>('li[data-row] input[type=checkbox]')?.click();
    await drawn();
    document.querySelector<HTMLButtonElement>('[aria-label="下一页"]')?.click();
    await drawn();
    return performance.now() - began;
  });
  await reads(page, '写入 1999 行');
  await reads(page, '第 51–100 行，共 2000 行');
  expect(took).toBeLessThan(1500);
  await page.type('input[type=search]', '方案 1999');
  await page.waitForFunction(() => document.querySelectorAll('li[data-row]').length === 2);
  expect((await rows(page)).map((row) => row.split(' ')[0])).toEqual(['1999', '2000']);
});

test.each(['', '?dark=1', '?lang=en&dark=1', '?contrast=1'])(
  'axe finds nothing to object to, and nothing is wider than the pane %s',
  async (query) => {
    const page = await openRoster(query, 320);
    expect(await wide(page)).toBe(0);
    await tick(page, 2);
    await page.click(`${card(3)} button`);
    expect(await axeObjections(page)).toEqual([]);
    expect(await wide(page)).toBe(0);
  },
);

test("whoever goes back from a checked preview finds it again, by the file's name and with what was decided; another file is a button away", async () => {
  const page = await openRoster();
  await press(page, '返回步骤列表');
  await press(page, '导入联络员名单');
  await page.waitForSelector('li[data-row]');
  await reads(page, '粘贴的内容');
  expect(await figures(page)).toEqual(['文件共 8', '采用 3', '没有采用 4', '跳过 1']);
  await press(page, '换一份');
  await page.waitForSelector('textarea');
  await press(page, '返回步骤列表');
  await press(page, '导入联络员名单');
  await page.waitForSelector('textarea');
  await page.close();
});
