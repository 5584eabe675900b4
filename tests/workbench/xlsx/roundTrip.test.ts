import { describe, expect, test } from '@jest/globals';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { comparable, richBook } from './richBook';

describe('writing a book and reading it again', () => {
  test('gives back everything that the model has', async () => {
    const book = richBook();
    const again = await readBook(await writeBook(book));
    const expected = comparable(richBook());
    // A password is kept as its hash; a column style reaches the cells that have content.
    expected.sheets[3]!.protection = { options: { allowEditObjects: true, allowEditScenarios: true, passwordHash: { password: expect.any(String) } } };
    for (const at of ['0,3', '1,3', '2,3']) expected.sheets[0]!.cells[at]!.style = { numberFormat: '@' };
    expect(comparable(again)).toEqual(expected);
  });
});
