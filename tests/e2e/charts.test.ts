// Charts on the page: an add-in draws one, a person scrolls, zooms, types into its cells, and saves it.
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readBook } from '../../src/workbench/xlsx/readBook';
import { eventually, WorkbenchPage } from './workbenchPage';

jest.setTimeout(240_000);

interface Drawn {
  left: number;
  top: number;
  width: number;
  height: number;
  label: string;
  bars: number[];
}

describe('a chart in the grid', () => {
  let workbench: WorkbenchPage;

  const charts = (): Promise<Drawn[]> =>
    workbench.page.$$eval('.chart', (elements) =>
      elements.map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const bars = [...element.querySelectorAll('rect[fill="#DDF1E1"]')].map((rect) =>
          Math.round(Number(rect.getAttribute('width'))),
        );
        return { left, top, width, height, label: element.getAttribute('aria-label') ?? '', bars };
      }),
    );
  const chart = async (isRight: (drawn: Drawn) => boolean): Promise<Drawn> => {
    const [drawn] = await eventually(charts, ([first]) => first !== undefined && isRight(first));
    if (!drawn) throw new Error('no chart');
    return drawn;
  };

  beforeAll(async () => {
    workbench = await WorkbenchPage.start('book=blank');
    const frame = await workbench.frame('taskpane');
    await frame.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRange('A1:B3').values = [
          ['事项', '已报'],
          ['方案', 10],
          ['故事', 40],
        ];
        const made = sheet.charts.add('BarClustered', sheet.getRange('A1:B3'), 'Columns');
        made.title.text = '已报情况';
        made.axes.valueAxis.maximum = 40;
        made.series.getItemAt(0).format.fill.setSolidColor('#DDF1E1');
        made.setPosition('D2', 'H13');
        await context.sync();
      }),
    );
  });

  afterAll(() => workbench?.close());

  test('lies over its cells and has its title as what it is called', async () => {
    const { label, width, height, bars } = await chart(({ bars: drawn }) => drawn.length === 2);
    expect(label).toBe('已报情况');
    expect([Math.round(width / 5), Math.round(height / 12)]).toEqual([expect.closeTo(72, -1), expect.closeTo(21, -1)]);
    expect((bars[1] ?? 0) / (bars[0] ?? 1)).toBeCloseTo(4, 0);
  });

  test('follows scrolling and zoom', async () => {
    const before = await chart(() => true);
    await workbench.page.mouse.move(before.left + 60, before.top + 60);
    await workbench.page.mouse.wheel({ deltaY: 60 });
    const scrolled = await chart(({ top }) => Math.abs(top - before.top) > 20);
    expect([scrolled.left, scrolled.width, scrolled.height]).toEqual([before.left, before.width, before.height]);
    await workbench.page.mouse.wheel({ deltaY: -60 });
    await chart(({ top }) => Math.abs(top - before.top) < 1);
    await workbench.page.keyboard.down('Control');
    await workbench.page.mouse.wheel({ deltaY: -120 });
    await workbench.page.keyboard.up('Control');
    const zoomed = await chart(({ width }) => width > before.width * 1.05);
    expect(zoomed.height / before.height).toBeCloseTo(zoomed.width / before.width, 2);
    await workbench.page.keyboard.down('Control');
    await workbench.page.mouse.wheel({ deltaY: 120 });
    await workbench.page.keyboard.up('Control');
    await chart(({ width }) => Math.abs(width - before.width) < 1);
  });

  test('shows what a person types, and lets clicks through to the cells under it', async () => {
    const {
      bars: [before = 0],
    } = await chart(() => true);
    await workbench.type('B2', '20');
    const { bars, left, top } = await chart(({ bars: [first = 0] }) => Math.abs(first - 2 * before) <= 2);
    expect(bars).toHaveLength(2);
    await workbench.page.mouse.click(left + 100, top + 100);
    await workbench.page.keyboard.type('7');
    await workbench.page.keyboard.press('Enter');
    await eventually(
      () => workbench.read('Sheet1', 'D2:H13'),
      (values) => values.flat().includes(7),
    );
  });

  test('is in the saved file, and is away on other sheets', async () => {
    await (await workbench.byText('.top-bar button', '保存')).click();
    const { bytes } = await workbench.download();
    expect((await readBook(bytes)).sheets[0]?.charts).toMatchObject([
      { type: 'BarClustered', title: { text: '已报情况' }, from: { row: 1, column: 3 }, to: { row: 13, column: 8 } },
    ]);
    const frame = await workbench.frame('taskpane');
    await frame.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.add('别处').activate();
        await context.sync();
      }),
    );
    await eventually(charts, (all) => all.length === 0);
    await workbench.chooseTab('Sheet1');
    await chart(() => true);
  });
});
