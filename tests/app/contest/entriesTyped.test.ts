// Entries that people typed into their register without the add-in: their numbers are missing while the job runs, or were when the sheets were made.
import type { JobReport } from '../../../src/app/run/job';
import { FEW_UNITS, newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';
import { columnOf, retyped, tableNow, typeInto } from '../../support/typeIntoTable';

jest.setTimeout(240_000);

const TITLES = ['归途', '灯火', '守望', '新生'];
const JUDGES = ['Score_J01', 'Score_J02', 'Score_J03'] as const;

describe('entries typed by hand', () => {
  let host: CampaignHost;
  const run = (job: string, settings: Readonly<Record<string, string>> = {}): Promise<JobReport> =>
    runJob(host.deps, job, settings);
  const said = ({ problems, notices }: JobReport): string[] =>
    [...problems, ...notices].map(({ message }) => message.zh);

  async function typeEntries(from: number, titles: readonly string[]): Promise<void> {
    for (const [at, title] of titles.entries())
      await typeInto(host, 'Entries', from + at, {
        盲评号: String(101 + from + at),
        报送单位: '县教育局',
        题目: title,
      });
  }

  async function typeScores(): Promise<void> {
    for (const name of JUDGES) {
      const table = await tableNow(host, name);
      const criteria = table.headers.filter((header) => /（\d+分）$/.test(header));
      for (const row of table.values.keys())
        for (const header of criteria) await typeInto(host, name, row, { [header]: String(5 + row) });
    }
  }

  beforeEach(async () => {
    host = await newCampaignHost({ now: '2021-06-08T09:00', units: FEW_UNITS });
    await typeEntries(0, TITLES);
  });

  it('get their numbers with the score sheets, and what judges type counts', async () => {
    const made = await run('make-judge-tabs', { judges: '3' });
    expect(made.stopped).toBe(false);
    expect(made.changed).toMatchObject({ Entries: { added: 0, updated: 4 } });
    expect(columnOf(await tableNow(host, 'Entries'), '参评编号')).toEqual(['E001', 'E002', 'E003', 'E004']);
    expect(columnOf(await tableNow(host, 'Score_J01'), '参评编号')).toEqual(['E001', 'E002', 'E003', 'E004']);
    await typeScores();
    expect((await run('progress')).message.zh).toContain('已评 12');
    const ranked = await run('rank');
    expect(ranked.stopped).toBe(false);
    expect(ranked.message.zh).toContain('已排名 4 件作品');
    expect(said(await run('check')).filter((words) => /评定|改回/.test(words))).toEqual([]);
  });

  it('that come when the sheets are made get numbers and rows, too', async () => {
    await run('make-judge-tabs', { judges: '3' });
    await typeEntries(4, ['远山', '近水']);
    const ranked = await run('rank');
    expect(ranked.problems.map(({ code }) => code)).toContain('entry-without-id');
    expect((await run('make-judge-tabs')).stopped).toBe(false);
    const ids = ['E001', 'E002', 'E003', 'E004', 'E005', 'E006'];
    for (const name of ['Entries', ...JUDGES, 'Standings'] as const)
      expect(columnOf(await tableNow(host, name), '参评编号')).toEqual(ids);
  });

  it('come into the ranking where a row of it was copied within', async () => {
    await run('make-judge-tabs', { judges: '3' });
    await typeScores();
    await run('rank');
    const first = (await tableNow(host, 'Standings')).values[0] ?? [];
    await typeInto(host, 'Standings', TITLES.length, { 参评编号: String(first[0]), 盲评号: '101', 题目: '归途' });
    await typeEntries(4, ['远山']);
    const made = await run('make-judge-tabs');
    expect([...made.problems, ...made.notices].map(({ code }) => code)).not.toContain('decided-again');
    expect(columnOf(await tableNow(host, 'Standings'), '参评编号').at(-1)).toBe('E005');
  });

  describe('whose sheets an older version made without numbers', () => {
    beforeEach(async () => {
      await run('make-judge-tabs', { judges: '3' });
      for (const name of ['Entries', ...JUDGES, 'Standings'])
        for (const row of TITLES.keys()) await retyped(host, name, row, '参评编号', '');
      await typeScores();
    });

    it.each([
      ['nobody filled in', []],
      ['people filled in', ['E001', 'E002', 'E003', 'E004']],
      ['people filled in as they like', ['A7', 'A6', 'A5', 'A4']],
    ])('keep their scores with the numbers that %s', async (_who, typed) => {
      for (const [row, id] of typed.entries()) await typeInto(host, 'Entries', row, { 参评编号: id });
      const made = await run('make-judge-tabs');
      expect(made.problems).toEqual([]);
      const ids = columnOf(await tableNow(host, 'Entries'), '参评编号');
      for (const name of [...JUDGES, 'Standings'] as const)
        expect(columnOf(await tableNow(host, name), '参评编号')).toEqual(ids);
      const ranked = await run('rank');
      expect(ranked.message.zh).toContain('已排名 4 件作品');
      expect([...said(made), ...said(ranked)].filter((words) => words.includes('同一处'))).toEqual([]);
    });

    it('say what they lack where a ranking is asked for first, and Mend cures it at once', async () => {
      const ranked = await run('rank');
      expect(ranked.problems[0]).toMatchObject({ code: 'entry-without-id', table: 'Entries', found: '101' });
      expect(ranked.problems[0]?.message.zh).toContain('生成评分表');
      const mended = await run('mend');
      expect(mended.message.zh).toBe('已改正 16 处写法。');
      expect(mended.results).toMatchObject({ cells: 16, left: 0 });
      expect(said(mended).filter((words) => /参评编号|“题目”|请改回/.test(words))).toEqual([]);
      expect((await run('rank')).message.zh).toContain('已排名 4 件作品');
    });
  });
});
