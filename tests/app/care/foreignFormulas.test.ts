// Formulas of their own that people put over ours further down a column, where a job asks for no formula: known by what they give.
import { jobNamed } from '../../../src/app/catalogue/catalogue';
import type { JobReport } from '../../../src/app/run/job';
import { sampleScores, sampleStories } from '../../../src/workbench/samples/sampleFiles';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { typeInto } from '../../support/typeIntoTable';

jest.setTimeout(240_000);

describe('a formula that somebody put over ours below the first rows', () => {
  let host: CampaignHost;
  const run = async (job: string, settings: Record<string, string> = {}): Promise<JobReport> => {
    const files: Record<string, typeof sampleStories> = {
      'import-stories': sampleStories,
      'import-scores': () => sampleScores(7),
    };
    return (await jobNamed(job)?.run(
      host.deps,
      { file: files[job]?.(), settings, strict: false },
      'write',
    )) as JobReport;
  };
  const differing = ({ notices, problems }: JobReport): string[] =>
    [...problems, ...notices].filter(({ code }) => code === 'formula-differs').map(({ message }) => message.zh);
  beforeAll(async () => {
    host = await newCampaignHost({ now: '2021-06-08T09:00' });
    await run('overdue');
    await run('import-stories');
    await run('make-judge-tabs', { judges: '7' });
    await run('import-scores');
    await run('rank');
  });

  it('is named by “Mark what is overdue” when typing it filled the whole column, and mended', async () => {
    expect(differing(await run('overdue'))).toEqual([]);
    await typeInto(host, 'Tracker', 5, { 状态: '=IF(1,"已报","")' });
    expect(differing(await run('overdue'))[0]).toMatch(/^台账有 \d{3} 处与规则不一致.*请点“改正”恢复公式/);
    await run('mend');
    expect(differing(await run('overdue'))).toEqual([]);
  });

  it('is named by the ranking when typing it filled the subtotals of a judge, and mended', async () => {
    expect(differing(await run('rank'))).toEqual([]);
    await typeInto(host, 'Score_J01', 5, { 小计: '=100' });
    expect(differing(await run('rank'))[0]).toContain('“评委1（J01）”表里是“100”');
    await run('mend');
    expect(differing(await run('rank'))).toEqual([]);
  });
});
