// Pieces of DrawingML that charts are made of: paint, fonts, words. Both ways, so that what is written is read alike.
import type { ChartFont, ChartPaint } from '../model/charts';
import { attribute, child, children, content, element, escapeXml, type XmlNode } from './xml';

/** The commonest element of charts. Example: `val('order', 0)` is `<c:order val="0"/>`. */
export const val = (name: string, value: string | number): string => element(`c:${name}`, { val: value });
const solid = (color: string): string => element('a:solidFill', {}, element('a:srgbClr', { val: color.slice(1) }));

/** Width of outlines and of lines, in EMU. */
const OUTLINE = 6350;
const STROKE = 28575;

/** `line` '' is none; without colours the reader of the file chooses. */
export function paintXml({ color, line }: ChartPaint): string {
  const fill = color === undefined ? '' : solid(color);
  const outline =
    line === undefined
      ? ''
      : element('a:ln', line === '' ? {} : { w: OUTLINE }, line === '' ? '<a:noFill/>' : solid(line));
  return fill || outline ? element('c:spPr', {}, fill + outline) : '';
}

/** A line in a line chart. */
export const strokeXml = (color: string | undefined, width = STROKE): string =>
  element(
    'c:spPr',
    {},
    element('a:ln', { w: width, cap: 'rnd' }, `${color === undefined ? '' : solid(color)}<a:round/>`),
  );

function colorOf(node: XmlNode | undefined): string | undefined {
  const hex = attribute(child(node, 'solidFill', 'srgbClr'), 'val');
  return hex === undefined ? undefined : `#${hex.toUpperCase()}`;
}

/** Fill and line of a part of a chart; a colour that is not given is left out. */
export function readPaint(spPr: XmlNode | undefined): ChartPaint {
  const color = colorOf(spPr);
  const ln = child(spPr, 'ln');
  const line = child(ln, 'noFill') ? '' : colorOf(ln);
  return { ...(color === undefined ? {} : { color }), ...(line === undefined ? {} : { line }) };
}

/** '#RRGGBB' of a line; undefined where the file names no plain colour. */
export const readStroke = (spPr: XmlNode | undefined): string | undefined => colorOf(child(spPr, 'ln'));

function fontXml(name: 'a:defRPr' | 'a:rPr', font: ChartFont, lang?: string): string {
  const flag = (value: boolean | undefined): number | undefined => (value === undefined ? undefined : value ? 1 : 0);
  return element(
    name,
    {
      lang,
      sz: font.size === undefined ? undefined : Math.round(font.size * 100),
      b: flag(font.bold),
      i: flag(font.italic),
    },
    [
      font.color === undefined ? '' : solid(font.color),
      font.name === undefined
        ? ''
        : element('a:latin', { typeface: font.name }) + element('a:ea', { typeface: font.name }),
    ].join(''),
  );
}

/** The font of a part; nothing when it has none of its own. */
export function textLook(font: ChartFont | undefined): string {
  if (!font || Object.keys(font).length === 0) return '';
  return element(
    'c:txPr',
    {},
    `<a:bodyPr/><a:lstStyle/>${element('a:p', {}, `${element('a:pPr', {}, fontXml('a:defRPr', font))}<a:endParaRPr lang="zh-CN"/>`)}`,
  );
}

/** Words of a title; `upright` ones read from below. */
export function richText(text: string, font: ChartFont = {}, upright = false): string {
  const paragraphs = text
    .split('\n')
    .map((line) =>
      element(
        'a:p',
        {},
        element('a:pPr', {}, fontXml('a:defRPr', font)) +
          element('a:r', {}, fontXml('a:rPr', font, 'zh-CN') + `<a:t>${escapeXml(line)}</a:t>`),
      ),
    );
  return element(
    'c:tx',
    {},
    element(
      'c:rich',
      {},
      `${element('a:bodyPr', upright ? { rot: -5400000, vert: 'horz' } : {})}<a:lstStyle/>${paragraphs.join('')}`,
    ),
  );
}

function readRun(node: XmlNode | undefined): ChartFont | undefined {
  if (!node) return undefined;
  const [size, bold, italic] = ['sz', 'b', 'i'].map((name) => attribute(node, name));
  const name = attribute(child(node, 'latin'), 'typeface');
  const color = colorOf(node);
  const font: ChartFont = {
    ...(name === undefined || name.startsWith('+') ? {} : { name }),
    ...(size === undefined ? {} : { size: Number(size) / 100 }),
    ...(bold === undefined ? {} : { bold: bold === '1' || bold === 'true' }),
    ...(italic === undefined ? {} : { italic: italic === '1' || italic === 'true' }),
    ...(color === undefined ? {} : { color }),
  };
  return Object.keys(font).length > 0 ? font : undefined;
}

/** The font of a part's text as far as the file says it; undefined where it says nothing. */
export const readTextLook = (part: XmlNode | undefined): ChartFont | undefined =>
  readRun(child(part, 'txPr', 'p', 'pPr', 'defRPr'));

/** Words and font of a title; null when its words are not its own. */
export function readRich(title: XmlNode | undefined): { text: string; font?: ChartFont } | null {
  const rich = child(title, 'tx', 'rich');
  if (!rich) return null;
  const text = children(rich, 'p')
    .map((paragraph) => children(paragraph, 'r', 't').map(content).join(''))
    .join('\n');
  const font = readRun(child(rich, 'p', 'r', 'rPr')) ?? readRun(child(rich, 'p', 'pPr', 'defRPr'));
  return { text, ...(font ? { font } : {}) };
}
