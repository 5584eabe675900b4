// A chart → its part of the file (ECMA-376, DrawingML charts), every element at its place in the schema's order.
// The values in it are what the cells held at the moment; whoever opens the file reads the cells again.
import type { Book } from '../model/book';
import { chartData, textsAt, type ShownSeries } from '../model/chartData';
import {
  colorInTurn,
  gapOf,
  isHundred,
  isLine,
  isLying,
  isRound,
  isStacked,
  unquotedText,
  type Chart,
  type ChartAxis,
  type ChartLabels,
  type ChartPaint,
  type ChartSeries,
  type ChartTitle,
  type LabelPosition,
} from '../model/charts';
import { paintXml, richText, strokeXml, textLook, val } from './chartText';
import { element, escapeXml } from './xml';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const [CATEGORY_ID, VALUE_ID] = [111111111, 222222222];

/** What a chart is drawn on that says nothing: white, with a grey outline. */
export const PAPER: Required<ChartPaint> = { color: '#FFFFFF', line: '#D9D9D9' };
const GRID = '#D9D9D9';

/** The whole part. Example: `setPart(parts, 'xl/charts/chart1.xml', chartXml(book, chart))`. */
export function chartXml(book: Book, chart: Chart): string {
  const round = isRound(chart.type);
  const plot = element(
    'c:plotArea',
    {},
    `<c:layout/>${groupXml(book, chart)}${round ? '' : categoryAxisXml(chart) + valueAxisXml(chart)}`,
  );
  const inner = [
    titleXml(chart.title),
    val('autoTitleDeleted', chart.title.visible ? 0 : 1),
    plot,
    chart.legend.visible
      ? element(
          'c:legend',
          {},
          val('legendPos', LEGEND[chart.legend.position]) + val('overlay', 0) + textLook(chart.legend.font),
        )
      : '',
    val('plotVisOnly', 1),
    val('dispBlanksAs', 'gap'),
  ].join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element(
    'c:chartSpace',
    { 'xmlns:c': CHART, 'xmlns:a': MAIN },
    `${val('roundedCorners', 0)}${element('c:chart', {}, inner)}${paintXml({ ...PAPER, ...chart.area })}${textLook(chart.area?.font)}`,
  )}`;
}

/** Places of the legend by their words in the file (ST_LegendPos). */
export const LEGEND = { Top: 't', Bottom: 'b', Left: 'l', Right: 'r', Corner: 'tr' } as const;

function titleXml({ text, visible, font }: ChartTitle, upright = false): string {
  return visible ? element('c:title', {}, `${richText(text, font, upright)}${val('overlay', 0)}`) : '';
}

function groupXml(book: Book, chart: Chart): string {
  const { type } = chart;
  const data = chartData(book, chart);
  const ids = val('axId', CATEGORY_ID) + val('axId', VALUE_ID);
  const series = data.series.map((one, index) => seriesXml(book, chart, one, index)).join('');
  const grouping = isHundred(type)
    ? 'percentStacked'
    : isStacked(type)
      ? 'stacked'
      : isLine(type)
        ? 'standard'
        : 'clustered';
  if (type === 'Pie') return element('c:pieChart', {}, val('varyColors', 1) + series + val('firstSliceAng', 0));
  if (type === 'Doughnut')
    return element(
      'c:doughnutChart',
      {},
      val('varyColors', 1) + series + val('firstSliceAng', 0) + val('holeSize', chart.hole ?? 50),
    );
  if (isLine(type))
    return element(
      'c:lineChart',
      {},
      val('grouping', grouping) + val('varyColors', 0) + series + val('marker', 1) + ids,
    );
  return element(
    'c:barChart',
    {},
    [
      val('barDir', isLying(type) ? 'bar' : 'col'),
      val('grouping', grouping),
      val('varyColors', 0),
      series,
      val('gapWidth', gapOf(chart)),
      isStacked(type) ? val('overlap', 100) : '',
      ids,
    ].join(''),
  );
}

function seriesXml(book: Book, { type }: Chart, { series, name, values }: ShownSeries, index: number): string {
  const bars = !isRound(type) && !isLine(type);
  const points = Object.entries(series.points ?? {}).filter(([, paint]) => Object.keys(paint).length > 0);
  return element(
    'c:ser',
    {},
    [
      val('idx', index),
      val('order', index),
      nameXml(series, name),
      isLine(type) ? strokeXml(series.color) : paintXml(series),
      bars ? val('invertIfNegative', 0) : '',
      isLine(type) ? markerXml(type === 'LineMarkers', series.color ?? colorInTurn(index)) : '',
      points
        .map(([at, paint]) =>
          element(
            'c:dPt',
            {},
            `${val('idx', at)}${bars ? val('invertIfNegative', 0) : ''}${val('bubble3D', 0)}${paintXml(paint)}`,
          ),
        )
        .join(''),
      series.labels ? labelsXml(series.labels) : '',
      series.categories === undefined
        ? ''
        : element(
            'c:cat',
            {},
            element('c:strRef', {}, formula(series.categories) + textCache(textsAt(book, series.categories))),
          ),
      series.values === ''
        ? ''
        : element('c:val', {}, element('c:numRef', {}, formula(series.values) + numberCache(values))),
      isLine(type) ? val('smooth', 0) : '',
    ].join(''),
  );
}

const formula = (reference: string): string => `<c:f>${escapeXml(reference)}</c:f>`;

function nameXml({ name }: ChartSeries, shown: string): string {
  if (name === undefined) return '';
  const literal = unquotedText(name);
  return element(
    'c:tx',
    {},
    literal === null ? element('c:strRef', {}, formula(name) + textCache([shown])) : `<c:v>${escapeXml(literal)}</c:v>`,
  );
}

function markerXml(shown: boolean, color: string): string {
  return element(
    'c:marker',
    {},
    shown ? val('symbol', 'circle') + val('size', 6) + paintXml({ color, line: color }) : val('symbol', 'none'),
  );
}

const pointsXml = (texts: readonly (string | null)[]): string =>
  val('ptCount', texts.length) +
  texts.map((text, idx) => (text === null ? '' : element('c:pt', { idx }, `<c:v>${escapeXml(text)}</c:v>`))).join('');

const textCache = (texts: readonly string[]): string => element('c:strCache', {}, pointsXml(texts));
const numberCache = (values: readonly (number | null)[]): string =>
  element(
    'c:numCache',
    {},
    `<c:formatCode>General</c:formatCode>${pointsXml(values.map((value) => (value === null ? null : String(value))))}`,
  );

/** Places of labels by their words in the file (ST_DLblPos). */
export const LABEL_PLACES: Readonly<Record<LabelPosition, string>> = {
  Center: 'ctr',
  InsideEnd: 'inEnd',
  InsideBase: 'inBase',
  OutsideEnd: 'outEnd',
  Left: 'l',
  Right: 'r',
  Top: 't',
  Bottom: 'b',
};

function labelsXml(labels: ChartLabels): string {
  const flag = (name: string, on: boolean): string => val(name, on ? 1 : 0);
  return element(
    'c:dLbls',
    {},
    [
      labels.numberFormat === undefined
        ? ''
        : element('c:numFmt', { formatCode: labels.numberFormat, sourceLinked: 0 }),
      '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
      textLook(labels.font),
      labels.position ? val('dLblPos', LABEL_PLACES[labels.position]) : '',
      val('showLegendKey', 0),
      flag('showVal', labels.showValue),
      flag('showCatName', labels.showCategoryName),
      flag('showSerName', labels.showSeriesName),
      flag('showPercent', labels.showPercentage),
      val('showBubbleSize', 0),
    ].join(''),
  );
}

/** Which side of the plot an axis stands on. */
function sideOf(upright: boolean, otherReversed: boolean): string {
  if (upright) return otherReversed ? 'r' : 'l';
  return otherReversed ? 't' : 'b';
}

function axisXml(
  axis: ChartAxis,
  own: number,
  other: number,
  side: string,
  kind: { line: string; format: string; end: string },
): string {
  const limits =
    (axis.maximum === undefined ? '' : val('max', axis.maximum)) +
    (axis.minimum === undefined ? '' : val('min', axis.minimum));
  return [
    val('axId', own),
    element('c:scaling', {}, val('orientation', axis.reversed ? 'maxMin' : 'minMax') + limits),
    val('delete', axis.visible ? 0 : 1),
    val('axPos', side),
    axis.gridlines ? element('c:majorGridlines', {}, paintXml({ line: GRID })) : '',
    axis.title ? titleXml(axis.title, side === 'l' || side === 'r') : '',
    element(
      'c:numFmt',
      axis.numberFormat === undefined
        ? { formatCode: kind.format, sourceLinked: 1 }
        : { formatCode: axis.numberFormat, sourceLinked: 0 },
    ),
    val('majorTickMark', 'none'),
    val('minorTickMark', 'none'),
    val('tickLblPos', 'nextTo'),
    paintXml({ line: kind.line }),
    textLook(axis.font),
    val('crossAx', other),
    val('crosses', 'autoZero'),
    kind.end,
  ].join('');
}

function categoryAxisXml({ type, categoryAxis, valueAxis }: Chart): string {
  const end = val('auto', 1) + val('lblAlgn', 'ctr') + val('lblOffset', 100) + val('noMultiLvlLbl', 0);
  return element(
    'c:catAx',
    {},
    axisXml(categoryAxis, CATEGORY_ID, VALUE_ID, sideOf(isLying(type), valueAxis.reversed), {
      line: GRID,
      format: 'General',
      end,
    }),
  );
}

function valueAxisXml({ type, categoryAxis, valueAxis }: Chart): string {
  const end =
    val('crossBetween', 'between') + (valueAxis.majorUnit === undefined ? '' : val('majorUnit', valueAxis.majorUnit));
  return element(
    'c:valAx',
    {},
    axisXml(valueAxis, VALUE_ID, CATEGORY_ID, sideOf(!isLying(type), categoryAxis.reversed), {
      line: '',
      format: isHundred(type) ? '0%' : 'General',
      end,
    }),
  );
}
