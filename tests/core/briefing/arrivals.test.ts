// Arrivals per day beside the days on which something was due.
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arrivalsPerDay } from '../../../src/core/briefing/arrivals';
import { DAY } from '../../../src/core/ground/wallTime';
import type { Receipt } from '../../../src/core/receipts/receipt';
import { at, requirement } from '../../support/reportFixtures';

const receipt = (requirementId: string, receivedAt: number): Receipt => ({
  receiptId: 'R0001',
  unitId: 'U01',
  requirementId,
  receivedAt,
  title: '',
  parts: [],
  review: 'accepted',
  replaces: '',
  note: '',
});
const ITEMS = [requirement(1, { due: at('2021-06-07 18:00') }), requirement(2, { due: at('2021-06-10 18:00') })];

it('counts what came on each day, marks the days on which an item was due, and leaves out days without either', () => {
  const receipts = [
    receipt('T1', at('2021-06-05 09:00')),
    receipt('T1', at('2021-06-05 23:59')),
    receipt('T1', at('2021-06-09 08:00')),
  ];
  const { items, days } = arrivalsPerDay(receipts, ITEMS, at('2021-06-09 12:00'));
  expect(items).toEqual(['T1']);
  expect(days).toEqual([
    { day: at('2021-06-05 00:00'), counts: [2], due: [] },
    { day: at('2021-06-07 00:00'), counts: [0], due: ['T1'] },
    { day: at('2021-06-09 00:00'), counts: [1], due: [] },
  ]);
});

it('knows nothing that came later than its moment, and counts every receipt once', () => {
  const moments = fc.array(fc.tuple(fc.constantFrom('T1', 'T2'), fc.integer({ min: 0, max: 9 * DAY })));
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 9 * DAY }), (all, until) => {
      const start = at('2021-06-01 00:00');
      const receipts = all.map(([id, after]) => receipt(id, start + after));
      const { days } = arrivalsPerDay(receipts, ITEMS, start + until);
      const counted = days.reduce((sum, { counts }) => sum + counts.reduce((one, count) => one + count, 0), 0);
      return counted === all.filter(([, after]) => after <= until).length;
    }),
  );
});
