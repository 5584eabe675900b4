// Rows that paper would cut: none on sheets as they are made; what people type longer is named with its line.
import { describe, expect, it, jest } from '@jest/globals';
import { newBook, type Book, type Sheet } from '../../../src/workbench/model/book';
import { copyOfBook } from '../../../src/workbench/model/copyOfBook';
import { putCell, setContent } from '../../../src/workbench/model/cells';
import { cutRows } from '../../../src/workbench/paper/cutRows';
import { madeEverySheet } from '../../support/madeBooks';

jest.setTimeout(300_000);

const shown = ({ sheets }: Book): string[] =>
  sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name);

describe('rows that paper would cut', () => {
  it.each(['zh', 'en'] as const)('are on no sheet of a whole campaign as it is made (%s)', async (language) => {
    const book = await madeEverySheet(language);
    expect(cutRows(book, shown(book)).map(({ message }) => message.en)).toEqual([]);
  });

  it('are those whose text people made longer: a title of the notice, the reason of an extension', async () => {
    const book = copyOfBook(await madeEverySheet('zh'));
    const sheetCalled = (name: string): Sheet => book.sheets.find((each) => each.name === name) as Sheet;
    const exceptions = sheetCalled('例外与延期');
    const reason = exceptions.tables[0]?.columns.findIndex(({ name }) => name === '理由') ?? -1;
    setContent(exceptions, 4, reason, { value: '防汛'.repeat(60) });
    setContent(sheetCalled('公示'), 0, 0, {
      value: '关于全县禁毒宣传教育系列活动最美禁毒故事评选结果及拟表彰作品名单的公示'.repeat(2),
    });
    expect(cutRows(book, shown(book))).toMatchObject([
      { code: 'text-cut', sheet: '例外与延期', row: '5' },
      { code: 'text-cut', sheet: '公示', row: '1', found: expect.stringContaining('关于全县') },
    ]);
    expect(cutRows(book, ['公示'])).toHaveLength(1);
    // What is not twice as long stands in smaller type.
    setContent(sheetCalled('公示'), 0, 0, {
      value: '关于全县禁毒宣传教育系列活动最美禁毒故事评选结果及拟表彰作品名单的公示',
    });
    expect(cutRows(book, ['公示'])).toEqual([]);
  });

  it('in one line words go on over free cells, and end at the next one that says something; a number turns into #', () => {
    const book = newBook();
    const [sheet] = book.sheets;
    if (!sheet) throw new Error('no sheet');
    putCell(sheet, 0, 0, { value: '写得很长的一行备注' });
    putCell(sheet, 1, 0, { value: '写得很长的一行备注' });
    putCell(sheet, 1, 1, { value: '旁边' });
    putCell(sheet, 2, 0, { value: 44357.5, style: { numberFormat: 'yyyy-mm-dd hh:mm:ss' } });
    putCell(sheet, 3, 0, { value: '写得很长的一行备注', style: { wrap: true } });
    expect(cutRows(book, shown(book))).toMatchObject([
      { row: '2', message: { zh: expect.stringContaining('第 2、3 行') } },
    ]);
  });
});
