import { describe, expect, it } from '@jest/globals';
import { correlation, entrySpreads, judgeAgreements, stablePlaces } from '../../../src/core/contest/agreement';
import { computeStandings } from '../../../src/core/contest/standings';
import { HIGH, PAIRWISE, tieToken } from '../../../src/core/contest/tieChain';
import { drawLots } from '../../../src/core/contest/resolveTie';
import { RULES, WHOLE, entry, judge, wholeRow } from '../../support/contestFixtures';

const standingsOf = (rows: readonly (readonly string[])[], tieBreak: readonly string[], over = {}) =>
  computeStandings({
    entries: rows.map((_row, index) => entry(index + 1)),
    judges: (rows[0] ?? []).map((_value, index) => judge(index + 1)),
    criteria: WHOLE,
    scores: rows.flatMap((row, index) => wholeRow(index + 1, row)),
    rules: { ...RULES, aggregate: 'mean', tieBreak, ...over },
  });
const places = (standings: ReturnType<typeof standingsOf>) => standings.map(({ entryId, rank }) => [entryId, rank]);

describe('tie-break chains (R-2)', () => {
  it('read words in both languages', () => {
    expect(['最高分', '两两比较', '抽签：纪要7号', 'lots:seed', 'head-to-head', 'C1'].map(tieToken)).toEqual([
      HIGH,
      PAIRWISE,
      '#lots:纪要7号',
      '#lots:seed',
      PAIRWISE,
      null,
    ]);
  });

  it('place the higher single score first', () => {
    expect(
      places(
        standingsOf(
          [
            ['80', '80', '80'],
            ['70', '80', '90'],
          ],
          [HIGH],
        ),
      ),
    ).toEqual([
      ['E002', 1],
      ['E001', 2],
    ]);
  });

  it('place first whom more judges rate higher, among those alone who are equal', () => {
    expect(
      places(
        standingsOf(
          [
            ['82', '82', '76'],
            ['80', '80', '80'],
            ['99', '99', '99'],
          ],
          [PAIRWISE],
        ),
      ),
    ).toEqual([
      ['E003', 1],
      ['E001', 2],
      ['E002', 3],
    ]);
  });

  it('leave a circle of preferences tied (R-3)', () => {
    const circle = standingsOf(
      [
        ['90', '80', '70'],
        ['80', '70', '90'],
        ['70', '90', '80'],
      ],
      [PAIRWISE],
    );
    expect(circle.map(({ rank, tied }) => [rank, tied])).toEqual([
      [1, true],
      [1, true],
      [1, true],
    ]);
  });

  it('draw lots by the recorded seed, only where all before it is equal', () => {
    const rows = [
      ['80', '80'],
      ['80', '80'],
      ['80', '80'],
      ['90', '90'],
    ];
    const drawn = drawLots(['E001', 'E002', 'E003'], '纪要7号');
    expect(places(standingsOf(rows, ['#lots:纪要7号'], { method: 'ordinal' }))).toEqual([
      ['E004', 1],
      ...drawn.map((entryId, index) => [entryId, index + 2]),
    ]);
  });
});

describe('agreement and spread', () => {
  const standings = standingsOf(
    [
      ['80', '90', '85'],
      ['70', '80', '75'],
      ['60', '70', '65'],
    ],
    [],
  );

  it('gives range and sample deviation per entry', () => {
    expect(entrySpreads(standings)[0]).toEqual({ entryId: 'E001', range: 10, deviation: 5 });
  });

  it('gives severity against the other judges and their correlation', () => {
    const [strict, mild] = judgeAgreements(standings);
    expect([strict?.severity, mild?.severity, strict?.agreement]).toEqual([-7.5, 7.5, expect.closeTo(1, 9)]);
  });

  it('gives Pearson’s r as the textbooks do, and null without variance', () => {
    expect(
      correlation([
        [1, 2],
        [2, 1],
        [3, 4],
        [4, 3],
        [5, 5],
      ]),
    ).toBeCloseTo(0.8, 12);
    expect(
      correlation([
        [1, 2],
        [1, 3],
      ]),
    ).toBeNull();
  });

  it('counts the places above the first that any alternative takes out', () => {
    expect([
      stablePlaces(['a', 'b', 'c'], [{ goesOut: ['c'] }]),
      stablePlaces(['a', 'b'], []),
      stablePlaces(['a'], [{ goesOut: ['a'] }]),
    ]).toEqual([2, 2, 0]);
  });
});
