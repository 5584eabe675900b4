// Mailbox lists as people lay them out: days beside times, what is handed in beside the subject, years that cannot be right.
import { describe, expect, test } from '@jest/globals';
import { isoFromWallTime } from '../../../src/core/ground/wallTime';
import { lookKey, type SheetRows } from '../../../src/core/import/sheetRows';
import { proposeReceipts } from '../../../src/core/receipts/proposeReceipts';
import { createUnitMatcher } from '../../../src/core/roster/unitMatcher';
import { CAMPAIGN_UNITS, PART_WORDS, T1, T2, T3 } from '../../support/reportFixtures';

const [first, second] = CAMPAIGN_UNITS.filter(({ category }) => category === 'township').map(({ name }) => name);

function propose(rows: SheetRows['rows'], looks?: SheetRows['looks']) {
  return proposeReceipts([{ name: '收件', rows, looks }], {
    units: createUnitMatcher(CAMPAIGN_UNITS),
    requirements: [T1, T2, T3],
    existing: [],
    campaignYear: 2021,
    partWords: PART_WORDS,
  });
}

const read = (rows: SheetRows['rows']): string[] => {
  const { receipts, problems } = propose(rows);
  expect(problems).toEqual([]);
  return receipts.map(({ receivedAt, requirementId }) => `${isoFromWallTime(receivedAt)} ${requirementId}`);
};

describe('days and times in two columns', () => {
  test.each([
    ['numbers', 44354, 0.75],
    ['texts', '2021-06-07', '18:00'],
    ['a text and a number', '6月7日', 0.75],
    ['a number and a text', 44354, '下午6点'],
  ])('%s are one moment', (_title, day, time) => {
    expect(
      read([
        ['收件日期', '收件时间', '发件单位', '邮件主题'],
        [day, time, first ?? '', T1.title],
      ]),
    ).toEqual(['2021-06-07T18:00:00 T1']);
  });

  test('a time without its day is refused by name', () => {
    const { receipts, problems } = propose([
      ['日期', '时间', '发件单位', '邮件主题'],
      [null, '18:00', first ?? '', T1.title],
    ]);
    expect([receipts, problems.map(({ code, row }) => [code, row])]).toEqual([[], [['unreadable-time', 2]]]);
  });

  test('another column of days beside whole moments is named, and not put together with them', () => {
    const rows = [
      ['收件时间', '登记日期', '发件单位', '邮件主题'],
      ['2021-06-07 18:00', 44355, first ?? '', T1.title],
    ];
    expect(read(rows)).toEqual(['2021-06-07T18:00:00 T1']);
    expect(propose(rows).notices.map(({ code, found }) => [code, found])).toContainEqual([
      'column-ignored',
      '登记日期',
    ]);
  });
});

describe('what is handed in, in a column of its own', () => {
  const moment = '2021-06-07 17:00';

  test('goes before the subject', () => {
    expect(
      read([
        ['收件时间', '报送单位', '报送事项', '题目'],
        [moment, first ?? '', T1.title, '“6·26”安排'],
        [moment, second ?? '', T2.title, ''],
      ]),
    ).toEqual(['2021-06-07T17:00:00 T1', '2021-06-07T17:00:00 T2']);
  });

  test('is enough without a subject', () => {
    expect(
      read([
        ['收件时间', '报送单位', '报送事项'],
        [moment, first ?? '', T1.title],
      ]),
    ).toEqual(['2021-06-07T17:00:00 T1']);
  });
});

describe('a year far off', () => {
  const row = (year: string): SheetRows['rows'] => [
    ['收件时间', '发件单位', '邮件主题'],
    [`${year} 17:00`, first ?? '', T1.title],
  ];

  test.each(['2012-06-07', '2121-06-07', '1921-06-07', '2020-06-07', '2022-06-07'])('%s is questioned', (year) => {
    expect(propose(row(year)).problems.map(({ code, row: at }) => [code, at])).toEqual([['year-far-off', 2]]);
  });

  test.each(['2021-12-06', '2020-12-20', '2022-01-10'])('%s is not', (year) => {
    expect(propose(row(year)).problems).toEqual([]);
  });
});

test('a subject that became a day is asked about; the days of the moments are not', () => {
  const look = { kind: 'date', shown: '6月26日' } as const;
  const { problems, receipts } = propose(
    [
      ['收件时间', '发件单位', '邮件主题'],
      [44354.75, first ?? '', 44373],
    ],
    new Map([
      [lookKey(1, 0), look],
      [lookKey(1, 2), look],
    ]),
  );
  expect(receipts).toEqual([]);
  expect(problems.map(({ code, column, found }) => [code, column, found])).toEqual([
    ['became-date', '邮件主题', '6月26日'],
  ]);
});
