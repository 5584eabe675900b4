// Bars, columns and lines of a chart as shapes, once it is known where the plot lies.
import type { ChartData, Scale, ShownSeries } from '../model/chartData';
import { colorInTurn, gapOf, isHundred, isStacked, type Chart, type ChartLabels } from '../model/charts';
import { fontOf, heightOf, labelText, type Box, type Shape } from './chartShape';

/** From data to pixels: along the values' axis, and across it by category. */
export interface Plot {
  readonly lying: boolean;
  readonly box: Box;
  readonly scale: Scale;
  /** Pixel of a value along its axis. */
  at(value: number): number;
  /** Pixel where the band of a category begins. */
  bandStart(n: number): number;
  readonly band: number;
}

/** Rectangles by category and series, with their labels on top; a value of 0 has none. */
export function bars(chart: Chart, data: ChartData, { lying, at, bandStart, band }: Plot): Shape[] {
  const stacked = isStacked(chart.type);
  const groups = stacked ? 1 : Math.max(1, data.series.length);
  const thick = band / (groups + gapOf(chart) / 100);
  const margin = (band - thick * groups) / 2;
  const shapes: Shape[] = [];
  const words: Shape[] = [];
  data.categories.forEach((category, n) => {
    const whole = data.series.reduce((sum, { values }) => sum + Math.max(0, values[n] ?? 0), 0);
    let base = 0;
    data.series.forEach(({ series, name, values }, index) => {
      const value = values[n] ?? 0;
      const size = isHundred(chart.type) ? (whole > 0 ? value / whole : 0) : value;
      const [from, to] = [at(stacked ? base : 0), at(stacked ? base + size : size)];
      if (stacked) base += size;
      const place = stacked ? 0 : lying !== chart.categoryAxis.reversed ? groups - 1 - index : index;
      const across = bandStart(n) + margin + place * thick;
      const paint = { ...series, ...series.points?.[n] };
      const [low, high] = [Math.min(from, to), Math.max(from, to)];
      const rect = lying
        ? { x: low, y: across, width: high - low, height: thick }
        : { x: across, y: low, width: thick, height: high - low };
      if (high > low)
        shapes.push({
          kind: 'rect',
          ...rect,
          fill: paint.color ?? colorInTurn(index),
          stroke: paint.line || undefined,
        });
      if (series.labels && values[n] !== null && values[n] !== undefined)
        words.push(
          barLabel(
            chart,
            series.labels,
            labelText(series.labels, value, whole > 0 ? value / whole : 0, name, category),
            rect,
            lying,
            stacked,
          ),
        );
    });
  });
  return [...shapes, ...words.filter((word) => word.kind === 'text' && word.text !== '')];
}

function barLabel(chart: Chart, labels: ChartLabels, text: string, rect: Box, lying: boolean, stacked: boolean): Shape {
  const font = fontOf(chart, labels.font);
  const outside = !stacked && (labels.position === undefined || labels.position === 'OutsideEnd');
  const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
  if (!outside) return { kind: 'text', ...middle, text, font, anchor: 'middle' };
  return lying
    ? { kind: 'text', x: rect.x + rect.width + 4, y: middle.y, text, font, anchor: 'start' }
    : { kind: 'text', x: middle.x, y: rect.y - heightOf(font) / 2, text, font, anchor: 'middle' };
}

/** A path a series, broken where a value is missing, with marks and labels where the chart has them. */
export function lines(chart: Chart, data: ChartData, { at, bandStart, band }: Plot): Shape[] {
  return data.series.flatMap(({ series, name, values }: ShownSeries, index): Shape[] => {
    const color = series.color ?? colorInTurn(index);
    const points = values.map((value, n) =>
      value === null ? null : { x: bandStart(n) + band / 2, y: at(value), value, n },
    );
    const d = points.map((point, n) => (point ? `${points[n - 1] ? 'L' : 'M'}${point.x} ${point.y}` : '')).join('');
    const marks =
      chart.type === 'LineMarkers'
        ? points.flatMap((point): Shape[] =>
            point ? [{ kind: 'rect', x: point.x - 3, y: point.y - 3, width: 6, height: 6, fill: color }] : [],
          )
        : [];
    const { labels } = series;
    const words = labels
      ? points.flatMap((point): Shape[] =>
          point
            ? [
                {
                  kind: 'text',
                  x: point.x,
                  y: point.y - 10,
                  text: labelText(labels, point.value, 0, name, data.categories[point.n] ?? ''),
                  font: fontOf(chart, labels.font),
                  anchor: 'middle',
                },
              ]
            : [],
        )
      : [];
    return [{ kind: 'path', d, fill: 'none', stroke: color, strokeWidth: 2.5 }, ...marks, ...words];
  });
}
