// Days without the add-in (`npm run office-days` lives many): sheet and rules count alike, or the cell is named by both.
import { everyJobDay } from '../../src/workbench/hands/everyJobDay';
import { bookOfTheDay } from '../../src/workbench/hands/officeDays';
import { openOffice } from '../../src/workbench/hands/sessions';
import { officeDay } from '../../src/workbench/hands/withoutAddIn';
import { keptOffices } from '../support/sampleOfficeBooks';

jest.setTimeout(240_000);

test('what people type, sort and clear on two days is counted alike by sheets and rules, or named', async () => {
  const office = openOffice({ now: '2021-06-09T09:00', calculated: true });
  const book = await bookOfTheDay(office);
  for (const seed of [6, 7]) expect((await officeDay(office, book, seed)).wrong).toEqual([]);
});

test('after two days of anything typed, sorted, deleted or renamed in a decided contest every job answers in words', async () => {
  const office = openOffice({ now: '2021-06-12T09:00', calculated: true });
  const { decided, settled } = await keptOffices();
  expect((await everyJobDay(office, decided, 11)).wrong).toEqual([]);
  expect((await everyJobDay(office, settled, 12)).wrong).toEqual([]);
});
