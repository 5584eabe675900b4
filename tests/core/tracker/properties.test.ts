import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Receipt } from '../../../src/core/receipts/receipt';
import type { Exception } from '../../../src/core/requirements/requirement';
import { countByStatus, reconciles } from '../../../src/core/tracker/countByStatus';
import { trackUnits } from '../../../src/core/tracker/trackUnits';
import { STATUSES } from '../../../src/core/tracker/trackerRow';
import { DAY } from '../../../src/core/ground/wallTime';
import { at, exception, receipt, requirement, unit } from '../../support/reportFixtures';

const DUE = at('2021-06-07 18:00');
const UNITS = [unit(1), unit(2), unit(3, { category: 'park' }), unit(4, { name: '' })];
const REQUIREMENTS = [
  requirement(1, { due: DUE, parts: ['甲', '乙'] }),
  requirement(2, { due: null, quota: 2 }),
  requirement(3, { due: DUE + DAY, categories: ['park'], unitIds: ['U01'] }),
];
const time = fc.integer({ min: DUE - 2 * DAY, max: DUE + 2 * DAY });
const ids = Array.from({ length: 14 }, (_, index) => receipt(index + 1).receiptId);

const arbitraryReceipts: fc.Arbitrary<Receipt[]> = fc
  .array(
    fc.record({
      unitId: fc.constantFrom('U01', 'U02', 'U03'),
      requirementId: fc.constantFrom('T1', 'T2', 'T3'),
      receivedAt: time,
      parts: fc.subarray(['甲', '乙', '丙']),
      review: fc.constantFrom('pending' as const, 'accepted' as const, 'returned' as const),
      replaces: fc.constantFrom('', '', ...ids),
    }),
    { maxLength: ids.length },
  )
  .map((records) => records.map((record, index) => receipt(index + 1, record)));

const arbitraryExceptions: fc.Arbitrary<Exception[]> = fc.array(
  fc
    .record({
      unitId: fc.constantFrom('U01', 'U02', 'U03'),
      requirementId: fc.constantFrom('T1', 'T2', 'T3'),
      quota: fc.constantFrom(null, 1, 2, 3),
      extendedTo: fc.option(time),
      exempt: fc.boolean(),
    })
    .map(exception),
  { maxLength: 4 },
);

const track = (
  receipts: readonly Receipt[],
  exceptions: readonly Exception[],
  asOf: number,
): ReturnType<typeof trackUnits> =>
  trackUnits({ units: UNITS, requirements: REQUIREMENTS, exceptions, receipts }, asOf);

describe('trackUnits, for any receipts', () => {
  it('gives the same whatever the order of the receipts', () => {
    const shuffled = arbitraryReceipts.chain((receipts) =>
      fc.tuple(fc.constant(receipts), fc.shuffledSubarray(receipts, { minLength: receipts.length })),
    );
    fc.assert(
      fc.property(shuffled, arbitraryExceptions, time, ([receipts, other], exceptions, asOf) => {
        expect(track(other, exceptions, asOf)).toEqual(track(receipts, exceptions, asOf));
      }),
      { numRuns: 300 },
    );
  });

  it('D-7: is not changed by one more receipt that was sent back', () => {
    fc.assert(
      fc.property(
        arbitraryReceipts,
        arbitraryExceptions,
        time,
        time,
        fc.constantFrom('', ...ids),
        (receipts, exceptions, asOf, receivedAt, replaces) => {
          const returned = receipt(99, { receivedAt, replaces, review: 'returned', parts: ['甲', '乙'] });
          expect(track([...receipts, returned], exceptions, asOf)).toEqual(track(receipts, exceptions, asOf));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('D-10: is not changed by receipts of the future', () => {
    fc.assert(
      fc.property(arbitraryReceipts, arbitraryExceptions, time, (receipts, exceptions, asOf) => {
        const future = receipts.map((one, index) => ({
          ...one,
          receiptId: `F${index}`,
          replaces: '',
          receivedAt: asOf + 1 + index,
        }));
        expect(track([...receipts, ...future], exceptions, asOf)).toEqual(track(receipts, exceptions, asOf));
      }),
      { numRuns: 300 },
    );
  });

  it('D-3: is on time at the due second and late one second later, wherever the due time lies', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 * 365 * DAY }), (due) => {
        const statusAt = (receivedAt: number): string | undefined =>
          trackUnits(
            {
              units: [unit(1)],
              requirements: [requirement(1, { due })],
              exceptions: [],
              receipts: [receipt(1, { receivedAt })],
            },
            due + DAY,
          )[0]?.status;
        expect([statusAt(due), statusAt(due + 1)]).toEqual(['onTime', 'late']);
      }),
    );
  });

  it('D-1: depends on differences only: moving every time by the same seconds moves the result and nothing else', () => {
    fc.assert(
      fc.property(
        arbitraryReceipts,
        arbitraryExceptions,
        time,
        fc.integer({ min: -40 * 365 * DAY, max: 40 * 365 * DAY }),
        (receipts, exceptions, asOf, shift) => {
          const move = (moment: number | null): number | null => (moment === null ? null : moment + shift);
          const moved = trackUnits(
            {
              units: UNITS,
              requirements: REQUIREMENTS.map((one) => ({ ...one, due: move(one.due) })),
              exceptions: exceptions.map((one) => ({ ...one, extendedTo: move(one.extendedTo) })),
              receipts: receipts.map((one) => ({ ...one, receivedAt: one.receivedAt + shift })),
            },
            asOf + shift,
          );
          expect(moved).toEqual(
            track(receipts, exceptions, asOf).map((row) => ({
              ...row,
              due: move(row.due),
              completedAt: move(row.completedAt),
            })),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('adds up: every owed pair has one row and one status, and minutes late only when late or overdue', () => {
    fc.assert(
      fc.property(arbitraryReceipts, arbitraryExceptions, time, (receipts, exceptions, asOf) => {
        const rows = track(receipts, exceptions, asOf);
        expect(rows).toHaveLength(3 + 3 + 2);
        expect(reconciles(rows)).toBe(true);
        expect(STATUSES.reduce((sum, status) => sum + countByStatus(rows)[status], 0)).toBe(rows.length);
        for (const row of rows) {
          expect(row.minutesLate > 0).toBe(row.status === 'late' || row.status === 'overdue');
          expect(row.accepted).toBeLessThanOrEqual(row.arrived);
          if (row.status === 'onTime' && row.due !== null) expect(row.completedAt).toBeLessThanOrEqual(row.due);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('reconciles', () => {
  const rows = track([], [], DUE);
  it('fails when a pair stands twice or a status is none of the known', () => {
    expect(reconciles([...rows, ...rows.slice(0, 1)])).toBe(false);
    expect(reconciles(rows.map((row, index) => (index === 0 ? { ...row, status: '已报' as never } : row)))).toBe(false);
  });
});
