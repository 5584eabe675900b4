// Who moves up when an award is given up, on decisions made by hand: no workbook.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FrozenDecision, FrozenPlace } from '../../../src/core/contest/frozenDecision';
import { succession } from '../../../src/core/contest/succession';

const TIERS = [
  { name: '一等奖', seats: 2 },
  { name: '二等奖', seats: 3 },
  { name: '优秀奖', seats: 2 },
];

const place = (rank: number, tier: string, entryId = `E${rank}`): FrozenPlace => ({
  entryId,
  blindNo: entryId.slice(1),
  title: entryId,
  rank,
  shown: '',
  outcome: tier === '' ? 'reserve' : 'award',
  tier,
  decided: tier === '' ? 'reserve' : 'award',
});

/** Places by tier: two first prizes, three second ones, two others, two in reserve. */
const NINE = [
  ...[1, 2].map((rank) => place(rank, '一等奖')),
  ...[3, 4, 5].map((rank) => place(rank, '二等奖')),
  ...[6, 7].map((rank) => place(rank, '优秀奖')),
  ...[8, 9].map((rank) => place(rank, '')),
];

const decision = (places: readonly FrozenPlace[]): FrozenDecision => ({
  act: { tie: null, seed: '' } as FrozenDecision['act'],
  places,
  later: [],
});

function movesOf(places: readonly FrozenPlace[], leaving: string, { named = '', seed = '', tiers = TIERS } = {}) {
  const who = places.find(({ entryId }) => entryId === leaving);
  if (!who) throw new Error(leaving);
  const found = succession(
    decision(places),
    who,
    tiers,
    (level) => level.find(({ entryId }) => entryId === named),
    seed,
  );
  return {
    moves: found.moves.map(({ place: { entryId }, from, to }) => `${entryId} ${from ?? '候补'}→${to}`),
    open: found.kind === 'settled' ? found.open : found.level.map(({ entryId }) => entryId),
  };
}

describe('R-9: an award that is given up', () => {
  it('in the best tier moves the next in rank up at every line, and the first in reserve into the last tier', () => {
    expect(movesOf(NINE, 'E1')).toEqual({
      moves: ['E3 二等奖→一等奖', 'E6 优秀奖→二等奖', 'E8 候补→优秀奖'],
      open: null,
    });
  });

  it('in a lower tier leaves the tiers above it alone', () => {
    expect(movesOf(NINE, 'E4')).toEqual({ moves: ['E6 优秀奖→二等奖', 'E8 候补→优秀奖'], open: null });
    expect(movesOf(NINE, 'E7')).toEqual({ moves: ['E8 候补→优秀奖'], open: null });
    expect(movesOf(NINE, 'E9')).toEqual({ moves: [], open: null });
  });

  it('leaves the last seat open, and no other, when nobody is in reserve', () => {
    expect(movesOf(NINE.slice(0, 7), 'E2')).toEqual({
      moves: ['E3 二等奖→一等奖', 'E6 优秀奖→二等奖'],
      open: '优秀奖',
    });
  });

  it('stops at a line with equal ranks until people name one, or a seed draws one (R-2)', () => {
    const level = NINE.map((each) => (each.entryId === 'E4' ? place(3, '二等奖', 'E4') : each));
    expect(movesOf(level, 'E1')).toEqual({ moves: [], open: ['E3', 'E4'] });
    expect(movesOf(level, 'E1', { named: 'E4' }).moves[0]).toBe('E4 二等奖→一等奖');
    expect(movesOf(level, 'E1', { seed: '纪要8号' })).toEqual(movesOf(level, 'E1', { seed: '纪要8号' }));
    expect(movesOf(level, 'E1', { seed: '纪要8号' }).moves).toHaveLength(3);
    const below = NINE.map((each) => (each.entryId === 'E7' ? place(6, '优秀奖', 'E7') : each));
    expect(movesOf(below, 'E1')).toEqual({ moves: ['E3 二等奖→一等奖'], open: ['E6', 'E7'] });
    const reserve = NINE.map((each) => (each.entryId === 'E9' ? place(8, '', 'E9') : each));
    expect(movesOf(reserve, 'E7')).toEqual({ moves: [], open: ['E8', 'E9'] });
  });

  it('beyond the seats of a tier, where a tie had made it larger, is not filled again', () => {
    const larger = NINE.map((each) => (each.entryId === 'E3' ? place(2, '一等奖', 'E3') : each));
    expect(movesOf(larger, 'E1')).toEqual({ moves: [], open: null });
    const second = [...NINE, place(5, '二等奖', 'E10')];
    expect(movesOf(second, 'E1')).toEqual({ moves: ['E3 二等奖→一等奖'], open: null });
  });

  it('goes past an empty tier, and knows a single tier without a name', () => {
    const without = NINE.filter(({ tier }) => tier !== '二等奖');
    expect(movesOf(without, 'E1').moves).toEqual(['E6 优秀奖→一等奖', 'E8 候补→优秀奖']);
    const plain = [place(1, 'x'), place(2, '')].map((each) => ({ ...each, tier: '' }));
    expect(movesOf(plain, 'E1', { tiers: [{ name: '', seats: 1 }] })).toEqual({ moves: ['E2 候补→'], open: null });
  });

  it('never leaves a better tier to a worse rank, nor more awards than there were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 2 }), (at, reserves) => {
        const places = NINE.slice(0, 7 + reserves);
        const leaving = places[at];
        if (!leaving) throw new Error('no place');
        const found = succession(decision(places), leaving, TIERS, () => undefined, '');
        const now = new Map(places.filter((each) => each !== leaving).map(({ entryId, tier }) => [entryId, tier]));
        for (const move of found.moves) now.set(move.place.entryId, move.to);
        const order = ['一等奖', '二等奖', '优秀奖', ''];
        const tiers = places
          .filter((each) => each !== leaving)
          .map(({ entryId }) => order.indexOf(now.get(entryId) ?? ''));
        expect(tiers).toEqual([...tiers].sort((a, b) => a - b));
        expect(tiers.filter((tier) => tier < 3)).toHaveLength(reserves > 0 ? 7 : 6);
      }),
      { numRuns: 60 },
    );
  });
});
