import { chartData, scaleOf } from '../../../src/workbench/model/chartData';
import { CHART_TYPES, type Chart } from '../../../src/workbench/model/charts';
import type { Shape } from '../../../src/workbench/page/chartShape';
import { chartShapes } from '../../../src/workbench/page/chartShapes';
import type { Book } from '../../../src/workbench/model/book';
import { chartBook } from '../xlsx/chartBook';

const [WIDTH, HEIGHT] = [480, 300];

function drawn(
  change: (chart: Chart, book: Book) => void,
  sheet = 0,
  index = 0,
): { shapes: Shape[]; chart: Chart; book: Book } {
  const book = chartBook();
  const chart = book.sheets[sheet]?.charts[index];
  if (!chart) throw new Error('no chart');
  change(chart, book);
  return { shapes: chartShapes(chart, chartData(book, chart), WIDTH, HEIGHT), chart, book };
}
const ofType = (type: Chart['type']): number => CHART_TYPES.findIndex((each) => each === type);
/** Bars of a colour, without the key of the legend. */
const bars = (shapes: readonly Shape[], fill: string) =>
  shapes.flatMap((shape) => (shape.kind === 'rect' && shape.fill === fill && shape.height !== 9 ? [shape] : []));
const words = (shapes: readonly Shape[]): string[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const PLAIN = ['#4472C4', '#ED7D31', '#A5A5A5'] as const;

describe('shapes of a chart', () => {
  test.each(CHART_TYPES)('%s stays inside its frame and has its title and its names', (type) => {
    const { shapes } = drawn(() => undefined, 1, ofType(type));
    expect(words(shapes)).toEqual(expect.arrayContaining([`图 ${type}`]));
    expect(words(shapes).some((text) => text === (type === 'Pie' || type === 'Doughnut' ? 'T2 微视频' : '迟报'))).toBe(
      true,
    );
    for (const shape of shapes) {
      if (shape.kind === 'path') expect(shape.d).not.toMatch(/NaN|Infinity|undefined/);
      else expect(shape.x >= 0 && shape.x <= WIDTH && shape.y >= 0 && shape.y <= HEIGHT).toBe(true);
      if (shape.kind === 'rect')
        expect(
          shape.x + shape.width <= WIDTH && shape.y + shape.height <= HEIGHT && shape.width >= 0 && shape.height >= 0,
        ).toBe(true);
    }
  });

  test('lying stacked bars follow each other, as long as their values', () => {
    const { shapes } = drawn(() => undefined, 1, ofType('BarStacked'));
    const [blue, orange, grey] = PLAIN.map((fill) => bars(shapes, fill));
    // The first category is at the bottom; zeros have no bar.
    const first = blue?.[0];
    if (!first || !orange?.[0] || !grey?.[0]) throw new Error('no bars');
    expect(first.y).toBeGreaterThan(blue?.[1]?.y ?? Infinity);
    expect(orange[0].x).toBeCloseTo(first.x + first.width);
    expect(grey[0].x).toBeCloseTo(orange[0].x + orange[0].width);
    expect(orange[0].width / first.width).toBeCloseTo(4 / 31);
    expect([blue?.length, orange.length, grey.length]).toEqual([3, 2, 2]);
  });

  test('a reversed category axis begins at the top', () => {
    const { shapes } = drawn((chart) => void (chart.categoryAxis.reversed = true), 1, ofType('BarStacked'));
    const [first, second] = bars(shapes, PLAIN[0]);
    expect(first?.y).toBeLessThan(second?.y ?? -1);
  });

  test('stacked to a hundred per cent, every category is as long', () => {
    const { shapes } = drawn(() => undefined, 1, ofType('ColumnStacked100'));
    const sums = [0, 1, 2].map((n) => {
      const at = bars(shapes, PLAIN[0])[n]?.x;
      return PLAIN.flatMap((fill) => bars(shapes, fill))
        .filter(({ x }) => x === at)
        .reduce((sum, { height }) => sum + height, 0);
    });
    expect(sums[1]).toBeCloseTo(sums[0] ?? 0);
    expect(sums[2]).toBeCloseTo(sums[0] ?? 0);
    expect(words(shapes)).toContain('100%');
  });

  test('labels are written by their format: a sign, the number, no zeros', () => {
    const { shapes } = drawn((chart) =>
      chart.series.forEach(
        (series) =>
          (series.labels = {
            showValue: true,
            showPercentage: false,
            showSeriesName: false,
            showCategoryName: false,
            numberFormat: '"▲"0;;',
          }),
      ),
    );
    expect(words(shapes).filter((text) => text.startsWith('▲'))).toEqual([
      '▲31',
      '▲4',
      '▲2',
      '▲20',
      '▲17',
      '▲8',
      '▲29',
    ]);
  });

  test('draws what the cells hold now, without hidden rows', () => {
    const { shapes } = drawn(
      (_chart, book) => {
        book.sheets[0]!.cells.get('1,1')!.value = 62;
        book.sheets[0]!.rows.set(2, { hidden: true });
      },
      1,
      ofType('ColumnClustered'),
    );
    const [first, second, third] = bars(shapes, PLAIN[0]);
    expect((first?.height ?? 0) / (second?.height ?? 1)).toBeCloseTo(62 / 8);
    expect(third).toBeUndefined();
  });

  test('a ring’s slices make the whole, and one slice alone is a whole ring', () => {
    const { shapes } = drawn(
      (_chart, book) => {
        for (const key of ['2,1', '3,1']) book.sheets[0]!.cells.get(key)!.value = 0;
      },
      1,
      ofType('Doughnut'),
    );
    const paths = shapes.filter((shape) => shape.kind === 'path');
    expect(paths).toHaveLength(1);
    expect(paths[0]).toMatchObject({ fill: PLAIN[0], d: expect.stringMatching(/^M.*A.* 0 1 1 .*L.*A.* 0 1 0 .*Z$/) });
  });

  test('references that are gone draw an empty plot', () => {
    const { shapes } = drawn((chart) =>
      chart.series.forEach((series) => Object.assign(series, { values: '#REF!', name: '#REF!' })),
    );
    expect(bars(shapes, '#DDF1E1')).toEqual([]);
  });

  test('the scale ends at a round number, or where the chart says', () => {
    const { chart, book } = drawn(() => undefined, 1, ofType('ColumnClustered'));
    expect(scaleOf(chart, chartData(book, chart))).toEqual({ minimum: 0, maximum: 40, step: 10 });
    chart.valueAxis.maximum = 33;
    chart.valueAxis.minimum = -7;
    expect(scaleOf(chart, chartData(book, chart))).toEqual({ minimum: -7, maximum: 33, step: 10 });
  });
});
