// What open scores could still change, against every outcome of small contests tried out one by one.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aggregate } from '../../../src/core/contest/aggregate';
import { aggregateRange } from '../../../src/core/contest/aggregateRange';
import type { Aggregate, ContestRules, Criterion, Score } from '../../../src/core/contest/contest';
import { awardLines, couldCross, settledLines } from '../../../src/core/contest/couldCross';
import { compare, fromInteger, toExactText, type Exact } from '../../../src/core/contest/exact';
import { openBallotReader } from '../../../src/core/contest/openScores';
import { resolveTie } from '../../../src/core/contest/resolveTie';
import { createScoreTable } from '../../../src/core/contest/scoreTable';
import type { ContestInput } from '../../../src/core/contest/standings';
import { computeStandings } from '../../../src/core/contest/standings';
import { CRITERIA, RULES, WHOLE, entry, judge, score, wholeRow } from '../../support/contestFixtures';

const GRID: readonly Criterion[] = [
  { criterionId: 'C1', name: '甲', weight: '50', minimum: '0', maximum: '2', step: '1' },
  { criterionId: 'C2', name: '乙', weight: '50', minimum: '1', maximum: '2', step: '1' },
];
const ROWS = [0, 1, 2].flatMap((a) => [1, 2].map((b) => [String(a), String(b)]));

/** All ways to pick one of each list. */
function* combinations<Item>(lists: readonly (readonly Item[])[]): Generator<Item[]> {
  const [first, ...rest] = lists;
  if (!first) return yield [];
  for (const item of first) for (const others of combinations(rest)) yield [item, ...others];
}

describe('the range of an entry’s value', () => {
  const rules = fc.record({
    aggregate: fc.constantFrom<Aggregate>('mean', 'trimmed', 'median'),
    trimFrom: fc.integer({ min: 3, max: 5 }),
    minimumScores: fc.integer({ min: 1, max: 4 }),
  });
  const points = fc.integer({ min: 0, max: 4 });
  const open = fc.array(fc.tuple(points, points), { maxLength: 3 });

  it('is that of all outcomes, scores that stay away and trimming that sets in late included (S-1, S-4, S-5, R-6)', () => {
    fc.assert(
      fc.property(rules, fc.array(points, { maxLength: 4 }), open, (way, known, pairs) => {
        const ends = pairs.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
        const choices = ends.map(([from, to]) => [
          null,
          ...Array.from({ length: to - from + 1 }, (_none, at) => from + at),
        ]);
        const values: Exact[] = [];
        for (const outcome of combinations(choices)) {
          const given = [...known, ...outcome.filter((each) => each !== null)].map(fromInteger);
          values.push(...[aggregate(given, way).value].filter((value) => value !== null));
        }
        values.sort(compare);
        const range = aggregateRange(
          known.map(fromInteger),
          ends.map(([least, most]) => ({ least: fromInteger(least), most: fromInteger(most) })),
          way,
        );
        const words = (value: Exact | null | undefined) => value && toExactText(value);
        expect([words(range.least), words(range.most)]).toEqual([
          words(values[0] ?? null),
          words(values.at(-1) ?? null),
        ]);
      }),
      { numRuns: 600 },
    );
  });

  it('grows with each single subtotal, which is why its ends suffice (R-6)', () => {
    fc.assert(
      fc.property(rules, fc.array(points, { minLength: 1, maxLength: 7 }), fc.nat(), points, (way, given, at, more) => {
        const before = aggregate(given.map(fromInteger), way).value;
        const raised = given.map((value, index) => (index === at % given.length ? value + more : value));
        const after = aggregate(raised.map(fromInteger), way).value;
        expect(before === null ? after : after && compare(after, before) >= 0).toBe(before === null ? null : true);
      }),
      { numRuns: 600 },
    );
  });
});

const cell = fc.constantFrom('0', '1', '2', '', '9', '优');
const pair = fc.record({
  kind: fc.constantFrom('scored', 'scored', 'scored', 'scored', 'missing', 'typed', 'differs', 'recused', 'stray'),
  row: fc.nat(ROWS.length - 1),
  cells: fc.tuple(cell, cell),
});
const contests = fc.record({
  pairs: fc.array(fc.array(pair, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 4 }),
  rules: fc.record({
    aggregate: fc.constantFrom<Aggregate>('mean', 'median'),
    decimals: fc.constantFrom(0, 2),
    shownDecides: fc.boolean(),
    method: fc.constantFrom<ContestRules['method']>('competition', 'modified', 'dense', 'fractional'),
    tieBreak: fc.constantFrom<string[]>([], [], ['C1'], ['#high'], ['C2', '#lots:s'], ['#pairwise', 'C1']),
    minimumScores: fc.constantFrom(1, 1, 2),
  }),
  seats: fc.constantFrom([1], [2], [1, 1], [1, 2]),
});
type Random = typeof contests extends fc.Arbitrary<infer T> ? T : never;

function inputOf({ pairs, rules, seats }: Random): ContestInput {
  const tiers = seats.map((count, at) => ({ name: `T${at + 1}`, seats: count, prize: 0 }));
  return {
    entries: pairs.map((_row, index) => entry(index + 1)),
    judges: [judge(1), judge(2)],
    criteria: GRID,
    rules: { ...RULES, ...rules, tiers },
    scores: pairs.flatMap((row, index) =>
      row.flatMap(({ kind, row: at, cells }, of): Score[] => {
        const given = ROWS[at] ?? [];
        const one = (values: readonly (string | null)[], recused = false): Score =>
          score(index + 1, of + 1, values, recused);
        if (kind === 'missing') return [];
        if (kind === 'recused') return [one(['', ''], true)];
        if (kind === 'stray') return [one(given, true)];
        if (kind === 'typed') return [one(cells)];
        return kind === 'differs' ? [one(given), one([given[0] === '2' ? '1' : '2', '2'])] : [one(given)];
      }),
    ),
  };
}

/** Every contest that the open scores may still make of it; null when there are too many to try. */
function outcomesOf(input: ContestInput): ContestInput[] | null {
  const read = openBallotReader(input.criteria);
  const table = createScoreTable(input);
  const open = input.entries.flatMap((each) => table.ballots(each).map((ballot) => ({ each, ballot })));
  const lists = open.flatMap(({ each, ballot }) => {
    const state = read(ballot)?.state;
    if (!state) return [];
    const own = ballot.score?.scores ?? {};
    const stands = (raw: string | null | undefined, at: number): boolean =>
      state !== 'differs' && (at === 0 ? ['0', '1', '2'] : ['1', '2']).includes(raw ?? '');
    const fits = (row: string[]): boolean =>
      row.every((value, at) => !stands(own[`C${at + 1}`], at) || own[`C${at + 1}`] === value);
    const rows = ROWS.filter(fits).map(([C1 = '', C2 = '']): Score => ({
      judgeId: ballot.judgeId,
      entryId: each.entryId,
      recused: false,
      scores: { C1, C2 },
    }));
    return [[null, ...rows]];
  });
  if (lists.reduce((product, { length }) => product * length, 1) > 150) return null;
  const isOpen = ({ judgeId, entryId }: Score): boolean =>
    open.some(({ each, ballot }) => each.entryId === entryId && ballot.judgeId === judgeId && read(ballot) !== null);
  const settled = [...input.scores].filter((each) => !isOpen(each));
  return [...combinations(lists)].map((chosen) => ({
    ...input,
    scores: [...settled, ...chosen.filter((each) => each !== null)],
  }));
}

/** Of each entry and line: above, below, or in which tie across it. */
function sides(input: ContestInput): Map<string, string> {
  const standings = computeStandings(input);
  const ranked = standings.filter(({ rank }) => rank !== null);
  return new Map(
    standings.flatMap(({ entryId, rank }) =>
      awardLines(input.rules).map(({ after }): [string, string] => {
        const before = ranked.filter((other) => (other.rank ?? 0) < (rank ?? Infinity)).length;
        const level = ranked.filter((other) => other.rank === rank);
        if (rank === null || before >= after) return [`${entryId} ${after}`, 'below'];
        const names = level.map((each) => each.entryId).sort();
        return [
          `${entryId} ${after}`,
          before + level.length <= after ? 'above' : `tie of ${names.join()} for ${after - before}`,
        ];
      }),
    ),
  );
}

describe('what open scores could still change', () => {
  it('names whoever crosses a line in any outcome, and by value alone nobody else (R-6)', () => {
    const seen = { tried: 0, crossed: 0, quiet: 0, exact: 0 };
    fc.assert(
      fc.property(contests, (random) => {
        const input = inputOf(random);
        const outcomes = outcomesOf(input);
        if (!outcomes) return;
        seen.tried += 1;
        const now = sides(input);
        const varies = new Set<string>();
        for (const outcome of outcomes)
          for (const [place, side] of sides(outcome)) if (side !== now.get(place)) varies.add(place);
        const named = new Set(
          couldCross(input, computeStandings(input)).map(({ entryId, line }) => `${entryId} ${line.after}`),
        );
        if (named.size > 0) seen.crossed += 1;
        else seen.quiet += 1;
        for (const place of varies) if (!named.has(place)) throw new Error(`${place} is not named`);
        if (input.rules.tieBreak.length > 0) return;
        seen.exact += 1;
        for (const place of named) if (!varies.has(place)) throw new Error(`${place} is named for nothing`);
      }),
      { numRuns: 500 },
    );
    expect(Object.values(seen).every((times) => times > 30)).toBe(true);
  });

  const contest = (rows: (string | null)[][], over: Partial<ContestRules> = {}): ContestInput => ({
    entries: rows.map((_row, index) => entry(index + 1)),
    judges: [1, 2, 3].map((number) => judge(number)),
    criteria: WHOLE,
    scores: rows.flatMap((row, index) => wholeRow(index + 1, row)),
    rules: { ...RULES, aggregate: 'mean', tieBreak: [], awardQuota: 1, ...over },
  });
  const named = (input: ContestInput) =>
    couldCross(input, computeStandings(input)).map(({ entryId, how, line, open }) => [
      entryId,
      how,
      line.tier,
      open.map(({ judgeId, state, cells }) => [judgeId, state, cells.map(({ found }) => found)]),
    ]);

  it('names the refused score that decides the last award, and whom it would displace (R-6)', () => {
    const rows = [
      ['90', '90', '90'],
      ['89', '89', '952'],
    ];
    expect(named(contest(rows))).toEqual([
      ['E001', 'lose', '', []],
      ['E002', 'reach', '', [['J03', 'invalid', ['952']]]],
    ]);
    expect(
      named(
        contest([
          ['90', '90', '90'],
          ['70', '70', '952'],
        ]),
      ),
    ).toEqual([]);
  });

  it('leaves a recused pair alone, and takes a stray score as one that may yet count (S-2, R-6)', () => {
    const input = contest([
      ['90', '90', null],
      ['89', '89', '99'],
    ]);
    const recused = (over: Partial<Score>) => ({
      ...input,
      scores: [...input.scores].map((each) =>
        each.judgeId === 'J03' ? { ...each, recused: true, ...(each.entryId === 'E001' && over) } : each,
      ),
    });
    const without = recused({});
    expect(named({ ...without, scores: [...without.scores].filter(({ recused: out }) => !out) })[0]?.[0]).toBe('E001');
    expect(named(recused({}))).toEqual([
      ['E001', 'lose', '', []],
      ['E002', 'reach', '', [['J03', 'stray', []]]],
    ]);
  });

  it('follows a line that a choice at a tie has moved (R-4, R-6)', () => {
    const input = contest([
      ['90', '90', '90'],
      ['90', '90', '90'],
      ['80', '80', null],
    ]);
    const computed = computeStandings(input);
    const more = resolveTie(computed, input.rules, { choice: 'more' });
    expect(settledLines(input.rules, more)).toEqual([{ tier: '', after: 2 }]);
    expect(couldCross(input, computed, settledLines(input.rules, more)).map(({ entryId }) => entryId)).toEqual([]);
  });

  it('is quick on 2,000 stories and 50 judges with a tenth of the scores open', () => {
    const numbers = Array.from({ length: 2000 }, (_none, index) => index + 1);
    const input: ContestInput = {
      entries: numbers.map((number) => entry(number)),
      judges: Array.from({ length: 50 }, (_none, index) => judge(index + 1)),
      criteria: CRITERIA,
      rules: RULES,
      scores: numbers.flatMap((number) =>
        Array.from({ length: 50 }, (_none, at) => {
          const half = (most: number, by: number): string => String(((number * 7 + at * 13 + by) % (2 * most + 1)) / 2);
          return score(number, at + 1, [
            (number + at) % 10 === 0 ? (at % 2 === 0 ? null : '99') : half(25, 1),
            half(25, 2),
            half(25, 3),
            half(15, 4),
            half(10, 5),
          ]);
        }),
      ),
    };
    const standings = computeStandings(input);
    const began = performance.now();
    const crossings = couldCross(input, standings);
    const seconds = (performance.now() - began) / 1000;
    expect(crossings.length).toBeGreaterThan(10);
    expect(seconds).toBeLessThan(8);
    if (process.env['SHOW_SECONDS']) process.stdout.write(`could cross: ${seconds.toFixed(2)} s\n`);
  });
});
