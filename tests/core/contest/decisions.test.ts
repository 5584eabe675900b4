import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { awardList } from '../../../src/core/awards/awardList';
import { decisions } from '../../../src/core/contest/decisions';
import { drawLots, resolveTie } from '../../../src/core/contest/resolveTie';
import { computeStandings } from '../../../src/core/contest/standings';
import { RULES, WHOLE, entry, judge, wholeRow } from '../../support/contestFixtures';

const rules = { ...RULES, aggregate: 'mean' as const, tieBreak: [], awardQuota: 3 };

function standingsOf(values: (string | null)[], over: Partial<typeof rules> = {}, reservePlaces?: number) {
  return computeStandings({
    entries: values.map((_value, index) => entry(index + 1)),
    judges: [judge(1)],
    criteria: WHOLE,
    scores: values.flatMap((value, index) => wholeRow(index + 1, [value])),
    rules: { ...rules, ...over },
    reservePlaces,
  });
}
const marks = (standings: ReturnType<typeof standingsOf>) => standings.map(({ decision }) => decision);

describe('the line between awards and the rest (R-4)', () => {
  it('awards the quota, then three in reserve, then none', () => {
    const standings = standingsOf(['99', '98', '97', '96', '95', '94', '93']);
    expect(marks(standings)).toEqual(['award', 'award', 'award', 'reserve', 'reserve', 'reserve', 'none']);
    expect(decisions(standings, rules)).toEqual({
      kind: 'decided',
      winners: ['E001', 'E002', 'E003'],
      reserve: ['E004', 'E005', 'E006'],
      seatsLeft: 0,
    });
  });

  it('stops at a tie across the quota and says what each choice costs', () => {
    const standings = standingsOf(['99', '98', '97', '97', '97', '90', '89', '88', '87']);
    expect(marks(standings)).toEqual([
      'award',
      'award',
      'undecided',
      'undecided',
      'undecided',
      'reserve',
      'reserve',
      'reserve',
      'none',
    ]);
    expect(decisions(standings, rules)).toEqual({
      kind: 'tie',
      winners: ['E001', 'E002'],
      contested: ['E003', 'E004', 'E005'],
      seatsLeft: 1,
      choices: [
        { choice: 'more', awards: 5, cost: 5000, overBudget: 2000 },
        { choice: 'fewer', awards: 2, cost: 2000, overBudget: -1000 },
        { choice: 'revote', awards: 3, cost: 3000, overBudget: 0 },
        { choice: 'lots', awards: 3, cost: 3000, overBudget: 0 },
      ],
    });
    expect(awardList(standings, rules)).toMatchObject({ kind: 'open', why: { kind: 'tie' } });
  });

  it('does not stop at a tie that ends on the line or lies above it', () => {
    expect(marks(standingsOf(['99', '98', '98', '97']))).toEqual(['award', 'award', 'award', 'reserve']);
    expect(marks(standingsOf(['98', '98', '98', '98', '97']))).toEqual([
      'undecided',
      'undecided',
      'undecided',
      'undecided',
      'reserve',
    ]);
  });

  it.each(['competition', 'modified', 'dense', 'fractional'] as const)(
    'falls at the same place under %s ranks',
    (method) => {
      expect(marks(standingsOf(['99', '99', '98', '98', '97'], { method }))).toEqual([
        'award',
        'award',
        'undecided',
        'undecided',
        'reserve',
      ]);
    },
  );

  it('decides nothing while an eligible entry waits for scores (S-5)', () => {
    const standings = standingsOf(['99', null, '97']);
    expect(decisions(standings, rules)).toEqual({ kind: 'tooFewScored', waiting: ['E002'], winners: ['E001', 'E003'] });
    expect(awardList(standings, rules).kind).toBe('open');
  });

  it('says so when nothing is there to decide, or fewer entries than awards', () => {
    expect(decisions([], rules)).toEqual({ kind: 'noEntries' });
    expect(decisions(standingsOf(['99', '98']), rules)).toMatchObject({ kind: 'decided', seatsLeft: 1 });
  });

  it('marks as many reserves as the setting says, a tied group as a whole', () => {
    expect(marks(standingsOf(['99', '98', '97', '96', '95', '95'], {}, 2))).toEqual([
      'award',
      'award',
      'award',
      'reserve',
      'reserve',
      'reserve',
    ]);
    expect(marks(standingsOf(['99', '98', '97', '96'], {}, 0))).toEqual(['award', 'award', 'award', 'none']);
  });

  it('never awards more than the quota, nor one of two equals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 90, max: 96 }).map(String), { maxLength: 12 }),
        fc.integer({ min: 0, max: 6 }),
        (values, awardQuota) => {
          const standings = standingsOf(values, { awardQuota });
          expect(standings.filter(({ decision }) => decision === 'award').length).toBeLessThanOrEqual(awardQuota);
          for (const a of standings)
            for (const b of standings) if (a.rank === b.rank) expect(a.decision).toBe(b.decision);
        },
      ),
    );
  });
});

describe('what people choose for a tie (R-4)', () => {
  const standings = standingsOf(['99', '98', '97', '97', '97', '90']);
  const decided = (resolution: Parameters<typeof resolveTie>[2]) => resolveTie(standings, rules, resolution);

  it('awards all, none, or as many as there are seats', () => {
    expect(marks(decided({ choice: 'more' }))).toEqual(['award', 'award', 'award', 'award', 'award', 'reserve']);
    expect(marks(decided({ choice: 'fewer' }))).toEqual(['award', 'award', 'reserve', 'reserve', 'reserve', 'reserve']);
    expect(
      marks(decided({ choice: 'lots', seed: '会议纪要7号' })).filter((decision) => decision === 'award'),
    ).toHaveLength(3);
    expect(marks(decided({ choice: 'lots', drawn: ['E004'] }))).toEqual([
      'award',
      'award',
      'reserve',
      'award',
      'reserve',
      'reserve',
    ]);
  });

  it('leads to an award list with its total (A-1)', () => {
    expect(awardList(decided({ choice: 'more' }), rules)).toMatchObject({
      kind: 'decided',
      total: 5000,
      overBudget: 2000,
      seatsLeft: 0,
    });
    expect(awardList(decided({ choice: 'fewer' }), rules)).toMatchObject({
      kind: 'decided',
      total: 2000,
      overBudget: -1000,
      seatsLeft: 1,
    });
    const list = awardList(standingsOf(['99', '98', '97', '96']), rules);
    expect(list.kind === 'decided' && list.awards.map(({ entryId, prize }) => [entryId, prize])).toEqual([
      ['E001', 1000],
      ['E002', 1000],
      ['E003', 1000],
    ]);
    expect(list.kind === 'decided' && list.reserve.map(({ entryId }) => entryId)).toEqual(['E004']);
  });

  it('draws the same lots from the same seed in any order, and others from another seed (R-2)', () => {
    const ids = ['E1', 'E2', 'E3', 'E4', 'E5'];
    expect(drawLots([...ids].reverse(), 's')).toEqual(drawLots(ids, 's'));
    const draws = new Set(Array.from({ length: 50 }, (_none, index) => drawLots(ids, `seed ${index}`)[0]));
    expect(draws.size).toBe(5);
  });

  it('draws each of three about equally often over many seeds', () => {
    const first = Array.from({ length: 3000 }, (_none, index) => drawLots(['E003', 'E004', 'E005'], `纪要${index}`)[0]);
    for (const id of ['E003', 'E004', 'E005']) {
      const share = first.filter((drawn) => drawn === id).length;
      expect(share).toBeGreaterThan(850);
      expect(share).toBeLessThan(1150);
    }
  });

  it.each([
    [{ choice: 'lots' as const }],
    [{ choice: 'lots' as const, drawn: ['E001'] }],
    [{ choice: 'lots' as const, drawn: ['E003', 'E004'] }],
  ])('refuses a draw that is none: %j', (resolution) => {
    expect(() => decided(resolution)).toThrow(RangeError);
  });

  it('changes nothing when there is no tie', () => {
    const clear = standingsOf(['99', '98', '97', '96']);
    expect(resolveTie(clear, rules, { choice: 'more' })).toEqual(clear);
  });
});
