// A whole contest through Office.js on the host: empty tabs → scores with a recusal, a gap and a three-way tie → decided list → withdrawal.
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AWARDS } from '../../../src/app/publish/awardsJob';
import { CERTIFICATES } from '../../../src/app/publish/certificatesJob';
import { CHECK } from '../../../src/app/care/checkWorkbookJob';
import { DECIDE } from '../../../src/app/contest/decideJob';
import { EXPLAIN } from '../../../src/app/contest/explainPlacesJob';
import { IMPORT_SCORES } from '../../../src/app/contest/importScoresJob';
import { IMPORT_STORIES } from '../../../src/app/contest/importStoriesJob';
import { MAKE_JUDGE_TABS } from '../../../src/app/contest/makeJudgeTabsJob';
import { NOTICE } from '../../../src/app/publish/noticeJob';
import { PROGRESS } from '../../../src/app/contest/progressJob';
import { RANK } from '../../../src/app/contest/rankJob';
import { ROBUSTNESS } from '../../../src/app/contest/robustnessJob';
import { WITHDRAW } from '../../../src/app/contest/withdrawJob';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { contestScores } from '../../support/contestScores';
import { sampleSheets } from '../../support/sampleSheets';

/** Whole workbooks are calculated here; other tests may run at the same time. */
jest.setTimeout(240_000);

describe('a contest in a workbook', () => {
  let host: CampaignHost;
  beforeAll(async () => {
    host = await newCampaignHost({ now: '2021-06-11T09:00' });
  });

  const fine = async <Report extends { stopped: boolean; problems: readonly unknown[] }>(
    work: Promise<Report>,
  ): Promise<Report> => {
    const before = host.port.roundTrips;
    const report = await work;
    expect({ stopped: report.stopped, problems: report.problems }).toEqual({ stopped: false, problems: [] });
    expect(host.port.roundTrips - before).toBeLessThanOrEqual(4);
    return report;
  };

  it('goes from empty tabs to scores, with what is open and recused kept apart', async () => {
    expect(
      (
        await IMPORT_STORIES.perform(
          host.deps,
          { file: { name: 'x', sheets: await sampleSheets('stories-messy.xlsx') } },
          'write',
        )
      ).stopped,
    ).toBe(false);
    await fine(MAKE_JUDGE_TABS.perform(host.deps, { judges: 7 }, 'write'));
    host.setNow('2021-06-14T09:00');
    await fine(
      IMPORT_SCORES.perform(
        host.deps,
        { file: { name: 'x', sheets: [1, 2, 3, 4, 5, 6, 7].map(contestScores) } },
        'write',
      ),
    );
    const { results } = await fine(PROGRESS.perform(host.deps, { sheet: true }, 'write'));
    expect([results.scored, results.recused, results.open]).toEqual([334, 1, 1]);
    expect(results.entries[0]).toMatchObject({ blindNo: '40', scored: 6, waitingFor: ['评委2'] });
  });

  it('stops at the three-way tie, takes the committee’s choice on record, and agrees with its formulas (R-4)', async () => {
    await fine(RANK.perform(host.deps, {}, 'write'));
    host.setNow('2021-06-15T09:00');
    const open = await DECIDE.perform(host.deps, { by: '评委会' }, 'write');
    expect(open).toMatchObject({ stopped: true, changed: {}, problems: [{ code: 'tie-at-quota' }] });
    expect(open.problems[0]?.found.split('、')).toHaveLength(3);
    const { results } = await fine(
      DECIDE.perform(host.deps, { by: '评委会6月15日会议', tie: 'lots', reason: '会议决定', seed: '纪要7号' }, 'write'),
    );
    expect([results.winners.length, results.reserve.length]).toEqual([10, 5]);
    const check = await CHECK.perform(host.deps, {}, 'write');
    expect(check).toMatchObject({ problems: [], results: { agree: true, differing: 0 } });
    await fine(EXPLAIN.perform(host.deps, { entry: '10', sheet: true }, 'write'));
    await fine(ROBUSTNESS.perform(host.deps, { sheet: true }, 'write'));
  });

  it('moves a reserve up by the recorded seed, and makes list, notice and certificates from the record, the list twice without a trace', async () => {
    const { results } = await fine(
      WITHDRAW.perform(host.deps, { entry: '1', by: '办公室', reason: '本人申请' }, 'write'),
    );
    expect(results.winners).toBe(10);
    for (let time = 0; time < 2; time += 1) {
      const list = await fine(AWARDS.perform(host.deps, {}, 'write'));
      expect(list.results.winners.map(({ entryId }) => entryId)).toContain(results.movedUp);
      expect(list.notices).toEqual([]);
    }
    expect(
      (await fine(NOTICE.perform(host.deps, { posting: '2021-06-18', contact: '0734-6812345' }, 'write'))).notices,
    ).toEqual([]);
    // before the notice is over they are made for a reason only, and say so.
    const early = await fine(CERTIFICATES.perform(host.deps, { reason: '颁奖会提前' }, 'write'));
    expect(early.notices.map(({ code }) => code)).toEqual(['notice-running']);
    expect(host.host.book.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['评选决定', '评分进度', '评分明细', '稳健性', '获奖名单', '公示', '证书']),
    );
  });

  it('greys the tab of a judge who left, whose line then says so by its formula; the decided list stands', async () => {
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem('Judges').columns.getItem('启用').getDataBodyRange().getCell(6, 0).values = [
        ['否'],
      ];
      await context.sync();
    });
    expect((await fine(MAKE_JUDGE_TABS.perform(host.deps, {}, 'write'))).results.retired).toEqual(['评委7']);
    await host.host.calculateNow();
    const [tab] = (await host.port.read({ tables: [], sheets: ['评分·评委7'] })).sheets.filter(
      ({ name }) => name === '评分·评委7',
    );
    expect([tab?.tabColor, tab?.values?.[2]?.[1], tab?.values?.[4]?.[3]]).toEqual([
      '#9CA3AF',
      '已停用：所填保留，不计入成绩',
      24.5,
    ]);
    expect((await MAKE_JUDGE_TABS.perform(host.deps, {}, 'write')).changed).toEqual({});
    expect(
      (await RANK.perform(host.deps, {}, 'write')).results.standings.filter(({ decision }) => decision === 'award'),
    ).toHaveLength(10);
  });
});
