// From the tie to the signed receipt through Office.js on the host: re-vote, decision, notice, objection, withdrawal, agenda, receipt.
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { JobReport } from '../../../src/app/run/job';
import { leavingSheets } from '../../../src/app/run/sheetsMade';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { runJob } from '../../support/runJob';
import { sampleSheets } from '../../support/sampleSheets';
import { liveCells, retyped } from '../../support/typeIntoTable';

/** Whole workbooks are calculated here; other tests may run at the same time. */
jest.setTimeout(240_000);

/** Sheets about the judging. */
const JUDGING = ['评分进度', '评分明细', '稳健性'];
const PAPERS = ['公示', '获奖名单', '证书', '颁奖会议程', '奖金签收表'];

describe('after the judging, in a workbook', () => {
  let host: CampaignHost;
  const run = async (
    name: string,
    settings: Readonly<Record<string, string>> = {},
    file?: string,
  ): Promise<JobReport> => {
    const before = host.port.roundTrips;
    const read = file === undefined ? {} : { file: { name: file, sheets: await sampleSheets(file) } };
    const report = await runJob(host.deps, name, settings, read);
    expect(host.port.roundTrips - before).toBeLessThanOrEqual(4);
    return report;
  };
  const fine = async (name: string, settings: Readonly<Record<string, string>> = {}): Promise<JobReport> => {
    const report = await run(name, settings);
    expect({ name, stopped: report.stopped, problems: report.problems }).toEqual({
      name,
      stopped: false,
      problems: [],
    });
    return report;
  };
  /** What the live cell beside the page says, by its formula alone. */
  const saidOn = async (sheet: string): Promise<unknown> => (await liveCells(host, [sheet]))[0];
  /** Types another title, and gives the one that was there. */
  const retitled = (entryId: string, title: string): Promise<string> =>
    host.Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem('Entries');
      const [ids, titles] = ['参评编号', '题目'].map((header) => columns.getItem(header).getDataBodyRange());
      if (!ids || !titles) throw new Error('no columns');
      ids.load('values');
      titles.load('values');
      await context.sync();
      const row = ids.values.findIndex(([id]) => id === entryId);
      const before = String(titles.values[row]?.[0]);
      titles.getCell(row, 0).values = [[title]];
      await context.sync();
      return before;
    });
  const sorted = (table: string, key: number, ascending: boolean): Promise<void> =>
    host.Excel.run(async (context) => {
      context.workbook.tables.getItem(table).sort.apply([{ key, ascending }]);
      await context.sync();
    });
  const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code);

  beforeAll(async () => {
    host = await newCampaignHost({ now: '2021-06-11T09:00' });
    await host.Excel.run(async (context) => {
      const tiers = context.workbook.tables.getItem('AwardTiers');
      tiers.columns.getItem('名额').getDataBodyRange().values = [[8]];
      await context.sync();
    });
    await run('import-stories', {}, 'stories-messy.xlsx');
    await fine('make-judge-tabs', { judges: '7' });
    await run('import-scores', {}, 'scores-messy.xlsx');
    host.setNow('2021-06-15T16:00');
  });

  it('puts a re-vote on record and decides by it; formulas and rules agree on the new places (R-5)', async () => {
    await fine('rank');
    expect(codes((await run('decide', { by: '评委会' })).problems)).toEqual(['tie-at-quota']);
    expect(codes((await run('decide', { by: '评委会', tie: 'revote' })).problems)).toEqual(['revote-needed']);
    await fine('revote', { votes: '43=2、47=5', by: '县禁毒办', reason: '评委会决定复评' });
    expect((await fine('decide', { by: '评委会6月15日会议' })).results).toMatchObject({ tie: 'revote' });
    await host.host.calculateNow();
    const check = await run('check');
    expect(check.results).toMatchObject({ agree: true, differing: 0 });
    const explained = await fine('explain', { entry: '43', sheet: '是' });
    expect(explained.message.zh).toContain('与第8名同分，复评（D02）得票2<5');
    for (const job of ['progress', 'robustness']) await run(job, { sheet: '是' });
    for (const sheet of JUDGING) expect([sheet, await saidOn(sheet)]).toEqual([sheet, '']);
  });

  it('posts the notice, takes an objection, keeps the list pending, and goes on once it has been answered and followed (A-4 to A-8)', async () => {
    host.setNow('2021-06-18T09:00');
    await fine('notice', { contact: '0734-6812345' });
    expect(await saidOn('公示')).toBe('');
    const title = await retitled('E021', '换了题目');
    for (const sheet of ['公示', ...JUDGING])
      expect([sheet, await saidOn(sheet)]).toEqual([sheet, '数据已变，请重新生成']);
    const stale = (await run('check')).notices.filter(({ code }) => code === 'made-sheet-stale');
    expect(stale.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(JUDGING));
    await retitled('E021', title);
    for (const sheet of ['公示', ...JUDGING]) expect([sheet, await saidOn(sheet)]).toEqual([sheet, '']);
    host.setNow('2021-06-23T11:00');
    await fine('object', { entry: '21', by: '赵钱孙', how: '电话', text: '故事与事实不符', at: '2021-06-23 10:00' });
    expect(codes((await run('certificates')).problems)).toEqual(['open-objection', 'notice-running']);
    expect(codes((await fine('awards')).notices)).toContain('open-objection');
    expect((await fine('close-objection', { to: '成立', outcome: '查证属实', by: '县禁毒办' })).results).toMatchObject({
      withdraw: { entry: '21' },
      pending: 1,
    });
    expect(codes((await run('prize-receipt')).problems)).toEqual(['founded-objection', 'notice-running']);
    await fine('withdraw', { entry: '21', by: '评委会', reason: '异议 OB01 经核实成立' });
    expect([await saidOn('公示'), await saidOn('获奖名单')]).toEqual(['数据已变，请重新生成', '数据已变，请重新生成']);
    expect(codes((await run('certificates')).problems)).toEqual(['notice-outdated']);
    await fine('notice', { contact: '0734-6812345' });
    expect(codes((await run('certificates')).problems)).toEqual(['notice-running']);
    expect(codes((await fine('certificates', { reason: '先做样张' })).notices)).toEqual(['notice-running']);
    expect((await fine('awards')).notices).toEqual([]);
    const [register] = Object.values((await host.port.read({ tables: ['Objections'], sheets: [] })).tables);
    expect(register?.values.map((row) => [row[0], row[2], row[9], row[11]])).toEqual([
      ['OB01', '期内', '成立', '查证属实'],
    ]);
  });

  it('makes agenda and receipt, twice without a trace, and a later job reads the tables made on the way', async () => {
    host.setNow('2021-07-01T09:00');
    for (let time = 0; time < 2; time += 1) {
      const settings: Readonly<Record<string, string>> = time === 0 ? { start: '9:00' } : {};
      expect((await fine('agenda', settings)).results).toMatchObject({
        minutes: 90,
        winners: 8,
        madeProgramme: time === 0,
      });
      if (time === 0) expect(await saidOn('颁奖会议程')).toBe('');
      expect((await fine('prize-receipt')).results).toMatchObject({ total: 8000 });
    }
    expect(codes((await run('check')).problems).filter((code) => /missing|duplicate|unreadable/.test(code))).toEqual(
      [],
    );
    expect(host.host.book.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['异议登记', '会议程序', '颁奖会议程', '奖金签收表']),
    );
    expect(host.host.book.sheets.filter(({ name }) => name.includes('旧'))).toEqual([]);
    for (const sheet of PAPERS) expect([sheet, await saidOn(sheet)]).toEqual([sheet, '']);
    const minutes = await retyped(host, 'Programme', 0, '时长（分钟）', 15);
    expect(await saidOn('颁奖会议程')).toBe('数据已变，请重新生成');
    await retyped(host, 'Programme', 0, '时长（分钟）', minutes);
    await sorted('Entries', 0, false);
    for (const sheet of PAPERS) expect([sheet, await saidOn(sheet)]).toEqual([sheet, '']);
    const keeper = host.host.book.sheets.filter(({ name }) => name === '生成依据');
    expect(keeper.map(({ visibility }) => visibility)).toEqual(['hidden']);
  });

  it('lets every sheet that leaves the office say that a cell of its source changed, and no other (A-13)', async () => {
    await retyped(host, 'Score_J01', 0, '评语', '很感人');
    for (const job of ['remarks', 'matrix', 'briefing', 'accountability', 'summary']) await fine(job);
    const sheets = leavingSheets().map(({ zh }) => zh);
    const stale = async (): Promise<string[]> => {
      const said = await liveCells(host, sheets);
      return sheets.filter((_sheet, at) => said[at] !== '');
    };
    const changed = async (table: string, header: string): Promise<string[]> => {
      const before = await retyped(host, table, 0, header, '换了一个说法');
      const found = await stale();
      await retyped(host, table, 0, header, before);
      return found;
    };
    expect(await stale()).toEqual([]);
    expect(await changed('Score_J01', '评语')).toEqual(['评语']);
    expect(await changed('Requirements', '事项')).toEqual(['追责名单', '领导简报', '报送矩阵', '汇总']);
    const title = await retitled('E038', '换了题目');
    expect([...PAPERS, '评语'].filter((sheet) => !sheets.includes(sheet))).toEqual([]);
    expect((await stale()).sort()).toEqual([...PAPERS, '评语'].sort());
    await retitled('E038', title);
    expect(await stale()).toEqual([]);
  });
});
