import { describe, expect, it } from '@jest/globals';
import type { Receipt } from '../../../src/core/receipts/receipt';
import type { Exception, Requirement } from '../../../src/core/requirements/requirement';
import { trackUnits } from '../../../src/core/tracker/trackUnits';
import type { TrackerRow } from '../../../src/core/tracker/trackerRow';
import { DAY } from '../../../src/core/ground/wallTime';
import { at, exception, receipt, requirement, unit } from '../../support/reportFixtures';

const DUE = at('2021-06-07 18:00');
const LATER = DUE + 30 * DAY;

interface Case {
  readonly requirement?: Partial<Requirement>;
  readonly exceptions?: readonly Exception[];
  readonly receipts?: readonly Receipt[];
  readonly asOf?: number;
}

/** The row of U01 and T1, due 7 June 18:00. */
function track({ requirement: over = {}, exceptions = [], receipts = [], asOf = LATER }: Case): TrackerRow {
  const [row] = trackUnits(
    { units: [unit(1)], requirements: [requirement(1, { due: DUE, ...over })], exceptions, receipts },
    asOf,
  );
  if (!row) throw new Error('U01 owes T1');
  return row;
}

describe('trackUnits', () => {
  it('D-2: an extension moves the due time of this unit', () => {
    const receipts = [receipt(1, { receivedAt: DUE + DAY })];
    expect(track({ receipts })).toMatchObject({ status: 'late', due: DUE, minutesLate: 1440 });
    expect(track({ receipts, exceptions: [exception({ extendedTo: DUE + DAY })] })).toMatchObject({
      status: 'onTime',
      due: DUE + DAY,
      minutesLate: 0,
    });
  });

  it('D-3: at the due second is on time, one second later is late', () => {
    expect(track({ receipts: [receipt(1, { receivedAt: DUE })] })).toMatchObject({
      status: 'onTime',
      completedAt: DUE,
      minutesLate: 0,
    });
    expect(track({ receipts: [receipt(1, { receivedAt: DUE + 1 })] })).toMatchObject({
      status: 'late',
      completedAt: DUE + 1,
      minutesLate: 1,
    });
  });

  it('D-3: nothing is overdue at the due second, everything one second later', () => {
    expect(track({ asOf: DUE }).status).toBe('pending');
    expect(track({ asOf: DUE + 1 })).toMatchObject({ status: 'overdue', minutesLate: 1 });
  });

  it('D-4: without a due time nothing is ever overdue or late', () => {
    expect(track({ requirement: { due: null } })).toMatchObject({ status: 'pending', due: null, minutesLate: 0 });
    expect(track({ requirement: { due: null }, receipts: [receipt(1, { receivedAt: LATER })] }).status).toBe('onTime');
  });

  it('D-5: complete with the quota-th accepted item and every required part, at the last arrival that was needed', () => {
    const receipts = [
      receipt(1, { receivedAt: DUE - 300, parts: ['文字'] }),
      receipt(2, { receivedAt: DUE - 200 }),
      receipt(3, { receivedAt: DUE - 100, parts: ['文字', '图片'] }),
    ];
    const two = { quota: 2, parts: ['文字', '图片'] };
    expect(track({ receipts, requirement: two })).toMatchObject({
      status: 'onTime',
      accepted: 3,
      quota: 2,
      completedAt: DUE - 100,
      missingParts: [],
    });
    expect(track({ receipts, requirement: { ...two, parts: ['文字'] } }).completedAt).toBe(DUE - 200);
    expect(track({ receipts: receipts.slice(0, 2), requirement: two })).toMatchObject({
      status: 'overdue',
      completedAt: null,
      missingParts: ['图片'],
    });
    expect(track({ receipts: receipts.slice(0, 1), requirement: { quota: 2 } })).toMatchObject({
      status: 'overdue',
      accepted: 1,
    });
  });

  it('D-5: a part that arrives late makes the whole late', () => {
    const receipts = [
      receipt(1, { receivedAt: DUE - 1, parts: ['文字'] }),
      receipt(2, { receivedAt: DUE + 61, parts: ['图片'] }),
    ];
    expect(track({ receipts, requirement: { parts: ['文字', '图片'] } })).toMatchObject({
      status: 'late',
      minutesLate: 2,
      completedAt: DUE + 61,
    });
  });

  it('D-5: the quota of the exception counts', () => {
    expect(track({ receipts: [receipt(1)], exceptions: [exception({ quota: 2 })] })).toMatchObject({
      status: 'overdue',
      quota: 2,
      accepted: 1,
    });
    expect(track({ receipts: [receipt(1), receipt(2)], exceptions: [exception({ quota: 2 })] }).status).toBe('onTime');
  });

  it('D-6: before the due time it is pending with nothing, incomplete with something', () => {
    const parts = ['文字'];
    expect(track({ asOf: DUE - 1, requirement: { parts } })).toMatchObject({
      status: 'pending',
      arrived: 0,
      missingParts: parts,
    });
    const receipts = [receipt(1, { receivedAt: DUE - 60, review: 'pending' })];
    expect(track({ asOf: DUE - 1, requirement: { parts }, receipts })).toMatchObject({
      status: 'incomplete',
      arrived: 1,
      accepted: 0,
    });
    expect(track({ asOf: DUE + 1, requirement: { parts }, receipts }).status).toBe('overdue');
  });

  it('D-6: an exempt unit is exempt whatever arrived, and never late', () => {
    const exceptions = [exception({ exempt: true })];
    expect(track({ exceptions })).toMatchObject({ status: 'exempt', minutesLate: 0 });
    expect(track({ exceptions, receipts: [receipt(1, { receivedAt: DUE + 1 })] })).toMatchObject({
      status: 'exempt',
      minutesLate: 0,
      accepted: 1,
    });
  });

  it('D-7: what was sent back does not count', () => {
    const returned = receipt(1, { review: 'returned', parts: ['文字'] });
    expect(track({ receipts: [returned], requirement: { parts: ['文字'] }, asOf: DUE })).toMatchObject({
      status: 'pending',
      arrived: 0,
      missingParts: ['文字'],
    });
    expect(track({ receipts: [returned] })).toMatchObject({ status: 'overdue' });
  });

  it('D-7: under review is shown as such, also after the due time, and becomes on time when it is accepted', () => {
    const receipts = [receipt(1, { receivedAt: DUE, review: 'pending' })];
    expect(track({ receipts })).toMatchObject({
      status: 'underReview',
      accepted: 0,
      arrived: 1,
      completedAt: null,
      minutesLate: 0,
    });
    expect(track({ receipts: [receipt(1, { receivedAt: DUE, review: 'accepted' })] })).toMatchObject({
      status: 'onTime',
      completedAt: DUE,
    });
  });

  it('D-7: accepted and pending together are under review while the accepted alone do not suffice', () => {
    const receipts = [receipt(1), receipt(2, { review: 'pending' })];
    expect(track({ receipts, requirement: { quota: 2 } })).toMatchObject({
      status: 'underReview',
      accepted: 1,
      arrived: 2,
    });
  });

  it.each([
    [1, 1],
    [60, 1],
    [61, 2],
    [3600, 60],
    [DAY + 1, 1441],
  ])('D-8: %d seconds late are %d started minutes', (seconds, minutes) => {
    expect(track({ receipts: [receipt(1, { receivedAt: DUE + seconds })] }).minutesLate).toBe(minutes);
    expect(track({ asOf: DUE + seconds }).minutesLate).toBe(minutes);
  });

  it('D-9: a corrected version is not a second item and does not move the arrival', () => {
    const receipts = [
      receipt(1, { receivedAt: DUE - 10 }),
      receipt(2, { receivedAt: DUE + 10, replaces: 'R0001' }),
      receipt(3, { receivedAt: DUE + 20, replaces: 'R0002' }),
    ];
    expect(track({ receipts })).toMatchObject({ status: 'onTime', accepted: 1, arrived: 1, completedAt: DUE - 10 });
    expect(track({ receipts, requirement: { quota: 2 } })).toMatchObject({ status: 'overdue', accepted: 1 });
  });

  it('D-9: an accepted correction makes the item accepted, from the first version that stands', () => {
    const first = receipt(1, { receivedAt: DUE - 10, review: 'pending' });
    const second = receipt(2, { receivedAt: DUE + 10, replaces: 'R0001', review: 'accepted' });
    expect(track({ receipts: [first, second] })).toMatchObject({ status: 'onTime', completedAt: DUE - 10 });
    expect(track({ receipts: [{ ...first, review: 'returned' }, second] })).toMatchObject({
      status: 'late',
      completedAt: DUE + 10,
    });
  });

  it('D-9: a correction of what is nowhere, of another unit, or in a circle is an item of its own or one together', () => {
    const units = [unit(1), unit(2)];
    const rows = (receipts: readonly Receipt[]): number[] =>
      trackUnits({ units, requirements: [requirement(1, { due: DUE })], exceptions: [], receipts }, LATER).map(
        ({ accepted }) => accepted,
      );
    expect(rows([receipt(1), receipt(2, { replaces: 'R0099' })])).toEqual([2, 0]);
    expect(rows([receipt(1), receipt(2, { replaces: 'R0001', unitId: 'U02' })])).toEqual([1, 1]);
    expect(
      rows([receipt(1, { replaces: 'R0002' }), receipt(2, { replaces: 'R0001' }), receipt(3, { replaces: 'R0001' })]),
    ).toEqual([1, 0]);
    expect(
      rows([
        receipt(1, { receiptId: '' }),
        receipt(2, { receiptId: '' }),
        receipt(3, { receiptId: '', replaces: 'R0004' }),
        receipt(4),
      ]),
    ).toEqual([3, 0]);
  });

  it('D-10: what arrives after the moment asked about does not count yet', () => {
    const receipts = [receipt(1, { receivedAt: DUE })];
    expect(track({ receipts, asOf: DUE - 1 })).toMatchObject({ status: 'pending', arrived: 0 });
    expect(track({ receipts, asOf: DUE }).status).toBe('onTime');
  });

  it('passes over receipts of pairs that nobody owes, and has no rows for placeholders and inactive units', () => {
    const rows = trackUnits(
      {
        units: [unit(1), unit(2, { active: false }), unit(3, { name: '' })],
        requirements: [requirement(1, { due: DUE })],
        exceptions: [],
        receipts: [receipt(1, { unitId: 'U02' }), receipt(2, { requirementId: 'T9' })],
      },
      LATER,
    );
    expect(rows.map(({ unitId, arrived }) => [unitId, arrived])).toEqual([['U01', 0]]);
  });
});
