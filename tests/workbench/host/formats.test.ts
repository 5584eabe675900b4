import { cellsOf, onHost } from './onHost';

describe('formats', () => {
  test('fill, font, alignment and number format are set on every cell and read back; mixed ones read null', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const range = cellsOf(context, 'A1:B2');
      range.format.fill.color = '#fce4d6';
      range.format.font.bold = true;
      range.format.font.name = '宋体';
      range.format.font.size = 14;
      range.format.horizontalAlignment = 'Center';
      range.format.verticalAlignment = 'Top';
      range.format.wrapText = true;
      range.numberFormat = [
        ['0.00', '@'],
        ['yyyy-mm-dd', 'General'],
      ];
      cellsOf(context, 'B2').format.font.color = 'red';
      range.load(
        'numberFormat,format/fill/color,format/font/bold,format/font/color,format/font/name,format/horizontalAlignment,format/verticalAlignment,format/wrapText',
      );
      await context.sync();
      expect(range.numberFormat).toEqual([
        ['0.00', '@'],
        ['yyyy-mm-dd', 'General'],
      ]);
      expect(range.format.toJSON()).toMatchObject({
        fill: { color: '#FCE4D6' },
        font: { bold: true, name: '宋体', color: null },
        horizontalAlignment: 'Center',
        verticalAlignment: 'Top',
        wrapText: true,
      });
    });
    expect(host.first.cells.get('1,1')?.style).toMatchObject({
      fill: '#FCE4D6',
      bold: true,
      color: '#FF0000',
      horizontal: 'center',
      wrap: true,
    });
  });

  test('cells of one format share one style object', async () => {
    const host = onHost();
    await host.run(async (context) => (cellsOf(context, 'A1:C100').format.font.bold = true));
    expect(new Set([...host.first.cells.values()].map((cell) => cell.style)).size).toBe(1);
  });

  test('a cleared fill leaves the rest; a colour that is none is refused', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const { fill, font } = cellsOf(context, 'A1').format;
      fill.color = 'yellow';
      font.italic = true;
      fill.clear();
      await context.sync();
    });
    expect(host.first.cells.get('0,0')?.style).toEqual({ italic: true });
    expect(await host.code((context) => (cellsOf(context, 'A1').format.fill.color = 'nonsense'))).toBe(
      'InvalidArgument',
    );
  });

  test('outer and inner borders go to the cell sides they touch', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const { borders } = cellsOf(context, 'A1:B2').format;
      for (const edge of ['EdgeTop', 'InsideVertical'] as const) {
        const border = borders.getItem(edge);
        border.style = 'Continuous';
        border.color = '#808080';
      }
      borders.getItem('EdgeTop').weight = 'Medium';
      const top = borders.getItem('EdgeTop').load('style,color,weight');
      const left = borders.getItem('EdgeLeft').load('style');
      await context.sync();
      expect([top.style, top.color, top.weight, left.style]).toEqual(['Continuous', '#808080', 'Medium', 'None']);
    });
    const line = { style: 'thin', color: '#808080' };
    expect(host.first.cells.get('0,0')?.style?.border).toEqual({
      top: { style: 'medium', color: '#808080' },
      right: line,
    });
    expect(host.first.cells.get('1,1')?.style?.border).toEqual({ left: line });
  });

  test('widths are points outside and characters inside; 0 hides; a default column is 48 points wide', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const column = cellsOf(context, 'B:B');
      column.format.load('columnWidth');
      await context.sync();
      expect(column.format.columnWidth).toBe(48);
      column.format.columnWidth = (20 * 7 + 5) * 0.75;
      cellsOf(context, 'C:C').format.columnWidth = 0;
      cellsOf(context, '2:3').format.rowHeight = 30;
      const hidden = cellsOf(context, 'C1').load('columnHidden');
      const both = cellsOf(context, 'A1:C1').load('columnHidden');
      await context.sync();
      expect([hidden.columnHidden, both.columnHidden]).toEqual([true, null]);
    });
    expect(host.first.columns.get(1)?.width).toBe(20);
    expect(host.first.rows.get(2)?.height).toBe(30);
  });

  test('autofit makes a column wide enough for its longest text, Chinese counting double', async () => {
    const host = onHost();
    await host.run(async (context) => {
      cellsOf(context, 'A1:B1').values = [['宣传活动', 'abcd']];
      cellsOf(context, 'A:B').format.autofitColumns();
      await context.sync();
    });
    expect([host.first.columns.get(0)?.width, host.first.columns.get(1)?.width]).toEqual([9, 5]);
  });

  test('a row’s or column’s format reaches cells written later', async () => {
    const host = onHost();
    await host.run(async (context) => {
      cellsOf(context, 'A:A').format.font.bold = true;
      cellsOf(context, 'A9').values = [['late']];
      const bold = cellsOf(context, 'A9').format.font.load('bold');
      await context.sync();
      expect(bold.bold).toBe(true);
    });
    expect(host.first.cells.get('8,0')?.style).toEqual({ bold: true });
  });
});

describe('data validation', () => {
  test('every kind of rule reads back as it was set', async () => {
    const host = onHost();
    const rules: Excel.DataValidationRule[] = [
      { list: { inCellDropDown: true, source: '是,否' } },
      { list: { inCellDropDown: true, source: '=$D$1:$D$9' } },
      { wholeNumber: { formula1: 1, formula2: 10, operator: 'Between' } },
      { decimal: { formula1: 0, operator: 'GreaterThanOrEqualTo' } },
      { date: { formula1: '=NOW()', operator: 'LessThan' } },
      { textLength: { formula1: 18, operator: 'EqualTo' } },
      { custom: { formula: '=COUNTIF($A:$A,A7)=1' } },
    ];
    await host.run(async (context) => {
      const cells = rules.map((rule, i) => {
        const { dataValidation } = cellsOf(context, `A${i + 1}`);
        dataValidation.rule = rule;
        dataValidation.load('rule,type,ignoreBlanks');
        return dataValidation;
      });
      await context.sync();
      expect(cells.map((cell) => cell.rule)).toEqual(rules);
      expect(cells.map((cell) => cell.type)).toEqual([
        'List',
        'List',
        'WholeNumber',
        'Decimal',
        'Date',
        'TextLength',
        'Custom',
      ]);
    });
  });

  test('a range as the source of a list becomes its address, a date text its serial', async () => {
    const host = onHost();
    await host.run(async (context) => {
      context.workbook.worksheets.add('表 2');
      cellsOf(context, 'A1').dataValidation.rule = {
        list: { inCellDropDown: true, source: context.workbook.worksheets.getItem('表 2').getRange('B1:B3') },
      };
      cellsOf(context, 'A2').dataValidation.rule = { date: { formula1: '2021-06-07', operator: 'GreaterThan' } };
      await context.sync();
    });
    expect(host.first.validations.map((one) => one.formula1)).toEqual(["'表 2'!$B$1:$B$3", '44354']);
  });

  test('prompt and alert stay when the rule changes, and need a rule first', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const { dataValidation } = cellsOf(context, 'A1:A5');
      dataValidation.rule = { custom: { formula: '=TRUE' } };
      dataValidation.prompt = { showPrompt: true, title: '提示', message: '请填' };
      dataValidation.errorAlert = { showAlert: true, style: 'Warning', title: '错', message: '不对' };
      dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
      dataValidation.load('prompt,errorAlert');
      await context.sync();
      expect([dataValidation.prompt.message, dataValidation.errorAlert.style]).toEqual(['请填', 'Warning']);
    });
    expect(
      await host.code(
        (context) => (cellsOf(context, 'Z1').dataValidation.prompt = { showPrompt: true, title: '', message: 'x' }),
      ),
    ).toBe('InvalidOperation');
  });

  test('a list written out holds 255 characters', async () => {
    const host = onHost();
    const rule = (length: number) => (context: Excel.RequestContext) =>
      (cellsOf(context, 'A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'x'.repeat(length) } });
    expect([await host.code(rule(255)), await host.code(rule(256))]).toEqual(['none', 'InvalidArgument']);
  });

  test('a rule over part of another takes its place there; what is left is mixed', async () => {
    const host = onHost();
    await host.run(async (context) => {
      cellsOf(context, 'A1:A9').dataValidation.rule = { custom: { formula: '=B1>0' } };
      cellsOf(context, 'A1:A3').dataValidation.rule = { list: { inCellDropDown: true, source: 'a' } };
      const all = cellsOf(context, 'A1:A9').dataValidation.load('type');
      const rest = cellsOf(context, 'A4:A9').dataValidation.load('rule');
      await context.sync();
      expect([all.type, rest.rule]).toEqual(['MixedCriteria', { custom: { formula: '=B4>0' } }]);
      cellsOf(context, 'A1:A9').dataValidation.clear();
      await context.sync();
    });
    expect(host.first.validations).toEqual([]);
  });
});

describe('conditional formats', () => {
  test('a formula rule is added with its format, the newest first, and cleared by area', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const range = cellsOf(context, 'A2:C9');
      const first = range.conditionalFormats.add('Custom');
      first.custom.rule.formula = '=$C2="逾期"';
      first.custom.format.fill.color = '#F8CBAD';
      first.custom.format.font.color = '#C00000';
      first.custom.format.font.bold = true;
      first.stopIfTrue = true;
      range.conditionalFormats.add('Custom').custom.rule.formula = '=$A2=""';
      const { conditionalFormats } = cellsOf(context, 'B5');
      conditionalFormats.load('items/priority,items/stopIfTrue,items/custom/rule/formula');
      const count = conditionalFormats.getCount();
      await context.sync();
      expect(count.value).toBe(2);
      expect(
        conditionalFormats.items.map((item) => [item.priority, item.stopIfTrue, item.custom.rule.formula]),
      ).toEqual([
        [0, false, '=$A2=""'],
        [1, true, '=$C2="逾期"'],
      ]);
      cellsOf(context, 'A2:C4').conditionalFormats.clearAll();
      await context.sync();
    });
    expect(host.first.conditionals.map((rule) => [rule.formula, rule.ranges, rule.style])).toEqual([
      ['$C5="逾期"', [{ row: 4, column: 0, rows: 5, columns: 3 }], { fill: '#F8CBAD', color: '#C00000', bold: true }],
      ['$A5=""', [{ row: 4, column: 0, rows: 5, columns: 3 }], {}],
    ]);
  });

  test('rules take no structured references, as in Excel', async () => {
    const host = onHost();
    expect(
      await host.code(
        (context) => (cellsOf(context, 'A1').conditionalFormats.add('Custom').custom.rule.formula = '=T[@x]=1'),
      ),
    ).toBe('InvalidArgument');
  });

  test('rules follow inserted and deleted rows and stay right for each row', async () => {
    const host = onHost();
    await host.run(async (context) => {
      cellsOf(context, 'A3:A9').conditionalFormats.add('Custom').custom.rule.formula = '=B3>1';
      cellsOf(context, '1:1').insert('Down');
      await context.sync();
      expect(host.first.conditionals[0]).toMatchObject({ formula: 'B4>1', ranges: [{ row: 3, rows: 7 }] });
      cellsOf(context, '4:4').delete('Up');
      await context.sync();
    });
    expect(host.first.conditionals[0]).toMatchObject({ formula: 'B4>1', ranges: [{ row: 3, rows: 6 }] });
  });
});
