// What a chart shows at this moment: names, categories and values from the cells it refers to, and the scale of its value axis.
import { MAX_COLUMNS, MAX_ROWS, parseArea, printArea, quoteSheet, splitSheet } from './address';
import { isUnbounded } from './area';
import type { Book, Range, Sheet } from './book';
import { isError, styleAt, valueAt, cellAt } from './cells';
import { isHundred, isStacked, unquotedText, type Chart, type ChartSeries } from './charts';
import { formatValue } from './numberFormat';
import { findSheet } from './sheets';

/** A series with the values of its cells. */
export interface ShownSeries {
  readonly series: ChartSeries;
  readonly name: string;
  /** Null where a cell holds no number. */
  readonly values: readonly (number | null)[];
}

/** What a chart draws, read from its cells. */
export interface ChartData {
  /** As many as the longest series has values. */
  readonly categories: readonly string[];
  readonly series: readonly ShownSeries[];
}

/** Of the value axis: both ends, and the distance of its lines. */
export interface Scale {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

/** Example: `referenceTo(sheet, area)` is `汇总!$B$3:$B$9`. */
export const referenceTo = (sheet: Sheet, area: Range): string => `${quoteSheet(sheet.name)}!${printArea(area, true)}`;

/** The cells that a reference means; null for anything else, and for whole rows and columns. */
export function cellsOfReference(book: Book, reference: string): { sheet: Sheet; area: Range } | null {
  const { sheet: name, rest } = splitSheet(reference);
  const sheet = name === undefined ? undefined : findSheet(book, name);
  const area = parseArea(rest);
  return sheet && area && !isUnbounded(area) ? { sheet, area } : null;
}

/** Cells of a reference, row by row; hidden lines are left out, as charts do. */
function shownCells(book: Book, reference: string | undefined): { sheet: Sheet; row: number; column: number }[] {
  const place = reference === undefined ? null : cellsOfReference(book, reference);
  if (!place) return [];
  const { sheet, area } = place;
  const found: { sheet: Sheet; row: number; column: number }[] = [];
  for (let row = area.row; row < Math.min(area.row + area.rows, MAX_ROWS); row++) {
    if (sheet.rows.get(row)?.hidden) continue;
    for (let column = area.column; column < Math.min(area.column + area.columns, MAX_COLUMNS); column++)
      if (!sheet.columns.get(column)?.hidden) found.push({ sheet, row, column });
  }
  return found;
}

/** Numbers of a chart’s range in reading order; null for a cell that is none. Hidden rows and columns are left out. */
export function numbersAt(book: Book, reference: string | undefined): (number | null)[] {
  return shownCells(book, reference).map(({ sheet, row, column }) => {
    const value = cellAt(sheet, row, column)?.value;
    return typeof value === 'number' ? value : null;
  });
}

/** Texts of a chart’s range as the cells show them. */
export function textsAt(book: Book, reference: string | undefined): string[] {
  return shownCells(book, reference).map(({ sheet, row, column }) =>
    formatValue(valueAt(sheet, row, column), styleAt(sheet, row, column).numberFormat ?? 'General'),
  );
}

/** The name that a legend shows. `index` is 0-based. */
export function seriesName(book: Book, series: ChartSeries, index: number): string {
  const { name } = series;
  if (name === undefined) return `Series${index + 1}`;
  return unquotedText(name) ?? textsAt(book, name).join(' ');
}

/** What a chart draws: its categories and series from the cells as they are now. */
export function chartData(book: Book, chart: Chart): ChartData {
  const series = chart.series.map((one, index) => ({
    series: one,
    name: seriesName(book, one, index),
    values: numbersAt(book, one.values),
  }));
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const named = textsAt(book, chart.series.find(({ categories }) => categories !== undefined)?.categories);
  return { series, categories: Array.from({ length }, (_unused, n) => named[n] ?? String(n + 1)) };
}

const NICE = [1, 2, 5, 10];

/** The axis that a program would choose for the values, with what the chart fixes. Shares of a hundred run from 0 to 1. */
export function scaleOf(chart: Chart, data: ChartData): Scale {
  const { minimum: low, maximum: high, majorUnit } = chart.valueAxis;
  const sums = isStacked(chart.type)
    ? data.categories.map((_name, n) => data.series.reduce((sum, { values }) => sum + Math.max(0, values[n] ?? 0), 0))
    : data.series.flatMap(({ values }) => values.map((value) => value ?? 0));
  const largest = isHundred(chart.type) ? 1 : Math.max(0, ...sums);
  const least = isHundred(chart.type)
    ? 0
    : Math.min(0, ...data.series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const reach = (high ?? largest) - (low ?? least);
  const rough = (reach > 0 ? reach : 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = majorUnit ?? (NICE.find((nice) => nice * power >= rough * 0.999) ?? 10) * power;
  const minimum = low ?? Math.floor(least / step) * step;
  return { minimum, maximum: Math.max(high ?? Math.ceil((largest * 1.0001) / step) * step, minimum + step), step };
}

/** Names of series and of categories as Excel finds them: the first row or column when it holds words (or its corner is empty). */
export function seriesFrom(sheet: Sheet, area: Range, by: 'Auto' | 'Columns' | 'Rows'): ChartSeries[] {
  const columns = by === 'Columns' || (by === 'Auto' && area.rows >= area.columns);
  const filled = (row: number, column: number): boolean =>
    cellAt(sheet, row, column)?.value !== undefined && cellAt(sheet, row, column)?.value !== null;
  const isWord = (row: number, column: number): boolean => {
    const value = cellAt(sheet, row, column)?.value;
    return typeof value === 'string' || isError(value);
  };
  const cornerEmpty = !filled(area.row, area.column) && area.rows > 1 && area.columns > 1;
  const column = (n: number): number => area.column + n;
  const row = (n: number): number => area.row + n;
  const topIsHead =
    area.rows > 1 &&
    (cornerEmpty ||
      Array.from({ length: area.columns }, (_unused, n) => n)
        .filter((n) => area.columns === 1 || n > 0)
        .every((n) => isWord(row(0), column(n))));
  const leftIsHead =
    area.columns > 1 &&
    (cornerEmpty ||
      Array.from({ length: area.rows }, (_unused, n) => n)
        .filter((n) => n > 0 || !topIsHead)
        .every((n) => isWord(row(n), column(0))));
  const top = topIsHead ? 1 : 0;
  const left = leftIsHead ? 1 : 0;
  const body = { row: area.row + top, column: area.column + left, rows: area.rows - top, columns: area.columns - left };
  const ref = (at: Range): string => referenceTo(sheet, at);
  return Array.from({ length: columns ? body.columns : body.rows }, (_unused, n) => {
    const values = columns ? { ...body, column: body.column + n, columns: 1 } : { ...body, row: body.row + n, rows: 1 };
    const hasName = columns ? topIsHead : leftIsHead;
    const hasCategories = columns ? leftIsHead : topIsHead;
    const name = columns ? { ...values, row: area.row, rows: 1 } : { ...values, column: area.column, columns: 1 };
    const categories = columns ? { ...body, column: area.column, columns: 1 } : { ...body, row: area.row, rows: 1 };
    return {
      ...(hasName ? { name: ref(name) } : {}),
      values: ref(values),
      ...(hasCategories ? { categories: ref(categories) } : {}),
    };
  });
}
