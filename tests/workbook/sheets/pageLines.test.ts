import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  columnPoints,
  emsOf,
  gap,
  heightOf,
  linesOf,
  pageParts,
  type PageLine,
} from '../../../src/workbook/contract/pageLines';

describe('emsOf and linesOf', () => {
  it('counts a Chinese character as one em and a digit as about half', () => {
    expect(emsOf('报送情况')).toBe(4);
    expect(emsOf('12')).toBeCloseTo(1.08);
  });

  it('never needs fewer lines in a narrower cell', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        fc.integer({ min: 20, max: 400 }),
        fc.integer({ min: 1, max: 100 }),
        (text, width, less) => {
          expect(linesOf(text, Math.max(10, width - less), 12)).toBeGreaterThanOrEqual(linesOf(text, width, 12));
        },
      ),
    );
  });

  it('counts line breaks', () => expect(linesOf('T1\n方案', 300, 10)).toBe(2));
});

describe('pageParts', () => {
  const span = (column: number, columns: number, value: string | number, bold: boolean): PageLine['spans'][number] => ({
    column,
    columns,
    value,
    format: { bold },
  });
  const lines: PageLine[] = [
    { spans: [span(0, 2, '2021年6月11日', true), span(2, 1, 5, false)], height: 20 },
    gap(4),
    { spans: [span(0, 1, 'a', true), span(1, 1, 'b', true), span(2, 1, '', true)], height: 18 },
    { spans: [span(0, 1, 'c', true), span(1, 1, 'd', true), span(2, 1, '', true)], height: 18 },
  ];

  it('writes one block, leaves what is blank alone, and merges what spans columns', () => {
    const { blocks, merges, rowHeights } = pageParts(lines);
    expect(blocks).toEqual([
      {
        row: 0,
        column: 0,
        cells: [
          ['2021年6月11日', null, 5],
          [null, null, null],
          ['a', 'b', null],
          ['c', 'd', null],
        ],
      },
    ]);
    expect(merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 2 }]);
    expect(rowHeights.map(([, , height]) => height)).toEqual([20, 4, 18, 18]);
    expect(heightOf(lines)).toBe(60);
  });

  it('keeps short words as text, so that a date in words stays words', () => {
    expect(pageParts(lines).formats[0]).toMatchObject({ area: { row: 0, column: 0 }, format: { numberFormat: '@' } });
    expect(
      pageParts(lines).formats.find(({ area }) => area.row === 0 && area.column === 2)?.format.numberFormat,
    ).toBeUndefined();
  });

  it('joins equal looks beside and below each other', () => {
    expect(pageParts(lines).formats.filter(({ area }) => area.row >= 2)).toMatchObject([
      { area: { row: 2, column: 0, rows: 2, columns: 2 } },
      { area: { row: 2, column: 2, rows: 2, columns: 1 } },
    ]);
  });

  it('gives every cell the look of its own span, however they are joined', () => {
    const look = fc.record({ bold: fc.boolean(), borderBottom: fc.option(fc.constant('#000000'), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(fc.array(look, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const { formats } = pageParts(
          rows.map((cells) => ({
            spans: cells.map((format, column) => ({ column, columns: 1, value: 1, format })),
            height: 10,
          })),
        );
        rows.forEach((cells, row) =>
          cells.forEach((format, column) => {
            const covering = formats.filter(
              ({ area }) =>
                row >= area.row &&
                row < area.row + area.rows &&
                column >= area.column &&
                column < area.column + area.columns,
            );
            // In one line, and of smaller type where somebody types longer words.
            expect(covering.map((run) => run.format)).toEqual([{ ...format, shrink: true }]);
            if (format.borderBottom) expect(covering[0]?.area.rows).toBe(1);
          }),
        );
      }),
    );
  });

  it('knows how wide a column prints', () => expect(columnPoints(10)).toBe(56.25));
});
