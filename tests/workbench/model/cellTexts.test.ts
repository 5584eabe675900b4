import fc from 'fast-check';
import { formatValue, generalText, isDateFormat } from '../../../src/workbench/model/numberFormat';
import { partsOf, serialOf } from '../../../src/workbench/model/serial';
import { readInput } from '../../../src/workbench/model/typedInput';

const NOW = 44354.375; // 2021-06-07

describe('what a cell shows', () => {
  test.each([
    [44354.75, 'yyyy-mm-dd hh:mm', '2021-06-07 18:00'],
    [44354, 'm月d日', '6月7日'],
    [44354.5, 'yyyy"年"m"月"d"日" h:mm', '2021年6月7日 12:00'],
    [44354, 'aaaa', '星期一'],
    [44354, 'dddd', 'Monday'],
    [44354.75, 'h:mm AM/PM', '6:00 PM'],
    [1.5, '[h]:mm', '36:00'],
    [44354.000694, 'h:mm:ss', '0:01:00'],
    [0.256, '0%', '26%'],
    [0.256, '0.0%', '25.6%'],
    [1234.5, '#,##0.00', '1,234.50'],
    [1234567, '#,##0', '1,234,567'],
    [5, '000', '005'],
    [-3, '0.0', '-3.0'],
    [-3, '0;(0)', '(3)'],
    [0, '0;-0;"无"', '无'],
    [2.675, '0.00', '2.68'],
    [1.005, '0.00', '1.01'],
    [0.5, '#.##', '.5'],
    [12, '0"项"', '12项'],
    [12345, '0.00E+00', '1.23E+04'],
    [3, '¥#,##0', '¥3'],
    [1500, '0.0,', '1.5'],
    [7, '[Red]0', '7'],
    [-0.001, '0.0', '-0.0'],
    [7, '@', '7'],
    [44354, '[$-804]yyyy/m/d', '2021/6/7'],
    [3, '[<=3]"";"●"0', ''],
    [4, '[<=3]"";"●"0', '●4'],
    [0, '0;-0;', ''],
  ])('%s in %s shows %s', (value, format, shown) => {
    expect(formatValue(value, format)).toBe(shown);
  });

  test('texts and booleans show themselves; a text format can add to texts', () => {
    expect(formatValue('甲', '0.00')).toBe('甲');
    expect(formatValue('甲', '@')).toBe('甲');
    expect(formatValue('甲', '0;0;0;"["@"]"')).toBe('[甲]');
    expect(formatValue(true, '0')).toBe('TRUE');
  });

  test('General shows at most eleven characters and no binary noise', () => {
    expect([0.1 + 0.2, 1 / 3, 1e21, 123456789012, 1e-10, 100000, -2.5].map(generalText)).toEqual([
      '0.3',
      '0.333333333',
      '1E+21',
      '1.23457E+11',
      '1E-10',
      '100000',
      '-2.5',
    ]);
  });

  test('date formats are told from number formats', () => {
    expect(['yyyy-mm-dd', 'h:mm', '0.00', '"d"0', '[Red]0', '[h]:mm', 'General'].map(isDateFormat)).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  test('a serial and its calendar parts turn into each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61 * 86400, max: 80000 * 86400 }), (seconds) => {
        const p = partsOf(seconds / 86400);
        expect(Math.round((serialOf(p.year, p.month, p.day, p.hour, p.minute, p.second) ?? 0) * 86400)).toBe(seconds);
      }),
    );
    expect(serialOf(2021, 6, 31)).toBeNull();
  });
});

describe('what a cell makes of an input', () => {
  test.each([
    ['12', { value: 12 }],
    [' 3.5 ', { value: 3.5 }],
    ['1,234', { value: 1234, numberFormat: '#,##0' }],
    ['12%', { value: 0.12, numberFormat: '0%' }],
    ['1e3', { value: 1000, numberFormat: '0.00E+00' }],
    ['-5', { value: -5 }],
    ['true', { value: true }],
    ['#n/a', { value: { error: '#N/A' } }],
    ['2021-06-07', { value: 44354, numberFormat: 'yyyy/m/d' }],
    ['2021/6/7 18:00', { value: 44354.75, numberFormat: 'yyyy/m/d h:mm' }],
    ['2021年6月7日', { value: 44354, numberFormat: 'yyyy/m/d' }],
    ['6/7', { value: 44354, numberFormat: 'yyyy/m/d' }],
    ['18:00', { value: 0.75, numberFormat: 'h:mm' }],
    ['2021-06-31', { value: '2021-06-31' }],
    ['=A1', { formula: '=A1' }],
    ['+A1', { formula: '=+A1' }],
    ['-甲', { formula: '=-甲' }],
    ["'=A1", { value: '=A1' }],
    ["'12", { value: '12' }],
    ['甲', { value: '甲' }],
    ['', { value: null }],
    ['=', { value: '=' }],
    ['001', { value: 1 }],
    ['1.2.3', { value: '1.2.3' }],
    ['U01', { value: 'U01' }],
    ['430102199001011999', { value: 430102199001011000 }],
    ['2021-6', { value: 44348, numberFormat: 'yyyy"年"m"月"' }],
    ['2021.6.7', { value: '2021.6.7' }],
    ['0731-8888', { value: '0731-8888' }],
  ])('%j becomes %j', (input, result) => {
    expect(readInput(input, false, NOW)).toEqual(result);
  });

  test('in a text cell every string stays text, also dates, formulas and long digits', () => {
    for (const input of ['2021-06-07', '=A1', '001', '430102199001011234', 'TRUE'])
      expect(readInput(input, true, NOW)).toEqual({ value: input });
  });

  test('a leading apostrophe keeps any string as text', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (text, textCell) => {
        expect(readInput(`'${text}`, textCell, NOW)).toEqual({ value: text });
      }),
    );
  });
});
