// A person stops a job between two requests: through Microsoft's own runtime, with requests small enough that there are several.
import { expect, it, jest } from '@jest/globals';
import { IMPORT_STORIES } from '../../src/app/contest/importStoriesJob';
import { MAKE_JUDGE_TABS } from '../../src/app/contest/makeJudgeTabsJob';
import type { Deps } from '../../src/app/run/job';
import { createExcelPort } from '../../src/excel/excelPort';
import { contestStories } from '../../src/workbench/bench/contestInput';
import { Cancelled } from '../../src/core/ground/cancelled';
import { newCampaignHost, type CampaignHost } from '../support/campaignHost';

jest.setTimeout(120_000);

const STORIES = contestStories({ entries: 40, judges: 4 });

/** Stops where the writing has got to its `request`-th wait. */
function stoppingAt({ deps, Excel, Office }: CampaignHost, request: number, bytesPerRequest = 6_000): Deps {
  let waits = 0;
  return {
    ...deps,
    workbook: createExcelPort({
      run: (batch) => Excel.run(batch),
      isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
      bytesPerRequest,
    }),
    onProgress: (_words, part) => {
      if (part?.doing === 'write' && (waits += 1) >= request) throw new Cancelled();
    },
  };
}
const sheetNames = async ({ port }: CampaignHost): Promise<string[]> =>
  (await port.read({ tables: [] })).sheets.map(({ name }) => name);

it('before the first request nothing is written, and that is said', async () => {
  const host = await newCampaignHost({ now: '2021-06-11T09:00', calculator: null });
  const writing = IMPORT_STORIES.perform(stoppingAt(host, 1), { file: STORIES }, 'write');
  await expect(writing).rejects.toMatchObject({ code: 'Cancelled', text: { zh: '已停止，没有写入任何内容。' } });
});

it('rows that were written before the stop are put back, and the job can be done afterwards', async () => {
  const host = await newCampaignHost({ now: '2021-06-11T09:00', calculator: null });
  const before = await host.port.read({ tables: ['Entries', 'Units'] });
  const writing = IMPORT_STORIES.perform(stoppingAt(host, 2), { file: STORIES }, 'write');
  await expect(writing).rejects.toMatchObject({ text: { zh: '已停止，已经写入的部分全部撤回了。' } });
  const filled = async () =>
    (await host.port.read({ tables: ['Entries'] })).tables['Entries']?.values.filter(([id]) => id !== '');
  expect(await filled()).toEqual(before.tables['Entries']?.values.filter(([id]) => id !== ''));
  expect((await IMPORT_STORIES.perform(host.deps, { file: STORIES }, 'write')).stopped).toBe(false);
  expect(await filled()).toHaveLength(40);
});

it('of sheets that are made one by one those that are finished stay and are named; run again makes the others', async () => {
  const host = await newCampaignHost({ now: '2021-06-11T09:00', calculator: null });
  await IMPORT_STORIES.perform(host.deps, { file: STORIES }, 'write');
  const writing = MAKE_JUDGE_TABS.perform(stoppingAt(host, 10, 60_000), { judges: 8 }, 'write');
  const account = await writing.then(
    () => null,
    (error: unknown) => (error instanceof Cancelled ? error.text.zh : String(error)),
  );
  const made = (await sheetNames(host)).filter((name) => name.startsWith('评分·'));
  expect(account).toContain('已停止');
  expect(made.length).toBeGreaterThan(0);
  expect(made.length).toBeLessThan(8);
  for (const name of made) expect(account?.split('没有做的')[0]).toContain(name);
  expect((await MAKE_JUDGE_TABS.perform(host.deps, { judges: 8 }, 'write')).stopped).toBe(false);
  expect((await sheetNames(host)).filter((name) => name.startsWith('评分·'))).toHaveLength(8);
});
