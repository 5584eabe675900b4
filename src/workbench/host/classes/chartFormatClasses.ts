// Registry rows of what paints the parts of a chart: fill, outline, line, font.
import { isLine, type ChartFont } from '../../model/charts';
import { refuse } from '../apiError';
import type { ClassRow, ScalarRow } from '../classRow';
import { readColor } from '../colors';
import type { HostContext } from '../hostContext';
import type { ObjectOf } from '../hostObject';

type OnChart = Pick<ObjectOf<'Chart'>, 'sheet' | 'chart'>;
type Font = ObjectOf<'ChartFont'>;

/** A chart looks different now; no formula can see it. */
export function redraw({ sheet }: OnChart, cx: HostContext): void {
  cx.touch(sheet, false);
}

/** A property that is a flag of a part of the chart. Example: `flagOf((axis) => axis, 'visible')`. */
export function flagOf<T extends OnChart, K extends string>(
  part: (object: T) => Record<K, boolean>,
  key: K,
): ScalarRow<T> {
  return {
    get: (object) => part(object)[key],
    set: (object, value, cx) => {
      (part(object) as Record<string, boolean>)[key] = value === true;
      redraw(object, cx);
    },
  };
}

export const chartFillRow: ClassRow<ObjectOf<'ChartFill'>> = {
  methods: {
    setSolidColor: (fill, args, cx) => {
      fill.holder.color = readColor(args.text(0, 'color'));
      redraw(fill, cx);
    },
    clear: (fill, _args, cx) => {
      delete fill.holder.color;
      redraw(fill, cx);
    },
  },
};

/** The line of a series is itself in a line chart, an outline in others. */
const lineKey = ({ chart }: OnChart): 'color' | 'line' => (isLine(chart.type) ? 'color' : 'line');

export const chartLineFormatRow: ClassRow<ObjectOf<'ChartLineFormat'>> = {
  scalars: {
    color: {
      get: (line) => line.holder[lineKey(line)] ?? '',
      set: (line, value, cx) => {
        line.holder[lineKey(line)] = readColor(value);
        redraw(line, cx);
      },
    },
  },
  methods: {
    clear: (line, _args, cx) => {
      if (isLine(line.chart.type)) delete line.holder.color;
      else line.holder.line = '';
      redraw(line, cx);
    },
  },
};

export const chartBorderRow: ClassRow<ObjectOf<'ChartBorder'>> = {
  scalars: {
    color: {
      get: ({ holder }) => holder.line ?? '',
      set: (border, value, cx) => {
        border.holder.line = readColor(value);
        redraw(border, cx);
      },
    },
    lineStyle: {
      get: ({ holder }) => (holder.line === '' ? 'None' : 'Continuous'),
      set: (border, value, cx) => {
        if (value === 'None') border.holder.line = '';
        else if (value !== 'Continuous')
          refuse(
            'ApiNotFound',
            `outlines of style ${String(value)} are not supported by this host: use None or Continuous`,
          );
        else if (border.holder.line === '') delete border.holder.line;
        redraw(border, cx);
      },
    },
  },
  methods: {
    clear: (border, _args, cx) => {
      border.holder.line = '';
      redraw(border, cx);
    },
  },
};

/** What a chart has where nothing else is said. */
const DEFAULTS: Required<ChartFont> = { name: 'Calibri', size: 10, bold: false, italic: false, color: '#595959' };

function fontOf<K extends keyof ChartFont>(key: K, read: (value: unknown) => ChartFont[K]): ScalarRow<Font> {
  return {
    get: ({ chart, holder }) => holder.font?.[key] ?? chart.area?.font?.[key] ?? DEFAULTS[key],
    set: (font, value, cx) => {
      font.holder.font = { ...font.holder.font, [key]: read(value) };
      redraw(font, cx);
    },
  };
}

const size = (value: unknown): number =>
  typeof value === 'number' && value >= 1 && value <= 409
    ? value
    : refuse('InvalidArgument', `${String(value)} is no size of a font`);

export const chartFontRow: ClassRow<Font> = {
  scalars: {
    name: fontOf('name', (value) =>
      typeof value === 'string' && value !== '' ? value : refuse('InvalidArgument', 'a font has a name'),
    ),
    size: fontOf('size', size),
    bold: fontOf('bold', (value) => value === true),
    italic: fontOf('italic', (value) => value === true),
    color: fontOf('color', readColor),
  },
};

const areaOf = ({ chart }: OnChart) => (chart.area ??= {});

export const chartAreaFormatRow: ClassRow<ObjectOf<'ChartAreaFormat'>> = {
  navigations: {
    fill: ({ sheet, chart }) => ({ kind: 'ChartFill', sheet, chart, holder: areaOf({ sheet, chart }) }),
    border: ({ sheet, chart }) => ({ kind: 'ChartBorder', sheet, chart, holder: areaOf({ sheet, chart }) }),
    font: ({ sheet, chart }) => ({ kind: 'ChartFont', sheet, chart, holder: areaOf({ sheet, chart }) }),
  },
};

/** The row of a format that has nothing but a font here. */
export function fontOnly<T extends OnChart & { readonly holder: { font?: ChartFont } }>(): ClassRow<T> {
  return { navigations: { font: ({ sheet, chart, holder }) => ({ kind: 'ChartFont', sheet, chart, holder }) } };
}
