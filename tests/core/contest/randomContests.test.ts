// Facts that hold for every contest: ten thousand random ones, small enough to be many and odd enough to tie, miss and recuse.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Aggregate, ContestRules, RankingMethod, Score } from '../../../src/core/contest/contest';
import { cutOff } from '../../../src/core/contest/cutOff';
import { decisions } from '../../../src/core/contest/decisions';
import { compare, fromExactText } from '../../../src/core/contest/exact';
import { resolveTie } from '../../../src/core/contest/resolveTie';
import type { Standing } from '../../../src/core/contest/standing';
import type { ContestInput } from '../../../src/core/contest/standings';
import { computeStandings } from '../../../src/core/contest/standings';
import { RULES, WHOLE, entry, judge } from '../../support/contestFixtures';

const RUNS = 10_000;
const value = fc.option(
  fc.integer({ min: 0, max: 6 }).map((n) => String(80 + n / 2)),
  { nil: null, freq: 8 },
);
const row = fc.record({
  values: fc.array(value, { minLength: 3, maxLength: 3 }),
  eligible: fc.boolean(),
  recused: fc.nat(5),
});
const rules = fc.record({
  aggregate: fc.constantFrom<Aggregate>('mean', 'trimmed', 'median'),
  trimFrom: fc.constantFrom(3, 4),
  decimals: fc.constantFrom(0, 2),
  shownDecides: fc.boolean(),
  method: fc.constantFrom<RankingMethod>('competition', 'modified', 'dense', 'fractional', 'ordinal'),
  tieBreak: fc.constantFrom<string[]>([], ['C1'], ['#high'], ['#pairwise', '#high'], ['#pairwise', '#lots:s']),
  minimumScores: fc.constantFrom(1, 2),
  awardQuota: fc.integer({ min: 1, max: 4 }),
});
const contests = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 5 }),
  rules,
  order: fc.infiniteStream(fc.nat(99)),
});

type Random = typeof contests extends fc.Arbitrary<infer T> ? T : never;

function inputOf({ rows, rules: over }: Random): ContestInput {
  const full: ContestRules = { ...RULES, ...over };
  return {
    entries: rows.map(({ eligible }, index) => entry(index + 1, { eligible: eligible || index % 3 !== 2 })),
    judges: [1, 2, 3].map((n) => judge(n)),
    criteria: WHOLE,
    rules: full,
    scores: rows.flatMap(({ values, recused }, index) =>
      values.map((given, at): Score => ({
        entryId: entry(index + 1).entryId,
        judgeId: judge(at + 1).judgeId,
        scores: { C1: given },
        recused: recused === at,
      })),
    ),
  };
}

/** Negative when a stands before b by value and chain, 0 when nothing tells them apart; written apart from the code under test. */
function before(a: Standing, b: Standing): number {
  const pairs = [
    [a.deciding, b.deciding],
    ...a.tieBreak.map(({ exact }, index) => [exact, b.tieBreak[index]?.exact ?? '']),
  ];
  for (const [mine = '', theirs = ''] of pairs) {
    if (mine === '' || theirs === '' || mine === theirs) continue;
    return compare(fromExactText(theirs), fromExactText(mine));
  }
  return 0;
}

function wantedRank(standing: Standing, ranked: readonly Standing[], method: RankingMethod): number {
  const better = ranked.filter((other) => before(other, standing) < 0);
  const level = ranked.filter((other) => before(other, standing) === 0).length;
  if (method === 'modified') return better.length + level;
  if (method === 'fractional') return better.length + (level + 1) / 2;
  if (method === 'dense') return 1 + new Set(better.map(({ rank }) => rank)).size;
  return 1 + better.length;
}

describe(`${RUNS} random contests`, () => {
  it('have places that follow from values and chain by the method’s own definition, ties named, nothing ranked that must not be (R-1, R-2, R-3, S-5)', () => {
    const seen = { ties: 0, chains: 0, undecided: 0, acrossTheLine: 0 };
    fc.assert(
      fc.property(contests, (random) => {
        const input = inputOf(random);
        const standings = computeStandings(input);
        const ranked = standings.filter(({ rank }) => rank !== null);
        for (const standing of standings) {
          const eligible = input.entries.find(({ entryId }) => entryId === standing.entryId)?.eligible === true;
          const counted = Object.values(standing.subtotals).filter((each) => each !== null).length;
          if ((standing.rank !== null) !== (eligible && counted >= input.rules.minimumScores))
            throw new Error(`ranked or not: ${standing.entryId}`);
          if (standing.rank === null) {
            seen.undecided += 1;
            continue;
          }
          if (standing.rank !== wantedRank(standing, ranked, input.rules.method))
            throw new Error(`rank of ${standing.entryId}`);
          if (standing.tied !== ranked.some((other) => other !== standing && before(other, standing) === 0))
            throw new Error(`tied or not: ${standing.entryId}`);
          if (standing.tied) seen.ties += 1;
          else if (ranked.some((other) => other !== standing && other.deciding === standing.deciding)) seen.chains += 1;
        }
        const { awardQuota } = input.rules;
        const cut = cutOff(ranked, awardQuota);
        if (cut.winners.length > awardQuota) throw new Error('more winners than awards');
        if (cut.contested.length > 0) {
          seen.acrossTheLine += 1;
          if (cut.winners.length + cut.contested.length <= awardQuota) throw new Error('a tie that fits is none');
          const decided = resolveTie(standings, input.rules, { choice: 'lots', seed: 's' });
          if (decided.filter(({ decision }) => decision === 'award').length !== awardQuota)
            throw new Error('lots fill every seat');
        } else if (decisions(ranked, input.rules).kind === 'tie') throw new Error('no tie there');
      }),
      { numRuns: RUNS },
    );
    expect(Object.values(seen).every((times) => times > RUNS / 100)).toBe(true);
  });

  it('do not depend on the order of entries, judges or scores', () => {
    fc.assert(
      fc.property(contests, (random) => {
        const input = inputOf(random);
        const shuffled = <Item>(items: readonly Item[]): Item[] =>
          items
            .map((item) => ({ item, key: random.order.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const permuted = {
          ...input,
          entries: shuffled(input.entries),
          judges: shuffled(input.judges),
          scores: shuffled([...input.scores]),
        };
        if (JSON.stringify(computeStandings(permuted)) !== JSON.stringify(computeStandings(input)))
          throw new Error('the order decided');
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('never place an entry lower because a judge gave it more (mean, median, trimmed; chain empty)', () => {
    fc.assert(
      fc.property(contests, fc.nat(4), fc.nat(2), (random, at, who) => {
        const input = {
          ...inputOf(random),
          rules: { ...inputOf(random).rules, tieBreak: [], method: 'competition' as const },
        };
        const entryId = input.entries[at % input.entries.length]?.entryId;
        const judgeId = judge(who + 1).judgeId;
        const scores = [...input.scores].map((score) =>
          score.entryId === entryId && score.judgeId === judgeId && score.scores['C1']
            ? { ...score, scores: { C1: String(Number(score.scores['C1']) + 3) } }
            : score,
        );
        const rankIn = (standings: readonly Standing[]): number | null =>
          standings.find((standing) => standing.entryId === entryId)?.rank ?? null;
        const [was, is] = [rankIn(computeStandings(input)), rankIn(computeStandings({ ...input, scores }))];
        if (was !== null && is !== null && is > was) throw new Error(`${was} → ${is}`);
      }),
      { numRuns: RUNS / 4 },
    );
  });
});
