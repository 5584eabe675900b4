// The slices of a pie or ring chart as shapes. Only the first series is drawn.
import type { ChartData } from '../model/chartData';
import { colorInTurn, type Chart } from '../model/charts';
import { fontOf, labelText, type Box, type Shape } from './chartShape';

/** A point of a circle; 0 is on top, 1 a whole turn clockwise. */
const onCircle = (x: number, y: number, radius: number, turn: number): string =>
  `${x + radius * Math.sin(turn * 2 * Math.PI)} ${y - radius * Math.cos(turn * 2 * Math.PI)}`;

/** Paths with their labels, from twelve o'clock on; none when nothing is above zero. */
export function slices(chart: Chart, { series: [first], categories }: ChartData, box: Box): Shape[] {
  if (!first) return [];
  const values = first.values.map((value) => Math.max(0, value ?? 0));
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) return [];
  const radius = Math.min(box.width, box.height) / 2 - 4;
  const hole = chart.type === 'Doughnut' ? radius * ((chart.hole ?? 50) / 100) : 0;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const { labels, points } = first.series;
  let turn = 0;
  const parts: Shape[] = [];
  const words: Shape[] = [];
  values.forEach((value, n) => {
    if (value === 0) return;
    // A whole circle has no ends: it stops just short of them.
    const end = turn + Math.min(value / sum, 0.99999);
    const large = end - turn > 0.5 ? 1 : 0;
    const inner =
      hole > 0
        ? `L${onCircle(x, y, hole, end)}A${hole} ${hole} 0 ${large} 0 ${onCircle(x, y, hole, turn)}Z`
        : `L${x} ${y}Z`;
    parts.push({
      kind: 'path',
      d: `M${onCircle(x, y, radius, turn)}A${radius} ${radius} 0 ${large} 1 ${onCircle(x, y, radius, end)}${inner}`,
      fill: points?.[n]?.color ?? colorInTurn(n),
      stroke: points?.[n]?.line || '#FFFFFF',
    });
    if (labels) {
      const [px = x, py = y] = onCircle(x, y, (radius + hole) / 2, (turn + end) / 2)
        .split(' ')
        .map(Number);
      words.push({
        kind: 'text',
        x: px,
        y: py,
        text: labelText(labels, value, value / sum, first.name, categories[n] ?? ''),
        font: fontOf(chart, labels.font),
        anchor: 'middle',
      });
    }
    turn += value / sum;
  });
  return [...parts, ...words];
}
