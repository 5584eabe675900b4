// Criteria that people change in their table after the judges have their sheets: other full marks, another name, one more.
import { jobNamed } from '../../../src/app/catalogue/catalogue';
import type { JobReport } from '../../../src/app/run/job';
import { sampleStories } from '../../../src/workbench/samples/sampleFiles';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { tableNow, typeInto } from '../../support/typeIntoTable';

jest.setTimeout(240_000);

describe('a criterion changed by hand after the score sheets were made', () => {
  let host: CampaignHost;
  const run = async (job: string, settings: Record<string, string> = {}): Promise<JobReport> => {
    const file = job === 'import-stories' ? sampleStories() : undefined;
    return (await jobNamed(job)?.run(host.deps, { file, settings, strict: false }, 'write')) as JobReport;
  };
  const headers = async (judge: 'J01' | 'J02'): Promise<string[]> =>
    (await tableNow(host, `Score_${judge}`)).headers.filter((header) => header.includes('分）'));

  beforeEach(async () => {
    host = await newCampaignHost({ now: '2021-06-08T09:00' });
    await run('import-stories');
    await run('make-judge-tabs', { judges: '2' });
    await typeInto(host, 'Score_J01', 0, { '真实性（25分）': '20' });
  });

  it('stops no job that looks at no score', async () => {
    await typeInto(host, 'Criteria', 0, { 标准: '可信程度', 满分: '30' });
    expect((await run('overdue')).stopped).toBe(false);
    expect((await run('rank')).stopped).toBe(true);
  });

  it('counts under the former header, is named once for all sheets, and is put right by the upgrade, scores kept', async () => {
    await typeInto(host, 'Criteria', 0, { 满分: '30' });
    const report = await run('check');
    expect(report.stopped).toBe(false);
    const named = [...report.problems, ...report.notices].filter(({ code }) => code === 'criterion-changed');
    expect(named.map(({ found, expected }) => [found, expected.zh])).toEqual([['真实性（25分）', '真实性（30分）']]);
    expect((await run('upgrade')).stopped).toBe(false);
    expect((await headers('J01'))[0]).toBe('真实性（30分）');
    expect((await headers('J02'))[0]).toBe('真实性（30分）');
    const scores = await tableNow(host, 'Score_J01');
    expect(scores.values[0]?.[scores.headers.indexOf('真实性（30分）')]).toBe(20);
    expect((await run('check')).problems.filter(({ code }) => code !== 'missing-score')).toEqual([]);
  });

  it('is known by a name one character longer, not by another name', async () => {
    await typeInto(host, 'Criteria', 0, { 标准: '真实' });
    // First of all, for “upgrade” would take over what stands there now.
    expect((await run('check')).problems[0]?.code).toBe('criterion-changed');
    await typeInto(host, 'Criteria', 0, { 标准: '新颖' });
    const report = await run('rank');
    expect(report.problems.map(({ code, row }) => [code, row])).toEqual([['missing-column', 'C1']]);
    expect(report.problems[0]?.message.zh).toContain('2 张评分表都没有这一列');
  });

  it('is said once when its row is deleted, with what to do, and by whoever ranks; it is found again when the row stands again', async () => {
    await typeInto(host, 'Score_J02', 0, { '感染力（25分）': '21' });
    const { values, headers: words } = await tableNow(host, 'Criteria');
    const row = Object.fromEntries(words.slice(0, 7).map((word, at) => [word, values[0]?.[at] ?? '']));
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem('Criteria').rows.getItemAt(0).delete();
      await context.sync();
    });
    const check = await run('check');
    expect(check.problems.map(({ code, found }) => [code, found])).toEqual([['criterion-gone', '真实性（25分）']]);
    expect(check.problems[0]?.message.zh).toContain('1 个分数');
    expect((await run('rank')).problems.map(({ code }) => code)).toEqual(['criterion-gone']);
    expect((await run('overdue')).stopped).toBe(false);
    expect((await run('mend')).changed).toEqual({});
    await typeInto(host, 'Criteria', 4, row as Record<string, string>);
    expect((await run('check')).problems.filter(({ code }) => code !== 'missing-score')).toEqual([]);
  });

  it('is asked for once when it came later, and its column is put into every sheet', async () => {
    await typeInto(host, 'Criteria', 5, {
      标准编号: 'C6',
      标准: '创意',
      权重: '0',
      最低分: '0',
      满分: '10',
      最小间隔: '0.5',
    });
    expect((await run('rank')).problems.map(({ code, row }) => [code, row])).toEqual([['missing-column', 'C6']]);
    await run('upgrade');
    expect((await headers('J01')).at(-1)).toBe('创意（10分）');
    expect((await headers('J02')).at(-1)).toBe('创意（10分）');
  });
});
