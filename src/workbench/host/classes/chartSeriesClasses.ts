// Registry rows of a chart's series and their points.
import { cellsOfReference, numbersAt, referenceTo, seriesName } from '../../model/chartData';
import { gapOf, isRound, quotedText, type ChartPaint, type ChartSeries } from '../../model/charts';
import { refuse } from '../apiError';
import type { CallArguments } from '../callArguments';
import { collectionRow, type ClassRow, type ScalarRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { ObjectOf } from '../hostObject';
import { requireOpen, sourceArgument } from './chartClasses';
import { redraw } from './chartFormatClasses';
import { plainLabels } from './chartLabelClasses';

type All = ObjectOf<'ChartSeriesCollection'>;
type Series = ObjectOf<'ChartSeries'>;
type Points = ObjectOf<'ChartPointsCollection'>;

const itemsOf = ({ sheet, chart }: All): Series[] =>
  chart.series.map((series) => ({ kind: 'ChartSeries', sheet, chart, series }));
const series = collectionRow<All>('ChartSeries', itemsOf, (all, key) => itemsOf(all)[Number(key)] ?? null);
const { getCount, getItemAt } = series.methods;

function add({ sheet, chart }: All, args: CallArguments, cx: HostContext): Series {
  requireOpen(sheet);
  const made: ChartSeries = { values: '', ...(args.has(0) ? { name: quotedText(args.text(0, 'name')) } : {}) };
  const { categories } = chart.series[0] ?? {};
  if (categories !== undefined) made.categories = categories;
  chart.series.splice(args.integerOr(1, 'index', chart.series.length), 0, made);
  cx.touch(sheet, false);
  return { kind: 'ChartSeries', sheet, chart, series: made };
}

export const chartSeriesCollectionRow: ClassRow<All> = {
  ...series,
  methods: { ...(getCount ? { getCount } : {}), ...(getItemAt ? { getItemAt } : {}), add },
};

/** One line of cells, as values or categories of a series. */
function lineOf(args: CallArguments): string {
  const { sheet, area } = sourceArgument(args, 0);
  if (area.rows > 1 && area.columns > 1) refuse('InvalidArgument', 'a series takes one row or one column of cells');
  return referenceTo(sheet, area);
}

const percent = (what: string, least: number, most: number, value: unknown): number =>
  typeof value === 'number' && value >= least && value <= most
    ? Math.round(value)
    : refuse('InvalidArgument', `${what}: ${String(value)} is no number from ${least} to ${most}`);

function ofChart(get: ScalarRow<Series>['get'], set: (object: Series, value: unknown) => void): ScalarRow<Series> {
  return {
    get,
    set: (object, value, cx) => {
      set(object, value);
      redraw(object, cx);
    },
  };
}

export const chartSeriesRow: ClassRow<Series> = {
  scalars: {
    name: {
      get: ({ chart, series: one }, cx) => seriesName(cx.book, one, chart.series.indexOf(one)),
      set: (object, value, cx) => {
        const text = typeof value === 'string' ? value : refuse('InvalidArgument', 'the name of a series is a text');
        const reference = text.startsWith('=') && cellsOfReference(cx.book, text.slice(1)) !== null;
        object.series.name = reference ? text.slice(1) : quotedText(text);
        redraw(object, cx);
      },
    },
    chartType: { get: ({ chart }) => chart.type },
    hasDataLabels: {
      get: ({ series: one }) => one.labels !== undefined,
      set: (object, value, cx) => {
        if (value !== true) delete object.series.labels;
        else object.series.labels ??= plainLabels();
        redraw(object, cx);
      },
    },
    // These three belong to the whole chart, as in Excel.
    gapWidth: ofChart(
      ({ chart }) => gapOf(chart),
      ({ chart }, value) => void (chart.gapWidth = percent('gapWidth', 0, 500, value)),
    ),
    doughnutHoleSize: ofChart(
      ({ chart }) => chart.hole ?? 50,
      ({ chart }, value) => void (chart.hole = percent('doughnutHoleSize', 10, 90, value)),
    ),
    plotOrder: { get: ({ chart, series: one }) => chart.series.indexOf(one) },
  },
  navigations: {
    format: ({ sheet, chart, series: holder }) => ({ kind: 'ChartSeriesFormat', sheet, chart, holder }),
    dataLabels: ({ sheet, chart, series: one }) => ({ kind: 'ChartDataLabels', sheet, chart, series: one }),
    points: ({ sheet, chart, series: one }) => ({ kind: 'ChartPointsCollection', sheet, chart, series: one }),
  },
  methods: {
    setValues: (object, args, cx) => {
      object.series.values = lineOf(args);
      redraw(object, cx);
    },
    setXAxisValues: (object, args, cx) => {
      const categories = lineOf(args);
      for (const one of isRound(object.chart.type) ? [object.series] : object.chart.series)
        if (one === object.series || one.categories === undefined) one.categories = categories;
      redraw(object, cx);
    },
    delete: (object, _args, cx) => {
      requireOpen(object.sheet);
      object.chart.series = object.chart.series.filter((other) => other !== object.series);
      redraw(object, cx);
    },
  },
};

export const chartSeriesFormatRow: ClassRow<ObjectOf<'ChartSeriesFormat'>> = {
  navigations: {
    fill: ({ sheet, chart, holder }) => ({ kind: 'ChartFill', sheet, chart, holder }),
    line: ({ sheet, chart, holder }) => ({ kind: 'ChartLineFormat', sheet, chart, holder }),
  },
};

const pointsOf = ({ sheet, chart, series: one }: Points, cx: HostContext): ObjectOf<'ChartPoint'>[] =>
  numbersAt(cx.book, one.values).map((_value, index) => ({ kind: 'ChartPoint', sheet, chart, series: one, index }));
const points = collectionRow<Points>('ChartPoint', pointsOf, (all, key, cx) => pointsOf(all, cx)[Number(key)] ?? null);

export const chartPointsCollectionRow: ClassRow<Points> = {
  ...points,
  calculated: ['getItemAt'],
  methods: {
    ...(points.methods.getCount ? { getCount: points.methods.getCount } : {}),
    ...(points.methods.getItemAt ? { getItemAt: points.methods.getItemAt } : {}),
  },
};

function paintOf({ series: one, index }: ObjectOf<'ChartPoint'>): ChartPaint {
  one.points ??= {};
  return (one.points[index] ??= {});
}

export const chartPointRow: ClassRow<ObjectOf<'ChartPoint'>> = {
  scalars: { value: { get: ({ series: one, index }, cx) => numbersAt(cx.book, one.values)[index] ?? null } },
  navigations: {
    format: (point) => ({ kind: 'ChartPointFormat', sheet: point.sheet, chart: point.chart, holder: paintOf(point) }),
  },
};

export const chartPointFormatRow: ClassRow<ObjectOf<'ChartPointFormat'>> = {
  navigations: {
    fill: ({ sheet, chart, holder }) => ({ kind: 'ChartFill', sheet, chart, holder }),
    border: ({ sheet, chart, holder }) => ({ kind: 'ChartBorder', sheet, chart, holder }),
  },
};
