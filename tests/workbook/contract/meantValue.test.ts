// What a cell means that cannot be read, where it can mean one thing only.
import { expect, it } from '@jest/globals';
import { meantValue } from '../../../src/workbook/contract/meantValue';
import { columnOf } from '../../../src/workbook/contract/spec';
import type { CellValue } from '../../../src/workbook/contract/snapshot';
import { UNITS } from '../../../src/workbook/tables/units/units';

const MEANING = { year: 2021, language: 'zh' } as const;
const active = (value: CellValue): CellValue | null => meantValue(columnOf(UNITS, 'active'), value, MEANING);

it.each(['√', '✓', '☑', 'Y', 'y ', 'Ｙ', 1, '1', true, 'TRUE', '对', '是。', 'YES'])(
  '“%s” under 启用 is 是',
  (value) => {
    expect(active(value)).toBe('是');
  },
);

it.each(['×', '✗', 'N', 'ｎ', 0, '0', false, '否。', 'no'])('“%s” under 启用 is 否', (value) => {
  expect(active(value)).toBe('否');
});

it.each(['x', '√×', '停用', '11', '不', '无', '是', '否', ''])(
  'nobody can tell what “%s” under 启用 should be instead',
  (value) => {
    expect(active(value)).toBeNull();
  },
);
