// The pane in a real browser, over made-up steps: width, keyboard and screen reader, one click one run, nothing written before the preview.
import type { Page } from 'puppeteer-core';
import { axeObjections } from './axeObjections';
import { openGallery, openPage, press, reads, wide, type GalleryPage } from './gallery/galleryPage';

let gallery: GalleryPage;

beforeAll(async () => {
  gallery = await openGallery('gallery.tsx');
});

afterEach(() => gallery.closePages());
afterAll(() => gallery?.close());

const open = (query: string, width = 360): Promise<Page> => openPage(gallery, query, width);

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
  // A row without a number is told by its line: “#127” is nothing that a person sees.
  const shown = await page.evaluate(() => document.body.innerText);
  expect(shown).toContain('第 131 行');
  expect(shown).not.toContain('#127');
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

test('a moment of which only a part is typed is no empty one: it is named at its field and nothing runs', async () => {
  const page = await open('?state=failed');
  await press(page, '建立活动工作簿');
  await page.type('input[type=text]', '我们的活动');
  const moment = await page.waitForSelector('input[type=datetime-local]');
  await moment?.focus();
  await page.keyboard.type('06');
  await press(page, '运行');
  await reads(page, '没有填完整：请补全，或清空');
  expect(await page.evaluate(() => (window as unknown as { modes: string[] }).modes)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('datetime-local');
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

describe('a result after which the workbook changes', () => {
  const tell = (page: Page, event: object): Promise<void> =>
    page.evaluate((what) => (window as unknown as { tell: (one: object) => void }).tell(what), event);
  const line = (page: Page): Promise<string[]> =>
    page.$$eval('main [role=status]', (found) =>
      found.map((one) => one.textContent ?? '').filter((said) => /做完之后|changed since/.test(said)),
    );
  const modes = (page: Page): Promise<string[]> =>
    page.evaluate(() => (window as unknown as { modes: string[] }).modes);

  test('says so and where, runs nothing by itself, and again when it is asked to', async () => {
    const page = await open('?state=heard', 320);
    await press(page, '检查工作簿');
    await press(page, '运行');
    await reads(page, '需要处理的问题');
    expect(await line(page)).toEqual([]);
    await tell(page, { kind: 'selected' });
    await tell(page, { kind: 'edited', sheet: '收件登记', remote: true });
    await tell(page, { kind: 'edited', sheet: '报送台账', remote: true });
    await reads(page, '做完之后工作簿又有改动（收件登记、报送台账），这里说的是改动之前。');
    expect(await modes(page)).toEqual(['write']);
    expect(await wide(page)).toBe(0);
    await press(page, '再运行一次');
    await page.waitForFunction(() => !document.body.textContent?.includes('做完之后'));
    expect(await modes(page)).toEqual(['write', 'write']);
    await tell(page, { kind: 'sheets', remote: true });
    await reads(page, '做完之后工作簿又有改动，这里说的是改动之前。');
  });

  test('takes what this window does at that moment for the job’s own, and what it does later for a change', async () => {
    const page = await open('?state=heard&lang=en');
    await press(page, 'Check the workbook');
    await press(page, 'Run');
    await reads(page, 'Problems to mend');
    await tell(page, { kind: 'edited', sheet: 'Receipts' });
    expect(await line(page)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    expect(await line(page)).toEqual([]);
    await tell(page, { kind: 'edited', sheet: 'Receipts' });
    await reads(page, 'The workbook has changed since (Receipts); this is from before.');
  });

  test('takes what Excel says was no job for a change at once', async () => {
    const page = await open('?state=heard&lang=en');
    await press(page, 'Check the workbook');
    await press(page, 'Run');
    await reads(page, 'Problems to mend');
    await tell(page, { kind: 'edited', sheet: 'Units', byHand: true });
    await reads(page, 'The workbook has changed since (Units); this is from before.');
  });

  test('offers no second run of what would count twice', async () => {
    const page = await open('?state=heard');
    await press(page, '退出递补');
    await page.type('main input', '21');
    await press(page, '运行');
    await reads(page, '已记录。');
    await tell(page, { kind: 'edited', sheet: '收件登记', remote: true });
    await reads(page, '做完之后工作簿又有改动');
    expect(await page.$$eval('main [role=status] button', (buttons) => buttons.map((one) => one.textContent))).toEqual(
      [],
    );
  });
});
