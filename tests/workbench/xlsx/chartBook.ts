// A book with a chart of every kind that the model has, and one that uses every part of a chart.
import { parseArea } from '../../../src/workbench/model/address';
import { addSheet, type Book, type Sheet } from '../../../src/workbench/model/book';
import { placeOverCells } from '../../../src/workbench/model/chartPlace';
import { CHART_TYPES, type Chart, type ChartType } from '../../../src/workbench/model/charts';
import { addChart } from '../../../src/workbench/model/newChart';
import { bookWith } from '../calc/sampleBooks';

const area = (address: string) => parseArea(address) ?? { row: 0, column: 0, rows: 1, columns: 1 };

/** A chart of `data` on a sheet, laid over the cells of `place`. */
export function chartAt(
  book: Book,
  sheet: Sheet,
  type: ChartType,
  data: { sheet: Sheet; address: string },
  place: string,
): Chart {
  const chart = addChart(book, sheet, type, { sheet: data.sheet, area: area(data.address) }, 'Columns', 'zh');
  placeOverCells(chart, area(place));
  return chart;
}

export const ROWS = [
  ['事项', '已报', '迟报', '逾期'],
  ['T1 案例 <首批> & 其他', 31, 4, 2],
  ['T2 微视频', 20, 0, 17],
  ['T3 故事', 8, 29, 0],
] as const;

export function chartBook(): Book {
  const book = bookWith("汇总·'甲'表", ROWS);
  const data = book.sheets[0]!;
  const charts = addSheet(book, '图');
  CHART_TYPES.forEach((type, index) => {
    const left = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const row = Math.floor(index / 2) * 16 + 1;
    const column = (index % 2) * 7;
    const chart = chartAt(
      book,
      charts,
      type,
      { sheet: data, address: /Pie|Doughnut/.test(type) ? 'A1:B4' : 'A1:D4' },
      `${left[column]}${row}:${left[column + 5]}${row + 14}`,
    );
    chart.title.text = `图 ${type}`;
  });
  const rich = chartAt(book, data, 'BarStacked', { sheet: data, address: 'A1:D4' }, 'A6:H22');
  rich.name = '各事项';
  rich.alt = '三个事项的报送情况："已报" 59 < 应报 111';
  rich.from = { row: 5, column: 0, right: 6.5, down: 3 };
  rich.title = {
    text: '各事项报送情况\n第二行 <&>',
    visible: true,
    font: { name: '黑体', size: 14, bold: true, italic: false, color: '#0F4C5C' },
  };
  rich.legend = { visible: true, position: 'Top', font: { size: 9 } };
  rich.area = { color: '#F3F6F7', line: '', font: { name: '等线', size: 9, color: '#1F2937' } };
  rich.categoryAxis = {
    visible: true,
    gridlines: false,
    reversed: true,
    title: { text: '事项', visible: true },
    font: { size: 9 },
  };
  rich.valueAxis = {
    visible: true,
    gridlines: true,
    reversed: false,
    minimum: 0,
    maximum: 40,
    majorUnit: 10,
    numberFormat: '0"家"',
    title: { text: '单位数', visible: true, font: { bold: true } },
  };
  rich.gapWidth = 35;
  const [first, second, third] = rich.series;
  Object.assign(first!, {
    name: '"● 已报"',
    color: '#DDF1E1',
    line: '#1B5E2F',
    points: { 1: { color: '#00FF00', line: '' } },
    labels: {
      showValue: true,
      showPercentage: false,
      showSeriesName: false,
      showCategoryName: false,
      numberFormat: '"●"0;;',
      position: 'Center',
      font: { size: 9, color: '#1B5E2F' },
    },
  });
  Object.assign(second!, {
    color: '#FDE9C9',
    labels: { showValue: true, showPercentage: false, showSeriesName: true, showCategoryName: false },
  });
  delete third!.categories;
  return book;
}
