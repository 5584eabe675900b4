// What a writing that met others leaves in the log: nothing, so that lines stay in order and none is missed.
import { appendRows, updateCells } from '../../src/workbook/contract/edits';
import { keepRegisteredRows } from '../../src/workbook/tables/keepRegistered';
import { RECEIPTS } from '../../src/workbook/tables/receipts/receipts';
import { LOG } from '../../src/workbook/tables/records/records';
import { CAMPAIGN_TABLES, specFinder, wordsFor } from '../../src/workbook/tables/registry';
import type { Sheet } from '../../src/workbench/model/book';
import type { PlanStep } from '../../src/workbook/contract/plan';
import type { WorkbookSnapshot } from '../../src/workbook/contract/snapshot';
import { FEW_UNITS, newCampaignHost, type CampaignHost } from '../support/campaignHost';
import { runJob } from '../support/runJob';
import { tableNow, typeInto } from '../support/typeIntoTable';

jest.setTimeout(240_000);

/** A note of the first receipt, and three lines of the log. */
async function threeLines(host: CampaignHost): Promise<{ basis: WorkbookSnapshot; steps: PlanStep[] }> {
  const basis = await host.port.read({ tables: CAMPAIGN_TABLES, heads: [LOG.name] });
  const [receipts, log] = [basis.tables[RECEIPTS.name], basis.tables[LOG.name]];
  if (!receipts || !log) throw new Error('no tables');
  const line = (summary: string): Record<string, string | number> => ({ at: 44355, job: 'review', summary });
  const steps: PlanStep[] = [
    ...updateCells(RECEIPTS, receipts, [{ index: 0, key: 'note', value: '审核意见' }]),
    ...appendRows(LOG, log, ['一', '二', '三'].map(line), wordsFor(LOG, 'zh', specFinder([], [], 'zh'))),
  ];
  return { basis, steps };
}

it('rows of the log that were taken back are gone, and the next act stands below the last one', async () => {
  const host = await newCampaignHost({ now: '2021-06-08T09:00', units: FEW_UNITS });
  await runJob(host.deps, 'receive', { unit: '西渡镇', title: '活动方案', parts: '全部', at: '6月1日 09:00' });
  const before = (await tableNow(host, LOG.name)).values;
  const { basis, steps } = await threeLines(host);
  await typeInto(host, RECEIPTS.name, 0, { 备注: '别人写的' });
  const answers = await host.port.write({ steps: [...steps, ...keepRegisteredRows(steps, basis)] }, basis);
  expect(answers.map(({ code, message }) => [code, message.zh])).toEqual([
    ['disturbed', '写入时有人在同一处改动（“收件登记”第 5 行“备注”），刚写的内容已全部撤回。'],
  ]);
  expect((await tableNow(host, LOG.name)).values).toEqual(before);
  await runJob(host.deps, 'receive', { unit: '集兵镇', title: '活动方案', parts: '全部', at: '6月1日 10:00' });
  const after = (await tableNow(host, LOG.name)).values;
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.filter((row) => row.every((cell) => cell === ''))).toEqual([]);
  const undone = await runJob(host.deps, 'undo', {}, { mode: 'preview' });
  expect([...undone.problems, ...undone.notices].map(({ code }) => code)).not.toContain('row-deleted');
});

interface Line {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/**
 * Calls `act` at the start of the `nth` request after the lines below `before` were written and emptied again, with the place of the first of
 * them. Gives how many such requests there were so far.
 */
function atTheTaking(
  { host }: CampaignHost,
  before: number,
  nth: number,
  act: (line: Line) => void | Promise<void>,
): () => number {
  const sheet = host.book.sheets.find(({ tables }) => tables.some(({ name }) => name === LOG.name))!;
  const table = sheet.tables.find(({ name }) => name === LOG.name)!;
  const line = {
    sheet,
    row: table.range.row + 1 + before,
    column: table.range.column + table.columns.findIndex(({ name }) => name === '摘要'),
  };
  let [written, met] = [false, 0];
  host.slipIn(async ({ action }) => {
    const lines = table.range.rows - 1 - before;
    const isEmpty = (sheet.cells.get(`${line.row},${line.column}`)?.value ?? '') === '';
    written ||= lines > 0 && !isEmpty;
    if (action !== -1 || !written || lines === 0 || !isEmpty || ++met !== nth) return;
    await act(line);
  });
  return () => met;
}

it('where the log was protected meanwhile its empty lines stay, and that all was taken back is said all the same', async () => {
  const host = await newCampaignHost({ now: '2021-06-08T09:00', units: FEW_UNITS, calculator: null });
  await runJob(host.deps, 'receive', { unit: '西渡镇', title: '活动方案', parts: '全部', at: '6月1日 09:00' });
  const before = (await tableNow(host, LOG.name)).values;
  const { basis, steps } = await threeLines(host);
  await typeInto(host, RECEIPTS.name, 0, { 备注: '别人写的' });
  atTheTaking(host, before.length, 6, ({ sheet }) => {
    sheet.protection = { options: {} };
  });
  const answers = await host.port.write({ steps: [...steps, ...keepRegisteredRows(steps, basis)] }, basis);
  expect(answers.map(({ code }) => code)).toEqual(['disturbed']);
});

it.each([1, 2, 3, 4, 5, 6])(
  'a line that a colleague writes there at the request %i of the taking away stays',
  async (nth) => {
    const host = await newCampaignHost({ now: '2021-06-08T09:00', units: FEW_UNITS, calculator: null });
    await runJob(host.deps, 'receive', { unit: '西渡镇', title: '活动方案', parts: '全部', at: '6月1日 09:00' });
    const before = (await tableNow(host, LOG.name)).values;
    const { basis, steps } = await threeLines(host);
    await typeInto(host, RECEIPTS.name, 0, { 备注: '别人写的' });
    const place = (await tableNow(host, LOG.name)).headers.indexOf('摘要');
    const met = atTheTaking(host, before.length, nth, ({ sheet, row, column }) =>
      host.host.edit(sheet.id, row, column, '同事写的'),
    );
    await host.port.write({ steps: [...steps, ...keepRegisteredRows(steps, basis)] }, basis);
    host.host.slipIn(null);
    const lines = (await tableNow(host, LOG.name)).values.slice(before.length).map((row) => row[place]);
    // The sixth takes the rows away.
    expect(met()).toBeGreaterThanOrEqual(nth);
    expect(lines.filter((line) => line !== '')).toEqual(['同事写的']);
  },
);
