// 成绩排名 says by itself that scores changed since it was computed: places follow by their formulas, decisions and reasons do not.
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { JobReport } from '../../../src/app/run/job';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';
import { sampleSheets } from '../../support/sampleSheets';

jest.setTimeout(240_000);

const CHANGED = '数据已变，请重新计算排名';

describe('the ranking, in a workbook', () => {
  let host: CampaignHost;
  const run = async (
    name: string,
    settings: Readonly<Record<string, string>> = {},
    file?: string,
  ): Promise<JobReport> =>
    runJob(
      host.deps,
      name,
      settings,
      file === undefined ? {} : { file: { name: file, sheets: await sampleSheets(file) } },
    );
  /** What the cell beside the title says, by its formula alone. */
  const said = async (): Promise<unknown> => {
    await host.host.calculateChanges();
    return host.Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('成绩排名').getRange('E1').load('values,formulas');
      await context.sync();
      expect(String(cell.formulas[0]?.[0])).toContain('生成依据');
      return cell.values[0]?.[0];
    });
  };
  /** Types another value into the first row of a table's column, and gives the one that was there. */
  const typed = (table: string, header: RegExp, value: unknown): Promise<unknown> =>
    host.Excel.run(async (context) => {
      const columns = context.workbook.tables.getItem(table).columns.load('items/name');
      await context.sync();
      const column = columns.items.find(({ name }) => header.test(name));
      if (!column) throw new Error(`no column ${String(header)}`);
      const cell = column.getDataBodyRange().getCell(0, 0).load('values');
      await context.sync();
      const before: unknown = cell.values[0]?.[0];
      cell.values = [[value]];
      await context.sync();
      return before;
    });

  beforeAll(async () => {
    host = await newCampaignHost({ now: '2021-06-11T09:00' });
    await run('import-stories', {}, 'stories-messy.xlsx');
    await run('make-judge-tabs', { judges: '7' });
    await run('import-scores', {}, 'scores-messy.xlsx');
    expect(await run('rank')).toMatchObject({ stopped: false });
  });

  it('says nothing while it is as the scores are, and a second ranking writes nothing', async () => {
    expect(await said()).toBe('');
    expect(await run('rank')).toMatchObject({ stopped: false, changed: {} });
    expect(await said()).toBe('');
  });

  it.each([
    ['a score', 'Score_J01', /^真实性/, 1],
    ['a title', 'Entries', /^题目$/, '改过的题目'],
    ['the full marks of a criterion', 'Criteria', /^权重$/, 26],
  ] as const)('says so when %s changed, and no more when it is as it was', async (_what, table, header, value) => {
    const before = await typed(table, header, value);
    expect(await said()).toBe(CHANGED);
    await typed(table, header, before);
    expect(await said()).toBe('');
  });

  it('says nothing any more once the ranking was computed again', async () => {
    await typed('Score_J01', /^真实性/, 2);
    expect(await said()).toBe(CHANGED);
    expect(await run('rank')).toMatchObject({ stopped: false });
    expect(await said()).toBe('');
  });

  it('leaves what a person typed in its place', async () => {
    const titleCell = (value?: string): Promise<unknown> =>
      host.Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem('成绩排名').getRange('E1');
        if (value !== undefined) cell.values = [[value]];
        cell.load('values');
        await context.sync();
        return cell.values[0]?.[0];
      });
    await titleCell('已送领导审阅');
    await typed('Score_J01', /^真实性/, 3);
    expect(await run('rank')).toMatchObject({ stopped: false });
    expect(await titleCell()).toBe('已送领导审阅');
  });

  it('is computed, and other sheets are made, where the row of a judge was deleted: what that sheet holds is named', async () => {
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem('Judges').rows.getItemAt(1).delete();
      await context.sync();
    });
    for (const job of ['rank', 'progress', 'summary']) {
      const { stopped, problems, notices } = await run(job);
      expect([job, stopped]).toEqual([job, false]);
      expect([...problems, ...notices].map(({ code }) => code)).toContain('unknown-judge');
    }
  });
});
