// The whole numbers of large contests against the fractions: the same standings from the same cells, whatever stands in them (S-6).
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Aggregate, Criterion } from '../../../src/core/contest/contest';
import { packScores } from '../../../src/core/contest/packedScores';
import { judgingProgress } from '../../../src/core/contest/progress';
import { robustness } from '../../../src/core/contest/robustness';
import { createScoreTable } from '../../../src/core/contest/scoreTable';
import { computeStandings } from '../../../src/core/contest/standings';
import { TypedScores, type TypedCell } from '../../../src/core/contest/typedScores';
import { RULES, entry, judge } from '../../support/contestFixtures';

const criterion = (at: number, over: Partial<Criterion>): Criterion => ({
  criterionId: `C${at}`,
  name: `标准${at}`,
  weight: '50',
  minimum: '0',
  maximum: '50',
  step: '0.5',
  ...over,
});

/** Whole shares, thirds, a minimum that steps count from, free steps. */
const PANELS: readonly (readonly Criterion[])[] = [
  [criterion(1, {}), criterion(2, {})],
  [criterion(1, { weight: '70', maximum: '30' }), criterion(2, { weight: '30', maximum: '7', step: '0.2' })],
  [criterion(1, { minimum: '10', maximum: '20', step: '3' }), criterion(2, { step: '' })],
];

const cell = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 30 }).map((halves): TypedCell => halves / 2) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<TypedCell>('', ' ', '12.5', '１２．５分', '优秀', true, 0.1 + 0.2, 24.3, 999, -1, -0),
  },
  { weight: 2, arbitrary: fc.constantFrom<TypedCell>(12.500000000000002, 1 / 3, 1.23456, 20 / 3, 1e-12) },
);
const rowOfSheet = fc.record({ entry: fc.integer({ min: 1, max: 6 }), first: cell, second: cell, recused: fc.nat(5) });
const contests = fc.record({
  criteria: fc.constantFrom(...PANELS),
  sheets: fc.array(fc.array(rowOfSheet, { maxLength: 7 }), { minLength: 1, maxLength: 5 }),
  aggregate: fc.constantFrom<Aggregate>('mean', 'trimmed', 'median'),
  trimFrom: fc.constantFrom(3, 5),
  decimals: fc.constantFrom(0, 2),
  shownDecides: fc.boolean(),
  minimumScores: fc.constantFrom(1, 2),
  tieBreak: fc.constantFrom<string[]>([], ['C1'], ['#pairwise', '#high']),
  unitId: fc.constantFrom('', 'U1'),
  orders: fc.boolean(),
});

describe('scores as whole numbers', () => {
  it('give the standings, ballots, progress and robustness that fractions give, from any cells (S-1, S-2, S-4, S-5, S-6)', () => {
    const seen = { packed: 0, fractions: 0, scored: 0, strays: 0 };
    fc.assert(
      fc.property(contests, ({ criteria, sheets, unitId, orders, ...over }) => {
        const typed = new TypedScores(
          sheets.map((rows, at) => ({
            judgeId: judge(at + 1).judgeId,
            rows: rows.map((row) => [entry(row.entry).entryId, row.first, row.second]),
            entryPlace: 0,
            places: [1, 2],
            recused: new Set(rows.flatMap((row, index) => (row.recused === 0 ? [index] : []))),
          })),
          criteria,
          (value) =>
            value === '' ? null : typeof value === 'number' ? String(Number(value.toFixed(10))) : String(value),
        );
        const entries = [1, 2, 3, 4, 5].map((n) => entry(n, { eligible: n !== 4, unitId: n === 2 ? 'U1' : '' }));
        const contest = {
          entries: orders ? [...entries].reverse() : entries,
          judges: sheets.map((_rows, at) => judge(at + 1, { unitId: at === 0 ? unitId : '' })),
          criteria,
          rules: { ...RULES, ...over },
        };
        const packed = packScores({ ...contest, scores: typed });
        seen[packed ? 'packed' : 'fractions'] += 1;
        const table = createScoreTable({ ...contest, scores: typed });
        contest.entries.forEach((each, index) => {
          const wanted = table.ballots(each);
          seen.scored += wanted.filter(({ state }) => state === 'scored').length;
          seen.strays += wanted.filter(({ stray }) => stray).length;
          if (packed && !isDeepStrictEqual(packed.ballots(index), wanted))
            expect(packed.ballots(index)).toEqual(wanted);
        });
        const fast = computeStandings({ ...contest, scores: typed });
        const exact = computeStandings({ ...contest, scores: typed.all() });
        if (!isDeepStrictEqual(fast, exact)) expect(fast).toEqual(exact);
        const both = [robustness, judgingProgress].map((work) => [
          work({ ...contest, scores: typed }),
          work({ ...contest, scores: typed.all() }),
        ]);
        for (const [own, wanted] of both) if (!isDeepStrictEqual(own, wanted)) expect(own).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
    expect(Object.entries(seen).filter(([, times]) => times <= 20)).toEqual([]);
  });
});
