// A chart's part of a file → a chart of the model, as far as the model has it. What it has not is left to the file's own text.
import type { Book } from '../model/book';
import { cellsOfReference, textsAt } from '../model/chartData';
import {
  gapOf,
  isLine,
  isRound,
  quotedText,
  type Chart,
  type ChartAxis,
  type ChartLabels,
  type ChartPaint,
  type ChartSeries,
  type ChartTitle,
  type ChartType,
  type LabelPosition,
  type LegendPosition,
} from '../model/charts';
import { readPaint, readRich, readStroke, readTextLook } from './chartText';
import { LABEL_PLACES, LEGEND, PAPER } from './chartXml';
import { attribute, child, children, content, flag, parseXml, type XmlNode } from './xml';

/** What is in the part itself; name and place are in the drawing. */
export type ChartLook = Omit<Chart, 'id' | 'name' | 'from' | 'to' | 'alt' | 'editAs' | 'kept'>;

const AXES = /^(?:cat|val|date|ser)Ax$|^(?:layout|dTable|spPr|extLst)$|^[@#]/;
const KNOWN = ['barChart', 'lineChart', 'pieChart', 'doughnutChart'];

const valOf = (node: XmlNode | undefined, ...path: readonly string[]): string | undefined =>
  attribute(child(node, ...path), 'val');

/** Reads the text of a part. A chart of a kind that the model has not comes as type Other. `book` tells which references mean cells. */
export function readChart(book: Book, xml: string): ChartLook | null {
  const space = child(parseXml(xml), 'chartSpace');
  const chart = child(space, 'chart');
  const plot = child(chart, 'plotArea');
  if (!space || !chart || !plot) return null;
  const kinds = Object.keys(plot).filter((name) => !AXES.test(name));
  const group = child(plot, kinds[0] ?? '');
  const type =
    group && kinds.length === 1 && children(plot, kinds[0] ?? '').length === 1
      ? typeOf(kinds[0] ?? '', group)
      : 'Other';
  const series = type === 'Other' ? [] : children(group, 'ser').map((node) => readSeries(node, type));
  const isPlain = series.every(({ values }) => values === '#REF!' || cellsOfReference(book, values) !== null);
  const look: ChartLook = {
    type: isPlain ? type : 'Other',
    title: readTitle(book, child(chart, 'title'), series),
    legend: readLegend(child(chart, 'legend')),
    categoryAxis: readAxis(child(plot, 'catAx') ?? child(plot, 'dateAx'), false),
    valueAxis: readAxis(child(plot, 'valAx'), true),
    series: isPlain ? series : [],
    ...readArea(space),
  };
  const gap = valOf(group, 'gapWidth');
  if (gap !== undefined && Number(gap) !== gapOf(look as Chart)) look.gapWidth = Number(gap);
  const hole = valOf(group, 'holeSize');
  if (hole !== undefined && hole !== '50') look.hole = Number(hole);
  return look;
}

function typeOf(kind: string, group: XmlNode): ChartType {
  if (!KNOWN.includes(kind)) return 'Other';
  if (kind === 'pieChart') return 'Pie';
  if (kind === 'doughnutChart') return 'Doughnut';
  const grouping = valOf(group, 'grouping') ?? 'clustered';
  if (kind === 'lineChart') {
    if (grouping !== 'standard') return 'Other';
    const plain = children(group, 'ser').every((series) => valOf(series, 'marker', 'symbol') === 'none');
    return plain ? 'Line' : 'LineMarkers';
  }
  const stem = valOf(group, 'barDir') === 'bar' ? 'Bar' : 'Column';
  if (grouping === 'percentStacked') return `${stem}Stacked100`;
  return grouping === 'stacked' ? `${stem}Stacked` : `${stem}Clustered`;
}

const wordsOf = (node: XmlNode | undefined, ...path: readonly string[]): string | undefined => {
  const found = child(node, ...path);
  return found && content(found);
};

function readSeries(node: XmlNode, type: ChartType): ChartSeries {
  const literal = wordsOf(node, 'tx', 'v');
  const name = wordsOf(node, 'tx', 'strRef', 'f') ?? (literal === undefined ? undefined : quotedText(literal));
  const categories = wordsOf(node, 'cat', 'strRef', 'f') ?? wordsOf(node, 'cat', 'numRef', 'f');
  const color = isLine(type) ? readStroke(child(node, 'spPr')) : undefined;
  const paint = isLine(type) ? (color === undefined ? {} : { color }) : readPaint(child(node, 'spPr'));
  const points = children(node, 'dPt')
    .map((point) => [valOf(point, 'idx') ?? '0', readPaint(child(point, 'spPr'))] as const)
    .filter(([, one]) => Object.keys(one).length > 0);
  const labels = readLabels(child(node, 'dLbls'));
  return {
    ...paint,
    ...(name === undefined ? {} : { name }),
    values: wordsOf(node, 'val', 'numRef', 'f') ?? '',
    ...(categories === undefined ? {} : { categories }),
    ...(points.length > 0 ? { points: Object.fromEntries(points) as Record<number, ChartPaint> } : {}),
    ...(labels ? { labels } : {}),
  };
}

function readLabels(node: XmlNode | undefined): ChartLabels | undefined {
  const on = (name: string): boolean => flag(child(node, name), 'val');
  const labels: ChartLabels = {
    showValue: on('showVal'),
    showPercentage: on('showPercent'),
    showSeriesName: on('showSerName'),
    showCategoryName: on('showCatName'),
  };
  if (!Object.values(labels).includes(true)) return undefined;
  const place = valOf(node, 'dLblPos');
  const position = (Object.keys(LABEL_PLACES) as LabelPosition[]).find((name) => LABEL_PLACES[name] === place);
  const format = child(node, 'numFmt');
  const font = readTextLook(node);
  return {
    ...labels,
    ...(position ? { position } : {}),
    ...(format && !flag(format, 'sourceLinked') ? { numberFormat: attribute(format, 'formatCode') ?? 'General' } : {}),
    ...(font ? { font } : {}),
  };
}

/** A title without words of its own is the name of the only series. */
function readTitle(book: Book, node: XmlNode | undefined, series: readonly ChartSeries[]): ChartTitle {
  if (!node) return { text: '', visible: false };
  const [only, more] = series;
  const auto = only && !more && only.name !== undefined ? textsAt(book, only.name).join(' ') : '';
  const font = readTextLook(node);
  return { text: auto, ...(font ? { font } : {}), ...readRich(node), visible: true };
}

function readLegend(node: XmlNode | undefined): Chart['legend'] {
  const place = valOf(node, 'legendPos') ?? 'r';
  const font = readTextLook(node);
  const position = (Object.keys(LEGEND) as LegendPosition[]).find((name) => LEGEND[name] === place) ?? 'Right';
  return { visible: node !== undefined, position: node ? position : 'Bottom', ...(font ? { font } : {}) };
}

function readAxis(node: XmlNode | undefined, ofValues: boolean): ChartAxis {
  if (!node) return { visible: true, gridlines: ofValues, reversed: false };
  const number = (key: string, ...path: readonly string[]): object => {
    const value = valOf(node, ...path);
    return value === undefined ? {} : { [key]: Number(value) };
  };
  const title = readRich(child(node, 'title'));
  const format = child(node, 'numFmt');
  const font = readTextLook(node);
  return {
    visible: !flag(child(node, 'delete'), 'val'),
    gridlines: child(node, 'majorGridlines') !== undefined,
    reversed: valOf(node, 'scaling', 'orientation') === 'maxMin',
    ...(title ? { title: { ...title, visible: true } } : {}),
    ...(ofValues
      ? {
          ...number('minimum', 'scaling', 'min'),
          ...number('maximum', 'scaling', 'max'),
          ...number('majorUnit', 'majorUnit'),
        }
      : {}),
    ...(format && !flag(format, 'sourceLinked') ? { numberFormat: attribute(format, 'formatCode') ?? 'General' } : {}),
    ...(font ? { font } : {}),
  };
}

function readArea(space: XmlNode): Pick<Chart, 'area'> {
  const paint = readPaint(child(space, 'spPr'));
  const font = readTextLook(space);
  const area = {
    ...(paint.color === PAPER.color ? {} : { color: paint.color }),
    ...(paint.line === PAPER.line ? {} : { line: paint.line }),
    ...(font ? { font } : {}),
  };
  for (const key of ['color', 'line'] as const) if (area[key] === undefined) delete area[key];
  return Object.keys(area).length > 0 ? { area } : {};
}

/** The same as another, however their parts are ordered; empty parts do not count. */
export function sameLook(a: ChartLook, b: ChartLook): boolean {
  return ordered(a) === ordered(b);
}

const OUTSIDE: readonly string[] = ['id', 'name', 'from', 'to', 'alt', 'editAs', 'kept'] satisfies (keyof Chart)[];

function ordered(look: ChartLook): string {
  const own = Object.fromEntries(Object.entries(look).filter(([key]) => !OUTSIDE.includes(key)));
  const unused = isRound(look.type) ? { ...own, categoryAxis: undefined, valueAxis: undefined } : own;
  return JSON.stringify(unused, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const entries = Object.entries(value)
      .filter(
        ([, one]) => one !== undefined && !(typeof one === 'object' && one !== null && Object.keys(one).length === 0),
      )
      .sort(([x], [y]) => (x < y ? -1 : 1));
    return Object.fromEntries(entries);
  });
}
