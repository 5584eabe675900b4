// Places and quota ties as other programs publish them: R, Spark, MATLAB, GeoGebra for ranks; Tabbycat and DOMjudge for ties at the line.
// (scipy and pandas: rank.test.ts.)
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RankingMethod } from '../../../src/core/contest/contest';
import { decisions } from '../../../src/core/contest/decisions';
import { rankKeys } from '../../../src/core/contest/rank';
import { resolveTie } from '../../../src/core/contest/resolveTie';
import type { Standing } from '../../../src/core/contest/standing';
import { computeStandings } from '../../../src/core/contest/standings';
import { RULES, WHOLE, entry, judge, whole } from '../../support/contestFixtures';

const ranks = (keys: readonly number[], method: RankingMethod): number[] =>
  rankKeys(keys, (a, b) => a - b, method).map(({ rank }) => rank);

describe('ranks (R-1)', () => {
  const PI = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];

  it.each<[RankingMethod, string, number[]]>([
    ['fractional', 'average', [4.5, 1.5, 6, 1.5, 8, 11, 3, 10, 8, 4.5, 8]],
    ['competition', 'min', [4, 1, 6, 1, 7, 11, 3, 10, 7, 4, 7]],
    ['modified', 'max', [5, 2, 6, 2, 9, 11, 3, 10, 9, 5, 9]],
  ])('%s ranks are those of R’s rank with ties “%s” on the digits in its manual', (method, _ties, expected) => {
    expect(ranks(PI, method)).toEqual(expected);
  });

  it('hold what R’s manual checks of its own: the least and the greatest rank add up to twice the average', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (keys) => {
        const [least, greatest, average] = [
          ranks(keys, 'competition'),
          ranks(keys, 'modified'),
          ranks(keys, 'fractional'),
        ];
        expect(least.map((rank, at) => rank + greatest[at]!)).toEqual(average.map((rank) => 2 * rank));
      }),
    );
  });

  it.each<[RankingMethod, string, number[]]>([
    ['fractional', 'average', [1, 2.5, 2.5, 4]],
    ['competition', 'min', [1, 2, 2, 4]],
    ['modified', 'max', [1, 3, 3, 4]],
    ['dense', 'dense', [1, 2, 2, 3]],
  ])(
    '%s ranks are those of method “%s” on the column 1, 2, 2, 3 in the manual of pyspark.pandas.DataFrame.rank',
    (method, _name, expected) => {
      expect(ranks([1, 2, 2, 3], method)).toEqual(expected);
    },
  );

  it('fractional ranks are those of MATLAB’s tiedrank and of GeoGebra’s TiedRank on the lists in their manuals', () => {
    expect(ranks([10, 20, 30, 40, 20], 'fractional')).toEqual([1, 2.5, 4, 5, 2.5]);
    expect(ranks([-2, 1, 3, 1, 4], 'fractional')).toEqual([1, 2.5, 4, 2.5, 5]);
    expect(ranks([4, 1, 2, 3, 4, 2], 'fractional')).toEqual([5.5, 1, 2.5, 4, 5.5, 2.5]);
  });
});

/** Standings of these points before one judge; `out`: 1-based places in the list that take no part. */
function standingsOf(
  points: readonly number[],
  awardQuota: number,
  out: readonly number[] = [],
): { standings: Standing[]; rules: typeof RULES } {
  const rules = { ...RULES, aggregate: 'mean' as const, tieBreak: [], awardQuota };
  const entries = points.map((_point, index) => entry(index + 1, { eligible: !out.includes(index + 1) }));
  return {
    rules,
    standings: computeStandings({
      entries,
      judges: [judge(1)],
      criteria: WHOLE,
      scores: points.map((point, index) => whole(index + 1, 1, String(point))),
      rules,
    }),
  };
}

function awarded({ standings, rules }: ReturnType<typeof standingsOf>): string[] {
  return resolveTie(standings, rules, { choice: 'more' })
    .filter(({ decision }) => decision === 'award')
    .map(({ entryId }) => entryId)
    .sort();
}

const downFrom = (top: number, count: number): number[] => Array.from({ length: count }, (_none, index) => top - index);

describe('a tie at the line, as Tabbycat breaks teams (breakqual/base.py)', () => {
  it('lets 17 through where 16 break and two are equal sixteenth; here the committee says so by “more” (R-4)', () => {
    const contest = standingsOf([...downFrom(90, 15), 60, 60, 50, 40], 16);
    expect(decisions(contest.standings, contest.rules)).toMatchObject({
      kind: 'tie',
      contested: ['E016', 'E017'],
      seatsLeft: 1,
      choices: [
        { choice: 'more', awards: 17 },
        { choice: 'fewer', awards: 15 },
        { choice: 'revote', awards: 16 },
        { choice: 'lots', awards: 16 },
      ],
    });
    expect(awarded(contest)).toHaveLength(17);
  });

  it('gives an ineligible one no place in the break, so that the next one moves into it', () => {
    const contest = standingsOf(downFrom(90, 6), 3, [2]);
    expect(awarded(contest)).toEqual(['E001', 'E003', 'E004']);
    expect(contest.standings.find(({ entryId }) => entryId === 'E002')).toMatchObject({
      rank: null,
      decision: 'ineligible',
    });
  });
});

describe('a tie at the line, as DOMjudge gives medals (AwardService)', () => {
  it('reaches the 31st of the board for 28 golds with three observers at 5, 13 and 15, as its issue 1982 expects', () => {
    const board = standingsOf(downFrom(99, 40), 28, [5, 13, 15]);
    expect(awarded(board)).toHaveLength(28);
    expect(awarded(board).at(-1)).toBe('E031');
  });

  it('gives the medal to everyone whose rank, those without medals left aside, is within the number of medals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ point: fc.integer({ min: 1, max: 6 }), part: fc.boolean() }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.integer({ min: 1, max: 6 }),
        (teams, golds) => {
          const out = teams.flatMap(({ part }, index) => (part ? [] : [index + 1]));
          const medals = teams.flatMap(({ point, part }, index) => {
            const ahead = teams.filter((other) => other.point > point);
            const rank = 1 + ahead.length;
            const skipped = ahead.filter((other) => !other.part).length;
            return part && rank - skipped <= golds ? [entry(index + 1).entryId] : [];
          });
          expect(
            awarded(
              standingsOf(
                teams.map(({ point }) => point),
                golds,
                out,
              ),
            ),
          ).toEqual(medals.sort());
        },
      ),
    );
  });
});
