import path from 'node:path';
import { readBook } from '../../src/workbench/xlsx/readBook';
import { PanePage } from './panePage';
import { eventually, WorkbenchPage } from './workbenchPage';

jest.setTimeout(240_000);

let workbench: WorkbenchPage;

beforeAll(async () => {
  workbench = await WorkbenchPage.start('book=blank&now=2021-06-10T18:00:01');
});
afterAll(() => workbench?.close());

describe('the workbench in a browser', () => {
  it('hands what a person types in the grid to the add-in, worked out', async () => {
    await workbench.type('A1', '3', '4', '=A1*A2', '2021-06-10 18:00', "'007", '12.5%');
    await eventually(
      () => workbench.read('Sheet1', 'A1:A6'),
      (values) => values[2]?.[0] === 12 && values[5]?.[0] === 0.125,
    );
    expect(await workbench.read('Sheet1', 'A1:A6')).toEqual([[3], [4], [12], [44357.75], ['007'], [0.125]]);
    expect(
      await eventually(
        () => workbench.shown('A3'),
        (text) => text === '12',
      ),
    ).toBe('12');
  });

  it('shows in the grid what the add-in writes through the runtime of Excel', async () => {
    const frame = await workbench.frame('taskpane');
    await frame.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('C1:D2').values = [
          ['单位', '得分'],
          ['县教育局', '=A3+0.5'],
        ];
        await context.sync();
      }),
    );
    expect(
      await eventually(
        () => workbench.shown('C1:D2'),
        (text) => text.includes('12.5'),
      ),
    ).toBe('单位\t得分\n县教育局\t12.5');
  });

  it('copies a formula with its relative references moved along, and takes it back', async () => {
    await workbench.type('B1', '10', '20');
    await workbench.copy('A3');
    await workbench.select('B3');
    await workbench.press('v');
    await eventually(
      () => workbench.read('Sheet1', 'B3'),
      (values) => values[0]?.[0] === 200,
    );
    await workbench.press('z');
    await eventually(
      () => workbench.read('Sheet1', 'B3'),
      (values) => values[0]?.[0] === '',
    );
  });

  it('empties cells', async () => {
    await workbench.select('B1:B2');
    await workbench.press('Delete');
    await eventually(
      () => workbench.read('Sheet1', 'B1:B2'),
      (values) => values.flat().every((value) => value === ''),
    );
  });

  it('says in the message bar what is not possible, and shows the model again', async () => {
    await workbench.type('E1', '=SUM(NoSuchTable[x])');
    await eventually(
      () => workbench.notices('warning'),
      (texts) => texts.length > 0,
    );
    await eventually(
      () => workbench.read('Sheet1', 'E1'),
      (values) => values[0]?.[0] === '',
    );
  });

  it('shows in a dialog why a command of the ribbon could not run', async () => {
    await (await workbench.page.waitForSelector('[data-command="makeBriefing"]'))?.click();
    const frame = await eventually(
      async () => workbench.page.frames().find((candidate) => candidate.url().includes('/frame/message.html')),
      (found) => found !== undefined,
    );
    await eventually(
      async () => frame?.evaluate(() => document.body.textContent ?? ''),
      (text) => text?.includes('这不是活动工作簿') === true,
    );
    await (await workbench.byText('.dialog button', '关闭')).click();
    await workbench.idle();
  });

  it('makes the campaign workbook from the pane, sheet by sheet in the grid', async () => {
    await (await PanePage.of(workbench)).firstRun('zh');
    const tabs = await eventually(
      () => workbench.tabs(),
      (names) => names.includes('报送台账'),
      60_000,
    );
    expect(tabs).toEqual(expect.arrayContaining(['设置', '单位名册', '报送事项', '收件登记', '报送台账']));
    await workbench.chooseTab('单位名册');
    expect(
      await eventually(
        () => workbench.shown('B5'),
        (text) => text !== '',
      ),
    ).toBe((await workbench.read('单位名册', 'B5'))[0]?.[0]);
  });

  it('runs a command of the ribbon without the pane and ends it', async () => {
    await workbench.idle();
    const command = await workbench.page.waitForSelector('[data-command="highlightOverdue"]');
    await command?.click();
    await eventually(
      () => workbench.activeSheet(),
      (sheet) => sheet === '报送台账',
    );
    await workbench.idle();
    expect(await workbench.notices('error')).toEqual([]);
    await (await workbench.byText('.dialog button', '关闭')).click();
    // The keyboard is wherever the command left it: a person clicks the sheet's tab before reading a cell.
    const shown = async (): Promise<string> => {
      await workbench.chooseTab('报送台账');
      return workbench.shown('F5');
    };
    expect(await eventually(shown, (status) => status === '逾期', 45_000)).toBe('逾期');
  });

  it('saves an .xlsx that has what was typed, and opens it again', async () => {
    await workbench.chooseTab('单位名册');
    await workbench.type('P5', '=1+1');
    await (await workbench.byText('.file-buttons button', '保存')).click();
    const { name, bytes } = await workbench.download();
    expect(name).toBe('工作簿1.xlsx');
    const book = await readBook(bytes);
    const roster = book.sheets.find((sheet) => sheet.name === '单位名册');
    expect(roster?.cells.get('4,15')).toMatchObject({ formula: '=1+1', value: 2 });

    const tabs = await workbench.tabs();
    await (await workbench.byText('.file-buttons button', '新建')).click();
    await eventually(
      () => workbench.tabs(),
      (names) => names.length === 1,
    );
    const input = await workbench.page.$('input[type="file"]');
    await (input as unknown as { uploadFile(file: string): Promise<void> }).uploadFile(
      path.join(workbench.downloads, name),
    );
    await eventually(
      () => workbench.tabs(),
      (names) => names.length === tabs.length,
      60_000,
    );
    expect(await workbench.tabs()).toEqual(tabs);
    await workbench.idle();
    expect(
      await eventually(
        () => workbench.read('单位名册', 'P5'),
        (values) => values[0]?.[0] === 2,
      ),
    ).toEqual([[2]]);
  });

  it('refuses a file that is no workbook, in words', async () => {
    const input = await workbench.page.$('input[type="file"]');
    await (input as unknown as { uploadFile(file: string): Promise<void> }).uploadFile(
      path.join(process.cwd(), 'package.json'),
    );
    await eventually(
      () => workbench.notices('error'),
      (texts) => texts.some((text) => text.startsWith('这个文件打不开')),
    );
  });

  it('changes language, bars and pane alike; whoever said that they act is not asked again by the pane that comes anew', async () => {
    const before = await PanePage.of(workbench);
    const field = await (await workbench.frame('taskpane')).waitForSelector('form input');
    await field?.type('王小明');
    await before.press('就是我');
    await before.says('操作人：王小明');
    await (await workbench.byText('.language', 'English')).click();
    await workbench.byText('.ribbon-tabs button', 'Campaign');
    const pane = await workbench.frame('taskpane');
    await eventually(
      () => pane.evaluate(() => document.documentElement.lang),
      (language) => language === 'en-US',
    );
    await (await PanePage.of(workbench)).says('By: 王小明');
    expect(await pane.$('form input')).toBeNull();
  });
});

describe('the workbench as it opens by itself', () => {
  let sample: WorkbenchPage;
  beforeAll(async () => {
    sample = await WorkbenchPage.open(new URL('/?now=2021-06-11T10:00', workbench.url).href);
  });
  afterAll(() => sample?.close());

  it('shows the 2021 campaign filled with sample data, not marked as changed', async () => {
    const tabs = await eventually(
      () => sample.tabs(),
      (names) => names.length > 10,
      150_000,
    );
    expect(tabs).toEqual(expect.arrayContaining(['报送台账', '成绩排名', '领导简报']));
    await sample.idle();
    expect(await sample.notices('error')).toEqual([]);
    expect(await sample.page.$eval('.file-name', (name) => name.textContent)).toBe('2021年示例活动.xlsx');
  });

  it('takes every cell of a hand that types without waiting, also while rules still load', async () => {
    await sample.chooseTab('单位名册');
    await sample.select('F5');
    const phones = Array.from({ length: 12 }, (_, index) => `1380000${1000 + index}`);
    for (const phone of phones) {
      await sample.page.keyboard.type(phone);
      await sample.page.keyboard.press('Enter');
    }
    const taken = await eventually(
      async () => (await sample.read('单位名册', 'F5:F17')).flat().map(String),
      (values) => values[11] === phones[11],
    );
    expect(taken.slice(0, 12)).toEqual(phones);
    await sample.chooseTab('报送台账');
    expect((await sample.read('报送台账', 'F5'))[0]?.[0]).toBe(await sample.shown('F5'));
    expect(await sample.notices('error')).toEqual([]);
  });
});
