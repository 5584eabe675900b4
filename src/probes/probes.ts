// What the product takes for granted about Excel, and where Excel is said to be unkind: asked of the host by tests, of a real Excel by people.
import { BOOK_PROBES } from './bookProbes';
import { LOOK_PROBES } from './lookProbes';
import { probeTable, type Probe } from './probe';
import { TABLE_PROBES } from './tableProbes';

/** The questions in the order in which they are asked. */
export const PROBES: readonly Probe[] = [
  {
    id: 'scalar-for-a-range',
    zh: '一个值写满一片单元格',
    en: 'one value for a whole range',
    needs: '1.9',
    ask: async (context, sheet) => {
      const range = sheet.getRange('A1:B2');
      range.values = 7 as unknown as number[][];
      range.numberFormat = '0.00' as unknown as string[][];
      range.load('values,numberFormat');
      await context.sync();
      return [range.values, range.numberFormat] as never;
    },
  },
  {
    id: 'one-formula-for-a-column',
    zh: '一条表内公式写满一列',
    en: 'one structured formula for a column',
    needs: '1.9',
    ask: async (context, sheet) => {
      probeTable(sheet, [
        ['a', 'b'],
        [1, ''],
        [2, ''],
      ]);
      const column = sheet.getRange('B2:B3');
      column.formulas = '=ProbeTable[[#This Row],[a]]*10' as unknown as string[][];
      column.load('formulas,values');
      await context.sync();
      return { formulas: column.formulas, values: column.values };
    },
  },
  {
    id: 'formulas-read-back',
    zh: '表内公式读回来的写法',
    en: 'spelling of formulas read back in a table',
    needs: '1.9',
    ask: async (context, sheet) => {
      probeTable(sheet, [
        ['a', 'b b', 'c', 'd', 'e'],
        [1, 2, '', '', ''],
      ]);
      const range = sheet.getRange('C2:E2');
      range.formulas = [
        [
          '=SUM(ProbeTable[a])',
          '=SUM(ProbeTable[[#This Row],[a]:[b b]])',
          '=ProbeTable[[#This Row],[b b]]+ProbeTable[[#This Row],[a]]',
        ],
      ];
      range.load('formulas');
      await context.sync();
      return range.formulas as never;
    },
  },
  {
    id: 'formula-in-one-row-of-a-column',
    zh: '只在一行写公式时，表会不会填满整列',
    en: 'whether a table fills a column when one of its cells gets a formula',
    needs: '1.9',
    ask: async (context, sheet) => {
      probeTable(sheet, [
        ['a', 'b'],
        [1, ''],
        [2, ''],
        [3, ''],
      ]);
      sheet.getRange('B2').formulas = [['=ProbeTable[[#This Row],[a]]+1']];
      const column = sheet.getRange('B2:B4').load('values');
      await context.sync();
      return column.values as never;
    },
  },
  {
    id: 'inside-borders-of-one-row',
    zh: '给单独一行画内部横线',
    en: 'inside borders of a single row',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.getRange('A1:C1').format.borders.getItem('InsideHorizontal').style = 'Continuous';
      await context.sync();
      return 'taken';
    },
  },
  {
    id: 'rule-over-mixed-validation',
    zh: '在校验不同的单元格上再设一条校验',
    en: 'a validation over cells with several',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
      sheet.getRange('A2').dataValidation.rule = { list: { inCellDropDown: true, source: 'c,d' } };
      await context.sync();
      sheet.getRange('A1:A3').dataValidation.rule = { list: { inCellDropDown: true, source: 'e,f' } };
      await context.sync();
      return 'taken';
    },
  },
  {
    id: 'rule-after-clear',
    zh: '先清除再设校验',
    en: 'a validation after clear()',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
      sheet.getRange('A2').dataValidation.rule = { list: { inCellDropDown: true, source: 'c,d' } };
      await context.sync();
      const { dataValidation } = sheet.getRange('A1:A3');
      dataValidation.clear();
      dataValidation.rule = { list: { inCellDropDown: true, source: '=$C$1:$C$3' } };
      dataValidation.ignoreBlanks = false;
      dataValidation.load('type,ignoreBlanks');
      await context.sync();
      return [dataValidation.type, dataValidation.ignoreBlanks];
    },
  },
  {
    id: 'formats-carry-conditionals',
    zh: '复制格式会不会多出条件格式',
    en: 'whether copied formats bring conditional formats',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.getRange('A1:B3').conditionalFormats.add('Custom').custom.rule.formula = '=$A1>1';
      await context.sync();
      sheet.getRange('A5:B5').copyFrom('A1:B1', 'Formats');
      const all = sheet.getRange('A1:B9').conditionalFormats.load('items/type');
      await context.sync();
      return all.items.length;
    },
  },
  {
    id: 'newest-rule-comes-first',
    zh: '后加的条件格式排在前面',
    en: 'a new conditional format comes before the others',
    needs: '1.9',
    ask: async (context, sheet) => {
      const range = sheet.getRange('A1:A3');
      range.conditionalFormats.add('Custom').custom.rule.formula = '=$A1=1';
      range.conditionalFormats.add('Custom').custom.rule.formula = '=$A1=2';
      const all = range.conditionalFormats.load('items/priority,items/custom/rule/formula');
      await context.sync();
      return [...all.items].sort((a, b) => a.priority - b.priority).map(({ custom }) => custom.rule.formula);
    },
  },
  {
    id: 'blank-rows-added',
    zh: '表末添加空行',
    en: 'blank rows added at the end of a table',
    needs: '1.9',
    ask: async (context, sheet) => {
      const table = probeTable(sheet, [
        ['a', 'b'],
        [1, 2],
      ]);
      table.rows.add(undefined, [
        [3, ''],
        ['', ''],
      ]);
      const body = table.getDataBodyRange().load('rowCount');
      await context.sync();
      return body.rowCount;
    },
  },
  {
    id: 'resize-takes-rows-in',
    zh: '扩大表格',
    en: 'a table resized',
    needs: '1.13',
    ask: async (context, sheet) => {
      const table = probeTable(sheet, [
        ['a', 'b'],
        [1, 2],
      ]);
      table.resize(sheet.getRange('A1:B4'));
      const range = table.getRange().load('address');
      await context.sync();
      return range.address.split('!').at(-1) ?? '';
    },
  },
  {
    id: 'typed-text-stays-text',
    zh: '文本格式里写数字、日期与公式',
    en: 'numbers, dates and formulas written into text cells',
    needs: '1.9',
    ask: async (context, sheet) => {
      const range = sheet.getRange('A1:C1');
      range.numberFormat = '@' as unknown as string[][];
      range.values = [['007', '6-8', '=1+1']];
      range.load('values');
      await context.sync();
      return range.values as never;
    },
  },
  {
    id: 'apostrophe-makes-text',
    zh: '前面加撇号的内容',
    en: 'content after an apostrophe',
    needs: '1.9',
    ask: async (context, sheet) => {
      const range = sheet.getRange('A1:B1');
      range.values = [["'=1+1", "'007"]];
      range.load('values,formulas');
      await context.sync();
      return [range.values, range.formulas] as never;
    },
  },
  {
    id: 'formulas-that-decide',
    zh: '公式的几个边界：COUNTIF 通配符、EXACT、ROUND、空单元格',
    en: 'formulas at their edges: wildcards in COUNTIF, EXACT, ROUND, blanks',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.getRange('A1:A4').values = [['●'], ['a*b'], ['aXb'], ['']];
      const range = sheet.getRange('C1:C6');
      range.formulas = [
        ['=COUNTIF(A1:A4,"a*b")'],
        ['=COUNTIF(A1:A4,"a~*b")'],
        ['=EXACT(A1,"○")'],
        ['=ROUND(2.5,0)&"|"&ROUND(-2.5,0)&"|"&ROUND(1.005,2)'],
        ['=IF(A4="","blank","not")'],
        ['=SUMPRODUCT((A1:A4<>"")*1)'],
      ];
      range.load('values');
      await context.sync();
      return range.values.map(([value]) => value as never);
    },
  },
  {
    id: 'serial-of-a-moment',
    zh: '日期时刻的序列值与文本',
    en: 'serial and text of a moment',
    needs: '1.9',
    ask: async (context, sheet) => {
      const range = sheet.getRange('A1');
      range.values = [[44357.75]];
      range.numberFormat = [['yyyy-mm-dd hh:mm']];
      range.load('values,text');
      await context.sync();
      return [range.values, range.text] as never;
    },
  },
  {
    id: 'fit-to-width-with-breaks',
    zh: '适合页宽时还认不认手工分页（读回设置）',
    en: 'page breaks beside fit-to-width, as read back',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.getRange('A1:A40').values = Array.from({ length: 40 }, (_none, row) => [row]);
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      sheet.horizontalPageBreaks.add('A11');
      sheet.pageLayout.load('zoom');
      const breaks = sheet.horizontalPageBreaks.load('items');
      await context.sync();
      const { horizontalFitToPages = null, verticalFitToPages = null, scale = null } = sheet.pageLayout.zoom;
      return { breaks: breaks.items.length, wide: horizontalFitToPages, tall: verticalFitToPages, scale };
    },
  },
  {
    id: 'column-width-kept',
    zh: '以磅设的列宽读回来',
    en: 'a column width in points, read back',
    needs: '1.9',
    ask: async (context, sheet) => {
      const { format } = sheet.getRange('A:A');
      format.columnWidth = 75;
      format.load('columnWidth');
      await context.sync();
      return Math.abs(format.columnWidth - 75) < 1;
    },
  },
  {
    id: 'table-name-follows-renaming',
    zh: '表格改名后公式跟着改',
    en: 'formulas follow a renamed table',
    needs: '1.9',
    ask: async (context, sheet) => {
      const table = probeTable(sheet, [['a'], [1]]);
      const beside = sheet.getRange('C1');
      beside.formulas = [['=SUM(ProbeTable[a])']];
      await context.sync();
      table.name = 'ProbeOther';
      beside.load('formulas');
      await context.sync();
      return beside.formulas as never;
    },
  },
  {
    id: 'header-renames-column',
    zh: '改表头就是改列名',
    en: 'a changed header renames the column in formulas',
    needs: '1.9',
    ask: async (context, sheet) => {
      probeTable(sheet, [
        ['a', 'b'],
        [1, 2],
      ]);
      const beside = sheet.getRange('D1');
      beside.formulas = [['=SUM(ProbeTable[a])']];
      await context.sync();
      sheet.getRange('A1').values = [['甲']];
      beside.load('formulas');
      await context.sync();
      return beside.formulas as never;
    },
  },
  {
    id: 'sheet-name-too-long',
    zh: '32 个字的工作表名',
    en: 'a sheet name of 32 characters',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.name = 'x'.repeat(32);
      await context.sync();
      return 'taken';
    },
  },
  ...TABLE_PROBES,
  ...LOOK_PROBES,
  ...BOOK_PROBES,
];
