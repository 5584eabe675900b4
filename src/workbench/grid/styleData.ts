// Turns a model style into the grid's style data and a style change made in the grid back into the model's words.
import type { IBorderData, IBorderStyleData, IStyleData, Nullable } from '@univerjs/core';
import type { Edge, Style } from '../model/book';
import { EDGES, GRID_FONT, GRID_FONT_POINTS, HORIZONTAL, VERTICAL, WRAPPED, YES } from './gridCodes';

const PIXELS_PER_INDENT = 9;

/** Fonts that the grid writes into a pasted cell when the cell names none: they are no change of one that names them itself. */
export const OWN_FONTS: ReadonlySet<string> = new Set([GRID_FONT, 'Arial']);

/** Every key of a grid style that this file writes: a key that a style lacks must be cleared in the grid. */
const KEYS = ['ff', 'fs', 'bl', 'it', 'ul', 'st', 'cl', 'bg', 'n', 'ht', 'vt', 'tb', 'pd', 'tr', 'bd'] as const;

/** `toGridStyle({ bold: true, fill: '#FFFF00' })` gives `{ bl: 1, bg: { rgb: '#FFFF00' } }`. Keys that do not apply are absent. */
export function toGridStyle(style: Style): IStyleData {
  const data: IStyleData = {};
  if (style.fontName) data.ff = style.fontName;
  if (style.fontSize) data.fs = style.fontSize;
  if (style.bold) data.bl = YES;
  if (style.italic) data.it = YES;
  if (style.underline) data.ul = { s: YES };
  if (style.strike) data.st = { s: YES };
  if (style.color) data.cl = { rgb: style.color };
  if (style.fill) data.bg = { rgb: style.fill };
  if (style.numberFormat && style.numberFormat !== 'General') data.n = { pattern: style.numberFormat };
  if (style.horizontal) data.ht = HORIZONTAL[style.horizontal];
  data.vt = VERTICAL[style.vertical ?? 'bottom'];
  if (style.wrap) data.tb = WRAPPED;
  if (style.indent)
    data.pd =
      style.horizontal === 'right' ? { r: style.indent * PIXELS_PER_INDENT } : { l: style.indent * PIXELS_PER_INDENT };
  if (style.rotation) data.tr = { a: -style.rotation };
  if (style.border) data.bd = toGridBorder(style.border);
  return data;
}

function toGridBorder(border: NonNullable<Style['border']>): IBorderData {
  const data: IBorderData = {};
  if (border.top) data.t = toGridEdge(border.top);
  if (border.right) data.r = toGridEdge(border.right);
  if (border.bottom) data.b = toGridEdge(border.bottom);
  if (border.left) data.l = toGridEdge(border.left);
  return data;
}

function toGridEdge(edge: Edge): IBorderStyleData {
  return { s: EDGES[edge.style], cl: { rgb: edge.color } };
}

/** The same style with null for each absent key: written over another style it leaves nothing of that one. */
export function replacingStyle(style: IStyleData): IStyleData {
  const full: Record<string, unknown> = {};
  for (const key of KEYS) full[key] = style[key] ?? null;
  full.bd = { t: null, r: null, b: null, l: null, ...style.bd };
  return full as IStyleData;
}

/** One string for equal styles, whatever the order of keys and whether an absent key is missing or null. */
export function styleSignature(style: Nullable<IStyleData>): string {
  if (!style) return '';
  return KEYS.map((key) => JSON.stringify(style[key] ?? 0)).join('|');
}

/** What a change of the grid's style means for a model style: only keys that the change has; undefined takes the property away. */
export function fromGridStyle(change: IStyleData): Partial<Style> {
  const has = (key: string): boolean =>
    Object.entries(change).some(([own, value]) => own === key && value !== undefined);
  const said = Object.entries(FROM_GRID).filter(([key]) => has(key));
  return Object.assign({}, ...said.map(([, read]) => read(change))) as Partial<Style>;
}

/** What each key of the grid's style says of the model's. */
const FROM_GRID: Readonly<Record<string, (change: IStyleData) => { [K in keyof Style]?: Style[K] | undefined }>> = {
  ff: ({ ff }) => ({ fontName: OWN_FONTS.has(ff ?? '') ? undefined : (ff ?? undefined) }),
  fs: ({ fs }) => ({ fontSize: fs === GRID_FONT_POINTS ? undefined : fs }),
  bl: ({ bl }) => ({ bold: bl === YES || undefined }),
  it: ({ it }) => ({ italic: it === YES || undefined }),
  ul: ({ ul }) => ({ underline: ul?.s === YES || undefined }),
  st: ({ st }) => ({ strike: st?.s === YES || undefined }),
  cl: ({ cl }) => ({ color: toHex(cl?.rgb) }),
  bg: ({ bg }) => ({ fill: toHex(bg?.rgb) }),
  n: ({ n }) => ({ numberFormat: n?.pattern }),
  ht: ({ ht }) => ({ horizontal: keyOf(HORIZONTAL, ht) }),
  vt: ({ vt }) => ({ vertical: keyOf(VERTICAL, vt) }),
  tb: ({ tb }) => ({ wrap: tb === WRAPPED || undefined }),
  tr: ({ tr }) => ({ rotation: tr?.a ? -tr.a : undefined }),
  bd: ({ bd }) => ({ border: fromGridBorder(bd) }),
};

function fromGridBorder(data: Nullable<IBorderData>): Style['border'] {
  if (!data) return undefined;
  const border: NonNullable<Style['border']> = {};
  const edge = (side: Nullable<IBorderStyleData>): Edge | undefined =>
    side ? { style: keyOf(EDGES, side.s) ?? 'thin', color: toHex(side.cl?.rgb) ?? '#000000' } : undefined;
  const sides = { top: edge(data.t), right: edge(data.r), bottom: edge(data.b), left: edge(data.l) };
  for (const [name, side] of Object.entries(sides)) if (side) border[name as keyof typeof sides] = side;
  return Object.keys(border).length > 0 ? border : undefined;
}

function keyOf<Key extends string, Item>(map: Readonly<Record<Key, Item>>, wanted: Nullable<Item>): Key | undefined {
  return (Object.keys(map) as Key[]).find((key) => map[key] === wanted);
}

/** '#RRGGBB' of '#rgb', '#RRGGBB', 'rgb(r, g, b)'; undefined for anything else. */
function toHex(color: Nullable<string>): string | undefined {
  if (!color) return undefined;
  if (/^#[0-9a-f]{6}$/i.test(color)) return color.toUpperCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`.toUpperCase();
  const parts = /^rgba?\((\d+), *(\d+), *(\d+)/.exec(color);
  return parts
    ? `#${parts
        .slice(1, 4)
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join('')}`.toUpperCase()
    : undefined;
}
