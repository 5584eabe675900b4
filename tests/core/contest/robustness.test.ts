import { describe, expect, it } from '@jest/globals';
import { robustness } from '../../../src/core/contest/robustness';
import { RULES, WHOLE, entry, judge, wholeRow } from '../../support/contestFixtures';

const rules = { ...RULES, aggregate: 'mean' as const, tieBreak: [], awardQuota: 1, minimumScores: 3 };
const of = (rows: string[][], over = {}) =>
  robustness({
    entries: rows.map((_row, index) => entry(index + 1)),
    judges: [1, 2, 3].map((number) => judge(number)),
    criteria: WHOLE,
    scores: rows.flatMap((row, index) => wholeRow(index + 1, row)),
    rules: { ...rules, ...over },
  });

describe('robustness', () => {
  it('finds nothing when the winners stand however one counts', () => {
    expect(
      of([
        ['95', '95', '95'],
        ['80', '80', '81'],
        ['70', '71', '70'],
      ]),
    ).toEqual([]);
  });

  it('names the judge without whom another story would win, and the ways of counting that say otherwise', () => {
    const found = of([
      ['80', '80', '100'],
      ['85', '85', '85'],
      ['60', '60', '60'],
    ]);
    expect(found.map(({ way, comesIn, goesOut }) => [way, comesIn, goesOut])).toEqual([
      ['median', ['E002'], ['E001']],
      ['z-score', ['E002'], ['E001']],
      ['without J03', ['E002'], ['E001']],
    ]);
    expect(found[2]?.name.zh).toBe('不计评委3的评分');
  });

  it('weighs a judge who spreads scores wide no more than others by z-scores', () => {
    const found = of([
      ['60', '80', '80'],
      ['90', '79', '79'],
      ['20', '60', '60'],
      ['30', '61', '62'],
    ]);
    expect(found.find(({ way }) => way === 'z-score')).toBeUndefined();
    const wide = of([
      ['50', '82', '82'],
      ['80', '78', '78'],
      ['20', '77', '77'],
      ['10', '76', '77'],
    ]);
    expect(wide.find(({ way }) => way === 'z-score')).toMatchObject({ comesIn: ['E001'], goesOut: ['E002'] });
  });

  it('counts a tie across the line as a change when it newly lets a story in', () => {
    const found = of([
      ['90', '90', '89'],
      ['90', '90', '88'],
      ['10', '10', '10'],
    ]);
    expect(found.find(({ way }) => way === 'without J03')).toMatchObject({ comesIn: ['E002'], goesOut: [] });
  });
});
