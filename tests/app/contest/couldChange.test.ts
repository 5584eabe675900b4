// Scores that are still open and the awards: ranking names what they could change, deciding waits for them.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideAward } from '../../../src/app/contest/decide';
import { decideRanking } from '../../../src/app/contest/rank';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { typed } from '../../support/calculated';
import { after, cellsOf, codes, scoredContest } from '../../support/decidedContest';
import { situationOf } from '../../support/situationOf';

const BY = { by: '评委会6月15日会议' };
let scored: WorkbookSnapshot;
/** The sample with one score of the eleventh story refused: 952 for 25 points. */
let refused: WorkbookSnapshot;
let eleventh: { readonly entryId: string; readonly blindNo: string };

beforeAll(async () => {
  scored = await scoredContest();
  const { standings } = decideRanking(situationOf(scored)).results;
  const found = standings.find(({ rank }) => rank === 11);
  if (!found) throw new Error('the sample has an eleventh place');
  eleventh = found;
  const row = scored.tables['Score_J03']?.values.findIndex((cells) => cells.includes(found.entryId)) ?? -1;
  refused = typed(scored, 'Score_J03', row, '真实性（25分）', 952);
});

describe('decide while scores are open', () => {
  it('is quiet where none of them could carry a story across the line', () => {
    const ranking = decideRanking(situationOf(scored));
    expect(codes(ranking.notices)).toContain('missing-scores');
    expect([codes(ranking.notices).includes('could-cross-line'), ranking.results.couldChange]).toEqual([false, []]);
    expect(codes(decideAward(situationOf(scored), BY).problems)).toEqual([]);
  });

  it('does not pay the tenth award past a refused score: it names story, line and cell (R-6)', () => {
    const decision = decideAward(situationOf(refused), BY);
    expect([decision.stopped, decision.steps]).toEqual([true, []]);
    const own = decision.problems?.[0];
    expect(own).toMatchObject({
      code: 'could-cross-line',
      table: 'Score_J03',
      row: eleventh.blindNo,
      column: '真实性',
      found: '952',
    });
    expect(own?.message.zh).toContain(`${eleventh.blindNo}号`);
    expect(own?.message.zh).toMatch(/可能升到“最美禁毒故事”线以上：评委3“真实性”为“952”，不计（可为0–25，步长0\.5）/);
    expect(own?.message.zh).toContain('仍要评定，请选“仍要评定”并写明理由');
    expect(decision.results.couldChange.find(({ entryId }) => entryId === eleventh.entryId)).toMatchObject({
      how: 'reach',
      scores: [
        { judgeId: 'J03', state: 'invalid', cells: { C1: '952' } },
        { judgeId: 'J05', state: 'missing' },
      ],
    });
  });

  it('goes on all the same with a reason alone, which stays on record with what was open (R-6)', () => {
    const without = decideAward(situationOf(refused), { ...BY, anyway: true });
    expect(codes(without.problems)).toEqual(['missing-reason']);
    const decision = decideAward(situationOf(refused), { ...BY, anyway: true, reason: '评委出差，限期已到' });
    expect(codes(decision.problems)).toEqual([]);
    expect(codes(decision.notices)).toContain('could-cross-line');
    const reasons = new Set(cellsOf(after(refused, decision), 'Decisions', '理由').flat());
    expect([...reasons].at(-1)).toBe(`评委出差，限期已到（评定时${eleventh.blindNo}号评分未定，可能跨线）`);
  });

  it('is a notice of the ranking, with the stories that would be moved too (R-6)', () => {
    const ranking = decideRanking(situationOf(refused));
    const named = ranking.notices?.filter(({ code }) => code === 'could-cross-line') ?? [];
    expect(named.map(({ table }) => table)).toEqual(['Score_J03', 'Standings']);
    const tenth = ranking.results.standings.find(({ decision, rank }) => decision === 'award' && rank === 10);
    expect(named[1]?.message.zh).toContain(`${tenth?.blindNo}号可能落到“最美禁毒故事”线以下`);
    expect(ranking.results.couldChange.map(({ how }) => how)).toContain('lose');
  });
});
