// A fault in a row that has no number yet leads to its cell: the row is found by what stands in it, wherever it stands now.
import { findPlace } from '../../../src/app/care/keyTarget';
import { problemPlace } from '../../../src/app/care/problemPlace';
import { pointAt } from '../../../src/excel/pointAt';
import type { Problem } from '../../../src/core/ground/problem';
import { TABLES } from '../../../src/workbook/tables/registry';
import type { Shown } from '../../../src/workbook/contract/pointing';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { typeInto } from '../../support/typeIntoTable';
import { runJob } from '../../support/runJob';

jest.setTimeout(120_000);

const unreadable = async (host: CampaignHost): Promise<Problem> => {
  const report = await runJob(host.deps, 'check', {}, { mode: 'preview' });
  const found = [...report.problems, ...report.notices].find((one) => one.code === 'unreadable-cell');
  if (!found) throw new Error('no fault is named');
  return found;
};

async function shown(host: CampaignHost, problem: Problem): Promise<[Shown, unknown]> {
  const target = problemPlace(problem);
  if (!target) throw new Error('it has no place');
  const place = await findPlace(host.port, target);
  return host.Excel.run(async (context) => {
    const outcome = place === null ? 'gone' : await pointAt(context, place, () => context.sync());
    const cell = context.workbook.getSelectedRange().load('values');
    await context.sync();
    return [outcome, cell.values[0]?.[0]];
  });
}

it('the cell is shown, also after a row was put above it, and is gone only once it is mended', async () => {
  const host = await newCampaignHost({ now: '2021-06-09T09:00' });
  const fault = { 收到时间: "'2021.6.7 下午", 单位: '集兵镇', 事项编号: 'T2' };
  await typeInto(host, 'Receipts', 0, { 收到时间: '2021/6/7 12:00', 单位: '集兵镇', 事项编号: 'T1' });
  await typeInto(host, 'Receipts', 1, fault);
  const problem = await unreadable(host);
  expect(problem).toMatchObject({ table: 'Receipts', row: '#2' });
  expect(await shown(host, problem)).toEqual(['shown', '2021.6.7 下午']);

  await typeInto(host, 'Receipts', 1, { 收到时间: '2021/6/8 12:00', 单位: '渣江镇', 事项编号: 'T1' });
  await typeInto(host, 'Receipts', 2, fault);
  expect(await shown(host, problem)).toEqual(['shown', '2021.6.7 下午']);

  await typeInto(host, 'Receipts', 2, { 收到时间: '2021/6/7 15:00' });
  expect((await shown(host, problem))[0]).toBe('gone');
});

it.each(TABLES.filter(({ key }) => key.length === 1).map(({ name, key, columns }) => [name, key, columns] as const))(
  'a fault in %s has a place',
  (table, [id = ''], columns) => {
    const column = columns.find(({ input }) => input)?.key ?? id;
    expect(problemPlace({ table, row: '甲', column })).toEqual({ table, row: { [id]: '甲' }, column });
  },
);
