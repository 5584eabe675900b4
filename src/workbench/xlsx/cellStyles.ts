// The model's style ↔ ExcelJS's style. Knows no sheet.
import type { Border, Borders, Fill, Style as FileStyle } from 'exceljs';
import type { Edge, Style } from '../model/book';
import { fileColor, type FileColor, type Palette } from './themeColors';

const DEFAULT_FONT = { name: 'Calibri', size: 11 } as const;

const argb = (color: string): { argb: string } => ({ argb: `FF${color.replace('#', '').toUpperCase()}` });

/** What a file stores for a style. A style without a font has the workbook's default one. */
export function toFileStyle(style: Style): Partial<FileStyle> {
  const file: Partial<FileStyle> = {};
  if (style.numberFormat && style.numberFormat !== 'General') file.numFmt = style.numberFormat;
  file.font = {
    name: style.fontName ?? DEFAULT_FONT.name,
    size: style.fontSize ?? DEFAULT_FONT.size,
    ...(style.fontName ? {} : { family: 2, scheme: 'minor' }),
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.underline ? { underline: true } : {}),
    ...(style.strike ? { strike: true } : {}),
    ...(style.color ? { color: argb(style.color) } : {}),
  };
  if (style.fill)
    file.fill = {
      type: 'pattern',
      pattern: 'solid',
      fgColor: argb(style.fill),
      bgColor: { indexed: 64 } as Partial<{ argb: string }>,
    } as Fill;
  const alignment = {
    ...(style.horizontal ? { horizontal: style.horizontal } : {}),
    ...(style.vertical ? { vertical: style.vertical === 'center' ? 'middle' : style.vertical } : {}),
    ...(style.wrap ? { wrapText: true } : {}),
    ...(style.indent ? { indent: style.indent } : {}),
    ...(style.rotation ? { textRotation: style.rotation === 255 ? 'vertical' : style.rotation } : {}),
    ...(style.shrink ? { shrinkToFit: true } : {}),
  };
  if (Object.keys(alignment).length > 0) file.alignment = alignment as FileStyle['alignment'];
  const edges = Object.entries(style.border ?? {}).filter(([, edge]) => edge !== undefined);
  if (edges.length > 0)
    file.border = Object.fromEntries(
      edges.map(([side, edge]) => [side, { style: edge.style, color: argb(edge.color) }]),
    );
  if (style.locked === false) file.protection = { locked: false } as FileStyle['protection'];
  return file;
}

const EDGES: Readonly<Record<string, Edge['style']>> = {
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  dashed: 'dashed',
  dotted: 'dotted',
  double: 'double',
  hair: 'hair',
  mediumDashed: 'dashed',
  dashDot: 'dashed',
  mediumDashDot: 'dashed',
  dashDotDot: 'dashed',
  mediumDashDotDot: 'dashed',
  slantDashDot: 'dashed',
};

/** The model's style of a stored one; undefined when nothing differs from the default. `numberFormat` is given apart. */
export function fromFileStyle(
  file: Partial<FileStyle>,
  numberFormat: string | undefined,
  palette: Palette,
): Style | undefined {
  const style: Style = {
    ...(numberFormat && numberFormat !== 'General' && { numberFormat }),
    ...fontStyle(file.font, palette),
    ...alignmentStyle(file.alignment),
  };
  const fill = fillColor(file.fill, palette);
  if (fill) style.fill = fill;
  const border = borders(file.border, palette);
  if (border) style.border = border;
  if (file.protection?.locked === false) style.locked = false;
  return Object.keys(style).length > 0 ? style : undefined;
}

function fontStyle(font: FileStyle['font'] | undefined, palette: Palette): Style {
  const style: Style = {};
  if (!font) return style;
  if (font.name && (font.name !== DEFAULT_FONT.name || !font.scheme)) style.fontName = font.name;
  if (font.size && font.size !== DEFAULT_FONT.size) style.fontSize = font.size;
  if (font.bold) style.bold = true;
  if (font.italic) style.italic = true;
  if (font.underline && font.underline !== 'none') style.underline = true;
  if (font.strike) style.strike = true;
  const color = fileColor(font.color as FileColor | undefined, palette);
  if (color && !isAutomatic(font.color as FileColor)) style.color = color;
  return style;
}

function alignmentStyle(alignment: FileStyle['alignment'] | undefined): Style {
  const style: Style = {};
  if (!alignment) return style;
  const { horizontal, vertical, indent, textRotation } = alignment;
  if (horizontal) style.horizontal = horizontal;
  if (vertical) style.vertical = vertical === 'middle' ? 'center' : vertical;
  if (alignment.wrapText) style.wrap = true;
  if (indent) style.indent = indent;
  if (textRotation) style.rotation = textRotation === 'vertical' ? 255 : textRotation;
  if (alignment.shrinkToFit) style.shrink = true;
  return style;
}

/** Black by theme is what a cell has anyway. */
const isAutomatic = (color: FileColor): boolean => Number(color.theme) === 1 && !color.tint;

function fillColor(fill: Fill | undefined, palette: Palette): string | undefined {
  if (fill?.type === 'gradient') return fileColor(fill.stops[0]?.color as FileColor | undefined, palette);
  if (fill?.type !== 'pattern' || fill.pattern === 'none') return undefined;
  return (
    fileColor(fill.fgColor as FileColor | undefined, palette) ??
    (fill.pattern === 'solid' ? undefined : fileColor(fill.bgColor as FileColor | undefined, palette))
  );
}

function borders(file: Partial<Borders> | undefined, palette: Palette): Style['border'] {
  const border: NonNullable<Style['border']> = {};
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const edge: Partial<Border> | undefined = file?.[side];
    const style = edge?.style && EDGES[edge.style];
    if (style) border[side] = { style, color: fileColor(edge.color as FileColor | undefined, palette) ?? '#000000' };
  }
  return Object.keys(border).length > 0 ? border : undefined;
}
