// Award tiers: lines between them, ties across any of them with seats and cost, and what the prizes come to.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { awardList } from '../../../src/core/awards/awardList';
import type { AwardTier } from '../../../src/core/contest/contest';
import { cutOff } from '../../../src/core/contest/cutOff';
import { decisions } from '../../../src/core/contest/decisions';
import { lineChoicesText, readLineChoices, strayLineChoices } from '../../../src/core/contest/lineChoices';
import { resolveTie, type Resolution } from '../../../src/core/contest/resolveTie';
import type { Standing } from '../../../src/core/contest/standing';
import { budgetOf } from '../../../src/core/contest/tiers';
import { RULES } from '../../support/contestFixtures';

const TIERS: readonly AwardTier[] = [
  { name: '一等奖', seats: 2, prize: 2000 },
  { name: '二等奖', seats: 3, prize: 1000 },
  { name: '优秀奖', seats: 2, prize: 0 },
];
const rules = { ...RULES, tiers: TIERS, awardQuota: 7, prize: 2000 };

/** Entries of these ranks, E001 first. */
function ranked(...ranks: number[]): Standing[] {
  return ranks.map(
    (rank, index) =>
      ({
        entryId: `E${String(index + 1).padStart(3, '0')}`,
        blindNo: String(index + 1),
        rank,
        tied: ranks.filter((other) => other === rank).length > 1,
        decision: 'none',
        title: '',
        unitId: '',
        shown: '',
      }) as unknown as Standing,
  );
}

const marked = (standings: readonly Standing[]): string[] =>
  standings.map(({ decision, tier }) => (decision === 'award' ? `${tier}` : decision));
const settled = (standings: Standing[], resolution: Resolution): string[] =>
  marked(resolveTie(standings, rules, resolution));

describe('tiers', () => {
  it('fill from the best down, and cost what their awards cost', () => {
    const { tierOf, seatsLeft, reserve } = cutOff(ranked(1, 2, 3, 4, 5, 6, 7, 8), TIERS);
    expect([...tierOf.values()]).toEqual([0, 0, 1, 1, 1, 2, 2]);
    expect([seatsLeft, reserve]).toEqual([0, ['E008']]);
    expect(budgetOf(rules)).toBe(7000);
  });

  it('name a tie across an inner line with its seats and what each choice costs (R-4)', () => {
    const decision = decisions(ranked(1, 2, 2, 2, 5, 6, 7, 8, 9), rules);
    expect(decision).toMatchObject({ kind: 'tie', tier: '一等奖', seatsLeft: 1, contested: ['E002', 'E003', 'E004'] });
    expect(
      decision.kind === 'tie' && decision.choices.map(({ choice, awards, cost }) => [choice, awards, cost]),
    ).toEqual([
      ['more', 9, 4 * 2000 + 3 * 1000],
      ['fewer', 6, 2000 + 3 * 1000],
      ['revote', 7, 7000],
      ['lots', 7, 7000],
    ]);
  });

  it('leave nobody decided who might still win below an open line', () => {
    const { decisionOf } = cutOff(ranked(1, 2, 2, 4, 5, 6, 7, 8), TIERS);
    expect([...decisionOf.values()]).toEqual(['award', ...Array<string>(7).fill('undecided')].slice(0, 8));
  });

  it('carry out each choice at its line: who goes without comes first for the next tier', () => {
    const tie = (): Standing[] => ranked(1, 2, 2, 4, 5, 6, 7, 8);
    expect(settled(tie(), { choice: 'more' })).toEqual([
      '一等奖',
      '一等奖',
      '一等奖',
      '二等奖',
      '二等奖',
      '二等奖',
      '优秀奖',
      '优秀奖',
    ]);
    expect(settled(tie(), { choice: 'fewer' })).toEqual([
      '一等奖',
      '二等奖',
      '二等奖',
      '二等奖',
      '优秀奖',
      '优秀奖',
      'reserve',
      'reserve',
    ]);
    const drawn = settled(tie(), { choice: 'lots', seed: '纪要1号' });
    expect(drawn.slice(1, 3).sort()).toEqual(['一等奖', '二等奖']);
    expect(drawn.slice(3)).toEqual(['二等奖', '二等奖', '优秀奖', '优秀奖', 'reserve']);
  });

  it('need a choice for every tied line: one that is given once settles one line only', () => {
    const two = (): Standing[] => ranked(1, 2, 2, 4, 5, 6, 7, 7);
    expect(decisions(two(), rules, 3, { choice: 'lots', seed: 's' })).toMatchObject({
      kind: 'tie',
      tier: '优秀奖',
      seatsLeft: 1,
    });
    expect(settled(two(), { choice: 'lots', seed: 's' }).slice(6)).toEqual(['undecided', 'undecided']);
    expect(settled(two(), { ties: { 一等奖: 'lots', 优秀奖: 'more' }, seed: 's' }).slice(5)).toEqual([
      '优秀奖',
      '优秀奖',
      '优秀奖',
    ]);
    expect(decisions(two(), rules, 3, { ties: { 一等奖: 'more', 优秀奖: 'fewer' } }).kind).toBe('decided');
  });

  it('give the list its prizes by tier; certificates cost nothing (A-1)', () => {
    const list = awardList(resolveTie(ranked(1, 2, 2, 4, 5, 6, 7, 8), rules, { choice: 'more' }), rules);
    expect(list).toMatchObject({ kind: 'decided', total: 3 * 2000 + 3 * 1000, overBudget: 2000 });
    expect(list.kind === 'decided' && list.awards.map(({ tier, prize }) => `${tier}${prize}`).at(-1)).toBe('优秀奖0');
  });

  it('never split equal ranks without a choice, and never award more than their seats', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 14 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
        (places, seats) => {
          const standings = ranked(...places.sort((a, b) => a - b));
          const { tierOf, contested, line } = cutOff(
            standings,
            seats.map((count) => ({ seats: count })),
          );
          seats.forEach((count, tier) => {
            expect([...tierOf.values()].filter((each) => each === tier).length).toBeLessThanOrEqual(count);
          });
          for (const rank of new Set(places)) {
            const ids = standings.filter((each) => each.rank === rank).map(({ entryId }) => entryId);
            expect(new Set(ids.map((id) => tierOf.get(id))).size).toBe(1);
          }
          expect(contested.length > 0).toBe(line >= 0);
        },
      ),
    );
  });

  it('with one tier are what quota and prize always were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 1, max: 6 }),
        (places, seats) => {
          const standings = ranked(...places.sort((a, b) => a - b));
          expect(cutOff(standings, [{ seats }])).toEqual(cutOff(standings, seats));
        },
      ),
    );
  });
});

describe('choices by tier as text', () => {
  it('are read and written; what is no tier or no choice is named', () => {
    expect(readLineChoices('一等奖＝More；优秀奖=lots')).toEqual({ 一等奖: 'more', 优秀奖: 'lots' });
    expect(lineChoicesText({ 一等奖: 'more', 优秀奖: 'lots' })).toBe('一等奖=more；优秀奖=lots');
    expect(strayLineChoices('一等奖=more；特等奖=lots；优秀奖=抽', ['一等奖', '优秀奖'])).toEqual([
      '特等奖=lots',
      '优秀奖=抽',
    ]);
  });
});
