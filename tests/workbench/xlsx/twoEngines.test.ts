// The campaign workbook with all its data, worked out by two engines that share no code.
import { expect, test } from '@jest/globals';
import { serialFromWallTime } from '../../../src/core/ground/wallTime';
import type { Book } from '../../../src/workbench/model/book';
import { SAMPLE_AS_OF } from '../../../src/workbench/samples/buildSample';
import { recalculate } from '../../../src/workbench/xlsx/libreOffice';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { moment } from '../../support/campaignHost';
import { madeSample } from '../../support/madeBooks';
import { describeWithLibreOffice } from './givenLibreOffice';

/** Cells in which the two differ, and how many formulas there are. */
function compared(book: Book, other: Book): { formulas: number; differences: string[] } {
  const differences: string[] = [];
  let formulas = 0;
  for (const sheet of book.sheets) {
    const twin = other.sheets.find(({ name }) => name === sheet.name);
    for (const [key, cell] of sheet.cells) {
      if (!cell.formula) continue;
      formulas++;
      const value = cell.value ?? '';
      const second = twin?.cells.get(key)?.value ?? '';
      const same =
        typeof value === 'number' && typeof second === 'number'
          ? Math.abs(value - second) < 1e-7
          : JSON.stringify(value) === JSON.stringify(second);
      if (!same)
        differences.push(
          `${sheet.name} ${key}: ${JSON.stringify(value)} and ${JSON.stringify(second)} for ${cell.formula}`,
        );
    }
  }
  return { formulas, differences };
}

describeWithLibreOffice('Univer and LibreOffice agree on every formula of the sample campaign', () => {
  test.each(['zh', 'en'] as const)(
    'in the language %s',
    async (language) => {
      const book = await madeSample(language);
      const { formulas, differences } = compared(
        book,
        await recalculate(await writeBook(book), serialFromWallTime(moment(SAMPLE_AS_OF))),
      );
      expect(formulas).toBeGreaterThan(5000);
      expect(differences).toEqual([]);
    },
    240_000,
  );
});
