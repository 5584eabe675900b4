import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Score } from '../../../src/core/contest/contest';
import { add, fromDecimal, toDecimal } from '../../../src/core/contest/exact';
import { computeStandings } from '../../../src/core/contest/standings';
import { CRITERIA, RULES, WHOLE, entry, judge, score, whole, wholeRow } from '../../support/contestFixtures';

const judges = [1, 2, 3].map((number) => judge(number));
const rules = { ...RULES, aggregate: 'mean' as const, tieBreak: [] };
const places = (standings: ReturnType<typeof computeStandings>) =>
  standings.map(({ entryId, rank, tied }) => [entryId, rank, tied]);

describe('computeStandings', () => {
  it('ranks by the shown score, so that what looks equal is equal (S-6)', () => {
    const scores = [
      ...wholeRow(1, ['90', '90', '90.01']),
      ...wholeRow(2, ['90', '90', '90.009']),
      ...wholeRow(3, ['90', '90', '90']),
    ];
    const input = { entries: [entry(1), entry(2), entry(3)], judges, criteria: WHOLE, scores, rules };
    expect(places(computeStandings(input))).toEqual([
      ['E001', 1, true],
      ['E002', 1, true],
      ['E003', 1, true],
    ]);
    const full = computeStandings({ ...input, rules: { ...rules, shownDecides: false } });
    expect(places(full)).toEqual([
      ['E001', 1, false],
      ['E002', 2, false],
      ['E003', 3, false],
    ]);
    expect(full[0]).toMatchObject({ exact: '27001/300', score: '90.003333', shown: '90.00', deciding: '27001/300' });
  });

  it('ties 0.1 + 0.2 with 0.3 (S-6)', () => {
    const two = [
      { ...WHOLE[0]!, weight: '50' },
      { ...WHOLE[0]!, criterionId: 'C2', weight: '50' },
    ];
    const scores = [score(1, 1, ['0.1', '0.2']), score(2, 1, ['0.3', '0'])];
    const standings = computeStandings({
      entries: [entry(1), entry(2)],
      judges,
      criteria: two,
      scores,
      rules: { ...rules, shownDecides: false },
    });
    expect(places(standings)).toEqual([
      ['E001', 1, true],
      ['E002', 1, true],
    ]);
  });

  it('breaks ties by the named criteria in order, else leaves them tied (R-2, R-3)', () => {
    const rows = [
      ['20', '21', '20', '12', '8'],
      ['21', '20', '20', '12', '8'],
      ['20', '20', '21', '12', '8'],
    ];
    const scores = rows.map((values, index) => score(index + 1, 1, values));
    const input = {
      entries: [entry(1), entry(2), entry(3)],
      judges,
      criteria: CRITERIA,
      scores,
      rules: { ...rules, tieBreak: ['C1', 'C2'] },
    };
    const standings = computeStandings(input);
    expect(places(standings)).toEqual([
      ['E002', 1, false],
      ['E001', 2, false],
      ['E003', 3, false],
    ]);
    expect(standings[1]?.tieBreak).toEqual([
      { criterionId: 'C1', name: '真实性', value: '20', exact: '20' },
      { criterionId: 'C2', name: '感染力', value: '21', exact: '21' },
    ]);
    const short = computeStandings({ ...input, rules: { ...rules, tieBreak: ['C1'] } });
    expect(places(short)).toEqual([
      ['E002', 1, false],
      ['E001', 2, true],
      ['E003', 2, true],
    ]);
    expect(
      places(computeStandings({ ...input, rules: { ...rules, tieBreak: ['C5'] } })).every(([, rank]) => rank === 1),
    ).toBe(true);
  });

  it('throws for a tie-break by a criterion that is not there', () => {
    expect(() =>
      computeStandings({ entries: [], judges, criteria: WHOLE, scores: [], rules: { ...rules, tieBreak: ['C9'] } }),
    ).toThrow(RangeError);
  });

  it('gives ineligible entries no place and entries without enough scores no low place (S-5)', () => {
    const scores = [
      ...wholeRow(1, ['99', '99', '99']),
      ...wholeRow(2, ['80', null, '']),
      ...wholeRow(3, ['70', '70', '70']),
    ];
    const entries = [entry(1, { eligible: false }), entry(2), entry(3)];
    const standings = computeStandings({
      entries,
      judges,
      criteria: WHOLE,
      scores,
      rules: { ...rules, minimumScores: 2 },
    });
    expect(standings.map(({ entryId, rank, decision, shown }) => [entryId, rank, decision, shown])).toEqual([
      ['E003', 1, 'award', '70.00'],
      ['E002', null, 'undecided', ''],
      ['E001', null, 'ineligible', '99.00'],
    ]);
    expect(standings[1]?.missingJudges).toEqual(['J02', 'J03']);
  });

  it('counts no score of a recused judge and keeps it as stray (S-2)', () => {
    const panel = [judge(1), judge(2, { unitId: 'U001' }), judge(3)];
    const scores: Score[] = [whole(1, 1, '80'), whole(1, 2, '100'), { ...whole(1, 3, '100'), recused: true }];
    const [standing] = computeStandings({ entries: [entry(1)], judges: panel, criteria: WHOLE, scores, rules });
    expect(standing).toMatchObject({
      shown: '80.00',
      count: 1,
      recusedJudges: ['J02', 'J03'],
      stray: ['J02', 'J03'],
      missingJudges: [],
    });
    expect(standing?.subtotals).toEqual({ J01: '80', J02: null, J03: null });
  });

  it('counts neither inactive judges nor a pair that has two different rows', () => {
    const scores = [whole(1, 1, '80'), whole(1, 2, '90'), whole(1, 2, '91'), whole(1, 3, '10'), whole(1, 1, '80')];
    const [standing] = computeStandings({
      entries: [entry(1)],
      judges: [judge(1), judge(2), judge(3, { active: false })],
      criteria: WHOLE,
      scores,
      rules,
    });
    expect(standing).toMatchObject({ shown: '80.00', subtotals: { J01: '80', J02: null }, missingJudges: ['J02'] });
  });

  it('says when an entry was computed differently from what was agreed (S-4)', () => {
    const panel = [1, 2, 3, 4, 5, 6].map((number) => judge(number));
    const scores = [...wholeRow(1, ['1', '80', '80', '80', '80', '99']), ...wholeRow(2, ['70', '80', '90'])];
    const standings = computeStandings({
      entries: [entry(1), entry(2)],
      judges: panel,
      criteria: WHOLE,
      scores,
      rules: { ...rules, aggregate: 'trimmed' },
    });
    expect(
      standings.map(({ entryId, used, differently, trimmedJudges, range }) => [
        entryId,
        used,
        differently,
        trimmedJudges,
        range,
      ]),
    ).toEqual([
      ['E001', 'trimmed', false, ['J01', 'J06'], '98'],
      ['E002', 'mean', true, [], '20'],
    ]);
  });

  const table = fc.array(
    fc.array(fc.option(fc.integer({ min: 0, max: 20 }).map((value) => String(80 + value / 2))), {
      minLength: 4,
      maxLength: 4,
    }),
    { minLength: 1, maxLength: 8 },
  );
  const four = [1, 2, 3, 4].map((number) => judge(number, number === 4 ? { unitId: 'U002' } : {}));
  const byAggregate = fc.constantFrom('mean' as const, 'trimmed' as const, 'median' as const);

  it('does not depend on the order of entries, judges or scores', () => {
    fc.assert(
      fc.property(table, byAggregate, fc.infiniteStream(fc.nat()), (rows, kind, keys) => {
        const shuffle = <Item>(items: readonly Item[]): Item[] =>
          items
            .map((item) => ({ item, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const input = {
          entries: rows.map((_row, index) => entry(index + 1)),
          judges: four,
          criteria: WHOLE,
          scores: rows.flatMap((row, index) => wholeRow(index + 1, row)),
          rules: { ...rules, aggregate: kind, trimFrom: 3, awardQuota: 2, tieBreak: ['C1'] },
        };
        const permuted = {
          ...input,
          entries: shuffle(input.entries),
          judges: shuffle(input.judges),
          scores: shuffle(input.scores),
        };
        expect(computeStandings(permuted)).toEqual(computeStandings(input));
      }),
    );
  });

  it('keeps the order when every judge gives every entry the same bonus', () => {
    const full = fc.array(
      fc.array(
        fc.integer({ min: 0, max: 40 }).map((value) => String(value / 2)),
        { minLength: 4, maxLength: 4 },
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(full, byAggregate, fc.constantFrom('0.5', '7.3', '19.99'), (rows, kind, bonus) => {
        const standingsOf = (values: string[][]) =>
          computeStandings({
            entries: values.map((_row, index) => entry(index + 1, { unitId: `V${index}` })),
            judges: four,
            criteria: WHOLE,
            scores: values.flatMap((row, index) => wholeRow(index + 1, row)),
            rules: { ...rules, aggregate: kind, trimFrom: 3, shownDecides: false },
          });
        const raised = rows.map((row) => row.map((value) => toDecimal(add(fromDecimal(value), fromDecimal(bonus)))));
        expect(places(standingsOf(raised))).toEqual(places(standingsOf(rows)));
      }),
    );
  });
});
