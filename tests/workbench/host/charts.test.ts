import type { Chart } from '../../../src/workbench/model/charts';
import { onHost, type OnHost } from './onHost';

const ROWS = [
  ['事项', '已报', '迟报', '逾期'],
  ['案例', 3, 1, 2],
  ['故事', 5, 0, 1],
];

/** A host with the rows at A1 and a chart of them. */
async function withChart(
  type: Excel.ChartType | string = 'BarStacked',
  address = 'A1:D3',
): Promise<OnHost & { chart: Chart }> {
  const host = onHost();
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:D3').values = ROWS;
    sheet.charts.add(type as Excel.ChartType, sheet.getRange(address), Excel.ChartSeriesBy.columns).name = 'C';
    await context.sync();
  });
  const [chart] = host.first.charts;
  if (!chart) throw new Error('the chart is missing');
  return Object.assign(host, { chart });
}

const chartOf = (context: Excel.RequestContext): Excel.Chart =>
  context.workbook.worksheets.getItem('Sheet1').charts.getItem('C');

describe('a new chart', () => {
  test('takes the first row as names of its series and the first column as categories', async () => {
    const { chart } = await withChart();
    expect(chart.series).toEqual(
      ['B', 'C', 'D'].map((column) => ({
        name: `Sheet1!$${column}$1`,
        values: `Sheet1!$${column}$2:$${column}$3`,
        categories: 'Sheet1!$A$2:$A$3',
      })),
    );
  });

  test('takes rows as series when asked, and numbers without words as values alone', async () => {
    const host = await withChart();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      chartOf(context).setData(sheet.getRange('A1:D3'), 'Rows');
      sheet.charts.add('Line', sheet.getRange('B2:B3'), 'Auto');
      await context.sync();
    });
    expect(host.chart.series[0]).toEqual({
      name: 'Sheet1!$A$2',
      values: 'Sheet1!$B$2:$D$2',
      categories: 'Sheet1!$B$1:$D$1',
    });
    expect(host.first.charts[1]).toMatchObject({
      type: 'Line',
      series: [{ values: 'Sheet1!$B$2:$B$3' }],
      name: 'Chart 1',
    });
  });

  test('a chart of one series bears its name as title, one of several has a legend', async () => {
    expect((await withChart('ColumnClustered', 'A1:B3')).chart).toMatchObject({
      title: { text: '已报', visible: true },
      legend: { visible: false },
    });
    expect((await withChart()).chart.legend.visible).toBe(true);
  });

  test('kinds that the host has not are refused by name', async () => {
    const host = await withChart();
    expect(
      await host.code((context) =>
        context.workbook.worksheets
          .getItem('Sheet1')
          .charts.add('XYScatter', context.workbook.worksheets.getItem('Sheet1').getRange('A1:B3')),
      ),
    ).toBe('ApiNotFound');
  });
});

describe('members of a chart', () => {
  test('title, legend, axes, series, labels and fonts are set and read back', async () => {
    const host = await withChart();
    const read = await host.run(async (context) => {
      const chart = chartOf(context);
      chart.title.text = '各事项';
      chart.title.format.font.size = 14;
      chart.legend.position = 'Top';
      chart.axes.categoryAxis.reversePlotOrder = true;
      chart.axes.valueAxis.visible = false;
      chart.axes.valueAxis.maximum = 12;
      chart.axes.valueAxis.majorGridlines.visible = false;
      chart.axes.categoryAxis.title.text = '事项';
      chart.format.border.lineStyle = 'None';
      const series = chart.series.getItemAt(0);
      series.name = '● 已报';
      series.format.fill.setSolidColor('#DDF1E1');
      series.format.line.color = 'black';
      series.hasDataLabels = true;
      series.dataLabels.numberFormat = '0;;';
      series.dataLabels.format.font.color = '#1B5E2F';
      series.gapWidth = 40;
      series.points.getItemAt(1).format.fill.setSolidColor('red');
      await context.sync();
      chart.load([
        'name',
        'chartType',
        'title/text',
        'title/format/font/size',
        'legend/position',
        'axes/categoryAxis/reversePlotOrder',
        'axes/valueAxis/maximum',
        'axes/valueAxis/minimum',
        'axes/valueAxis/majorUnit',
      ]);
      chart.series.load('items/name,items/hasDataLabels,items/gapWidth');
      await context.sync();
      return {
        ...chart.toJSON(),
        series: chart.series.items.map((one) => [one.name, one.hasDataLabels, one.gapWidth]),
      };
    });
    expect(read).toMatchObject({
      name: 'C',
      chartType: 'BarStacked',
      title: { text: '各事项', format: { font: { size: 14 } } },
      legend: { position: 'Top' },
      axes: { categoryAxis: { reversePlotOrder: true }, valueAxis: { maximum: 12, minimum: 0, majorUnit: 5 } },
      series: [
        ['● 已报', true, 40],
        ['迟报', false, 40],
        ['逾期', false, 40],
      ],
    });
    expect(host.chart).toMatchObject({
      area: { line: '' },
      gapWidth: 40,
      categoryAxis: { reversed: true, title: { text: '事项', visible: true } },
      valueAxis: { visible: false, gridlines: false },
    });
    expect(host.chart.series[0]).toMatchObject({
      name: '"● 已报"',
      color: '#DDF1E1',
      line: '#000000',
      points: { 1: { color: '#FF0000' } },
      labels: { showValue: true, numberFormat: '0;;', font: { color: '#1B5E2F' } },
    });
  });

  test('values and categories of a series are set by ranges, also of another sheet; an added series comes last', async () => {
    const host = await withChart();
    await host.run(async (context) => {
      const other = context.workbook.worksheets.add('数 据');
      const series = chartOf(context).series.getItemAt(0);
      series.setValues(other.getRange('B2:B9'));
      series.setXAxisValues(other.getRange('A2:A9'));
      chartOf(context).series.add('新').setValues(other.getRange('C2:C9'));
      await context.sync();
    });
    expect(host.chart.series[0]).toMatchObject({ values: "'数 据'!$B$2:$B$9", categories: "'数 据'!$A$2:$A$9" });
    expect(host.chart.series[3]).toEqual({
      name: '"新"',
      values: "'数 据'!$C$2:$C$9",
      categories: "'数 据'!$A$2:$A$9",
    });
  });

  test('the place is set by cells or by points, and read in points', async () => {
    const host = await withChart();
    const boxes = await host.run(async (context) => {
      const chart = chartOf(context);
      const seen: number[][] = [];
      const look = async (): Promise<void> => {
        chart.load('left,top,width,height');
        await context.sync();
        seen.push([chart.left, chart.top, chart.width, chart.height]);
      };
      chart.setPosition('B5', 'D10');
      await look();
      chart.setPosition('A1');
      await look();
      chart.left = 60;
      chart.height = 40;
      await look();
      return seen;
    });
    expect(boxes).toEqual([
      [48, 60, 144, 90],
      [0, 0, 144, 90],
      [60, 0, 144, 40],
    ]);
    expect(host.chart).toMatchObject({ from: { column: 1, right: 12 }, to: { row: 2, down: 10 } });
  });

  test('labels take only the places that Excel’s kind of chart has, and go when the kind changes', async () => {
    const host = await withChart();
    expect(
      await host.code((context) => {
        chartOf(context).series.getItemAt(0).dataLabels.position = 'OutsideEnd';
      }),
    ).toBe('InvalidArgument');
    expect(
      await host.code((context) => {
        chartOf(context).dataLabels.position = 'Center';
      }),
    ).toBe('none');
    expect(
      await host.code((context) => {
        chartOf(context).chartType = 'Doughnut';
      }),
    ).toBe('none');
    expect(host.chart.series.map(({ labels }) => labels)).toEqual(
      Array(3).fill({ showValue: true, showPercentage: false, showSeriesName: false, showCategoryName: false }),
    );
    expect(
      await host.code((context) => {
        chartOf(context).axes.valueAxis.visible = false;
      }),
    ).toBe('InvalidOperation');
  });

  test('what the host has not answers ApiNotFound', async () => {
    const host = await withChart();
    expect(
      await host.code((context) => {
        chartOf(context).style = 3;
      }),
    ).toBe('ApiNotFound');
    expect(await host.code((context) => chartOf(context).series.getItemAt(0).trendlines.add('Linear'))).toBe(
      'ApiNotFound',
    );
    expect(await host.code((context) => chartOf(context).activate())).toBe('ApiNotFound');
  });
});

describe('the collection', () => {
  test('finds charts by name, by place and as null object, counts them, and forgets a deleted one', async () => {
    const host = await withChart();
    const seen = await host.run(async (context) => {
      const { charts } = context.workbook.worksheets.getItem('Sheet1');
      const count = charts.getCount();
      const none = charts.getItemOrNullObject('没有').load('name');
      const first = charts.getItemAt(0).load('name,id');
      charts.load('count,items/name');
      await context.sync();
      const before = [
        count.value,
        charts.count,
        charts.items.map(({ name }) => name),
        none.isNullObject,
        first.name,
        first.id,
      ];
      charts.items[0]?.delete();
      const after = charts.getCount();
      await context.sync();
      return [...before, after.value];
    });
    expect(seen).toEqual([1, 1, ['C'], true, 'C', host.chart.id, 0]);
    expect(await host.code((context) => chartOf(context).delete())).toBe('ItemNotFound');
  });

  test('two charts of a sheet have two names', async () => {
    const host = await withChart();
    expect(
      await host.code((context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.charts.add('Pie', sheet.getRange('A1:B3')).name = 'c';
      }),
    ).toBe('InvalidArgument');
  });

  test('a protected sheet keeps its charts as they are', async () => {
    const host = await withChart();
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').protection.protect();
      await context.sync();
    });
    expect(await host.code((context) => chartOf(context).delete())).toBe('AccessDenied');
    expect(await host.code((context) => chartOf(context).setPosition('A1'))).toBe('AccessDenied');
  });
});

describe('a chart follows its cells', () => {
  test('rows inserted above move it and its references, rows inside stretch both', async () => {
    const host = await withChart();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      chartOf(context).setPosition('A6', 'D9');
      sheet.getRange('1:2').insert('Down');
      sheet.getRange('9:9').insert('Down');
      sheet.getRange('5:5').insert('Down');
      await context.sync();
    });
    expect(host.chart.series[0]).toEqual({
      name: 'Sheet1!$B$3',
      values: 'Sheet1!$B$4:$B$6',
      categories: 'Sheet1!$A$4:$A$6',
    });
    expect([host.chart.from.row, host.chart.to.row]).toEqual([8, 13]);
  });

  test('a row below the last one of the chart leaves it alone, deleted rows shrink it', async () => {
    const host = await withChart();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      chartOf(context).setPosition('A6', 'D9');
      sheet.getRange('10:10').insert('Down');
      sheet.getRange('5:6').delete('Up');
      await context.sync();
    });
    expect([host.chart.from, host.chart.to].map(({ row, down }) => [row, down])).toEqual([
      [4, 0],
      [7, 0],
    ]);
  });

  test('a renamed sheet is renamed in its references, a deleted one leaves #REF!, a deleted row of values too', async () => {
    const host = await withChart();
    await host.run(async (context) => {
      const other = context.workbook.worksheets.add('B');
      context.workbook.worksheets.getItem('Sheet1').getRange('3:3').delete('Up');
      other.charts.add(
        'ColumnClustered',
        context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2'),
        'Columns',
      ).name = 'D';
      context.workbook.worksheets.getItem('Sheet1').name = '汇 总';
      await context.sync();
    });
    expect(host.chart.series[0]?.values).toBe("'汇 总'!$B$2:$B$2");
    expect(host.host.book.sheets[1]?.charts[0]?.series[0]?.values).toBe("'汇 总'!$B$2");
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('汇 总').delete();
      await context.sync();
    });
    expect(host.host.book.sheets[0]?.charts[0]?.series[0]).toEqual({
      name: '#REF!',
      values: '#REF!',
      categories: '#REF!',
    });
  });
});
