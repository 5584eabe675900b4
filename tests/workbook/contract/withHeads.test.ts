// Heads of tables that go on over pages: on each page that has rows of the table, and on no other.
import { describe, expect, it } from '@jest/globals';
import { withHeads } from '../../../src/workbook/contract/pageLines';

const line = (name: string, height: number) => ({ name, height });
const row = (name: string) => line(name, 100);
const names = (lines: readonly { readonly name: string }[]): string => lines.map(({ name }) => name).join(' ');

describe('withHeads', () => {
  it('puts the head again above the rows of the next page, and breaks there', () => {
    const lines = [line('title', 40), line('head', 20), ...['a', 'b', 'c', 'd', 'e', 'f'].map(row), line('end', 30)];
    const { lines: out, breaks } = withHeads(lines, [{ head: 1, last: 7 }], 400);
    expect(names(out)).toBe('title head a b c head d e f end');
    expect(breaks).toEqual([5]);
  });

  it('does not leave the last row alone on a page', () => {
    const lines = [line('head', 20), ...['a', 'b', 'c', 'sum'].map(row)];
    expect(names(withHeads(lines, [{ head: 0, last: 4 }], 370).lines)).toBe('head a b head c sum');
  });

  it('moves a head along that has no row below it on its page', () => {
    const lines = [line('text', 330), line('head', 20), row('a'), row('b')];
    expect(withHeads(lines, [{ head: 1, last: 3 }], 400)).toEqual({ lines, breaks: [1] });
  });

  it('moves the heading above the head along, too', () => {
    const heading = { ...line('heading', 30), keep: true as const };
    const lines = [line('text', 300), heading, line('head', 20), row('a'), row('b')];
    expect(withHeads(lines, [{ head: 2, last: 4 }], 400)).toEqual({ lines, breaks: [1] });
  });

  it('repeats nothing above sentences, and leaves a table alone that fits its page', () => {
    const lines = [line('head', 20), row('a'), row('b'), line('rule 1', 300), line('rule 2', 300)];
    expect(withHeads(lines, [{ head: 0, last: 2 }], 400)).toEqual({ lines, breaks: [] });
  });
});
