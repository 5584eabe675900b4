// Questions about looks and pages: what is set reads back as it was set, and what a printed page needs is taken.
import type { Probe } from './probe';

/** Part of `PROBES`. */
export const LOOK_PROBES: readonly Probe[] = [
  {
    id: 'looks-read-back',
    zh: '字体、填充、对齐、合并读回来',
    en: 'fonts, fills, alignments and merges read back',
    needs: '1.9',
    ask: async (context, sheet) => {
      const range = sheet.getRange('A1:B2');
      range.merge();
      const { format } = range;
      format.font.set({ name: 'Arial', size: 10.5, bold: true, italic: true, color: '#112233' });
      format.fill.color = '#AABBCC';
      format.horizontalAlignment = 'Left';
      format.verticalAlignment = 'Top';
      format.wrapText = true;
      format.indentLevel = 1;
      format.rowHeight = 30;
      format.borders.getItem('EdgeTop').style = 'Continuous';
      format.borders.getItem('EdgeTop').color = '#445566';
      format.load('horizontalAlignment,verticalAlignment,wrapText,indentLevel,rowHeight');
      format.font.load('name,size,bold,italic,color');
      format.fill.load('color');
      const one = sheet.getRange('D1').format;
      one.shrinkToFit = true;
      one.load('shrinkToFit');
      const edge = format.borders.getItem('EdgeTop').load('style,color');
      await context.sync();
      const { name, size, bold, italic, color } = format.font;
      return [
        [name, size, bold, italic, color, format.fill.color, edge.style, edge.color],
        [format.horizontalAlignment, format.verticalAlignment, format.wrapText, format.indentLevel],
        Math.abs(format.rowHeight - 30) < 1,
        one.shrinkToFit,
      ];
    },
  },
  {
    id: 'conditional-looks',
    zh: '条件格式的样式、查找与清除',
    en: 'looks of a conditional format; it is found and cleared',
    needs: '1.9',
    ask: async (context, sheet) => {
      const range = sheet.getRange('A1:A3');
      const rule = range.conditionalFormats.add('Custom').load('id');
      rule.custom.rule.formula = '=$A1=1';
      const { fill, font } = rule.custom.format;
      fill.color = '#FF0000';
      font.bold = true;
      font.color = '#00FF00';
      font.strikethrough = true;
      await context.sync();
      const again = range.conditionalFormats.getItem(rule.id).customOrNullObject;
      again.format.font.load('bold,color,strikethrough');
      again.format.fill.load('color');
      await context.sync();
      const shown = [
        again.format.fill.color,
        again.format.font.color,
        again.format.font.bold,
        again.format.font.strikethrough,
      ];
      range.conditionalFormats.getItem(rule.id).delete();
      range.conditionalFormats.add('Custom').custom.rule.formula = '=$A1=2';
      range.conditionalFormats.clearAll();
      const left = range.conditionalFormats.load('items/id');
      await context.sync();
      return [...shown, left.items.length];
    },
  },
  {
    id: 'texts-of-a-validation',
    zh: '校验的提示与出错文字',
    en: 'prompt and alert of a validation',
    needs: '1.9',
    ask: async (context, sheet) => {
      const { dataValidation } = sheet.getRange('A1');
      dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } };
      dataValidation.prompt = { title: '数', message: '1–9', showPrompt: true };
      dataValidation.errorAlert = { title: '错', message: '不在 1–9', style: 'Stop', showAlert: true };
      dataValidation.load('prompt,errorAlert,type');
      await context.sync();
      const { prompt, errorAlert, type } = dataValidation;
      return [type, prompt.title, prompt.message, errorAlert.message, errorAlert.style];
    },
  },
  {
    id: 'page-settings',
    zh: '打印设置读回来',
    en: 'page settings read back',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.getRange('A1:B9').values = Array.from({ length: 9 }, (_none, row) => [row, row]);
      const { pageLayout } = sheet;
      pageLayout.orientation = 'Landscape';
      pageLayout.paperSize = 'A4';
      pageLayout.centerHorizontally = true;
      pageLayout.setPrintArea('A1:B9');
      pageLayout.setPrintTitleRows('$1:$1');
      pageLayout.setPrintTitleColumns('$A:$A');
      pageLayout.setPrintMargins('Centimeters', { top: 2, bottom: 2, left: 1, right: 1, header: 1, footer: 1 });
      const feet = pageLayout.headersFooters.defaultForAllPages;
      feet.leftFooter = '左';
      feet.centerFooter = '&P / &N';
      feet.rightFooter = '右';
      pageLayout.load('orientation,paperSize,centerHorizontally,topMargin');
      feet.load('leftFooter,centerFooter,rightFooter');
      await context.sync();
      return [
        [pageLayout.orientation, pageLayout.paperSize, pageLayout.centerHorizontally],
        Math.abs(pageLayout.topMargin - 56.7) < 1,
        [feet.leftFooter, feet.centerFooter, feet.rightFooter],
      ];
    },
  },
  {
    id: 'sheets-and-their-views',
    zh: '工作表的冻结、网格线、颜色、位置与隐藏',
    en: 'frozen panes, gridlines, colours, places and hiding of a sheet',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.freezePanes.freezeRows(1);
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B2'));
      sheet.showGridlines = false;
      sheet.tabColor = '#C2410C';
      sheet.getRange('C:C').columnHidden = true;
      sheet.getRange('5:5').rowHidden = true;
      sheet.visibility = 'Hidden';
      sheet.load('showGridlines,tabColor,position,visibility');
      const column = sheet.getRange('C1').load('columnHidden');
      const row = sheet.getRange('A5').load('rowHidden');
      const missing = context.workbook.worksheets.getItemOrNullObject('Probe missing').load('name');
      await context.sync();
      const seen = [sheet.showGridlines, sheet.tabColor, sheet.position, sheet.visibility];
      sheet.visibility = 'Visible';
      await context.sync();
      return [seen, column.columnHidden, row.rowHidden, missing.isNullObject];
    },
  },
  {
    id: 'parts-of-a-chart',
    zh: '图表的各部分',
    en: 'the parts of a chart',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.getRange('A1:C3').values = [
        ['', '甲', '乙'],
        ['一', 1, 2],
        ['二', 3, 4],
      ];
      const chart = sheet.charts.add('BarStacked', sheet.getRange('B2:B3'), 'Columns');
      chart.name = 'Probe';
      chart.setPosition('E1', 'J12');
      chart.format.font.set({ name: 'Arial', size: 9, color: '#112233' });
      chart.format.border.lineStyle = 'None';
      chart.title.text = '图';
      chart.title.format.font.set({ name: 'Arial', size: 12, bold: false, color: '#112233' });
      chart.legend.visible = true;
      chart.legend.position = 'Bottom';
      const { categoryAxis, valueAxis } = chart.axes;
      categoryAxis.reversePlotOrder = true;
      valueAxis.majorGridlines.visible = false;
      valueAxis.minimum = 0;
      valueAxis.maximum = 9;
      valueAxis.visible = false;
      const first = chart.series.getItemAt(0);
      const second = chart.series.add('乙');
      for (const [series, column] of [
        [first, 'B'],
        [second, 'C'],
      ] as const) {
        series.name = column;
        series.setValues(sheet.getRange(`${column}2:${column}3`));
        series.setXAxisValues(sheet.getRange('A2:A3'));
        series.gapWidth = 45;
        series.format.fill.setSolidColor('#C2410C');
        series.format.line.color = '#FFFFFF';
        series.hasDataLabels = true;
        series.dataLabels.showValue = true;
        series.dataLabels.numberFormat = '0;;';
        series.dataLabels.format.font.color = '#FFFFFF';
        const point = series.points.getItemAt(1).format;
        point.fill.setSolidColor('#DDDDDD');
        point.border.color = '#999999';
      }
      const all = sheet.charts.load('items/name,items/title/text');
      chart.series.load('items/name');
      await context.sync();
      return [all.items.map(({ name, title }) => [name, title.text]), chart.series.items.map(({ name }) => name)];
    },
  },
];
