// Where the pieces of a chart lie: bars, lines, slices, words, as plain shapes in pixels. Knows no page and draws nothing.
import { scaleOf, type ChartData } from '../model/chartData';
import { colorInTurn, isHundred, isLine, isLying, isRound, type Chart, type ChartFont } from '../model/charts';
import { formatValue } from '../model/numberFormat';
import { bars, lines, type Plot } from './chartBars';
import { fitted, fontOf, heightOf, widthOf, type Box, type Shape } from './chartShape';
import { slices } from './chartSlices';

const MARGIN = 8;
const GRID = '#D9D9D9';
/** All shapes of a chart of that size, from the back to the front. */
export function chartShapes(chart: Chart, data: ChartData, width: number, height: number): Shape[] {
  const shapes: Shape[] = [
    {
      kind: 'rect',
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      fill: chart.area?.color ?? '#FFFFFF',
      stroke: chart.area?.line === '' ? undefined : (chart.area?.line ?? GRID),
    },
  ];
  let box: Box = { x: MARGIN, y: MARGIN, width: width - 2 * MARGIN, height: height - 2 * MARGIN };
  if (chart.title.visible) {
    const font = fontOf(chart, chart.title.font, chart.title.font?.size ?? 14);
    for (const line of chart.title.text.split('\n')) {
      shapes.push({
        kind: 'text',
        x: width / 2,
        y: box.y + heightOf(font) / 2,
        text: fitted(line, box.width, font),
        font,
        anchor: 'middle',
      });
      box = { ...box, y: box.y + heightOf(font), height: box.height - heightOf(font) };
    }
    box = { ...box, y: box.y + 4, height: box.height - 4 };
  }
  if (chart.legend.visible) box = legend(chart, data, box, shapes);
  if (box.width < 20 || box.height < 20) return shapes;
  if (isRound(chart.type)) shapes.push(...slices(chart, data, box));
  else cartesian(chart, data, box, shapes);
  return shapes;
}

function legend(chart: Chart, data: ChartData, box: Box, shapes: Shape[]): Box {
  const font = fontOf(chart, chart.legend.font, chart.legend.font?.size ?? chart.area?.font?.size ?? 9);
  const [first] = data.series;
  const entries = isRound(chart.type)
    ? data.categories.map((text, n) => ({
        text,
        fill: first?.series.points?.[n]?.color ?? colorInTurn(n),
        stroke: undefined as string | undefined,
      }))
    : data.series.map(({ name: text, series }, n) => ({
        text,
        fill: series.color ?? colorInTurn(n),
        stroke: series.line || undefined,
      }));
  const line = heightOf(font) + 2;
  const key = 9;
  const across = chart.legend.position === 'Top' || chart.legend.position === 'Bottom';
  const widths = entries.map(({ text }) => key + 5 + widthOf(text, font) + 12);
  const put = (x: number, y: number, { text, fill, stroke }: (typeof entries)[number], room: number): void => {
    shapes.push(
      { kind: 'rect', x, y: y + (line - key) / 2, width: key, height: key, fill, stroke },
      { kind: 'text', x: x + key + 5, y: y + line / 2, text: fitted(text, room, font), font, anchor: 'start' },
    );
  };
  if (!across) {
    const wide = Math.min(Math.max(0, ...widths), box.width * 0.4);
    const x = chart.legend.position === 'Left' ? box.x : box.x + box.width - wide;
    const top =
      chart.legend.position === 'Corner' ? box.y : box.y + Math.max(0, (box.height - entries.length * line) / 2);
    entries.forEach((entry, n) => put(x + 4, top + n * line, entry, wide - key - 9));
    return { ...box, x: chart.legend.position === 'Left' ? box.x + wide : box.x, width: box.width - wide };
  }
  const rows: number[][] = [[]];
  entries.forEach((_entry, n) => {
    const row = rows[rows.length - 1] ?? [];
    if (row.length > 0 && [...row, n].reduce((sum, at) => sum + (widths[at] ?? 0), 0) > box.width) rows.push([n]);
    else row.push(n);
  });
  const height = rows.length * line;
  const top = chart.legend.position === 'Top' ? box.y : box.y + box.height - height;
  rows.forEach((row, at) => {
    let x = box.x + Math.max(0, (box.width - row.reduce((sum, n) => sum + (widths[n] ?? 0), 0)) / 2);
    for (const n of row) {
      const entry = entries[n];
      if (entry) put(x, top + at * line, entry, box.width);
      x += widths[n] ?? 0;
    }
  });
  return { ...box, y: chart.legend.position === 'Top' ? box.y + height + 2 : box.y, height: box.height - height - 4 };
}

function cartesian(chart: Chart, data: ChartData, whole: Box, shapes: Shape[]): void {
  const lying = isLying(chart.type);
  const scale = scaleOf(chart, data);
  const categoryFont = fontOf(chart, chart.categoryAxis.font);
  const valueFont = fontOf(chart, chart.valueAxis.font);
  const ticks: number[] = [];
  for (let tick = scale.minimum; tick <= scale.maximum + scale.step / 1000; tick += scale.step)
    ticks.push(Number(tick.toPrecision(12)));
  const tickText = (value: number): string =>
    formatValue(value, chart.valueAxis.numberFormat ?? (isHundred(chart.type) ? '0%' : 'General'));
  const box = roomForAxes(chart, data, whole, shapes, {
    lying,
    categoryFont,
    valueFont,
    widestTick: Math.max(...ticks.map((tick) => widthOf(tickText(tick), valueFont))),
  });
  const length = lying ? box.width : box.height;
  const count = Math.max(1, data.categories.length);
  const band = (lying ? box.height : box.width) / count;
  const share = (value: number): number => {
    const inside = Math.min(scale.maximum, Math.max(scale.minimum, value));
    const part = (inside - scale.minimum) / (scale.maximum - scale.minimum);
    return chart.valueAxis.reversed ? 1 - part : part;
  };
  // The first category of lying bars is at the bottom, of standing ones at the left.
  const fromFar = lying !== chart.categoryAxis.reversed;
  const plot: Plot = {
    lying,
    box,
    scale,
    band,
    at: (value) => (lying ? box.x + share(value) * length : box.y + (1 - share(value)) * length),
    bandStart: (n) => (lying ? box.y : box.x) + (fromFar ? count - 1 - n : n) * band,
  };
  for (const tick of ticks) {
    const p = plot.at(tick);
    if (chart.valueAxis.gridlines)
      shapes.push({
        kind: 'path',
        d: lying ? `M${p} ${box.y}V${box.y + box.height}` : `M${box.x} ${p}H${box.x + box.width}`,
        fill: 'none',
        stroke: GRID,
      });
    if (chart.valueAxis.visible)
      shapes.push(
        lying
          ? {
              kind: 'text',
              x: p,
              y: box.y + box.height + heightOf(valueFont) / 2 + 2,
              text: tickText(tick),
              font: valueFont,
              anchor: 'middle',
            }
          : { kind: 'text', x: box.x - 5, y: p, text: tickText(tick), font: valueFont, anchor: 'end' },
      );
  }
  const zero = plot.at(Math.max(scale.minimum, 0));
  shapes.push({
    kind: 'path',
    d: lying ? `M${zero} ${box.y}V${box.y + box.height}` : `M${box.x} ${zero}H${box.x + box.width}`,
    fill: 'none',
    stroke: '#BFBFBF',
  });
  if (chart.categoryAxis.visible) {
    data.categories.forEach((text, n) => {
      const middle = plot.bandStart(n) + band / 2;
      shapes.push(
        lying
          ? {
              kind: 'text',
              x: box.x - 6,
              y: middle,
              text: fitted(text, box.x - whole.x - 8, categoryFont),
              font: categoryFont,
              anchor: 'end',
            }
          : {
              kind: 'text',
              x: middle,
              y: box.y + box.height + heightOf(categoryFont) / 2 + 2,
              text: fitted(text, band - 4, categoryFont),
              font: categoryFont,
              anchor: 'middle',
            },
      );
    });
  }
  shapes.push(...(isLine(chart.type) ? lines(chart, data, plot) : bars(chart, data, plot)));
}

interface AxisRoom {
  readonly lying: boolean;
  readonly categoryFont: ChartFont;
  readonly valueFont: ChartFont;
  readonly widestTick: number;
}

/** What is left for the plot once titles and labels of the axes have their room; the titles are put down here. */
function roomForAxes(
  chart: Chart,
  data: ChartData,
  whole: Box,
  shapes: Shape[],
  { lying, categoryFont, valueFont, widestTick }: AxisRoom,
): Box {
  const { categoryAxis, valueAxis } = chart;
  const widest = Math.max(0, ...data.categories.map((text) => widthOf(text, categoryFont)));
  let left = lying
    ? categoryAxis.visible
      ? Math.min(widest + 10, whole.width * 0.42)
      : 2
    : valueAxis.visible
      ? widestTick + 10
      : 2;
  let below = lying
    ? valueAxis.visible
      ? heightOf(valueFont) + 4
      : 2
    : categoryAxis.visible
      ? heightOf(categoryFont) + 4
      : 2;
  const [upright, flat] = lying ? [categoryAxis, valueAxis] : [valueAxis, categoryAxis];
  if (upright.title?.visible) {
    const font = fontOf(chart, upright.title.font);
    shapes.push({
      kind: 'text',
      x: whole.x + heightOf(font) / 2,
      y: whole.y + whole.height / 2,
      text: upright.title.text,
      font,
      anchor: 'middle',
      upright: true,
    });
    left += heightOf(font);
  }
  if (flat.title?.visible) {
    const font = fontOf(chart, flat.title.font);
    shapes.push({
      kind: 'text',
      x: whole.x + whole.width / 2,
      y: whole.y + whole.height - heightOf(font) / 2,
      text: flat.title.text,
      font,
      anchor: 'middle',
    });
    below += heightOf(font);
  }
  return {
    x: whole.x + left,
    y: whole.y + 4,
    width: Math.max(10, whole.width - left - 10),
    height: Math.max(10, whole.height - below - 6),
  };
}
