// 首页 counts by itself an objection that was registered and has no row any more: it keeps the list pending, and nobody would see it.
import { openOffice } from '../../../src/workbench/hands/sessions';
import { keptOffices } from '../../support/sampleOfficeBooks';

const office = openOffice({ calculated: true });

/** What 首页 says is to be corrected, and where the link of the line of objections leads. */
async function said(): Promise<[sentence: string, where: string]> {
  await office.host.calculateNow();
  return office.two.run(async (context) => {
    const { worksheets } = context.workbook;
    const page = worksheets.getItem('首页').getUsedRange().load('values');
    const cell = worksheets.getItem('首页').getRange('Z1');
    cell.formulas = [['=LaterWhere']];
    await context.sync();
    await office.host.calculateNow();
    cell.load('values');
    await context.sync();
    const sentence = (page.values as unknown[][]).flat().find((word) => String(word).startsWith('待改正：'));
    const where = String((cell.values as unknown[][])[0]?.[0]);
    cell.clear();
    await context.sync();
    return [String(sentence), where];
  });
}

it('counts it while it has no row, leads to the register, and counts nothing once the row is back', async () => {
  const { decided } = await keptOffices();
  await office.open(decided);
  const [before, nowhere] = await said();
  const rows = await office.two.run(async (context) => {
    const body = context.workbook.tables.getItem('Objections').getDataBodyRange().load('formulas');
    await context.sync();
    body.getRow(0).clear('Contents');
    await context.sync();
    return body.formulas as unknown[][];
  });
  const [gone, where] = await said();
  const count = (sentence: string): number => Number(/(\d+) 处/.exec(sentence)?.[1] ?? 0);
  expect([count(gone) - count(before), nowhere, where]).toEqual([1, '', 'Objections']);
  await office.two.run(async (context) => {
    context.workbook.tables.getItem('Objections').getDataBodyRange().formulas = rows;
    await context.sync();
  });
  expect(await said()).toEqual([before, '']);
}, 120_000);
