import * as fc from 'fast-check';
import { fromGridStyle, replacingStyle, styleSignature, toGridStyle } from '../../../src/workbench/grid/styleData';
import type { Edge, Style } from '../../../src/workbench/model/book';

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0').toUpperCase()}`);
const edge: fc.Arbitrary<Edge> = fc.record({
  style: fc.constantFrom('thin', 'medium', 'thick', 'dashed', 'dotted', 'double', 'hair'),
  color,
});
const style: fc.Arbitrary<Style> = fc.record(
  {
    numberFormat: fc.constantFrom('0.00', 'yyyy-mm-dd', '@'),
    fill: color,
    color,
    fontName: fc.constantFrom('宋体', '黑体'),
    fontSize: fc.constantFrom(9, 14),
    bold: fc.constant(true),
    italic: fc.constant(true),
    underline: fc.constant(true),
    strike: fc.constant(true),
    wrap: fc.constant(true),
    horizontal: fc.constantFrom('left', 'center', 'right', 'justify'),
    vertical: fc.constantFrom('top', 'center', 'bottom'),
    border: fc.record({ top: edge, right: edge, bottom: edge, left: edge }, { requiredKeys: ['top'] }),
  },
  { requiredKeys: [] },
);

describe('styles between model and grid', () => {
  it('come back from the grid as they went in', () => {
    fc.assert(
      fc.property(style, (given) => {
        expect(fromGridStyle(toGridStyle(given))).toEqual({ ...given, vertical: given.vertical ?? 'bottom' });
      }),
    );
  });

  it('have equal signatures exactly when they look the same', () => {
    expect(styleSignature(toGridStyle({ bold: true, fill: '#FFFFFF' }))).toBe(
      styleSignature(replacingStyle(toGridStyle({ fill: '#FFFFFF', bold: true })) as never).replace(
        /\{"t":null,"r":null,"b":null,"l":null\}/,
        '0',
      ),
    );
    expect(styleSignature(toGridStyle({ bold: true }))).not.toBe(styleSignature(toGridStyle({ italic: true })));
  });

  it('name every property when they replace another style, so that nothing of that one stays', () => {
    const replacing = replacingStyle(toGridStyle({ bold: true })) as Record<string, unknown>;
    expect(replacing.bl).toBe(1);
    expect([replacing.it, replacing.bg, replacing.n, replacing.ff]).toEqual([null, null, null, null]);
  });

  it('read only the properties that a change has', () => {
    expect(fromGridStyle({ bl: 0 })).toEqual({ bold: undefined });
    expect(fromGridStyle({ bg: { rgb: 'rgb(255, 0, 16)' } })).toEqual({ fill: '#FF0010' });
    expect(fromGridStyle({ cl: { rgb: '#0f8' } })).toEqual({ color: '#00FF88' });
  });
});
