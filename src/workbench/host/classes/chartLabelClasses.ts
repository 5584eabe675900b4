// Registry rows of ChartDataLabels: the numbers at the points of a series, or of all series of a chart.
import {
  isLine,
  isRound,
  isStacked,
  type ChartLabels,
  type ChartSeries,
  type ChartType,
  type LabelPosition,
} from '../../model/charts';
import { refuse } from '../apiError';
import type { ClassRow, ScalarRow } from '../classRow';
import type { ObjectOf } from '../hostObject';
import { fontOnly, redraw } from './chartFormatClasses';

type Labels = ObjectOf<'ChartDataLabels'>;

/** The labels that a series gets when they are asked for. */
export const plainLabels = (): ChartLabels => ({
  showValue: true,
  showPercentage: false,
  showSeriesName: false,
  showCategoryName: false,
});

function placesOf(type: ChartType): readonly LabelPosition[] {
  if (type === 'Doughnut') return [];
  if (isRound(type)) return ['Center', 'InsideEnd', 'OutsideEnd'];
  if (isLine(type)) return ['Center', 'Left', 'Right', 'Top', 'Bottom'];
  return isStacked(type) ? ['Center', 'InsideEnd', 'InsideBase'] : ['Center', 'InsideEnd', 'InsideBase', 'OutsideEnd'];
}

/** Takes away a place that labels cannot have in this kind of chart. */
export function fitLabels(type: ChartType, labels: ChartLabels): void {
  if (labels.position && !placesOf(type).includes(labels.position)) delete labels.position;
}

const seriesOf = ({ chart, series }: Labels): ChartSeries[] => (series ? [series] : chart.series);

function shared<T>(labels: Labels, read: (one: ChartLabels | undefined) => T): T | null {
  const [first, ...rest] = seriesOf(labels).map((series) => read(series.labels));
  return first !== undefined && rest.every((other) => other === first) ? first : null;
}

/** Setting a property of labels shows them. */
function scalar<K extends keyof ChartLabels>(
  key: K,
  otherwise: unknown,
  read: (value: unknown, labels: Labels) => ChartLabels[K],
): ScalarRow<Labels> {
  return {
    get: (labels) => shared<unknown>(labels, (one) => one?.[key] ?? otherwise),
    set: (labels, value, cx) => {
      const next = read(value, labels);
      for (const series of seriesOf(labels)) series.labels = { ...(series.labels ?? plainLabels()), [key]: next };
      redraw(labels, cx);
    },
  };
}

const flag = (value: unknown): boolean => value === true;

function readPlace(value: unknown, { chart }: Labels): LabelPosition {
  const places = placesOf(chart.type);
  return (
    places.find((place) => place === value) ??
    refuse(
      'InvalidArgument',
      `labels of a ${chart.type} chart cannot stand at ${String(value)}: ${places.length > 0 ? places.join(', ') : 'they have one place only'}`,
    )
  );
}

export const chartDataLabelsRow: ClassRow<Labels> = {
  scalars: {
    showValue: scalar('showValue', false, flag),
    showPercentage: scalar('showPercentage', false, flag),
    showSeriesName: scalar('showSeriesName', false, flag),
    showCategoryName: scalar('showCategoryName', false, flag),
    position: scalar('position', null, readPlace),
    numberFormat: scalar('numberFormat', 'General', (value) =>
      typeof value === 'string' && value !== '' ? value : refuse('InvalidArgument', 'a number format is a text'),
    ),
  },
  navigations: {
    format: (labels) => {
      const { sheet, chart } = labels;
      const [only, ...others] = seriesOf(labels);
      if (others.length > 0)
        refuse(
          'ApiNotFound',
          'ChartDataLabels.format of a chart with several series is not supported by this host: format the labels of each series',
        );
      return {
        kind: 'ChartDataLabelFormat',
        sheet,
        chart,
        holder: only?.labels ?? refuse('InvalidOperation', 'there are no data labels: set hasDataLabels first'),
      };
    },
  },
};
export const chartDataLabelFormatRow: ClassRow<ObjectOf<'ChartDataLabelFormat'>> = fontOnly();
