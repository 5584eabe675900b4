// Registry rows of RangeFormat, RangeFont, RangeFill, RangeBorderCollection, RangeBorder and FormatProtection.
import type { Edge, Style } from '../../model/book';
import { restyle, sharedStyle } from '../../model/styles';
import { refuse } from '../apiError';
import { collectionRow, type ClassRow, type ScalarRow } from '../classRow';
import { readColor } from '../colors';
import type { HostContext } from '../hostContext';
import type { EdgeName, ObjectOf, RangeObject } from '../hostObject';
import { areaOf } from '../places';
import { requireUnlocked } from '../writeCells';
import { EDGE_NAMES, readEdge, setEdge } from './borders';
import { autofit, lineSizes } from './lineSizes';

type OfRange = { readonly range: RangeObject };

function change(range: RangeObject, cx: HostContext, by: (style: Style) => Style): void {
  const area = areaOf(range);
  requireUnlocked(range.sheet, area);
  restyle(range.sheet, area, by);
  cx.touch(range.sheet, false);
}

/** A property of the style: read as the API shows it, null when the cells differ; set through `read`. */
function styleRow<K extends keyof Style, T extends OfRange>(
  key: K,
  read: (value: unknown) => Style[K],
  show: (value: Style[K]) => unknown,
): ScalarRow<T> {
  return {
    get: ({ range }) => sharedStyle(range.sheet, areaOf(range), (style) => show(style[key])),
    set: ({ range }, value, cx) => {
      const wanted = read(value);
      change(range, cx, (style) => {
        const next = { ...style };
        if (wanted === undefined) delete next[key];
        else next[key] = wanted;
        return next;
      });
    },
  };
}

/** Words of the API, capitalised, to the model's words and back. */
function words<W extends string>(
  known: readonly W[],
): { read: (value: unknown) => W | undefined; show: (word: W | undefined, otherwise: string) => string } {
  return {
    read: (value) => {
      const word = String(value);
      if (word === 'General') return undefined;
      return (
        known.find((candidate) => candidate.toLowerCase() === word.toLowerCase()) ??
        refuse('InvalidArgument', `${word} is none of ${known.join(', ')}`)
      );
    },
    show: (word, otherwise) => (word === undefined ? otherwise : word.charAt(0).toUpperCase() + word.slice(1)),
  };
}

const HORIZONTAL = words(['left', 'center', 'right', 'fill', 'justify', 'centerContinuous', 'distributed'] as const);
const centerAcross = (value: unknown): unknown => (value === 'CenterAcrossSelection' ? 'centerContinuous' : value);
const VERTICAL = words(['top', 'center', 'bottom', 'justify', 'distributed'] as const);

const flag = (value: unknown): true | undefined => (value === true ? true : undefined);

function number(value: unknown, least: number, most: number): number {
  return typeof value === 'number' && value >= least && value <= most
    ? value
    : refuse('InvalidArgument', `${String(value)} is no number from ${least} to ${most}`);
}

export const rangeFormatRow: ClassRow<ObjectOf<'RangeFormat'>> = {
  scalars: {
    horizontalAlignment: styleRow(
      'horizontal',
      (value) => HORIZONTAL.read(centerAcross(value)),
      (word) => (word === 'centerContinuous' ? 'CenterAcrossSelection' : HORIZONTAL.show(word, 'General')),
    ),
    verticalAlignment: styleRow('vertical', VERTICAL.read, (word) => VERTICAL.show(word, 'Bottom')),
    wrapText: styleRow('wrap', flag, (value) => value === true),
    shrinkToFit: styleRow('shrink', flag, (value) => value === true),
    indentLevel: styleRow(
      'indent',
      (value) => number(value, 0, 250) || undefined,
      (value) => value ?? 0,
    ),
    textOrientation: styleRow(
      'rotation',
      (value) => (value === 180 ? 180 : number(value, -90, 90)) || undefined,
      (value) => value ?? 0,
    ),
    ...lineSizes,
  },
  navigations: {
    fill: ({ range }) => ({ kind: 'RangeFill', range }),
    font: ({ range }) => ({ kind: 'RangeFont', range }),
    borders: ({ range }) => ({ kind: 'RangeBorderCollection', range }),
    protection: ({ range }) => ({ kind: 'FormatProtection', range }),
  },
  methods: {
    autofitColumns: ({ range }, _args, cx) => autofit(range, 'column', cx),
    autofitRows: ({ range }, _args, cx) => autofit(range, 'row', cx),
  },
  calculated: ['autofitColumns', 'autofitRows'],
};

const underline = (value: unknown): true | undefined => {
  if (value === 'None') return undefined;
  return value === 'Single'
    ? true
    : refuse('ApiNotFound', `RangeFont.underline ${String(value)} is not supported by this host`);
};

const fontName = (value: unknown): string =>
  typeof value === 'string' && value !== '' ? value : refuse('InvalidArgument', 'a font needs a name');

export const rangeFontRow: ClassRow<ObjectOf<'RangeFont'>> = {
  scalars: {
    name: styleRow('fontName', fontName, (value) => value ?? 'Calibri'),
    size: styleRow(
      'fontSize',
      (value) => number(value, 1, 409),
      (value) => value ?? 11,
    ),
    color: styleRow('color', readColor, (value) => value ?? '#000000'),
    bold: styleRow('bold', flag, (value) => value === true),
    italic: styleRow('italic', flag, (value) => value === true),
    strikethrough: styleRow('strike', flag, (value) => value === true),
    underline: styleRow('underline', underline, (value) => (value ? 'Single' : 'None')),
  },
};

export const rangeFillRow: ClassRow<ObjectOf<'RangeFill'>> = {
  scalars: { color: styleRow('fill', readColor, (value) => value ?? '') },
  methods: {
    clear: ({ range }, _args, cx) => change(range, cx, ({ fill: _fill, ...rest }) => rest),
  },
};

export const formatProtectionRow: ClassRow<ObjectOf<'FormatProtection'>> = {
  scalars: {
    locked: styleRow(
      'locked',
      (value) => (value === false ? false : undefined),
      (value) => value !== false,
    ),
  },
};

type Borders = ObjectOf<'RangeBorderCollection'>;
type Border = ObjectOf<'RangeBorder'>;

const border = (range: RangeObject, side: EdgeName): Border => ({ kind: 'RangeBorder', range, side });
const sideOf = (key: string | number): EdgeName | undefined =>
  typeof key === 'number' ? EDGE_NAMES[key] : EDGE_NAMES.find((side) => side === key);

export const rangeBorderCollectionRow: ClassRow<Borders> = collectionRow<Borders>(
  'RangeBorder',
  ({ range }) => EDGE_NAMES.map((side) => border(range, side)),
  ({ range }, key) => {
    const side = sideOf(key);
    return side ? border(range, side) : null;
  },
);

/** Applies a change to one side of every cell that the border touches. */
function draw({ range, side }: Border, cx: HostContext, edit: (edge: Edge | undefined) => Edge | undefined): void {
  requireUnlocked(range.sheet, areaOf(range));
  setEdge(range.sheet, areaOf(range), side, edit, cx.manners);
  cx.touch(range.sheet, false);
}

const STYLES: Record<string, Edge['style']> = {
  Continuous: 'thin',
  Dash: 'dashed',
  Dot: 'dotted',
  Double: 'double',
  DashDot: 'dashed',
  DashDotDot: 'dashed',
};
const WEIGHTS: Record<string, Edge['style']> = { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' };

export const rangeBorderRow: ClassRow<Border> = {
  identity: ({ side }) => ({ Id: side }),
  scalars: {
    sideIndex: { get: ({ side }) => side },
    style: {
      get: ({ range, side }) =>
        readEdge(range.sheet, areaOf(range), side, (edge) => {
          if (!edge) return 'None';
          return Object.keys(STYLES).find((word) => STYLES[word] === edge.style) ?? 'Continuous';
        }),
      set: (one, value, cx) => {
        if (value === 'None') return draw(one, cx, () => undefined);
        const style =
          STYLES[String(value)] ??
          refuse('ApiNotFound', `RangeBorder.style ${String(value)} is not supported by this host`);
        draw(one, cx, (edge) => ({
          color: edge?.color ?? '#000000',
          style: style === 'thin' && edge && ['hair', 'medium', 'thick'].includes(edge.style) ? edge.style : style,
        }));
      },
    },
    weight: {
      get: ({ range, side }) =>
        readEdge(
          range.sheet,
          areaOf(range),
          side,
          (edge) => Object.keys(WEIGHTS).find((word) => WEIGHTS[word] === edge?.style) ?? 'Thin',
        ),
      set: (one, value, cx) => {
        const weight = WEIGHTS[String(value)] ?? refuse('InvalidArgument', `${String(value)} is no border weight`);
        draw(one, cx, (edge) => ({
          color: edge?.color ?? '#000000',
          style: edge && ['dashed', 'dotted', 'double'].includes(edge.style) && weight === 'thin' ? edge.style : weight,
        }));
      },
    },
    color: {
      get: ({ range, side }) => readEdge(range.sheet, areaOf(range), side, (edge) => edge?.color ?? '#000000'),
      set: (one, value, cx) => {
        const color = readColor(value);
        draw(one, cx, (edge) => ({ style: edge?.style ?? 'thin', color }));
      },
    },
  },
};
