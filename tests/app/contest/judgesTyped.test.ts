// Judges that people typed into their table without the add-in: numbers are missing, or stand twice.
import type { JobReport } from '../../../src/app/run/job';
import { sampleStories } from '../../../src/workbench/samples/sampleFiles';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';
import { typeInto } from '../../support/typeIntoTable';

jest.setTimeout(240_000);

describe('judges typed by hand', () => {
  let host: CampaignHost;
  beforeAll(async () => {
    host = await newCampaignHost({ now: '2021-06-08T09:00' });
    await runJob(host.deps, 'import-stories', {}, { file: sampleStories() });
  });
  const run = (job: string): Promise<JobReport> => runJob(host.deps, job);
  const typed = (...rows: readonly (readonly [id: string, name: string])[]): Promise<void> =>
    host.Excel.run(async (context) => {
      const first = context.workbook.tables.getItem('Judges').getDataBodyRange().getCell(0, 0);
      first.getResizedRange(rows.length - 1, 1).values = rows.map((row) => [...row]);
      await context.sync();
      await host.host.calculateNow();
    });
  const said = ({ problems, notices }: JobReport): string[] =>
    [...problems, ...notices].map(({ message }) => message.zh);

  it('are named by the check when they have no number, however many they are', async () => {
    await typed(['', '甲'], ['', '乙']);
    const report = await run('check');
    expect(report.stopped).toBe(false);
    expect(said(report)).toContain('“评委”第 5 行还没有评委编号，别处没法指明它：点“改正”补上编号。');
    expect((await run('upgrade')).stopped).toBe(false);
  });

  it('are said to lack one by a job that does not give it, in words that fit an empty cell', async () => {
    await typed(['', '甲'], ['', '乙']);
    expect(said(await run('rank'))).toContain('工作表“评委”第 5 行的“评委编号”空着，这一行不计：请核对、改正。');
  });

  it('stop the score sheets when two have one number, in capitals or not', async () => {
    await typed(['J01', '甲'], ['j01', '乙']);
    const report = await run('make-judge-tabs');
    expect(report.problems.map(({ code }) => code)).toEqual(['duplicate-judge']);
    expect(report.message.zh).toContain('请在评委表加以区分');
    expect((await run('check')).stopped).toBe(false);
  });

  it('stop the score sheets when the number is that of a judge who left', async () => {
    await typed(['J01', '甲'], ['J01', '乙']);
    await host.Excel.run(async (context) => {
      const active = context.workbook.tables.getItem('Judges').columns.getItem('启用').getDataBodyRange();
      active.getCell(0, 0).values = [['否']];
      await context.sync();
    });
    expect((await run('make-judge-tabs')).problems.map(({ code }) => code)).toEqual(['duplicate-judge']);
    await host.Excel.run(async (context) => {
      const active = context.workbook.tables.getItem('Judges').columns.getItem('启用').getDataBodyRange();
      active.getCell(0, 0).values = [['是']];
      await context.sync();
    });
  });

  it('get the next number with their score sheet, and so do criteria: the sheets reckon by those', async () => {
    await typed(['', '甲'], ['', '乙']);
    const criterionIds = (write?: string[][]): Promise<unknown[][]> =>
      host.Excel.run(async (context) => {
        const ids = context.workbook.tables.getItem('Criteria').columns.getItem('标准编号').getDataBodyRange();
        if (write) ids.values = write;
        ids.load('values');
        await context.sync();
        return ids.values as unknown[][];
      });
    const named = await criterionIds();
    await criterionIds(named.map(() => ['']));
    const report = await run('make-judge-tabs');
    expect(report.stopped).toBe(false);
    // They have a number now: the sheet's mark of before is none of the result.
    expect(said(report).join()).not.toContain('评委编号');
    expect(report.results).toMatchObject({
      judges: [
        { judgeId: 'J01', name: '甲', made: true },
        { judgeId: 'J02', name: '乙', made: true },
      ],
    });
    expect(await criterionIds()).toEqual(named);
    expect((await run('check')).problems).toEqual([]);
  });

  it('keep their column in the standings under another name, and two of one name are named by the check', async () => {
    await run('rank');
    await typed(['J01', '张三'], ['J02', '乙']);
    expect((await run('check')).problems.map(({ code }) => code)).toEqual(['needs-repair']);
    const upgraded = await run('upgrade');
    expect(upgraded.results).toMatchObject({ renamed: [{ from: '甲（J01）', to: '张三（J01）' }], looks: 0 });
    expect(upgraded.notices.map(({ code }) => code)).not.toContain('standings-lack-judge');
    await typed(['J01', '乙'], ['J02', '乙']);
    expect((await run('check')).problems.map(({ code }) => code)).toContain('duplicate-judge');
  });

  it('whose row was deleted are named once by who looks at scores, and no job breaks', async () => {
    await typeInto(host, 'Score_J01', 0, { '真实性（25分）': '20' });
    await run('rank');
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem('Judges').rows.getItemAt(1).delete();
      await context.sync();
    });
    const codes = (await run('check')).problems.map(({ code }) => code);
    expect(codes).toContain('unknown-judge');
    expect(codes).not.toContain('formula-overwritten');
    for (const job of ['rank', 'progress', 'robustness'])
      expect(said(await run(job)).filter((words) => words.includes('没有对应的评委'))).toHaveLength(1);
  });
});
