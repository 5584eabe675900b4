// What people do to the register and the exceptions by hand, and nobody sees: named by check and by every job that reads them.
import { describe, expect, it, test } from '@jest/globals';
import { arrivalsWithoutHour } from '../../../src/core/receipts/arrivalsWithoutHour';
import { doubtfulArrivals, sameArrivals } from '../../../src/core/receipts/doubtfulArrivals';
import type { Receipt } from '../../../src/core/receipts/receipt';
import { differingExceptions } from '../../../src/core/requirements/differingExceptions';
import { PLAIN_REQUIREMENT, type Exception } from '../../../src/core/requirements/requirement';

const NOON = 12 * 3600;
const receipt = (at: number, more: Partial<Receipt> = {}): Receipt => ({
  receiptId: `R000${at}`,
  unitId: 'U01',
  requirementId: 'T2',
  receivedAt: NOON,
  title: '',
  parts: [],
  review: 'accepted',
  replaces: '',
  note: '',
  ...more,
});
describe('arrivals of one second', () => {
  it('are the same with one title, or where one has none', () => {
    const rows = (...titles: readonly string[]): (string | number | undefined)[] =>
      sameArrivals(titles.map((title, at) => receipt(at + 1, { title }))).map(({ row }) => row);
    expect(rows('故事', '')).toEqual(['R0002']);
    expect(rows('', '故事')).toEqual(['R0002']);
    expect(rows('故事一', '故事二')).toEqual([]);
    expect(sameArrivals([receipt(1, { receivedAt: 0 }), receipt(2, { receivedAt: 0 })])).toEqual([]);
  });
});

test('D-2: exceptions of one unit and item that differ are named, equal ones and others’ are not', () => {
  const row = (extendedTo: number | null, quota: number | null = null, requirementId = 'T1'): Exception => ({
    unitId: 'U02',
    requirementId,
    quota,
    extendedTo,
    exempt: false,
    approvedBy: '甲',
    reason: '乙',
  });
  expect(differingExceptions([row(200), row(100)]).map(({ row: name }) => name)).toEqual(['U02 T1']);
  expect(differingExceptions([row(null, 2), row(null, 1)])).toHaveLength(1);
  expect(differingExceptions([row(200), row(200), row(100, null, 'T2'), row(null, 2)])).toEqual([]);
});

test('D-2: an arrival of which only the day is written is asked about on the day on which it is due, extensions included', () => {
  const DAYS = 86_400;
  const requirements = [
    { ...PLAIN_REQUIREMENT, requirementId: 'T2', title: '故事', due: 10 * DAYS + 18 * 3600 },
    { ...PLAIN_REQUIREMENT, requirementId: 'T4', due: 10 * DAYS + 86_340 },
  ];
  const extension: Exception = {
    unitId: 'U05',
    requirementId: 'T2',
    quota: null,
    extendedTo: 12 * DAYS + 18 * 3600,
    exempt: false,
    approvedBy: '甲',
    reason: '乙',
  };
  const asked = (...receipts: readonly Receipt[]): (string | number | undefined)[] =>
    arrivalsWithoutHour(receipts, requirements, [extension]).map(({ row }) => row);
  const onTheDay = { receivedAt: 10 * DAYS };
  expect(asked(receipt(1, onTheDay))).toEqual(['R0001']);
  expect(asked(receipt(1, onTheDay), receipt(2, onTheDay))).toEqual(['R0001']);
  expect(asked(receipt(1, { ...onTheDay, unitId: 'U05' }))).toEqual([]);
  expect(asked(receipt(1, { receivedAt: 12 * DAYS, unitId: 'U05' }))).toEqual(['R0001']);
  // Several exceptions of one pair add up: one that says nothing of the time takes no extension away.
  const quotaToo: Exception = { ...extension, quota: 2, extendedTo: null };
  const pair = { receivedAt: 10 * DAYS, unitId: 'U05' };
  expect(arrivalsWithoutHour([receipt(1, pair)], requirements, [extension, quotaToo])).toEqual([]);
  expect(
    arrivalsWithoutHour([receipt(1, onTheDay)], requirements, [{ ...extension, unitId: 'U01', exempt: true }]),
  ).toEqual([]);
  // With an hour, on another day, sent back, or due at the end of the day: the hour decides nothing.
  expect(
    asked(
      receipt(1, { receivedAt: 10 * DAYS + 1 }),
      receipt(2, { receivedAt: 9 * DAYS }),
      receipt(3, { ...onTheDay, review: 'returned' }),
      receipt(4, { ...onTheDay, requirementId: 'T4' }),
    ),
  ).toEqual([]);
  const many = arrivalsWithoutHour(
    [1, 2, 3, 4].map((at) => receipt(at, onTheDay)),
    requirements,
    [],
  );
  expect(many.map(({ message }) => message.zh)).toEqual([
    'R0001、R0002、R0003 等 4 件的收到时间只写了日期，按当天 0:00 算、不迟；“故事”就在这一天 18:00 截止，几点收到决定是否迟报：请补上几点。',
  ]);
});

test('D-9: corrections in a circle are named by every job that reads the register', () => {
  const receipts = [
    receipt(1, { replaces: 'R0002' }),
    receipt(2, { replaces: 'R0001' }),
    receipt(3, { replaces: 'R0001' }),
  ];
  const found = doubtfulArrivals({ receipts, requirements: [], exceptions: [] }, NOON);
  expect(found.map(({ code, row }) => [code, row])).toEqual([
    ['correction-circle', 'R0001'],
    ['correction-circle', 'R0002'],
  ]);
});

test('D-13: a review of a moment still to come is named, one of now or of nobody’s time is not', () => {
  const receipts = [receipt(1, { reviewedAt: NOON + 1 }), receipt(2, { reviewedAt: NOON, title: '二' })];
  const pending = receipt(3, { reviewedAt: NOON + 1, review: 'pending', title: '三' });
  const found = doubtfulArrivals({ receipts: [...receipts, pending], requirements: [], exceptions: [] }, NOON);
  expect(found.filter(({ code }) => code === 'future-review').map(({ row }) => row)).toEqual(['R0001']);
});

test('D-13: a review before its arrival is named, one of the same minute or day, of nobody’s time or of an arrival still to come is not', () => {
  const [day, minute] = [86_400, 60];
  const at = (receivedAt: number, reviewedAt: number, index: number): Receipt =>
    receipt(index, { receivedAt, reviewedAt, title: `第${index}件` });
  const receipts = [
    at(day + NOON, NOON, 1),
    at(day + NOON, day, 2),
    at(day + NOON + 30, day + NOON, 3),
    at(day + NOON + 30, day + NOON - minute, 4),
    at(day + NOON, day + NOON - 1, 5),
    at(9 * day, NOON, 6),
    receipt(7, { receivedAt: day + NOON, title: '第7件' }),
    { ...at(day + NOON, NOON, 8), review: 'pending' as const },
  ];
  const named = doubtfulArrivals({ receipts, requirements: [], exceptions: [] }, 2 * day);
  const found = named.filter(({ code }) => code !== 'future-receipt');
  expect(found.map(({ code, row }) => [code, row])).toEqual([
    ['reviewed-before-received', 'R0001'],
    ['reviewed-before-received', 'R0004'],
    ['reviewed-before-received', 'R0005'],
  ]);
  expect(found[0]?.message.zh).toContain('的审核时间 1970-01-01 12:00 早于收到时间 1970-01-02 12:00');
});
