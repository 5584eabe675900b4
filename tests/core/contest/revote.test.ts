// Re-votes on entries that are tied across the line: what they order, what they leave alone, how they are written down.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decisions } from '../../../src/core/contest/decisions';
import { explain } from '../../../src/core/contest/explain';
import { revotesOnRecord, votesAmong, type Revote } from '../../../src/core/contest/revote';
import type { Ruling } from '../../../src/core/contest/ruling';
import { computeStandings } from '../../../src/core/contest/standings';
import { readVotes, type Contested } from '../../../src/core/contest/voteWords';
import { PLAIN_RULING, RULES, WHOLE, entry, judge, wholeRow } from '../../support/contestFixtures';

const rules = { ...RULES, aggregate: 'mean' as const, tieBreak: [] as string[], awardQuota: 3 };
const revote = (actId: string, votes: Readonly<Record<string, number>>): Revote => ({
  actId,
  at: 0,
  by: '办公室',
  reason: '',
  votes: new Map(Object.entries(votes)),
});

function standingsOf(
  values: readonly string[],
  revotes: readonly Revote[],
  over: Partial<typeof RULES> = {},
  order?: readonly number[],
) {
  const at = order ?? values.map((_value, index) => index);
  return computeStandings({
    entries: at.map((index) => entry(index + 1)),
    judges: [judge(1)],
    criteria: WHOLE,
    scores: at.flatMap((index) => wholeRow(index + 1, [values[index] ?? '0'])),
    rules: { ...rules, ...over },
    revotes,
  });
}
const places = (standings: ReturnType<typeof standingsOf>) =>
  standings.map(({ entryId, rank, tied, decision }) => `${entryId} ${rank}${tied ? '=' : ''} ${decision}`);
const TIE = ['99', '98', '97', '97', '97', '90'];

describe('a re-vote (R-5)', () => {
  it('orders the entries that are tied across the line, and the line is clear', () => {
    const standings = standingsOf(TIE, [revote('D03', { E003: 1, E004: 4, E005: 2 })]);
    expect(places(standings).slice(1, 5)).toEqual(['E002 2 award', 'E004 3 award', 'E005 4 reserve', 'E003 5 reserve']);
    expect(decisions(standings, rules).kind).toBe('decided');
  });

  it('leaves the choice open when it ties again across the line, among those alone who are equal still', () => {
    const standings = standingsOf(TIE, [revote('D03', { E003: 3, E004: 3, E005: 1 })]);
    expect(decisions(standings, rules)).toMatchObject({ kind: 'tie', contested: ['E003', 'E004'], seatsLeft: 1 });
    const second = standingsOf(TIE, [
      revote('D03', { E003: 3, E004: 3, E005: 1 }),
      revote('D04', { E003: 2, E004: 5 }),
    ]);
    expect(places(second).slice(2, 5)).toEqual(['E004 3 award', 'E003 4 reserve', 'E005 5 reserve']);
  });

  it('goes before no score: entries that are not equal stand as they stood', () => {
    expect(places(standingsOf(['99', '98', '97'], [revote('D03', { E001: 0, E002: 1, E003: 7 })]))).toEqual(
      places(standingsOf(['99', '98', '97'], [])),
    );
  });

  it('says nothing about a tie that another entry has joined since, but still holds when one has left it', () => {
    const held = revote('D03', { E003: 1, E004: 4 });
    expect(votesAmong(held, ['E003', 'E004', 'E005'])).toBeNull();
    expect(decisions(standingsOf(TIE, [held]), rules)).toMatchObject({
      kind: 'tie',
      contested: ['E003', 'E004', 'E005'],
    });
    expect(
      places(standingsOf(['99', '98', '97', '97', '96'], [revote('D03', { E003: 1, E004: 4, E005: 2 })])).slice(2, 4),
    ).toEqual(['E004 3 award', 'E003 4 reserve']);
  });

  it('is what “why this place” names, in both languages', () => {
    const standings = standingsOf(TIE, [revote('D03', { E003: 1, E004: 4, E005: 2 })]);
    const second = standings.find(({ entryId }) => entryId === 'E005');
    expect(second && explain(second, standings, 'zh')).toContain('与第3名同分，复评（D03）得票2<4');
    expect(second && explain(second, standings, 'en')).toContain(
      'same score as rank 3, placed by the re-vote (D03) 2 < 4 votes',
    );
  });

  it('orders by votes and keeps everything else, whatever the contest, its order of rows and the votes', () => {
    const values = fc.array(fc.constantFrom('90', '91', '92'), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(
        values,
        fc.array(fc.nat(5), { minLength: 7, maxLength: 7 }),
        fc.integer({ min: 1, max: 4 }),
        fc.infiniteStream(fc.nat(99)),
        (given, counts, awardQuota, random) => {
          const before = standingsOf(given, [], { awardQuota });
          const decision = decisions(before, { ...rules, awardQuota });
          if (decision.kind !== 'tie') return;
          const votes = Object.fromEntries(decision.contested.map((entryId, index) => [entryId, counts[index] ?? 0]));
          const held = [revote('D03', votes)];
          const after = standingsOf(given, held, { awardQuota });
          const rankOf = (standings: typeof before, id: string) =>
            standings.find(({ entryId }) => entryId === id)?.rank ?? 0;
          for (const { entryId, decision: decided } of before) {
            if (!decision.contested.includes(entryId))
              expect([
                rankOf(after, entryId),
                after.find((each) => each.entryId === entryId)?.decision === 'award',
              ]).toEqual([rankOf(before, entryId), decided === 'award']);
            else
              for (const other of decision.contested)
                expect(Math.sign(rankOf(after, entryId) - rankOf(after, other))).toBe(
                  Math.sign((votes[other] ?? 0) - (votes[entryId] ?? 0)),
                );
          }
          const order = given
            .map((_value, index) => index)
            .map((index) => ({ index, key: random.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ index }) => index);
          expect(places(standingsOf(given, held, { awardQuota }, order))).toEqual(places(after));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('re-votes on record', () => {
  const row = (actId: string, entryId: string, votes: number | null): Ruling => ({
    ...PLAIN_RULING,
    actId,
    act: 'revote',
    at: 5,
    by: '办公室',
    entryId,
    rank: 10,
    votes,
  });

  it('are read act by act in their order; a later one on the same entries takes the place of the earlier', () => {
    const read = revotesOnRecord([
      row('D10', 'E1', 5),
      row('D3', 'E1', 1),
      row('D3', 'E2', 1),
      row('D3', 'E3', 0),
      row('D10', 'E2', 2),
      row('D4', 'E2', 2),
      row('D4', 'E3', 2),
      row('D4', 'E1', 3),
    ]);
    expect(read.map(({ actId, votes }) => [actId, [...votes].sort()])).toEqual([
      [
        'D4',
        [
          ['E1', 3],
          ['E2', 2],
          ['E3', 2],
        ],
      ],
      [
        'D10',
        [
          ['E1', 5],
          ['E2', 2],
        ],
      ],
    ]);
  });

  it('pass over rows whose votes cannot be read, so that a half-read re-vote orders nothing', () => {
    const [half] = revotesOnRecord([row('D3', 'E1', 4), row('D3', 'E2', null)]);
    expect(half && votesAmong(half, ['E1', 'E2'])).toBeNull();
  });
});

describe('votes as they are written', () => {
  const contested: Contested[] = [
    { entryId: 'E010', blindNo: '10', voters: 7 },
    { entryId: 'E011', blindNo: '011', voters: 6 },
  ];
  const read = (words: string) => {
    const reading = readVotes(words, contested);
    return reading.kind === 'votes' ? Object.fromEntries(reading.votes) : reading.problems.map(({ code }) => code);
  };

  it('are read in the spellings of an office', () => {
    for (const words of ['10=4、11=2', '10号：4票；11号：2票', 'E010=4,E011=2', '010 = ４\n11＝2', '10=4 11=2'])
      expect(read(words)).toEqual({ E010: 4, E011: 2 });
  });

  it('are refused with everything that is wrong: left out, not contested, twice, more than may vote, unreadable (S-2)', () => {
    expect(read('')).toEqual(['missing-votes']);
    expect(read('10=4、12=1')).toEqual(['not-contested', 'missing-votes']);
    expect(read('10=4、10=3、11=7、很多')).toEqual(['votes-twice', 'too-many-votes', 'unreadable-votes']);
    expect(read('10=-1、11=2.5')).toEqual(['unreadable-votes', 'unreadable-votes', 'missing-votes']);
  });
});
