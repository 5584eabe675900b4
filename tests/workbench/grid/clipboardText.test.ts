import fc from 'fast-check';
import { clipboardRows } from '../../../src/workbench/grid/clipboardText';

describe('plain text from the clipboard', () => {
  it('keeps empty cells and rows in their places, at the beginning too', () => {
    expect(clipboardRows('\t\t\r\n\t24.5\t8\r\n')).toEqual([
      ['', '', ''],
      ['', '24.5', '8'],
    ]);
    expect(clipboardRows('\n25')).toEqual([[''], ['25']]);
    expect(clipboardRows('25\t\t')).toEqual([['25', '', '']]);
  });

  it('takes quoted cells as one, with their line ends, and quotation marks inside a cell as they are', () => {
    expect(clipboardRows('"两行\n评语"\t"他说""好"""\n25')).toEqual([['两行\n评语', '他说"好"'], ['25']]);
    expect(clipboardRows('"最美"故事\t6"')).toEqual([['"最美"故事', '6"']]);
  });

  it('is one empty cell when there is nothing', () => {
    expect(clipboardRows('')).toEqual([['']]);
  });

  it('gives back whatever a spreadsheet put there', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '好', '"', '\t', '\n', ' ', '=') });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    const quoted = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        expect(clipboardRows(rows.map((row) => row.map(quoted).join('\t') + end).join(''))).toEqual(rows);
      }),
    );
  });
});
