// Days without the add-in, after which LibreOffice works the formulas out and saves: sheet and rules count alike, or the cell is named by both.
import { bookOfTheDay } from '../../src/workbench/hands/officeDays';
import { openOffice } from '../../src/workbench/hands/sessions';
import { officeDay } from '../../src/workbench/hands/withoutAddIn';
import { recalculate, withoutResults } from '../../src/workbench/xlsx/libreOffice';
import { writeBook } from '../../src/workbench/xlsx/writeBook';
import { describeWithLibreOffice } from '../workbench/xlsx/givenLibreOffice';

const NOW = '2021-06-09T09:00';
/** The same moment as Excel counts it. */
const SERIAL = 44356.375;
/** One day wherever all tests run; OFFICE_DAYS=3 for three. */
const SEEDS = [11, 12, 13].slice(0, Number(process.env.OFFICE_DAYS ?? 1));

describeWithLibreOffice('a day in the office that LibreOffice saves', () => {
  it('is counted alike by sheets and rules, or the cell is named: rows typed, deleted, sorted, blocks copied and cut', async () => {
    const office = openOffice({ now: NOW, calculated: true });
    const book = await bookOfTheDay(office);
    const recalculated = async (day: typeof book): Promise<typeof book> =>
      recalculate(withoutResults(await writeBook(day)), SERIAL);
    const elsewhere = { recalculated, reader: openOffice({ now: NOW }) };
    for (const seed of SEEDS)
      expect([seed, (await officeDay(office, book, seed, 14, elsewhere)).wrong]).toEqual([seed, []]);
  }, 240_000);
});
