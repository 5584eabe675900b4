// 首页 and 报送矩阵 are formulas: what somebody types over one is counted on 首页 without the add-in, named by the check, and kept when the page is made again.
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CHECK } from '../../../src/app/care/checkWorkbookJob';
import { OVERVIEW } from '../../../src/app/care/overviewJob';
import { MATRIX } from '../../../src/app/publish/matrixJob';
import { FEW_UNITS, newCampaignHost, type CampaignHost } from '../../support/campaignHost';

jest.setTimeout(120_000);

const NOW = '2021-06-08T09:00';

describe.each(['zh', 'en'] as const)('formulas of 首页 and 报送矩阵 in %s', (language) => {
  const [page, matrix] = language === 'zh' ? ['首页', '报送矩阵'] : ['Overview', 'Matrix'];
  let host: CampaignHost;
  beforeAll(async () => {
    host = await newCampaignHost({ now: NOW, language, units: FEW_UNITS });
    await MATRIX.perform(host.deps, {}, 'write');
    await host.host.calculateNow();
  });

  const put = async (sheet: string, address: string, what: 'insertRow' | string | number): Promise<void> => {
    await host.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address);
      if (what === 'insertRow') range.getEntireRow().insert('Down');
      else range.formulas = [[what]];
      await context.sync();
    });
    await host.host.calculateNow();
  };
  const formulaAt = async (sheet: string, address: string): Promise<string> =>
    host.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('formulas');
      await context.sync();
      return String(range.formulas[0]?.[0]);
    });
  const cells = async (sheet: string): Promise<readonly (readonly unknown[])[]> => {
    const { sheets } = await host.port.read({ tables: [], sheets: [sheet] });
    return sheets.find(({ name }) => name === sheet)?.values ?? [];
  };
  /** What 首页 counts of both, without the add-in. */
  const counted = async (): Promise<unknown> =>
    (await cells(page)).find(([first]) => String(first).includes(matrix) && String(first).includes(page))?.[13];
  const named = async (): Promise<unknown[]> =>
    (await CHECK.perform(host.deps, {}, 'preview')).problems
      .filter(({ code }) => code === 'made-sheet-typed')
      .map(({ sheet, row, found }) => [sheet, row, found]);

  it('are nothing to correct as they were made, also where somebody puts a row in', async () => {
    expect([await counted(), await named()]).toEqual([0, []]);
    await put(page, 'A10', 'insertRow');
    expect([await counted(), await named()]).toEqual([0, []]);
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(page).getRange('10:10').delete('Up');
      await context.sync();
    });
  });

  it('are counted on 首页 and named with their cells when somebody typed over them, whatever they show', async () => {
    const [tile, sign, same] = [
      await formulaAt(page, 'C6'),
      await formulaAt(matrix, 'D8'),
      await formulaAt(matrix, 'C7'),
    ];
    await put(page, 'C6', 7);
    await put(matrix, 'D8', '●');
    await put(matrix, 'C7', String((await cells(matrix))[6]?.[2]));
    expect(await counted()).toBe(3);
    expect(await named()).toEqual([
      [page, 'C6', '7'],
      [matrix, 'C7', expect.any(String)],
    ]);
    expect((await cells(matrix)).flat().filter((cell) => /处公式被改写|typed over/.test(String(cell)))).toHaveLength(1);
    await put(page, 'C6', tile);
    await put(matrix, 'D8', sign);
    await put(matrix, 'C7', same);
    expect([await counted(), await named()]).toEqual([0, []]);
  });

  it('are named where another formula was typed over them, which the sheet cannot tell', async () => {
    const [tile, sign] = [await formulaAt(page, 'C6'), await formulaAt(matrix, 'D8')];
    await put(page, 'C6', '=3+5');
    await put(matrix, 'D8', '=3+5');
    expect(await named()).toEqual([
      [page, 'C6', '=3+5'],
      [matrix, 'D8', '8'],
    ]);
    await put(page, 'C6', tile);
    await put(matrix, 'D8', sign);
    expect(await named()).toEqual([]);
  });

  it('are named where a formula of the page itself was typed over them: another status, another item, another cell', async () => {
    const own = await Promise.all(['H9', 'I9', 'A10', 'A11', 'N9', 'N10'].map((at) => formulaAt(page, at)));
    const [onTime, late, second, third, rate, otherRate] = own as [string, string, string, string, string, string];
    await put(page, 'H9', late);
    await put(page, 'A10', third);
    await put(page, 'N9', otherRate);
    expect(await named()).toEqual([[page, 'H9', late]]);
    const [problem] = (await CHECK.perform(host.deps, {}, 'preview')).problems;
    expect(problem?.message[language]).toMatch(/H9.*N9.*A10/s);
    await put(page, 'H9', onTime);
    await put(page, 'A10', second);
    await put(page, 'N9', rate);
    expect(await named()).toEqual([]);
  });

  it('are named where rows were put into 首页, too, and not for a formula of one’s own beside it', async () => {
    await put(page, 'S3', '=1+1');
    expect(await named()).toEqual([]);
    const [tile, state] = [await formulaAt(page, 'C6'), await formulaAt(page, 'H9')];
    await put(page, 'C6', 7);
    await put(page, 'A10', 'insertRow');
    expect(await named()).toEqual([[page, 'C6', '7']]);
    await put(page, 'A3', 'insertRow');
    await put(page, 'H10', '=3+5');
    expect(await named()).toEqual([[page, 'C7', '7']]);
    const [problem] = (await CHECK.perform(host.deps, {}, 'preview')).problems;
    expect(problem?.message[language]).toContain('H10“=3+5”');
    await put(page, 'H10', state.replaceAll('$9', '$10'));
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(page).getRange('3:3').delete('Up');
      await context.sync();
    });
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(page).getRange('10:10').delete('Up');
      await context.sync();
    });
    await put(page, 'S3', '');
    await put(page, 'C6', tile);
    expect([await counted(), await named()]).toEqual([0, []]);
  });

  it('of a matrix stand beside the units and items that it was made for: another name, a row that is gone, an id twice are named', async () => {
    const names = await cells(matrix);
    const [id, name] = [String(names[6]?.[0]), String(names[6]?.[1])];
    const heads = async (): Promise<unknown[]> =>
      ((await named()) as unknown[][]).filter(([sheet, row]) => sheet === matrix && row === undefined);
    await put(matrix, 'B7', 'X');
    expect(await heads()).toEqual([[matrix, undefined, `${id} X`]]);
    await put(matrix, 'B7', name);
    await put(matrix, 'A7', String(names[7]?.[0]));
    expect(await heads()).toHaveLength(1);
    await put(matrix, 'A7', id);
    expect(await heads()).toEqual([]);
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(matrix).getRange('7:7').delete('Up');
      await context.sync();
    });
    expect(await heads()).toEqual([[matrix, undefined, `${id} ${name}`]]);
    await MATRIX.perform(host.deps, {}, 'write');
    await host.host.calculateNow();
    expect(await named()).toEqual([]);
  });

  it('keep what was typed over them when 首页 is made again', async () => {
    await put(page, 'C6', 7);
    const { results, notices } = await OVERVIEW.perform(host.deps, {}, 'write');
    expect([results.keptAs === null, notices.map(({ code }) => code)]).toEqual([false, ['sheet-kept']]);
    await host.host.calculateNow();
    expect([await counted(), (await cells(results.keptAs ?? ''))[5]?.[2]]).toEqual([0, 7]);
  });

  it('are nothing to correct where columns and sheets that they speak of got other names or places', async () => {
    const other = await newCampaignHost({ now: NOW, language, units: FEW_UNITS });
    const renamed = async (act: (context: Excel.RequestContext) => void): Promise<unknown[]> => {
      await other.Excel.run(async (context) => {
        act(context);
        await context.sync();
      });
      await other.host.calculateNow();
      const { problems } = await CHECK.perform(other.deps, {}, 'preview');
      return problems.filter(({ code }) => code === 'made-sheet-typed').map(({ message }) => message.zh);
    };
    const state = language === 'zh' ? '状态' : 'Status';
    const receipts = language === 'zh' ? '收件登记' : 'Receipts';
    expect(
      await renamed(({ workbook }) => {
        workbook.tables.getItem('Tracker').columns.getItem(state).name = '办理情况';
      }),
    ).toEqual([]);
    expect(
      await renamed(({ workbook }) => workbook.worksheets.getItem(receipts).getRange('C:C').insert('Right')),
    ).toEqual([]);
    expect(
      await renamed(({ workbook }) => {
        workbook.worksheets.getItem(receipts).name = '收件 2021';
      }),
    ).toEqual([]);
  });
});
