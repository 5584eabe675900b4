// What people do to the name of a unit in a row, without the add-in: the id follows, and the sheet and the rules count alike.
import type { TableName } from '../../../src/workbook/contract/keys';
import fc from 'fast-check';
import { FOLD_ALPHABET, foldCell, foldFormula } from '../../../src/workbook/contract/cellFold';
import type { CellValue, TableSnapshot } from '../../../src/workbook/contract/snapshot';
import { appendRows, entriesOf, updateCells, type EditOf } from '../../../src/workbook/contract/edits';
import { CAMPAIGN_TABLES, specFinder, wordsFor } from '../../../src/workbook/tables/registry';
import { RECEIPTS } from '../../../src/workbook/tables/receipts/receipts';
import { UNITS } from '../../../src/workbook/tables/units/units';
import { recalculate } from '../../../src/workbench/xlsx/libreOffice';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { itInLibreOffice } from '../xlsx/givenLibreOffice';
import { onHost } from '../host/onHost';
import { runJob } from '../../support/runJob';

jest.setTimeout(240_000);

const NOW = '2021-06-09T09:00';

async function run(host: CampaignHost, job: string, settings: Readonly<Record<string, string>> = {}) {
  const report = await runJob(host.deps, job, settings);
  if (report.stopped) throw new Error(`${job}: ${report.message.en}`);
  return report;
}

async function tableNow(host: CampaignHost, name: TableName): Promise<TableSnapshot> {
  await host.host.calculateNow();
  const table = (await host.port.read({ tables: CAMPAIGN_TABLES })).tables[name];
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

/** Types into the row of the body at `row`; the row below the last is the one under the table. */
async function typeInto(
  host: CampaignHost,
  name: TableName,
  row: number,
  cells: Readonly<Record<string, string>>,
): Promise<void> {
  const table = await tableNow(host, name);
  const sheet = host.host.book.sheets.find((each) => each.tables.some((one) => one.name === name));
  if (!sheet) throw new Error(`no sheet of ${name}`);
  for (const [header, input] of Object.entries(cells))
    await host.host.edit(sheet.id, table.top + 1 + row, table.left + table.headers.indexOf(header), input);
}

const column = (table: TableSnapshot, header: string): CellValue[] =>
  table.values.map((row) => row[table.headers.indexOf(header)] ?? '');

async function statusOf(host: CampaignHost, unit: string, item: string): Promise<string> {
  const table = await tableNow(host, 'Tracker');
  const row = table.values.find(
    (cells) => cells[table.headers.indexOf('单位')] === unit && cells[table.headers.indexOf('事项编号')] === item,
  );
  return String(row?.[table.headers.indexOf('状态')]);
}

const rowOfUnit = async (host: CampaignHost, name: string): Promise<number> =>
  column(await tableNow(host, 'Units'), '单位名称').indexOf(name);

async function withOneReceipt(): Promise<CampaignHost> {
  const host = await newCampaignHost({ now: NOW });
  await run(host, 'receive', {
    unit: '西渡镇',
    requirement: 'T1',
    parts: '方案文本',
    review: '通过',
    at: '2021-06-07 12:00',
  });
  return host;
}

const differences = async (host: CampaignHost): Promise<unknown> => {
  await host.host.calculateNow();
  const report = await runJob(host.deps, 'check', {}, { mode: 'preview' });
  return (report.results as { differing: number }).differing;
};

describe('the unit in a receipt', () => {
  it('corrected by hand, counts for the unit that the row names now', async () => {
    const host = await withOneReceipt();
    expect([await statusOf(host, '西渡镇', 'T1'), await statusOf(host, '集兵镇', 'T1')]).toEqual(['已报', '逾期']);
    await typeInto(host, 'Receipts', 0, { 单位: '集兵镇' });
    expect([await statusOf(host, '西渡镇', 'T1'), await statusOf(host, '集兵镇', 'T1')]).toEqual(['逾期', '已报']);
    expect(await differences(host)).toBe(0);
  });

  it('typed in the row under the table, with no add-in, counts at once', async () => {
    const host = await withOneReceipt();
    await typeInto(host, 'Receipts', 1, {
      收到时间: '2021/6/7 13:00',
      单位: ' 集 兵镇　',
      事项编号: 'T1',
      含材料: '方案文本',
      审核: '通过',
    });
    expect(column(await tableNow(host, 'Receipts'), '单位编号')).toEqual(['U01', 'U02']);
    expect(await statusOf(host, '集兵镇', 'T1')).toBe('已报');
    expect(await differences(host)).toBe(0);
  });

  it('stays what it was when the unit is renamed, and follows the new name where that is chosen', async () => {
    const host = await withOneReceipt();
    await typeInto(host, 'Units', await rowOfUnit(host, '西渡镇'), { 单位名称: '西渡街道' });
    expect(column(await tableNow(host, 'Receipts'), '单位编号')).toEqual(['U01']);
    expect(await statusOf(host, '西渡街道', 'T1')).toBe('已报');
    // Another unit is called now as the row says: the sheet marks it, as the rules name it.
    const other = await rowOfUnit(host, '集兵镇');
    await typeInto(host, 'Units', other, { 单位名称: '西渡镇' });
    expect(column(await tableNow(host, 'Receipts'), '待改正')).toEqual(['[单位?]']);
    await typeInto(host, 'Units', other, { 单位名称: '集兵镇' });
    expect(column(await tableNow(host, 'Receipts'), '待改正')).toEqual(['']);
    await typeInto(host, 'Receipts', 0, { 单位: '西渡街道' });
    expect(column(await tableNow(host, 'Receipts'), '单位编号')).toEqual(['U01']);
    // The former name alone, in a new row, is nobody's any more.
    await typeInto(host, 'Receipts', 1, { 收到时间: '2021/6/7 13:00', 单位: '西渡镇' });
    expect(column(await tableNow(host, 'Receipts'), '单位编号')).toEqual(['U01', '']);
  });

  it('is known by short name and alias, by none that two units share, and is never a row that waits for its name', async () => {
    const host = await newCampaignHost({ now: NOW });
    const snapshot = await host.port.read({ tables: CAMPAIGN_TABLES });
    const [units, receipts] = [snapshot.tables['Units'], snapshot.tables['Receipts']];
    if (!units || !receipts) throw new Error('no campaign');
    const waiting = column(units, '单位名称').indexOf('');
    const named = (name: string, cells: Readonly<Record<string, string>>): EditOf<'Units'>[] =>
      entriesOf(cells as Partial<Record<'shortName' | 'aliases', string>>).map(([key, value]) => ({
        index: name === '' ? waiting : column(units, '单位名称').indexOf(name),
        key,
        value: value ?? '',
      }));
    const typed = [
      '集兵',
      '老集',
      '老集2',
      '集兵镇政府',
      '共名',
      '共简',
      '待定',
      '某局',
      '老',
      '*',
      '?兵镇',
      '~',
      '、',
      ' ',
      'x'.repeat(300),
    ];
    const find = specFinder([], [], 'zh');
    const steps = [
      ...updateCells(UNITS, units, [
        ...named('集兵镇', { shortName: '集兵', aliases: '集兵镇政府，老集；共名' }),
        ...named('杉桥镇', { shortName: '共 简', aliases: '共名、老集2' }),
        ...named('井头镇', { aliases: '共简' }),
        ...named('', { shortName: '待定', aliases: '某局' }),
      ]),
      ...appendRows(
        RECEIPTS,
        receipts,
        typed.map((unit, index) => ({ receiptId: `R${String(index + 1).padStart(4, '0')}`, unit })),
        wordsFor(RECEIPTS, 'zh', find),
      ),
    ];
    expect(await host.port.write({ steps }, snapshot)).toEqual([]);
    expect(column(await tableNow(host, 'Receipts'), '单位编号')).toEqual([
      'U02',
      'U02',
      'U03',
      'U02',
      ...typed.slice(4).map(() => ''),
    ]);
  });
});

describe('names in formulas and in the rules', () => {
  const letter = fc.constantFrom(...FOLD_ALPHABET, ...'县镇乡局通过退回');
  const texts = fc.sample(fc.string({ unit: letter, minLength: 1, maxLength: 12 }), { numRuns: 400, seed: 5 });
  const expected = texts.map(foldCell);

  async function folded(): Promise<ReturnType<typeof onHost>> {
    const host = onHost();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const range = sheet.getRange(`A1:A${texts.length}`);
      range.numberFormat = texts.map(() => ['@']);
      range.values = texts.map((word) => [`'${word}`]);
      sheet.getRange(`B1:B${texts.length}`).formulas = texts.map((_, index) => [`=${foldFormula(`A${index + 1}`)}`]);
    });
    return host;
  }

  it('fold alike over the listed signs', async () => {
    const { createUniverCalculator } = await import('../../../src/workbench/calc/univerCalculator');
    const host = await folded();
    const calculator = createUniverCalculator();
    await calculator.recalculate(host.host.book, 44354);
    expect(texts.map((_, row) => String(host.first.cells.get(`${row},1`)?.value ?? ''))).toEqual(expected);
    calculator.dispose();
  });

  itInLibreOffice('fold alike in LibreOffice too', async () => {
    const { host } = await folded();
    const book = await recalculate(await writeBook(host.book));
    expect(texts.map((_, row) => String(book.sheets[0]?.cells.get(`${row},1`)?.value ?? ''))).toEqual(expected);
  });
});
