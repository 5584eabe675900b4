import { accountabilityList, type AccountabilityList } from '../../../src/core/accountability/accountabilityList';
import { trackUnits } from '../../../src/core/tracker/trackUnits';
import { STATUSES } from '../../../src/core/tracker/trackerRow';
import type { Receipt } from '../../../src/core/receipts/receipt';
import type { Exception } from '../../../src/core/requirements/requirement';
import { at, exception, receipt, T1, T2, unit } from '../../support/reportFixtures';

const ASOF = at('2021-06-11 09:00');
const units = [unit(1), unit(2), unit(3)];
const requirements = [T1, T2];

function listOf(receipts: readonly Receipt[], exceptions: readonly Exception[] = [], asOf = ASOF): AccountabilityList {
  return accountabilityList({
    rows: trackUnits({ units, requirements, exceptions, receipts }, asOf),
    units,
    requirements,
    exceptions,
    receipts,
    asOf,
    reminders: [
      { at: at('2021-06-08 09:00'), unitId: 'U01', requirementId: 'T1', by: '' },
      { at: at('2021-06-09 09:00'), unitId: 'U01', requirementId: 'T1', by: '' },
      { at: at('2021-06-09 09:00'), unitId: 'U01', requirementId: 'T2', by: '' },
      { at: at('2021-06-12 09:00'), unitId: 'U01', requirementId: 'T1', by: '' },
    ],
    sentBackAt: new Map([['R0001', at('2021-06-07 15:00')]]),
  });
}

const done = (number: number, unitId: string, requirementId: 'T1' | 'T2', when: string): Receipt =>
  receipt(number, { unitId, requirementId, receivedAt: at(when), parts: ['方案文本', '故事文稿'] });

describe('the accountability list', () => {
  const sentBack = receipt(1, { receivedAt: at('2021-06-07 12:00'), review: 'returned', note: '退回：缺公章' });
  const late = done(2, 'U01', 'T1', '2021-06-08 18:00:01');
  const list = listOf([
    sentBack,
    late,
    done(3, 'U01', 'T2', '2021-06-10 18:00'),
    done(4, 'U02', 'T1', '2021-06-07 18:00'),
    done(5, 'U02', 'T2', '2021-06-10 18:00'),
  ]);

  it('has a row for each late or overdue item, in roster order, and none for what is on time (D-3)', () => {
    expect(
      list.rows.map(({ unit: { unitId }, requirement, row }) => [unitId, requirement.requirementId, row.status]),
    ).toEqual([
      ['U01', 'T1', 'late'],
      ['U03', 'T1', 'overdue'],
      ['U03', 'T2', 'overdue'],
    ]);
  });

  it('proves the row: arrivals, minutes (D-8), what was sent back when and why (D-7), reminders of this item up to the moment', () => {
    expect(list.rows[0]).toMatchObject({
      arrivals: [at('2021-06-07 12:00'), at('2021-06-08 18:00:01')],
      row: { minutesLate: 1441 },
      sentBack: [{ receiptId: 'R0001', at: at('2021-06-07 15:00'), why: '退回：缺公章' }],
      reminders: [at('2021-06-08 09:00'), at('2021-06-09 09:00')],
    });
    expect(list.rows[1]).toMatchObject({ arrivals: [], sentBack: [], reminders: [], extension: null });
  });

  it('passes over an arrival whose registration was taken back: nobody sent that back', () => {
    const undone = receipt(6, { receivedAt: at('2021-06-07 13:00'), review: 'returned', note: '撤销登记' });
    expect(listOf([sentBack, undone, late]).rows[0]).toMatchObject({
      arrivals: [at('2021-06-07 12:00'), at('2021-06-08 18:00:01')],
      sentBack: [{ receiptId: 'R0001' }],
    });
  });

  it('adds up: the seven counts are all that must be handed in', () => {
    expect(STATUSES.reduce((sum, status) => sum + list.counts[status], 0)).toBe(list.must);
    expect(list.must).toBe(6);
    expect(list.rows).toHaveLength(list.counts.late + list.counts.overdue);
  });

  it('D-2: names the extension that counts, with approver and the due time of all others', () => {
    const extended = listOf(
      [],
      [
        exception({ extendedTo: at('2021-06-08 18:00'), approvedBy: '甲' }),
        exception({ extendedTo: at('2021-06-10 18:00'), approvedBy: '乙', reason: '防汛' }),
      ],
    );
    expect(extended.rows[0]?.extension).toEqual({
      from: T1.due,
      to: at('2021-06-10 18:00'),
      approvedBy: '乙',
      reason: '防汛',
    });
    expect(extended.rows[0]?.row.due).toBe(at('2021-06-10 18:00'));
  });

  it('D-10: shows nothing that came after the moment', () => {
    const before = listOf([late], [], at('2021-06-08 18:00'));
    expect(before.rows[0]).toMatchObject({
      row: { status: 'overdue', minutesLate: 1440 },
      arrivals: [],
      reminders: [at('2021-06-08 09:00')],
    });
  });
});
