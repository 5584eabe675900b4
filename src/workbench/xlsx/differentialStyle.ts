// The style of a conditional format as a file's "differential format", both ways: only what the rule changes.
import type { Edge, Style } from '../model/book';
import { fileColor, type Palette } from './themeColors';
import { attribute, child, element, type XmlNode } from './xml';

const SIDES = ['left', 'right', 'top', 'bottom'] as const;

const rgb = (color: string): { rgb: string } => ({ rgb: `FF${color.replace('#', '').toUpperCase()}` });

/** Number formats in rules need ids of their own; any beyond the built-in ones does. */
const FORMAT_ID = 200;

/** A style as a <dxf> of conditional formats. */
export function differentialStyle(style: Style): string {
  const font = [
    style.bold !== undefined ? element('b', style.bold ? {} : { val: 0 }) : '',
    style.italic !== undefined ? element('i', style.italic ? {} : { val: 0 }) : '',
    style.strike ? element('strike', {}) : '',
    style.underline ? element('u', {}) : '',
    style.color ? element('color', rgb(style.color)) : '',
  ].join('');
  const border = SIDES.map((side) => {
    const edge = style.border?.[side];
    return edge ? element(side, { style: edge.style }, element('color', rgb(edge.color))) : '';
  }).join('');
  return element(
    'dxf',
    {},
    [
      font && element('font', {}, font),
      style.numberFormat ? element('numFmt', { numFmtId: FORMAT_ID, formatCode: style.numberFormat }) : '',
      style.fill
        ? element(
            'fill',
            {},
            element(
              'patternFill',
              { patternType: 'solid' },
              element('fgColor', rgb(style.fill)) + element('bgColor', rgb(style.fill)),
            ),
          )
        : '',
      border && element('border', {}, border),
    ].join(''),
  );
}

/** A <dxf> as a style. */
export function fromDifferentialStyle(dxf: XmlNode, palette: Palette): Style {
  const style: Style = {};
  const font = child(dxf, 'font');
  const on = (name: string): boolean | undefined => {
    const node = child(font, name);
    return (
      node && attribute(node, 'val') !== '0' && attribute(node, 'val') !== 'false' && attribute(node, 'val') !== 'none'
    );
  };
  const bold = on('b');
  const italic = on('i');
  if (bold !== undefined) style.bold = bold;
  if (italic !== undefined) style.italic = italic;
  if (on('strike')) style.strike = true;
  if (on('u')) style.underline = true;
  const color = colorOf(child(font, 'color'), palette);
  if (color) style.color = color;
  const pattern = child(dxf, 'fill', 'patternFill');
  const fill = colorOf(child(pattern, 'bgColor'), palette) ?? colorOf(child(pattern, 'fgColor'), palette);
  if (fill) style.fill = fill;
  const format = attribute(child(dxf, 'numFmt'), 'formatCode');
  if (format) style.numberFormat = format;
  for (const side of SIDES) {
    const edge = child(dxf, 'border', side);
    const line = attribute(edge, 'style');
    if (line && line !== 'none')
      style.border = {
        ...style.border,
        [side]: { style: line as Edge['style'], color: colorOf(child(edge, 'color'), palette) ?? '#000000' },
      };
  }
  return style;
}

function colorOf(node: XmlNode | undefined, palette: Palette): string | undefined {
  return (
    node &&
    fileColor(
      {
        rgb: attribute(node, 'rgb'),
        theme: attribute(node, 'theme'),
        tint: attribute(node, 'tint'),
        indexed: attribute(node, 'indexed'),
      },
      palette,
    )
  );
}
