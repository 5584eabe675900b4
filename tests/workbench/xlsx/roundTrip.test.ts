import { describe, expect, test } from '@jest/globals';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { addTable, bookWith } from '../calc/sampleBooks';
import { comparable, richBook } from './richBook';

describe('writing a book and reading it again', () => {
  test('gives back everything that the model has', async () => {
    const book = richBook();
    const again = await readBook(await writeBook(book));
    const expected = comparable(richBook());
    // A password is kept as its hash; a column style reaches the cells that have content.
    expected.sheets[3]!.protection = {
      options: { allowEditObjects: true, allowEditScenarios: true, passwordHash: { password: expect.any(String) } },
    };
    for (const at of ['0,3', '1,3', '2,3']) expected.sheets[0]!.cells[at]!.style = { numberFormat: '@' };
    expect(comparable(again)).toEqual(expected);
  });

  test('opens on a visible sheet when the active one is hidden', async () => {
    const book = richBook();
    book.active = 2;
    const again = await readBook(await writeBook(book));
    expect(again.active).toBe(0);
  });

  test('a book without results is read without them', async () => {
    const again = await readBook(await writeBook(richBook(), { cachedResults: false }));
    expect(again.sheets[0]?.cells.get('2,0')).toEqual({ formula: '=SUM(Receipts[分数])' });
  });

  test('formulas come back as they were written, newer functions and short references too', async () => {
    const book = bookWith('a', [[1]]);
    addTable(
      book,
      'b',
      'T',
      ['数', '两 字'],
      [
        [1, '=IFNA(XLOOKUP([@数],T[数],T[[#This Row],[两 字]]),RANK.EQ([@数],T[数]))'],
        [2, '=SUM(T[@])&"_xlfn.[@数]"'],
      ],
    );
    const again = await readBook(await writeBook(book));
    expect([1, 2].map((row) => again.sheets[1]?.cells.get(`${row},1`)?.formula)).toEqual([
      '=IFNA(XLOOKUP(T[[#This Row],[数]],T[数],T[[#This Row],[两 字]]),RANK.EQ(T[[#This Row],[数]],T[数]))',
      '=SUM(T[#This Row])&"_xlfn.[@数]"',
    ]);
  });
});
