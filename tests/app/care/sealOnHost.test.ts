// A sealed workbook through the real Office.js runtime: nobody writes, the seal is broken on record, then jobs write again.
import { expect, it } from '@jest/globals';
import { CATALOGUE } from '../../../src/app/catalogue/catalogue';
import type { JobReport } from '../../../src/app/run/job';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';

async function run(host: CampaignHost, job: string, settings: Record<string, string> = {}): Promise<JobReport> {
  return runJob(host.deps, job, settings);
}

it('no job that writes writes to a sealed workbook (A-11); unseal opens it, and the log has both', async () => {
  const host = await newCampaignHost({ now: '2021-06-08T09:00' });
  await run(host, 'receive', { unit: '西渡镇', requirement: 'T1' });
  await host.Excel.run(async (context) => {
    context.workbook.worksheets.add('值班表').protection.protect({}, '密码');
    await context.sync();
  });
  expect(await run(host, 'seal', { by: '禁毒办' })).toMatchObject({ stopped: false, problems: [] });
  const before = await host.port.read({ tables: ['*'] });
  for (const { name, writes, opensSeal, takesFile } of CATALOGUE) {
    if (writes === 'nothing' || opensSeal || takesFile || name === 'new') continue;
    const report = await run(host, name);
    expect([name, report.stopped, report.problems.map(({ code }) => code)]).toEqual([name, true, ['sealed']]);
  }
  expect(await run(host, 'check')).toMatchObject({ stopped: false });
  expect((await host.port.read({ tables: ['*'] })).tables).toEqual(before.tables);
  expect(await run(host, 'unseal', { by: '张三', reason: '更正' })).toMatchObject({ stopped: false, problems: [] });
  expect(await run(host, 'receive', { unit: '集兵镇', requirement: 'T1' })).toMatchObject({ stopped: false });
  const after = await host.port.read({ tables: ['Log'] });
  expect(after.sheets.filter(({ isProtected }) => isProtected).map(({ name }) => name)).toEqual(['值班表']);
  const log = (after.tables['Log']?.values ?? []).flat().map(String);
  expect(log.filter((cell) => cell === 'seal' || cell === 'unseal').slice(0, 1)).toEqual(['seal']);
  expect(log).toContain('unseal');
}, 240_000);
