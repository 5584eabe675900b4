// A judge who is set inactive by hand: whoever reads the scores is told, and what is ranked then is as the check expects it.
import { beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import type { JobReport } from '../../../src/app/run/job';
import type { Book } from '../../../src/workbench/model/book';
import { sampleOffice } from '../../../src/workbench/hands/sampleOffice';
import { copyOfBook } from '../../../src/workbench/model/copyOfBook';
import { openedHost, type CampaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';
import { typeInto } from '../../support/typeIntoTable';

jest.setTimeout(240_000);

let made: Book;
let host: CampaignHost;
beforeAll(async () => {
  made = await sampleOffice();
});
beforeEach(async () => {
  host = await openedHost({ now: '2021-06-12T09:00', book: copyOfBook(made) });
  await host.host.calculateNow();
});

async function run(job: string, mode: 'write' | 'preview' = 'preview'): Promise<JobReport> {
  await host.host.calculateNow();
  return runJob(host.deps, job, {}, { mode });
}
const AMISS = ['inactive-judge', 'formula-differs', 'formula-overwritten', 'needs-repair'];
const said = ({ problems, notices }: JobReport): string[] =>
  [...problems, ...notices].flatMap(({ code, row }) => (AMISS.includes(code) ? [`${code} ${row ?? ''}`] : []));

it.each([
  ['first', 0, 'J01'],
  ['second', 1, 'J02'],
] as const)('the %s of three is named by check and ranking, before and after it', async (_which, row, judgeId) => {
  expect(said(await run('check'))).toEqual([]);
  await typeInto(host, 'Judges', row, { 启用: '否' });
  const before = await run('check');
  expect(said(before)).toEqual([expect.stringContaining('formula-differs'), `inactive-judge ${judgeId}`]);
  expect(before.problems.find(({ code }) => code === 'formula-differs')?.message.zh).toContain('请先改正它们');
  expect(said(await run('rank', 'write'))).toEqual([`inactive-judge ${judgeId}`]);
  expect(said(await run('check'))).toEqual([`inactive-judge ${judgeId}`]);
  await typeInto(host, 'Judges', row, { 启用: '是' });
  const again = await run('check');
  expect(again.problems.find(({ code }) => code === 'formula-differs')?.message.zh).toContain('请重新排名');
  await run('rank', 'write');
  expect(said(await run('check'))).toEqual([]);
});
