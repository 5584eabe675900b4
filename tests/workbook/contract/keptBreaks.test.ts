import { describe, expect, it } from '@jest/globals';
import { gap, kept, keptBreaks, roomOf } from '../../../src/workbook/contract/pageLines';

const lines = (count: number, ...headings: number[]) =>
  Array.from({ length: count }, (_none, row) => (headings.includes(row) ? kept(gap(20)) : gap(20)));

describe('where a page has to begin', () => {
  it('is before a heading that would be left alone at the foot of a page', () => {
    expect(keptBreaks(lines(12, 9), 210)).toEqual([9]);
    expect(keptBreaks(lines(12, 4), 210)).toEqual([]);
  });

  it('is before a heading and the head of its table together', () => {
    expect(keptBreaks(lines(14, 7, 8), 210)).toEqual([7]);
  });

  it('counts from the break before, given or by itself, and the rows that are repeated', () => {
    expect(keptBreaks(lines(14, 9), 210, { given: [3] })).toEqual([3]);
    expect(keptBreaks(lines(30, 18), 210)).toEqual([18]);
    expect(keptBreaks(lines(30, 17), 210)).toEqual([]);
    expect(keptBreaks(lines(30, 17), 210, { repeated: 40 })).toEqual([17]);
    expect(keptBreaks(lines(30, 16), 210, { repeated: 40 })).toEqual([16]);
  });

  it('is nowhere for what fits no page at all', () => {
    expect(keptBreaks([gap(20), kept(gap(20)), gap(400)], 210)).toEqual([]);
  });

  it('knows the room of a page that is fitted to its width', () => {
    const margins = { top: 0, right: 0, bottom: 0, left: 0 };
    expect(roomOf({ orientation: 'Portrait', margins }, 100)).toBeCloseTo(841.9, 1);
    expect(roomOf({ orientation: 'Landscape', margins }, 2 * 841.89)).toBeCloseTo(2 * 595.3, 1);
  });
});
