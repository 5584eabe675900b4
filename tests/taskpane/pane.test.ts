// The pane in a real browser, over made-up steps: width, keyboard and screen reader, one click one run, nothing written before the preview.
import type { Page } from 'puppeteer-core';
import { axeObjections } from './axeObjections';
import { openGallery, press, type GalleryPage } from './gallery/galleryPage';

let gallery: GalleryPage;

beforeAll(async () => {
  gallery = await openGallery('gallery.tsx');
});

afterEach(() => gallery.closePages());
afterAll(() => gallery?.close());

async function open(query: string, width = 360): Promise<Page> {
  const page = await gallery.browser.newPage();
  await page.setViewport({ width, height: 800 });
  await page.goto(`${gallery.url}${query}`);
  await page.waitForSelector('h1');
  return page;
}

const reads = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), {}, words);
const wide = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    return Math.max(
      document.documentElement.scrollWidth - innerWidth,
      (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
    );
  });

test.each(['?lang=en', '?state=missing&lang=en', '?state=outside&lang=en'])(
  'at 320 px nothing is wider than the pane: home %s',
  async (query) => {
    const page = await open(query, 320);
    await page.waitForSelector('main h2, main [role=alert], main [role=status]');
    expect(await wide(page)).toBe(0);
  },
);

test.each([
  ['', '检查工作簿', '运行', '需要处理的问题'],
  ['?lang=en', 'Check the workbook', 'Run', 'Problems to mend'],
])('at 320 px a long list of problems is not wider than the pane %s', async (query, step, run, heading) => {
  const page = await open(query, 320);
  await press(page, step);
  await press(page, run);
  await reads(page, heading);
  expect(await wide(page)).toBe(0);
});

test('an import writes nothing before the person has seen the preview and pressed the button', async () => {
  const page = await open('');
  await press(page, '导入单位名册');
  await page.type('textarea', '单位名称\t电话');
  await press(page, '预览');
  await reads(page, '现在还没有写入任何内容');
  expect(await page.evaluate(() => (window as unknown as { modes: string[] }).modes)).toEqual(['preview']);
  await reads(page, '0734-5550101');
  await reads(page, '13900001234');
  await press(page, '写入 5 行');
  await reads(page, '单位名册：新增 2 行，更新 3 行');
  expect(await page.evaluate(() => (window as unknown as { modes: string[] }).modes)).toEqual(['preview', 'write']);
});

test('a damaged workbook is offered its repair; headers that look renamed are asked about one after the other, and the answers go along', async () => {
  const page = await open('?state=damaged');
  await reads(page, '另有 2 处');
  await press(page, '升级与修复');
  await press(page, '预览将要做的改动');
  await press(page, '不是，另加一列“收到时间”');
  await reads(page, '有 1 个表头');
  await press(page, '是，“报送单位”就是“单位”');
  await reads(page, '答复：Receipts.登记日期=无；Receipts.报送单位=单位');
  expect(await page.evaluate(() => (window as unknown as { modes: string[] }).modes)).toEqual([
    'preview',
    'preview',
    'preview',
  ]);
});

test('the first run goes through three steps and back; nothing that was answered is lost by Esc, help or another language', async () => {
  const page = await open('?state=empty', 320);
  const at = (): Promise<string | null | undefined> =>
    page.evaluate(() => document.querySelector('[aria-current=step]')?.textContent);
  await press(page, '下一步');
  await reads(page, '请填写');
  expect(await at()).toBe('1 名称和日期');
  await (await page.$('input[type=text]'))?.type('我们的活动');
  await press(page, '下一步');
  await page.waitForFunction(() => document.activeElement?.textContent === '单位');
  await (await page.$('textarea'))?.type('单位名称\t联络员');
  await press(page, '就用这些');
  await page.waitForFunction(() => document.activeElement?.textContent === '事项和评选');
  await page.keyboard.press('Escape');
  await reads(page, '建好后逐行核对');
  await press(page, '帮助');
  await page.keyboard.press('Escape');
  await press(page, 'English');
  await reads(page, 'gone through once the campaign stands');
  await press(page, '1 Name and dates');
  expect(await page.$eval('input[type=text]', (field) => (field as HTMLInputElement).value)).toBe('我们的活动');
  await press(page, 'Next');
  await press(page, 'Next');
  await press(page, 'Make the campaign workbook');
  // The list that was chosen is gone through next.
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Import the roster');
  expect(await page.evaluate(() => (window as unknown as { modes: string[] }).modes)).toEqual([
    'preview',
    'preview',
    'write',
    'preview',
  ]);
  await page.close();
});

test('a second click while a job runs does nothing; the way back leads home, where the job is said to go on, and to its result', async () => {
  const page = await open('?state=failed');
  await press(page, '建立活动工作簿');
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('input[type=text]');
    input?.focus();
  });
  await page.keyboard.type('名称');
  await page.evaluate(() => {
    const run = [...document.querySelectorAll('button')].find((one) => one.textContent === '运行');
    run?.click();
    run?.click();
  });
  await reads(page, '正在建立工作表');
  await press(page, '返回步骤列表');
  await reads(page, '正在做：建立活动工作簿');
  await reads(page, '已结束：建立活动工作簿');
  await press(page, '看结果');
  await reads(page, '已建好 12 张工作表');
  expect(await page.evaluate(() => (window as unknown as { modes: string[] }).modes)).toEqual(['write']);
});

test('a required field that is empty is named at the field and nothing runs', async () => {
  const page = await open('?state=failed');
  await press(page, '建立活动工作簿');
  await press(page, '运行');
  await reads(page, '请填写');
  expect(await page.evaluate(() => (window as unknown as { modes: string[] }).modes)).toEqual([]);
});

const active = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName ?? '');
const inputs = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => (window as unknown as { inputs: unknown[] }).inputs);

test('one arrival after the other is registered with the keyboard alone: initials, Enter, a tick, Enter', async () => {
  const page = await open('');
  await press(page, '登记收件');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  await page.keyboard.type('xrmj');
  await reads(page, '县人民检察院');
  await page.keyboard.press('Enter');
  await reads(page, '宣传活动方案（逾期');
  expect(await inputs(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
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
  await page.keyboard.press('Tab');
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

test('what Excel throws is a sentence in the pane', async () => {
  const page = await open('');
  await press(page, '标出逾期');
  await press(page, '运行');
  await reads(page, '请先按 Enter 结束单元格编辑，再点一次。');
});

test('R-4 a decision that the rules leave to people needs its reason', async () => {
  const page = await open('');
  await press(page, '计算排名');
  await press(page, '运行');
  await press(page, '减到 9 个名额');
  await reads(page, '请填写');
  expect(await page.evaluate(() => (window as unknown as { modes: string[] }).modes)).toEqual(['write']);
  await page.type('textarea', '评委会 6 月 16 日决定');
  await press(page, '减到 9 个名额');
  await page.waitForFunction(() => (window as unknown as { modes: string[] }).modes.length === 2);
  expect(await page.evaluate(() => (window as unknown as { inputs: unknown[] }).inputs[1])).toEqual({
    choice: 'fewer',
    reason: '评委会 6 月 16 日决定',
  });
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
  await press(page, '登记，接着下一件');
  await reads(page, '已登记 R0001');
  await page.keyboard.press('Escape');
  expect(await typed()).toBe('');
});

test('what needs a person stands first; its button opens the job, and nothing runs before the person says so', async () => {
  const page = await open('');
  await reads(page, '现在要做的');
  const order = await page.evaluate(() =>
    [...document.querySelectorAll('main h2')].map((heading) => heading.textContent),
  );
  expect(order[0]).toBe('现在要做的');
  await press(page, '催报：逾期 6 家 8 项，最长 3 天 2 小时');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('催报'));
  expect(await page.evaluate(() => (window as unknown as { modes: string[] }).modes)).toEqual([]);
});

test('figures that are being read again say so and nothing moves; a quick reading is not spoken of', async () => {
  const quick = await open('');
  await reads(quick, '现在要做的');
  await quick.evaluate(() => {
    new MutationObserver(() => {
      if (document.body.textContent?.includes('数是之前的')) document.title = 'said';
    }).observe(document.body, { subtree: true, childList: true });
  });
  await press(quick, '重新读取工作簿');
  const slow = await open('?state=again', 320);
  const places = (): Promise<number[]> =>
    slow.evaluate(() =>
      [...document.querySelectorAll('main li, main h2')].map((one) => one.getBoundingClientRect().top),
    );
  await reads(slow, '现在要做的');
  const before = await places();
  await reads(slow, '数是之前的');
  expect(await slow.$$eval('[aria-busy=true]', (all) => all.length)).toBe(2);
  expect(await places()).toEqual(before);
  expect(await quick.title()).not.toBe('said');
});

test('every button and field has a name for a screen reader', async () => {
  const nameless = async (page: Page): Promise<unknown[]> => {
    const tree = await page.accessibility.snapshot();
    const found: unknown[] = [];
    const visit = (node: { role: string; name?: string; children?: unknown[] }): void => {
      if (['button', 'textbox', 'combobox', 'switch', 'link', 'checkbox'].includes(node.role) && !node.name)
        found.push(node);
      for (const child of node.children ?? []) visit(child as Parameters<typeof visit>[0]);
    };
    if (tree) visit(tree as Parameters<typeof visit>[0]);
    return found;
  };
  const empty = await open('?state=empty');
  expect(await nameless(empty)).toEqual([]);
  const campaign = await open('');
  await press(campaign, '导入单位名册');
  expect(await nameless(campaign)).toEqual([]);
});

describe.each(['light', 'dark', 'contrast'])(
  'axe finds nothing to object to, and nothing is wider than the pane, %s',
  (colours) => {
    test.each(['empty', 'damaged', 'missing', 'outside', 'failed', 'readOnly'])('home %s', async (state) => {
      const page = await open(`?state=${state}&${colours}=1`, 320);
      await page.waitForSelector('main h2, main [role=alert], main [role=status]');
      expect(await axeObjections(page)).toEqual([]);
      expect(await wide(page)).toBe(0);
      await page.close();
    });

    test('from home through a form, problems, a preview, a result and a decision to the help', async () => {
      const page = await open(`?${colours}=1`, 320);
      const objections: string[] = [];
      const look = async (words: string): Promise<void> => {
        await reads(page, words);
        objections.push(...(await axeObjections(page)).map((one) => `${words}: ${one}`));
      };
      await look('现在要做的');
      expect(await wide(page)).toBe(0);
      await press(page, '登记收件');
      await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
      await page.keyboard.type('镇');
      await look('杉桥镇');
      await press(page, '返回步骤列表');
      await press(page, '检查工作簿');
      await press(page, '运行');
      await look('需要处理的问题');
      await press(page, '返回步骤列表');
      await press(page, '导入单位名册');
      await page.type('textarea', '单位名称\t电话');
      await press(page, '预览');
      await look('现在还没有写入任何内容');
      await press(page, '写入 5 行');
      await look('单位名册：新增 2 行，更新 3 行');
      await press(page, '返回步骤列表');
      await press(page, '计算排名');
      await press(page, '运行');
      await look('减到 9 个名额');
      await press(page, '帮助');
      await look('来一份，登记一份');
      expect(objections).toEqual([]);
      await page.close();
    });
  },
);

test('the language switch changes every word and says so to the page', async () => {
  const page = await open('');
  await press(page, 'English');
  await reads(page, 'Collect and remind');
  expect(await page.evaluate(() => document.querySelector('[lang]:not(html)')?.getAttribute('lang'))).toBe('en');
  await press(page, '中文');
  await reads(page, '收件与催报');
});

test('below ExcelApi 1.9 there are no steps, only what is missing', async () => {
  const page = await open('?state=missing');
  await reads(page, 'ExcelApi 1.9');
  expect(await page.$$eval('main button', (buttons) => buttons.length)).toBe(0);
});

test('without any Excel the pane asks to be opened from there, and advises no other version', async () => {
  const page = await open('?state=outside&lang=en');
  await reads(page, 'Open this pane from inside Excel');
  expect(await page.$eval('main', (main) => main.textContent)).not.toContain('Microsoft 365');
});
