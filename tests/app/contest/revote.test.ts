// A re-vote on the sample contest, from the tie to the printed list: decisions on snapshots.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideAwards } from '../../../src/app/publish/awards';
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { decideAward } from '../../../src/app/contest/decide';
import { decideExplain } from '../../../src/app/contest/explainPlaces';
import { decideRanking } from '../../../src/app/contest/rank';
import { decideRevote } from '../../../src/app/contest/revote';
import type { RevoteInput } from '../../../src/app/contest/revoteJob';
import type { Problem } from '../../../src/core/ground/problem';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { after, cellsOf, codes, decidedContest, scoredContest, wordsOf } from '../../support/decidedContest';
import { typed } from '../../support/calculated';
import { situationOf, withSetting } from '../../support/situationOf';

/** No. 43 and 47 are tied for the eighth place. */
let tied: WorkbookSnapshot;
const VOTES: RevoteInput = { votes: '43=2、47=5', by: '县禁毒办', at: '6月15日下午3点', reason: '评委会决定复评' };
const AT = '2021-06-15T16:00';
const BY = { by: '评委会6月15日会议' };
const vote = (snapshot: WorkbookSnapshot, input: RevoteInput = VOTES) => decideRevote(situationOf(snapshot, AT), input);

beforeAll(async () => {
  tied = withSetting(await scoredContest(), 'awardQuota', 8);
});

describe('revote', () => {
  it('is named among the choices for a tie, with what it costs (R-4)', () => {
    const open = decideAward(situationOf(tied, AT), BY);
    expect(open.problems?.[0]?.message.zh).toContain(
      '均不获奖（共 7 名，7,000 元）、重新投票（复评，只投这几篇，共 8 名，8,000 元）或抽签',
    );
    expect(codes(decideAward(situationOf(tied, AT), { ...BY, tie: 'revote' }).problems)).toEqual(['revote-needed']);
    expect(codes(decideAwards(situationOf(tied, AT), { tie: 'revote' }).problems)).toEqual(['revote-needed']);
  });

  it('puts votes, who counted and when on record and orders the tied, so that “Decide” needs no choice (R-5)', () => {
    const decision = vote(tied);
    expect(decision.results).toMatchObject({
      actId: 'D02',
      votes: [
        { blindNo: '47', votes: 5 },
        { blindNo: '43', votes: 2 },
      ],
      contested: [],
    });
    const voted = after(tied, decision);
    expect(
      cellsOf(voted, 'Decisions', '决定编号', '事项', '盲评号', '复评得票', '名次', '决定人', '结果').slice(1),
    ).toEqual([
      ['D02', '复评', '47', 5, 8, '县禁毒办', ''],
      ['D02', '复评', '43', 2, 8, '县禁毒办', ''],
    ]);
    const ranks = decideRanking(situationOf(voted, AT))
      .results.standings.filter(({ blindNo }) => ['43', '47'].includes(blindNo))
      .map(({ blindNo, rank, tied: equal }) => [blindNo, rank, equal]);
    expect(ranks).toEqual([
      ['47', 8, false],
      ['43', 9, false],
    ]);
    const decided = decideAward(situationOf(voted, AT), BY);
    expect([decided.results.tie, decided.results.winners.at(-1)?.blindNo, decided.results.reserve[0]?.blindNo]).toEqual(
      ['revote', '47', '43'],
    );
  });

  it('is held against what was counted: a vote typed over, emptied or deleted is named, and decides nothing until it is put back', () => {
    const voted = after(tied, vote(tied));
    const rows = voted.tables['Decisions']?.values ?? [];
    const at = rows.findIndex((row) => row.includes('复评') && row.includes('43'));
    const without = { ...voted.tables['Decisions']!, values: rows.filter((_row, index) => index !== at) };
    for (const [altered, found] of [
      [typed(voted, 'Decisions', at, '复评得票', 9), '9'],
      [typed(voted, 'Decisions', at, '复评得票', ''), ''],
      [{ ...voted, tables: { ...voted.tables, Decisions: without } }, ''],
    ] as const) {
      const named = (problems: readonly Problem[] = []) =>
        problems.filter(({ code }) => code === 'decision-record-changed').map((problem) => problem.found);
      const { problems, stopped } = decideAward(situationOf(altered, AT), BY);
      expect([stopped, named(problems), named(decideCheck(situationOf(altered, AT)).problems)]).toEqual([
        true,
        [found],
        [found],
      ]);
    }
    const corrected = { ...VOTES, votes: '43=6、47=5', again: true, reason: '计票有误' };
    const again = after(voted, vote(typed(voted, 'Decisions', at, '复评得票', 9), corrected));
    expect(decideAward(situationOf(again, AT), BY).results.winners.at(-1)?.blindNo).toBe('43');
  });

  it('stands in “why this place”, on the list before and after the decision, and the check finds all in agreement', () => {
    const voted = after(tied, vote(tied));
    expect(decideExplain(situationOf(voted, AT), { entry: '43' }).results.stories[0]?.why).toContain(
      '与第8名同分，复评（D02）得票2<5',
    );
    const line =
      '评委对并列的《故事47：坚守》、《故事43：回家》重新投票（2021年6月15日 15:00，计票县禁毒办）：《故事47：坚守》5票、《故事43：回家》2票，理由：评委会决定复评。';
    const decided = after(voted, decideAward(situationOf(voted, AT), BY));
    for (const snapshot of [voted, decided]) {
      const list = decideAwards(situationOf(snapshot, AT), {});
      expect(wordsOf(list)).toContain(line);
      // The register's own numbers are for the office.
      expect(wordsOf(list)).not.toMatch(/D\d\d/);
      expect([list.results.tie, list.results.winners.length]).toEqual([
        { choice: 'revote', contested: expect.arrayContaining(['E043', 'E047']), reason: '评委会决定复评' },
        8,
      ]);
    }
    expect(cellsOf(decided, 'Decisions', '并列处理').at(-1)).toEqual(['复评']);
    expect(codes(decideCheck(situationOf(decided, AT)).notices)).not.toContain('changed-after-decision');
  });

  it('leaves the choice open when it ties again, and a second one or lots may follow', () => {
    const again = vote(tied, { ...VOTES, votes: '43=3、47=3' });
    expect([again.results.contested, codes(again.notices), again.stopped]).toEqual([
      ['E043', 'E047'],
      ['tie-at-quota'],
      undefined,
    ]);
    expect(again.message.zh).toContain('仍并列，争 1 个名额');
    const voted = after(tied, again);
    expect(codes(decideAward(situationOf(voted, AT), { ...BY, tie: 'revote' }).problems)).toEqual(['revote-needed']);
    expect(
      decideAward(situationOf(voted, AT), { ...BY, tie: 'lots', seed: '纪要7号', reason: '复评仍并列' }).results.tie,
    ).toBe('lots');
    expect(vote(voted).results.contested).toEqual([]);
  });

  it('is corrected by another row with its reason, never by changing one', () => {
    const voted = after(tied, vote(tied));
    expect(codes(vote(voted).problems)).toEqual(['no-tie']);
    expect(codes(vote(voted, { ...VOTES, again: true, reason: '' }).problems)).toEqual(['missing-reason']);
    const corrected = after(voted, vote(voted, { ...VOTES, votes: '43=4、47=3', again: true, reason: '计票表抄错' }));
    expect(cellsOf(corrected, 'Decisions', '决定编号', '复评得票').slice(1)).toEqual([
      ['D02', 5],
      ['D02', 2],
      ['D03', 4],
      ['D03', 3],
    ]);
    expect(decideAward(situationOf(corrected, AT), BY).results.winners.at(-1)?.blindNo).toBe('43');
  });

  it('changes no list that is decided already, and says so', () => {
    const decided = after(tied, decideAward(situationOf(tied, AT), { ...BY, tie: 'fewer', reason: '预算' }));
    const late = vote(decided);
    expect(codes(late.notices)).toContain('already-decided');
    expect(decideAwards(situationOf(after(decided, late), AT), {}).results.winners).toHaveLength(7);
  });

  it('names what is missing or cannot be: who counted, votes, a moment to come, no tie, a workbook without the column', () => {
    expect(codes(vote(tied, { at: '2021-06-16 09:00' }).problems)).toEqual(['missing-by', 'future-vote']);
    expect(codes(vote(tied, { ...VOTES, votes: '43=9' }).problems)).toEqual(['too-many-votes', 'missing-votes']);
    expect(codes(vote(withSetting(tied, 'awardQuota', 9)).problems)).toEqual(['no-tie']);
    expect(codes(vote(tied, { ...VOTES, votes: '43=6、47=6' }).notices)).toContain('many-votes');
    const table = tied.tables['Decisions'];
    if (!table) throw new Error('no record');
    const place = table.headers.indexOf('复评得票');
    const without = (row: readonly (string | number | boolean)[]) => row.filter((_cell, index) => index !== place);
    const older: WorkbookSnapshot = {
      ...tied,
      tables: {
        ...tied.tables,
        Decisions: {
          ...table,
          headers: table.headers.filter((_header, index) => index !== place),
          values: table.values.map(without),
          formulas: table.formulas.map(without),
        },
      },
    };
    expect(codes(vote(older).problems)).toEqual(['missing-column']);
    expect(decidedContest(withSetting(older, 'awardQuota', 9)).tables['Decisions']?.values.at(-1)).toHaveLength(
      table.headers.length - 1,
    );
  });
});
