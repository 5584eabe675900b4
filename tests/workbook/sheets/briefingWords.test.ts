// Sentences of the leaders' sheet about the contest.
import { expect, it } from '@jest/globals';
import type { BriefingFigures, ContestFigures } from '../../../src/core/briefing/briefingFigures';
import { contestWords } from '../../../src/workbook/sheets/briefingWords';

const said = (contest: Partial<ContestFigures>, language: 'zh' | 'en' = 'zh'): string =>
  contestWords(
    {
      contest: {
        entries: 48,
        ranked: 46,
        judges: 7,
        judgesDone: 3,
        decision: { kind: 'decided' },
        winners: [],
        ...contest,
      },
    } as unknown as BriefingFigures,
    (unitId) => unitId,
    'count',
    language,
  );

const winners = [
  { entryId: 'E1', unitId: '大安乡', title: '一束光', tier: '' },
] as unknown as ContestFigures['winners'];

it('says how many judges have finished as long as somebody waits for them', () => {
  expect(said({})).toBe('参评作品48篇，7名评委中3名已评完，46篇已有名次。名次已算出，尚未评定。');
});

it('says in words that nobody has finished yet, and counts no noughts', () => {
  const waiting = {
    kind: 'tooFewScored',
    waiting: Array.from({ length: 48 }),
  } as unknown as ContestFigures['decision'];
  expect(said({ judgesDone: 0, ranked: 0, decision: waiting })).toBe(
    '参评作品48篇，7名评委都还没有评完。还有48篇评分不足，名次待定。',
  );
  expect(said({ judgesDone: 0, ranked: 0, decision: waiting }, 'en')).toContain('48 entries; no judge has finished.');
});

it('says of a decided contest who scored it, not who left stories out', () => {
  expect(said({ winners })).toContain('参评作品48篇，由7名评委评分。');
  expect(said({ winners }, 'en')).toContain('48 entries; scored by 7 judges.');
});
