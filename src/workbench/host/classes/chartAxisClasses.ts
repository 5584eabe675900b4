// Registry rows of a chart's axes, their titles and grid lines.
import { chartData, scaleOf } from '../../model/chartData';
import { isRound, type ChartAxis } from '../../model/charts';
import { refuse } from '../apiError';
import type { ClassRow, ScalarRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { HostObject, ObjectOf } from '../hostObject';
import { titleText } from './chartClasses';
import { flagOf, fontOnly, redraw } from './chartFormatClasses';

type Axes = ObjectOf<'ChartAxes'>;
type Axis = ObjectOf<'ChartAxis'>;

function axisOf({ sheet, chart }: Axes, key: 'categoryAxis' | 'valueAxis'): HostObject {
  if (isRound(chart.type)) refuse('InvalidOperation', `a ${chart.type} chart has no axes`);
  return { kind: 'ChartAxis', sheet, chart, axis: chart[key] };
}

export const chartAxesRow: ClassRow<Axes> = {
  navigations: { categoryAxis: (axes) => axisOf(axes, 'categoryAxis'), valueAxis: (axes) => axisOf(axes, 'valueAxis') },
  methods: {
    getItem: (axes, args) => {
      if (args.textOr(1, 'group', 'Primary') !== 'Primary')
        refuse('ApiNotFound', 'second axes are not supported by this host');
      const type = args.text(0, 'type');
      if (type === 'Category') return axisOf(axes, 'categoryAxis');
      return type === 'Value' ? axisOf(axes, 'valueAxis') : refuse('ItemNotFound', `there is no axis ${type}`);
    },
  },
};

const isValueAxis = ({ chart, axis }: Axis): boolean => axis === chart.valueAxis;

/** A number of the value axis; an empty text gives it back to the chart's own judgement. */
function limit(key: 'minimum' | 'maximum' | 'majorUnit'): ScalarRow<Axis> {
  const shown = (axis: Axis, cx: HostContext): number => {
    const scale = scaleOf(axis.chart, chartData(cx.book, axis.chart));
    return key === 'majorUnit' ? scale.step : scale[key];
  };
  return {
    get: (axis, cx) => (isValueAxis(axis) ? shown(axis, cx) : ''),
    set: (axis, value, cx) => {
      if (!isValueAxis(axis)) refuse('InvalidOperation', `a category axis has no ${key}`);
      if (value === '' || value === null) delete axis.axis[key];
      else if (typeof value === 'number' && Number.isFinite(value) && (key !== 'majorUnit' || value > 0))
        axis.axis[key] = value;
      else refuse('InvalidArgument', `${key}: ${JSON.stringify(value)} is no number`);
      redraw(axis, cx);
    },
  };
}

const titleOf = (axis: ChartAxis) => (axis.title ??= { text: '', visible: false });

export const chartAxisRow: ClassRow<Axis> = {
  scalars: {
    type: { get: (axis) => (isValueAxis(axis) ? 'Value' : 'Category') },
    axisGroup: { get: () => 'Primary' },
    visible: flagOf(({ axis }) => axis, 'visible'),
    minimum: limit('minimum'),
    maximum: limit('maximum'),
    majorUnit: limit('majorUnit'),
    reversePlotOrder: {
      get: ({ axis }) => axis.reversed,
      set: (axis, value, cx) => {
        axis.axis.reversed = value === true;
        redraw(axis, cx);
      },
    },
    numberFormat: {
      get: ({ axis }) => axis.numberFormat ?? 'General',
      set: (axis, value, cx) => {
        axis.axis.numberFormat =
          typeof value === 'string' && value !== '' ? value : refuse('InvalidArgument', 'a number format is a text');
        redraw(axis, cx);
      },
    },
  },
  navigations: {
    title: ({ sheet, chart, axis }) => ({ kind: 'ChartAxisTitle', sheet, chart, title: titleOf(axis) }),
    majorGridlines: ({ sheet, chart, axis }) => ({ kind: 'ChartGridlines', sheet, chart, axis }),
    format: ({ sheet, chart, axis: holder }) => ({ kind: 'ChartAxisFormat', sheet, chart, holder }),
  },
};
export const chartAxisFormatRow: ClassRow<ObjectOf<'ChartAxisFormat'>> = fontOnly();

export const chartGridlinesRow: ClassRow<ObjectOf<'ChartGridlines'>> = {
  scalars: {
    visible: {
      get: ({ axis }) => axis.gridlines,
      set: (lines, value, cx) => {
        lines.axis.gridlines = value === true;
        redraw(lines, cx);
      },
    },
  },
};

export const chartAxisTitleRow: ClassRow<ObjectOf<'ChartAxisTitle'>> = {
  scalars: { text: titleText(({ title }) => title), visible: flagOf(({ title }) => title, 'visible') },
  navigations: {
    format: ({ sheet, chart, title: holder }) => ({ kind: 'ChartAxisTitleFormat', sheet, chart, holder }),
  },
};
export const chartAxisTitleFormatRow: ClassRow<ObjectOf<'ChartAxisTitleFormat'>> = fontOnly();
