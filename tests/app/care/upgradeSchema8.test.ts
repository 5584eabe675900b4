// A workbook of schema 8, made before its formulas were shortened: receipts, an extension, the tracker.
import { readFileSync } from 'node:fs';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import type { Book, Sheet } from '../../../src/workbench/model/book';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { SCHEMA_VERSION, schemaVersionOf } from '../../../src/workbook/tables/settings/schemaVersion';
import { campaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';

jest.setTimeout(240_000);

it('schema 9: gets the new formulas in every row, says the same of every unit, and nobody is said to have typed over them', async () => {
  const book = await readBook(readFileSync('tests/samples/workbook-schema8.xlsx'));
  const host = campaignHost({ book, now: '2021-06-10T18:00:01' });
  await host.host.calculateNow();
  expect(schemaVersionOf(await host.port.read({ tables: CAMPAIGN_TABLES }))).toBe(8);
  expect(await runJob(host.deps, 'upgrade')).toMatchObject({ stopped: false, problems: [] });
  await host.host.calculateNow();
  expect(schemaVersionOf(await host.port.read({ tables: CAMPAIGN_TABLES }))).toBe(SCHEMA_VERSION);
  const check = await runJob(host.deps, 'check');
  expect(check.problems).toEqual([]);
  expect(check.results).toMatchObject({ agree: true, differing: 0 });
  const { results } = await runJob(host.deps, 'overdue');
  expect(results).toMatchObject({ units: 15, items: 15, counts: { underReview: 74, overdue: 15, pending: 109 } });
  expect(await runJob(host.deps, 'upgrade')).toMatchObject({ changed: {} });
});

/** The line above the register of receipts, as its cell holds it: its row and the formula or words in it. */
function lineAbove(book: Book): { sheet: Sheet; row: number; column: number; text: string } {
  const sheet = book.sheets.find(({ tables }) => tables.some(({ name }) => name === 'Receipts'))!;
  const row = sheet.tables[0]!.range.row - 1;
  const column = Array.from({ length: 20 }, (_, at) => at).find((at) => sheet.cells.has(`${row},${at}`)) ?? -1;
  const { formula, value } = sheet.cells.get(`${row},${column}`) ?? {};
  return { sheet, row, column, text: String(formula ?? value ?? '') };
}

it('the line above the receipts counts nothing taken back as sent back from now on; a line of somebody’s own stays', async () => {
  const upgraded = async (own?: string): Promise<string> => {
    const book = await readBook(readFileSync('tests/samples/workbook-schema8.xlsx'));
    const host = campaignHost({ book, now: '2021-06-10T18:00:01' });
    const { sheet, row, column, text } = lineAbove(book);
    expect(text).not.toContain('撤销');
    if (own !== undefined) await host.host.edit(sheet.id, row, column, own);
    await host.host.calculateNow();
    await runJob(host.deps, 'upgrade');
    return lineAbove(host.host.book).text;
  };
  expect(await upgraded()).toContain('<>*撤销登记');
  expect(await upgraded('本周只收电子版')).toBe('本周只收电子版');
});
