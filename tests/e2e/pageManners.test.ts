// What a person may expect of any spreadsheet's window: nothing is lost unasked, what is looked for is seen, what is typed arrives.
import type { Dialog } from 'puppeteer-core';
import { PanePage } from './panePage';
import { eventually, WorkbenchPage } from './workbenchPage';

jest.setTimeout(240_000);

let workbench: WorkbenchPage;

beforeAll(async () => {
  workbench = await WorkbenchPage.start('book=blank&now=2021-06-10T18:00:01');
});
afterAll(() => workbench?.close());

/** The question that the browser asks when the page is to be loaded anew; it is answered with “stay”. None: '' (and the page is new). */
async function askedOnReload(): Promise<string> {
  let asked = '';
  const hear = (dialog: Dialog): void => {
    asked = dialog.type();
    void dialog.dismiss();
  };
  workbench.page.on('dialog', hear);
  // A reload that was refused never ends.
  await workbench.page.reload({ timeout: 4_000 }).catch(() => undefined);
  workbench.page.off('dialog', hear);
  return asked;
}

describe('the window of the workbench', () => {
  it('asks before it goes with changes that are not saved, and does not once they are', async () => {
    await workbench.type('A1', '西渡镇');
    expect(await askedOnReload()).toBe('beforeunload');
    expect(await workbench.read('Sheet1', 'A1')).toEqual([['西渡镇']]);
    await workbench.page.keyboard.down('Control');
    await workbench.page.keyboard.press('s');
    await workbench.page.keyboard.up('Control');
    await workbench.download();
    await eventually(
      () => workbench.page.$eval('.file-name', (name) => name.textContent),
      (name) => name === '工作簿1.xlsx',
    );
    expect(await askedOnReload()).toBe('');
  });

  it('has a second window under the same name, whose changes the first asks for before it goes', async () => {
    const { page, browser } = workbench;
    const coming = browser.waitForTarget((target) => target.url().includes('join=1'));
    await page.click('.conditions > button');
    await (
      await workbench.byText('.conditions-panel button', '再开一个窗口')
    ).evaluate((button) => (button as HTMLElement).click());
    const second = await (await coming).page();
    if (!second) throw new Error('no second window');
    await second.waitForSelector('canvas');
    const name = (): Promise<string> => second.$eval('.file-name', (shown) => shown.textContent ?? '');
    expect(await name()).toBe('工作簿1.xlsx');
    await eventually(
      async () => {
        await second.bringToFront();
        await second.click('canvas', { offset: { x: 200, y: 100 } });
        await second.keyboard.type('库宗桥镇');
        await second.keyboard.press('Enter');
        return name();
      },
      (shown) => shown.includes('未保存'),
    );
    await second.close();
    await page.bringToFront();
    expect(await page.$eval('.file-name', (shown) => shown.textContent)).toContain('未保存');
    expect(await askedOnReload()).toBe('beforeunload');
  });

  it('keeps every key that is typed without a pause in a new row under a table with drop-downs', async () => {
    await (await PanePage.of(workbench)).firstRun('zh');
    await workbench.chooseTab('收件登记');
    await workbench.select('B5');
    for (const [input, key] of [
      ['2021-6-9 10:00', 'Tab'],
      ['渣江镇', 'Tab'],
      ['T1', 'Enter'],
    ] as const) {
      await workbench.page.keyboard.type(input);
      await workbench.page.keyboard.press(key);
    }
    const row = await eventually(
      () => workbench.read('收件登记', 'B5:E5'),
      ([cells]) => cells?.[3] === '宣传活动方案',
    );
    expect(row[0]?.slice(1, 3)).toEqual(['渣江镇', 'T1']);
  });

  it('types into a cell what was typed, and nothing of its look: neither the colours of a mark on it nor another font', async () => {
    const frame = await workbench.frame('taskpane');
    const font = (address: string): Promise<unknown> =>
      frame.evaluate(
        (cell) =>
          Excel.run(async (context) => {
            const { font } = context.workbook.worksheets.getItem('报送事项').getRange(cell).format;
            font.load('name,color,bold');
            await context.sync();
            return font.toJSON();
          }),
        address,
      );
    await workbench.chooseTab('报送事项');
    await workbench.type('B12', '自查报告');
    // The mark of a row that lacks its ID and who owes it.
    const marked = await eventually(
      () => workbench.read('报送事项', 'B12:L12'),
      ([cells]) => cells?.[0] === '自查报告',
    );
    expect(marked[0]?.[5]).toBe('');
    await workbench.idle();
    const before = await Promise.all(['A12', 'G12', 'B11'].map(font));
    await workbench.type('A12', 'T8');
    await workbench.type('G12', '全部');
    await workbench.type('B11', '志愿服务');
    await eventually(
      () => workbench.read('报送事项', 'B11'),
      ([cells]) => cells?.[0] === '志愿服务',
    );
    expect(await Promise.all(['A12', 'G12', 'B11'].map(font))).toEqual(before);
    expect(before[2]).toMatchObject({ name: '等线' });
  });

  it('has the conditions in reach of the mouse: nothing lies over the menu, and a click outside closes it', async () => {
    const { page } = workbench;
    const isOpen = (): Promise<boolean> => page.$('.conditions-panel').then((panel) => panel !== null);
    await page.click('.conditions > button');
    const covered = await page.$$eval('.conditions-panel :is(select, button)', (controls) =>
      controls.filter((control) => {
        const { left, top, width, height } = control.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) !== control;
      }),
    );
    expect(await page.$$eval('.conditions-panel select', ({ length }) => length)).toBeGreaterThan(2);
    expect(covered).toEqual([]);
    await page.click('.conditions-panel select');
    expect(await isOpen()).toBe(true);
    await page.keyboard.press('Escape');
    await page.mouse.click(300, 500);
    await eventually(isOpen, (open) => !open);
  });
});
