// Registry rows of ChartCollection, Chart, ChartTitle and ChartLegend.
import { bounding, isUnbounded } from '../../model/area';
import type { Sheet } from '../../model/book';
import { seriesFrom } from '../../model/chartData';
import { boxOf, placeInBox, placeOverCells, type Box } from '../../model/chartPlace';
import { CHART_TYPES, type Chart, type ChartType, type LegendPosition } from '../../model/charts';
import { sameName } from '../../model/formulaText';
import { addChart } from '../../model/newChart';
import { refuse } from '../apiError';
import type { CallArguments } from '../callArguments';
import { collectionRow, type ClassRow, type ScalarRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { ObjectOf } from '../hostObject';
import { areaOf, readPlace, type Place } from '../places';
import { flagOf, fontOnly, redraw } from './chartFormatClasses';
import { fitLabels } from './chartLabelClasses';

type Charts = ObjectOf<'ChartCollection'>;
type ChartObject = ObjectOf<'Chart'>;
type By = 'Auto' | 'Columns' | 'Rows';

const asObject = (sheet: Sheet, chart: Chart): ChartObject => ({ kind: 'Chart', sheet, chart });

/** A protected sheet takes no change of its charts. */
export function requireOpen(sheet: Sheet): void {
  if (sheet.protection && sheet.protection.options['allowEditObjects'] !== true)
    refuse('AccessDenied', `sheet ${sheet.name} is protected`);
}

function readType(value: unknown): ChartType {
  return (
    CHART_TYPES.find((type) => type === value) ??
    refuse(
      'ApiNotFound',
      `charts of type ${String(value)} are not supported by this host: it has ${CHART_TYPES.join(', ')}`,
    )
  );
}

function readBy(args: CallArguments, index: number): By {
  const by = args.textOr(index, 'seriesBy', 'Auto');
  return by === 'Auto' || by === 'Columns' || by === 'Rows'
    ? by
    : refuse('InvalidArgument', `${by} is none of Auto, Columns, Rows`);
}

/** The cells that an argument names by a range. */
export function sourceArgument(args: CallArguments, index: number): Place {
  const range = args.object(index, 'Range');
  const area = areaOf(range);
  return isUnbounded(area)
    ? refuse('ApiNotFound', 'charts of whole rows or columns are not supported by this host')
    : { sheet: range.sheet, area };
}

function add({ sheet }: Charts, args: CallArguments, cx: HostContext): ChartObject {
  requireOpen(sheet);
  const chart = addChart(cx.book, sheet, readType(args.raw(0)), sourceArgument(args, 1), readBy(args, 2), cx.language);
  cx.touch(sheet, false);
  return asObject(sheet, chart);
}

const charts = collectionRow<Charts>(
  'Chart',
  ({ sheet }) => sheet.charts.map((chart) => asObject(sheet, chart)),
  ({ sheet }, key) => {
    const chart =
      sheet.charts.find(({ id }) => id === key) ?? sheet.charts.find(({ name }) => sameName(name, String(key)));
    return chart ? asObject(sheet, chart) : null;
  },
);

export const chartCollectionRow: ClassRow<Charts> = {
  ...charts,
  calculated: ['add'],
  methods: { ...charts.methods, add },
};

const MOST_POINTS = 100_000;

function side(key: keyof Box): ScalarRow<ChartObject> {
  return {
    get: ({ sheet, chart }) => Math.round(boxOf(sheet, chart)[key] * 100) / 100,
    set: (object, value, cx) => {
      requireOpen(object.sheet);
      if (typeof value !== 'number' || value < 0 || value > MOST_POINTS)
        refuse('InvalidArgument', `${key}: ${String(value)} is no number of points`);
      placeInBox(object.sheet, object.chart, { ...boxOf(object.sheet, object.chart), [key]: value });
      redraw(object, cx);
    },
  };
}

function setPosition({ sheet, chart }: ChartObject, args: CallArguments, cx: HostContext): void {
  requireOpen(sheet);
  const at = (index: number): Place =>
    args.isObject(index)
      ? { sheet, area: areaOf(args.object(index, 'Range')) }
      : readPlace(cx.book, sheet, args.text(index, 'cell'));
  const start = at(0);
  const end = args.has(1) ? at(1) : null;
  if (start.sheet !== sheet || (end && end.sheet !== sheet))
    refuse('InvalidArgument', 'a chart stands on its own sheet');
  if (end) placeOverCells(chart, bounding(start.area, end.area));
  else {
    const { width, height } = boxOf(sheet, chart);
    const corner = { from: chart.from, to: chart.to };
    placeOverCells(corner, start.area);
    const { left, top } = boxOf(sheet, corner);
    placeInBox(sheet, chart, { left, top, width, height });
  }
  cx.touch(sheet, false);
}

function rename(object: ChartObject, value: unknown, cx: HostContext): void {
  const name =
    typeof value === 'string' && value !== '' && value.length <= 255
      ? value
      : refuse('InvalidArgument', 'a chart has a name of 1 to 255 characters');
  if (object.sheet.charts.some((other) => other !== object.chart && sameName(other.name, name)))
    refuse('InvalidArgument', `there is a chart ${name} on the sheet already`);
  object.chart.name = name;
  redraw(object, cx);
}

/** Charts of other kinds can be found, moved, named and deleted, no more. */
function known(object: ChartObject): ChartObject {
  if (object.chart.type === 'Other')
    refuse('ApiNotFound', `chart ${object.chart.name} is of a kind that this host only keeps`);
  return object;
}

export const chartRow: ClassRow<ChartObject> = {
  identity: ({ chart }) => ({ Id: chart.id }),
  scalars: {
    id: { get: ({ chart }) => chart.id },
    name: { get: ({ chart }) => chart.name, set: rename },
    chartType: {
      get: ({ chart }) => (chart.type === 'Other' ? 'Invalid' : chart.type),
      set: (object, value, cx) => {
        known(object).chart.type = readType(value);
        for (const { labels } of object.chart.series) if (labels) fitLabels(object.chart.type, labels);
        redraw(object, cx);
      },
    },
    left: side('left'),
    top: side('top'),
    width: side('width'),
    height: side('height'),
  },
  navigations: {
    title: (object) => ({ ...known(object), kind: 'ChartTitle' }),
    legend: (object) => ({ ...known(object), kind: 'ChartLegend' }),
    axes: (object) => ({ ...known(object), kind: 'ChartAxes' }),
    series: (object) => ({ ...known(object), kind: 'ChartSeriesCollection' }),
    dataLabels: (object) => ({ ...known(object), kind: 'ChartDataLabels', series: null }),
    format: (object) => ({ ...known(object), kind: 'ChartAreaFormat' }),
    worksheet: ({ sheet }) => ({ kind: 'Worksheet', sheet }),
  },
  calculated: ['setData'],
  methods: {
    setPosition,
    setData: (object, args, cx) => {
      const { sheet, area } = sourceArgument(args, 0);
      const next = seriesFrom(sheet, area, readBy(args, 1));
      known(object).chart.series = next.map((series, index) => ({
        ...object.chart.series[index],
        name: undefined,
        categories: undefined,
        ...series,
      }));
      for (const series of object.chart.series)
        for (const key of ['name', 'categories'] as const) if (series[key] === undefined) delete series[key];
      redraw(object, cx);
    },
    delete: ({ sheet, chart }, _args, cx) => {
      requireOpen(sheet);
      sheet.charts = sheet.charts.filter((other) => other !== chart);
      cx.touch(sheet, false);
    },
  },
};

const LONGEST_TITLE = 255;

/** Title of a chart or of an axis: giving it words shows it. */
export function titleText<T extends Pick<ChartObject, 'sheet' | 'chart'>>(
  part: (object: T) => Chart['title'],
): ScalarRow<T> {
  return {
    get: (object) => part(object).text,
    set: (object, value, cx) => {
      if (typeof value !== 'string' || value.length > LONGEST_TITLE)
        refuse('InvalidArgument', `a title is a text of at most ${LONGEST_TITLE} characters`);
      Object.assign(part(object), { text: value, visible: true });
      redraw(object, cx);
    },
  };
}

export const chartTitleRow: ClassRow<ObjectOf<'ChartTitle'>> = {
  scalars: { text: titleText(({ chart }) => chart.title), visible: flagOf(({ chart }) => chart.title, 'visible') },
  navigations: { format: ({ sheet, chart }) => ({ kind: 'ChartTitleFormat', sheet, chart, holder: chart.title }) },
};
export const chartTitleFormatRow: ClassRow<ObjectOf<'ChartTitleFormat'>> = fontOnly();

const LEGEND_PLACES: readonly LegendPosition[] = ['Top', 'Bottom', 'Left', 'Right', 'Corner'];

export const chartLegendRow: ClassRow<ObjectOf<'ChartLegend'>> = {
  scalars: {
    visible: flagOf(({ chart }) => chart.legend, 'visible'),
    position: {
      get: ({ chart }) => chart.legend.position,
      set: (object, value, cx) => {
        object.chart.legend.position =
          LEGEND_PLACES.find((place) => place === value) ??
          refuse('InvalidArgument', `${String(value)} is none of ${LEGEND_PLACES.join(', ')}`);
        redraw(object, cx);
      },
    },
  },
  navigations: { format: ({ sheet, chart }) => ({ kind: 'ChartLegendFormat', sheet, chart, holder: chart.legend }) },
};
export const chartLegendFormatRow: ClassRow<ObjectOf<'ChartLegendFormat'>> = fontOnly();
