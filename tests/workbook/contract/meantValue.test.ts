// What a cell means that cannot be read, where it can mean one thing only.
import { expect, it } from '@jest/globals';
import { meantValue } from '../../../src/workbook/contract/meantValue';
import { columnOf } from '../../../src/workbook/contract/spec';
import type { CellValue } from '../../../src/workbook/contract/snapshot';
import { EXCEPTIONS } from '../../../src/workbook/tables/exceptions/exceptions';
import { RECEIPTS } from '../../../src/workbook/tables/receipts/receipts';
import { UNITS } from '../../../src/workbook/tables/units/units';

const MEANING = { year: 2021, language: 'zh' } as const;
const active = (value: CellValue): CellValue | null => meantValue(columnOf(UNITS, 'active'), value, MEANING);

it.each(['√', '✓', '☑', 'Y', 'y ', 'Ｙ', 1, '1', true, 'TRUE', '对', '是。', 'YES', '启用', '已启用'])(
  '“%s” under 启用 is 是',
  (value) => {
    expect(active(value)).toBe('是');
  },
);

it.each(['×', '✗', 'N', 'ｎ', 0, '0', false, '否。', 'no', '停用', '已停用', '不启用', '未启用', 'Inactive'])(
  '“%s” under 启用 is 否',
  (value) => {
    expect(active(value)).toBe('否');
  },
);

it.each(['x', '√×', '用', '11', '不', '无', '是', '否', ''])(
  'nobody can tell what “%s” under 启用 should be instead',
  (value) => {
    expect(active(value)).toBeNull();
  },
);

const review = (value: CellValue): CellValue | null => meantValue(columnOf(RECEIPTS, 'review'), value, MEANING);

it.each([
  '通过了',
  '已通过',
  '审核通过',
  '已审核通过',
  '审 核 通 过',
  '通过审核',
  '同意通过。',
  '合格',
  'OK',
  'ｏｋ',
  'Approved',
])('“%s” under 审核 is 通过', (value) => {
  expect(review(value)).toBe('通过');
});

it.each([
  '不通过',
  '未通过',
  '没通过',
  '没有通过',
  '审核不通过',
  '审核未通过',
  '未通过审核',
  '未审核通过',
  '不予通过',
  '不合格',
  '已退回',
  '退回了',
])('“%s” under 审核 is 退回', (value) => {
  expect(review(value)).toBe('退回');
});

it.each(['退回修改', '打回', 'not approved', 'Rejected', 'not ok'])('“%s” under 审核 is 退回, too', (value) => {
  expect(review(value)).toBe('退回');
});

it.each(['待审核', '未审', '尚未审核', '审核中', 'Pending.'])('“%s” under 审核 is 待审', (value) => {
  expect(review(value)).toBe('待审');
});

it.each([
  '已审',
  '审核',
  '√',
  '×',
  '1',
  '通过？不通过',
  '部分通过',
  '不',
  '通',
  '基本通过',
  '不是不通过',
  '可能通过',
  '是',
  '否',
  '通过 2 份',
  '启用',
])('nobody can tell what “%s” under 审核 means', (value) => {
  expect(review(value)).toBeNull();
});

it.each([
  ['免报', '是'],
  ['已免报', '是'],
  ['不免报', '否'],
  ['启用', null],
])('“%s” under 免报 is %s', (value, meant) => {
  expect(meantValue(columnOf(EXCEPTIONS, 'exempt'), value, MEANING)).toBe(meant);
});
