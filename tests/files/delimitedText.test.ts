import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeText } from '../../src/files/decodeText';
import { delimitedRows, delimiterOf } from '../../src/files/delimitedText';

describe('delimited text', () => {
  test.each([
    ['a\tb\n1\t2', '\t'],
    ['a,b\n1,2', ','],
    ['a;b\n1,5;2', ';'],
    ['题目\t说明\n故事一\t一, 二, 三, 四', '\t'],
    ['单独一列', '\t'],
    ['"a\tb",c\n"d\te",f', ','],
    ['单位,电话\n甲,1\t\n乙,2\t', ','],
    ['单位,电话\t\n甲,1\t\n乙,2\t', ','],
    ['名单;;;;;;\n填报：2021;6;1;;\n单位,电话\n甲,1\n乙,2', ','],
    ['名单,,,,,\n填报,2021,6,1,,,\n单位;电话\n甲;1\n乙;2', ';'],
  ] as const)('%j is cut at %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  test('cells stay as they were written: spaces, leading zeros, would-be formulas', () => {
    expect(delimitedRows(' 甲 \t007\t=1+1\t-\n乙\t1.50\t+86 1\t“x”')).toEqual([
      [' 甲 ', '007', '=1+1', '-'],
      ['乙', '1.50', '+86 1', '“x”'],
    ]);
  });

  test('="007" is 007', () => {
    expect(delimitedRows('单位,电话\n甲,="007"')).toEqual([
      ['单位', '电话'],
      ['甲', '007'],
    ]);
  });

  test('empty cells are null, empty lines keep their place, empty lines at the end go', () => {
    expect(delimitedRows('a\tb\r\n\r\n\tc\r\n\r\n\r\n')).toEqual([
      ['a', 'b'],
      [null, null],
      [null, 'c'],
    ]);
  });

  test('quoted cells keep line breaks, delimiters and doubled quotes', () => {
    expect(delimitedRows('a,b\n"第一行\r\n第二行","他说""好"", 行"')).toEqual([
      ['a', 'b'],
      ['第一行\n第二行', '他说"好", 行'],
    ]);
  });

  test('a quote that never closes is a plain character', () => {
    expect(delimitedRows('题目\t单位\n"故事一\t甲\n故事二\t乙')).toEqual([
      ['题目', '单位'],
      ['"故事一', '甲'],
      ['故事二', '乙'],
    ]);
  });

  test('nothing gives no rows', () => {
    expect(delimitedRows('')).toEqual([]);
    expect(delimitedRows('\ufeff\r\n\n')).toEqual([]);
  });

  test('what Excel puts on the clipboard comes back cell by cell', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'甲a1 ,;"\n\t') });
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        rows[rows.length - 1]![2] = 'end';
        const quote = (value: string): string => (/["\t\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
        const clipboard = rows.map((row) => row.map(quote).join('\t')).join('\r\n');
        expect(delimitedRows(clipboard)).toEqual(rows.map((row) => row.map((value) => value || null)));
      }),
    );
  });
});

describe('decoding', () => {
  const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

  test('UTF-8 with and without its mark', () => {
    expect(decodeText(new TextEncoder().encode('单位'))).toBe('单位');
    expect(decodeText(new TextEncoder().encode('\ufeff单位'))).toBe('单位');
  });

  test('GB18030, when it is not valid UTF-8', () => {
    expect(decodeText(bytes(0xb5, 0xa5, 0xce, 0xbb, 0x09, 0xe1, 0xb0))).toBe('单位\t岚');
  });

  test('UTF-16 in both orders, by its mark', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x55, 0x53, 0x4d, 0x4f))).toBe('单位');
    expect(decodeText(bytes(0xfe, 0xff, 0x53, 0x55, 0x4f, 0x4d))).toBe('单位');
  });

  test('bytes that are text in no encoding give null', () => {
    expect(decodeText(bytes(0x61, 0x00, 0x62))).toBeNull();
    expect(decodeText(bytes(0x61, 0xff, 0xff))).toBeNull();
  });
});
