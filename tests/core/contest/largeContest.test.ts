// 2,000 stories before 50 judges: places and values against a count in whole half points that shares no code with the rules.
import { describe, expect, it } from '@jest/globals';
import type { Score } from '../../../src/core/contest/contest';
import { computeStandings } from '../../../src/core/contest/standings';
import { CRITERIA, RULES, entry, judge } from '../../support/contestFixtures';

const ENTRIES = 2000;
const JUDGES = 50;
/** Most half points per criterion. */
const MOST = [50, 50, 50, 30, 20];

/** Half points from 0 to the most, the same in every run. */
function halves(entryNumber: number, judgeNumber: number, criterion: number): number {
  const mixed =
    Math.imul(Math.imul(entryNumber * 64 + judgeNumber, 2654435761) ^ ((criterion + 1) * 40503), 2246822519) >>> 8;
  return mixed % ((MOST[criterion] ?? 0) + 1);
}

interface Counted {
  readonly entryId: string;
  readonly hundredths: number;
  readonly first: number;
}

/** One highest and one lowest off the 50, 48 left, two halves a point: hundredths, half up. */
function counted(entryNumber: number): Counted {
  const rows = Array.from({ length: JUDGES }, (_none, index) =>
    MOST.map((_most, criterion) => halves(entryNumber, index + 1, criterion)),
  );
  const totals = rows.map((row) => row.reduce((sum, value) => sum + value, 0)).sort((a, b) => a - b);
  const kept = totals.slice(1, -1).reduce((sum, value) => sum + value, 0);
  return {
    entryId: entry(entryNumber).entryId,
    hundredths: Math.floor((kept * 100 * 2 + 96) / (96 * 2)),
    first: rows.reduce((sum, row) => sum + (row[0] ?? 0), 0),
  };
}

describe('a contest of 2,000 stories and 50 judges', () => {
  const numbers = Array.from({ length: ENTRIES }, (_none, index) => index + 1);
  const judges = Array.from({ length: JUDGES }, (_none, index) => judge(index + 1));
  const scores = numbers.flatMap((number) =>
    judges.map((each, index): Score => ({
      entryId: entry(number).entryId,
      judgeId: each.judgeId,
      recused: false,
      scores: Object.fromEntries(
        CRITERIA.map(({ criterionId }, criterion) => [criterionId, String(halves(number, index + 1, criterion) / 2)]),
      ),
    })),
  );
  const standings = computeStandings({
    entries: numbers.map((number) => entry(number)),
    judges,
    criteria: CRITERIA,
    scores,
    rules: RULES,
  });
  const byHand = numbers.map(counted);

  it('gives every story the trimmed mean that whole numbers give (S-4, S-6)', () => {
    const shown = new Map(
      byHand.map(({ entryId, hundredths }) => [
        entryId,
        `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`,
      ]),
    );
    expect(standings.filter((standing) => standing.shown !== shown.get(standing.entryId))).toEqual([]);
    expect(standings).toHaveLength(ENTRIES);
  });

  it('gives every story the place that counting those before it gives, the first criterion deciding among equals (R-1, R-2)', () => {
    const value = ({ hundredths, first }: Counted): number => hundredths * 10_000 + first;
    const values = byHand.map(value);
    const place = new Map(
      byHand.map((each) => [
        each.entryId,
        {
          rank: 1 + values.filter((other) => other > value(each)).length,
          tied: values.filter((other) => other === value(each)).length > 1,
        },
      ]),
    );
    expect(
      standings.filter(
        ({ entryId, rank, tied }) => rank !== place.get(entryId)?.rank || tied !== place.get(entryId)?.tied,
      ),
    ).toEqual([]);
    expect(standings.filter(({ decision }) => decision === 'award').length).toBeLessThanOrEqual(RULES.awardQuota);
  });

  it('has stories that only the chain tells apart, and asks it of nobody who stands alone (R-2)', () => {
    const equal = new Map<string, number>();
    standings.forEach(({ shown }) => equal.set(shown, (equal.get(shown) ?? 0) + 1));
    const alone = standings.filter(({ shown }) => equal.get(shown) === 1);
    expect(alone.length).toBeGreaterThan(10);
    expect(alone.filter(({ tieBreak }) => tieBreak.some(({ exact }) => exact !== ''))).toEqual([]);
    expect(standings.filter(({ shown, tied }) => (equal.get(shown) ?? 0) > 1 && !tied).length).toBeGreaterThan(10);
  });
});
