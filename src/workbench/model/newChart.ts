// Makes a chart with the looks that a new one has, and finds names for it.
import type { Book, Range, Sheet } from './book';
import { placeInBox } from './chartPlace';
import { seriesFrom, seriesName } from './chartData';
import { isRound, type Chart, type ChartType } from './charts';
import { sameName } from './formulaText';
import { lineStart } from './lineSizes';
import type { BookLanguage } from './tableParts';

const WIDTH = 360;
const HEIGHT = 216;
const STEM: Readonly<Record<BookLanguage, string>> = { zh: '图表 ', en: 'Chart ' };
const TITLE: Readonly<Record<BookLanguage, string>> = { zh: '图表标题', en: 'Chart Title' };

function freeChartName(sheet: Sheet, language: BookLanguage): string {
  let n = 1;
  while (sheet.charts.some(({ name }) => sameName(name, `${STEM[language]}${n}`))) n++;
  return `${STEM[language]}${n}`;
}

/** Adds a chart of these cells to `sheet`; it stands right of the cells. `source` may be another sheet. */
export function addChart(
  book: Book,
  sheet: Sheet,
  type: ChartType,
  source: { sheet: Sheet; area: Range },
  by: 'Auto' | 'Columns' | 'Rows',
  language: BookLanguage,
): Chart {
  const series = seriesFrom(source.sheet, source.area, by);
  const [only] = series;
  const corner = { row: 0, column: 0, right: 0, down: 0 };
  const chart: Chart = {
    id: `{00000000-0000-4000-9000-${String(book.nextId++).padStart(12, '0')}}`,
    name: freeChartName(sheet, language),
    type,
    from: corner,
    to: corner,
    title: {
      text: series.length === 1 && only?.name !== undefined ? seriesName(book, only, 0) : TITLE[language],
      visible: true,
    },
    legend: { visible: series.length > 1 || isRound(type), position: 'Bottom' },
    categoryAxis: { visible: true, gridlines: false, reversed: false },
    valueAxis: { visible: true, gridlines: true, reversed: false },
    series,
  };
  const right = source.sheet === sheet ? source.area.column + source.area.columns : 0;
  placeInBox(sheet, chart, {
    left: lineStart(sheet, 'column', right) + 24,
    top: lineStart(sheet, 'row', source.sheet === sheet ? source.area.row : 0) + 12,
    width: WIDTH,
    height: HEIGHT,
  });
  sheet.charts.push(chart);
  return chart;
}
