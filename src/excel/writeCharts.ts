// Draws the charts of a plan's sheets and looks whether they are there. They come last in the batch: an Excel that cannot
// draw them has everything else by then, and the job says that the charts are missing.
import type { Problem } from '../core/ground/problem';
import { text } from '../core/ground/text';
import { canDrawCharts, CHARTS_NEED } from './canDrawCharts';
import type { Area, ChartPlan, ChartSeriesPlan, SheetPlan, WritePlan } from '../workbook/contract/plan';

/** Excel gives this back with an error that comes after it. */
const MARK = 'charts';

const TYPES = {
  stackedBars: 'BarStacked',
  bars: 'BarClustered',
  stackedColumns: 'ColumnStacked',
} as const satisfies Record<ChartPlan['kind'], string>;
/** Space between bars in per cent of their breadth. */
const GAP = 45;

interface Drawn {
  readonly sheet: string;
  readonly chart: ChartPlan;
}

function plannedCharts(plan: WritePlan): Drawn[] {
  const sheets = plan.steps.flatMap((step): SheetPlan[] =>
    step.kind === 'addSheet' || step.kind === 'replaceSheet' ? [step.sheet] : [],
  );
  return sheets.flatMap(({ name, charts = [] }) => charts.map((chart) => ({ sheet: name, chart })));
}

/** Queues the charts of the sheets that were made; `sheets` are already named and in place. */
export function writeCharts(
  context: Excel.RequestContext,
  sheets: readonly { readonly plan: SheetPlan; readonly sheet: Excel.Worksheet }[],
): void {
  const withCharts = sheets.filter(({ plan }) => (plan.charts ?? []).length > 0);
  if (withCharts.length === 0) return;
  context.trace(MARK);
  for (const { sheet, plan } of withCharts) for (const chart of plan.charts ?? []) drawChart(sheet, chart);
}

function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

function drawChart(sheet: Excel.Worksheet, plan: ChartPlan): void {
  const [first] = plan.series;
  if (!first) throw new Error(`The chart ${plan.name} has no series`);
  const chart = sheet.charts.add(TYPES[plan.kind], rangeOf(sheet, first.values), 'Columns');
  chart.name = plan.name;
  const { place, look } = plan;
  chart.setPosition(
    sheet.getCell(place.row, place.column),
    sheet.getCell(place.row + place.rows - 1, place.column + place.columns - 1),
  );
  const { font } = chart.format;
  font.name = look.fontName;
  font.size = look.fontSize;
  font.color = look.color;
  chart.format.border.lineStyle = 'None';
  chart.title.text = plan.title;
  chart.title.format.font.name = look.titleFontName;
  chart.title.format.font.size = look.titleFontSize;
  chart.title.format.font.bold = false;
  chart.title.format.font.color = look.titleColor;
  chart.legend.visible = plan.legend;
  if (plan.legend) chart.legend.position = 'Bottom';
  const { categoryAxis, valueAxis } = chart.axes;
  if (plan.kind !== 'stackedColumns') categoryAxis.reversePlotOrder = true;
  valueAxis.majorGridlines.visible = false;
  valueAxis.minimum = plan.minimum ?? 0;
  if (plan.maximum !== undefined) valueAxis.maximum = plan.maximum;
  valueAxis.visible = false;
  plan.series.forEach((each, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(each.name);
    series.name = each.name;
    series.setValues(rangeOf(sheet, each.values));
    series.setXAxisValues(rangeOf(sheet, plan.categories));
    paint(series, each);
  });
}

function paint(series: Excel.ChartSeries, plan: ChartSeriesPlan): void {
  series.gapWidth = GAP;
  series.format.fill.setSolidColor(plan.fill);
  series.format.line.color = plan.outline;
  series.hasDataLabels = true;
  series.dataLabels.showValue = true;
  series.dataLabels.numberFormat = plan.label.format;
  series.dataLabels.format.font.color = plan.label.color;
  for (const [place, { fill, outline }] of Object.entries(plan.other ?? {})) {
    const { format } = series.points.getItemAt(Number(place));
    format.fill.setSolidColor(fill);
    format.border.color = outline;
  }
}

/** True when the batch did everything but the charts, or some of them. */
export function failedInCharts(error: unknown): boolean {
  const { traceMessages } = (error ?? {}) as { traceMessages?: readonly string[] };
  return traceMessages?.includes(MARK) ?? false;
}

function missing({ sheet, chart }: Drawn, found: string): Problem {
  return {
    code: 'no-chart',
    sheet,
    expected: text(chart.title, chart.title),
    found,
    message: text(
      `“${sheet}”上的图“${chart.title}”没有画成（这个版本的 Excel 不支持），表中数字齐全，不受影响。`,
      `The chart “${chart.title}” on “${sheet}” could not be drawn (this Excel does not support it); the figures in the tables are complete.`,
    ),
  };
}

/** Queues a look at the planned charts; the answer, after the sync, names those that are not there as planned. */
export function checkCharts(
  context: Excel.RequestContext,
  plan: WritePlan,
  isSetSupported: (version: string) => boolean,
): () => Problem[] {
  const planned = plannedCharts(plan);
  if (planned.length === 0) return () => [];
  if (!canDrawCharts(isSetSupported)) return () => planned.map((each) => missing(each, `ExcelApi < ${CHARTS_NEED}`));
  const sheets = [...new Set(planned.map(({ sheet }) => sheet))];
  const found = new Map(
    sheets.map((sheet) => [
      sheet,
      context.workbook.worksheets.getItem(sheet).charts.load('items/name,items/title/text'),
    ]),
  );
  return () =>
    planned.flatMap((each) => {
      const charts = (found.get(each.sheet)?.items ?? []).filter(({ name }) => name === each.chart.name);
      return charts.length === 1 && charts[0]?.title.text === each.chart.title
        ? []
        : [missing(each, String(charts.length))];
    });
}
