import * as fc from 'fast-check';
import { formulaTagOf, inputFor, literalOf, toGridCell } from '../../../src/workbench/grid/cellData';
import { editText } from '../../../src/workbench/grid/editText';
import type { Value } from '../../../src/workbench/model/book';
import { readInput } from '../../../src/workbench/model/typedInput';

const NOW = 44_357.75;
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '001',
    '=1+1',
    '-5',
    '2021-06-10',
    'TRUE',
    "'quoted",
    '50%',
    '6月10日',
    '￥5',
    '1e5',
    ' x',
    '@home',
    '#N/A',
    '县教育局',
  ),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  text.filter((candidate) => candidate !== ''),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((number) => Number(number.toPrecision(15)) + 0)
    .filter(Number.isFinite),
  fc.boolean(),
);

describe('contents of a grid cell', () => {
  it('typed again as `inputFor` says, give the same literal: text never turns into a number, a date or a formula', () => {
    fc.assert(
      fc.property(value, (given) => {
        const read = readInput(inputFor(given), false, NOW);
        expect(read.formula).toBeUndefined();
        expect(read.value).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });

  it('keep value and kind from model to grid and back', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(literalOf(toGridCell({ value: given }, 0, 0))).toEqual(given);
      }),
    );
  });

  it('carry their formula and the place where it stands', () => {
    expect(formulaTagOf(toGridCell({ formula: '=A1', value: 7 }, 3, 4))).toEqual({ f: '=A1', r: 3, c: 4 });
    expect(formulaTagOf(toGridCell({ value: 7 }, 3, 4))).toBeUndefined();
  });

  it('show an error as its text', () => {
    expect(toGridCell({ value: { error: '#N/A' } }, 0, 0).v).toBe('#N/A');
  });
});

describe('the text in the cell editor', () => {
  it('gives the same cell when it is typed again', () => {
    const formats = [undefined, '0.00', 'yyyy-mm-dd hh:mm', 'm"月"d"日" hh:mm', '0%'];
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.integer({ min: 1, max: 60_000 * 86_400 }), (format, seconds) => {
        const cell = { value: seconds / 86_400 };
        expect(readInput(editText(cell, format), false, NOW).value).toBeCloseTo(cell.value, 9);
      }),
    );
  });

  it('is the formula where there is one, and the error text where there is an error', () => {
    expect(editText({ formula: '=[@x]', value: 1 }, undefined)).toBe('=[@x]');
    expect(editText({ value: { error: '#REF!' } }, undefined)).toBe('#REF!');
  });

  it('shows text that looks like a number with its apostrophe, but not in a text cell', () => {
    expect(editText({ value: '001' }, undefined)).toBe("'001");
    expect(editText({ value: '001' }, '@')).toBe('001');
  });
});
