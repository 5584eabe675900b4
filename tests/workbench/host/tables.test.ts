import { cellsOf, onHost, valuesOf, withTable } from './onHost';

const ROWS = [
  ['编号', '分数'],
  ['E1', 10],
  ['E2', 30],
  ['E3', 20],
];

describe('making and finding tables', () => {
  test('headers become texts, blanks and duplicates get names; the name and style are Excel’s defaults', async () => {
    const host = onHost();
    await host.run(async (context) => {
      cellsOf(context, 'A1:D2').values = [
        [2021, '', '分数', '分数'],
        [1, 2, 3, 4],
      ];
      const table = context.workbook.worksheets
        .getFirst()
        .tables.add('A1:D2', true)
        .load('name,style,showHeaders,showTotals');
      await context.sync();
      expect([table.name, table.style, table.showHeaders, table.showTotals]).toEqual([
        'Table1',
        'TableStyleMedium2',
        true,
        false,
      ]);
    });
    expect(await valuesOf(host, 'A1:D1')).toEqual([['2021', 'Column1', '分数', '分数2']]);
  });

  test('without headers a header row is put in above', async () => {
    const host = onHost({ language: 'zh-CN' });
    await host.run(async (context) => {
      cellsOf(context, 'A1:B2').values = [
        [1, 2],
        [3, 4],
      ];
      context.workbook.tables.add('Sheet1!A1:B2', false);
      await context.sync();
    });
    expect(await valuesOf(host, 'A1:B3')).toEqual([
      ['列1', '列2'],
      [1, 2],
      [3, 4],
    ]);
    expect(host.first.tables[0]?.name).toBe('表1');
  });

  test('a table is found by name in any case and by id; a missing one is null or ItemNotFound', async () => {
    const host = onHost();
    await withTable(host, ROWS, 'Entries');
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('entries').load('id');
      await context.sync();
      const same = context.workbook.tables.getItem(table.id).load('name');
      const missing = context.workbook.tables.getItemOrNullObject('Nope');
      const deeper = missing.columns.getItem('x').getDataBodyRange();
      await context.sync();
      expect([same.name, missing.isNullObject, deeper.isNullObject]).toEqual(['Entries', true, true]);
    });
    expect(await host.code((context) => context.workbook.tables.getItem('Nope').load('name'))).toBe('ItemNotFound');
  });

  test.each([
    ['A B', 'InvalidArgument'],
    ['1x', 'InvalidArgument'],
    ['A1', 'InvalidArgument'],
    ['R1C1', 'InvalidArgument'],
    ['Other', 'ItemAlreadyExists'],
    ['截止', 'ItemAlreadyExists'],
    ['Ünïts_2', 'none'],
  ])('renaming a table to %s answers %s', async (name, code) => {
    const host = onHost();
    await withTable(host, ROWS);
    await host.run(async (context) => {
      context.workbook.tables.add('Sheet1!F1:F2', true).name = 'Other';
      context.workbook.names.add('截止', '=5');
    });
    expect(await host.code((context) => (context.workbook.tables.getItem('T').name = name))).toBe(code);
  });

  test('tables cannot overlap, nor hold merged cells', async () => {
    const host = onHost();
    await withTable(host, ROWS);
    expect(await host.code((context) => context.workbook.tables.add('Sheet1!B2:C9', true))).toBe('InvalidArgument');
    expect(
      await host.code((context) => {
        cellsOf(context, 'F1:G1').merge();
        context.workbook.tables.add('Sheet1!F1:G3', true);
      }),
    ).toBe('InvalidArgument');
  });
});

describe('columns', () => {
  test('writing a header renames the column and the formulas that name it', async () => {
    const host = onHost();
    await withTable(host, ROWS);
    await host.run(async (context) => {
      cellsOf(context, 'D1').formulas = [['=SUM(T[分数])']];
      context.workbook.tables
        .getItem('T')
        .columns.add(undefined, [['两倍'], ['=[@分数]*2'], ['=[@分数]*2'], ['=[@分数]*2']]);
      cellsOf(context, 'B1').values = [['得分 (满分)']];
      const read = cellsOf(context, 'A1:E2').load('formulas');
      await context.sync();
      expect(read.formulas).toEqual([
        ['编号', '得分 (满分)', '两倍', '=SUM(T[得分 (满分)])', ''],
        ['E1', 10, '=[@[得分 (满分)]]*2', '', ''],
      ]);
    });
    expect(host.first.tables[0]?.columns[2]?.calculatedFormula).toBe('=[@[得分 (满分)]]*2');
  });

  test('a header cannot be the same as another: it gets a number; an emptied one gets a name', async () => {
    const host = onHost();
    await withTable(host, ROWS);
    await host.run(async (context) => (context.workbook.tables.getItem('T').columns.getItem('分数').name = '编号'));
    expect(await valuesOf(host, 'A1:B1')).toEqual([['编号', '编号2']]);
    await host.run(async (context) => (cellsOf(context, 'A1').values = [['']]));
    expect(await valuesOf(host, 'A1')).toEqual([['Column1']]);
  });

  test('columns are added at the end and inside, and deleted; formulas lose a deleted column', async () => {
    const host = onHost();
    await withTable(host, ROWS);
    await host.run(async (context) => {
      const { columns } = context.workbook.tables.getItem('T');
      columns.add(1, [['插入'], [1], [2], [3]]);
      columns.add(undefined, undefined, '最后');
      columns.load('items/name,items/id');
      await context.sync();
      expect(columns.items.map((column) => column.name)).toEqual(['编号', '插入', '分数', '最后']);
      expect(new Set(columns.items.map((column) => column.id)).size).toBe(4);
      columns.getItem('插入').delete();
      columns.load('items/name');
      const range = context.workbook.tables.getItem('T').getRange().load('address');
      await context.sync();
      expect([columns.items.map((column) => column.name), range.address]).toEqual([
        ['编号', '分数', '最后'],
        'Sheet1!A1:C4',
      ]);
      cellsOf(context, 'G1:G2').formulas = [['=SUM(T[最后])'], ['=SUM(T[分数])']];
      columns.getItem('最后').delete();
      const sums = cellsOf(context, 'F1:F2').load('formulas');
      const moved = cellsOf(context, 'G1:G2').load('formulas');
      await context.sync();
      expect([sums.formulas, moved.formulas]).toEqual([
        [['=SUM(#REF!)'], ['=SUM(T[分数])']],
        [[''], ['']],
      ]);
      columns.add(undefined, undefined, '最后');
      await context.sync();
    });
    expect(await valuesOf(host, 'A2:C2')).toEqual([['E1', 10, '']]);
  });

  test('a column filled with one formula is calculated, and new rows get it; constants end that', async () => {
    const host = onHost();
    const table = await withTable(host, [
      ['a', 'b'],
      [1, ''],
      [2, ''],
    ]);
    await host.run(async (context) => (cellsOf(context, 'B2:B3').formulas = [['=[@a]+1'], ['=[@a]+1']]));
    expect(table.columns[1]?.calculatedFormula).toBe('=[@a]+1');
    await host.run(async (context) =>
      context.workbook.tables.getItem('T').rows.add(undefined, [
        [3, null],
        [4, null],
      ] as unknown as number[][]),
    );
    expect(host.first.cells.get('4,1')?.formula).toBe('=[@a]+1');
    await host.run(async (context) => (cellsOf(context, 'B2:B5').values = [[0], [0], [0], [0]]));
    expect(table.columns[1]?.calculatedFormula).toBeUndefined();
  });

  test('a relative formula that moves with its row counts as uniform', async () => {
    const host = onHost();
    const table = await withTable(host, [
      ['a', 'b'],
      [1, ''],
      [2, ''],
    ]);
    await host.run(async (context) => (cellsOf(context, 'B2:B3').formulas = [['=A2*2'], ['=A3*2']]));
    expect(table.columns[1]?.calculatedFormula).toBe('=A2*2');
    await host.run(async (context) =>
      context.workbook.tables.getItem('T').rows.add(undefined, [[3, null]] as unknown as number[][]),
    );
    expect(host.first.cells.get('3,1')?.formula).toBe('=A4*2');
  });
});

describe('rows', () => {
  test('a block of rows is added at the end, inside, and below cells that must move', async () => {
    const host = onHost();
    await withTable(host, ROWS);
    await host.run(async (context) => {
      cellsOf(context, 'A5:C5').values = [['below', 'x', 'beside']];
      const { rows } = context.workbook.tables.getItem('T');
      rows.add(undefined, [
        ['E4', 40],
        ['E5', 50],
      ]);
      rows.add(0, [['E0', 5]]);
      const count = rows.getCount();
      await context.sync();
      expect(count.value).toBe(6);
    });
    expect(await valuesOf(host, 'A1:C8')).toEqual([
      ['编号', '分数', ''],
      ['E0', 5, ''],
      ['E1', 10, ''],
      ['E2', 30, ''],
      ['E3', 20, 'beside'],
      ['E4', 40, ''],
      ['E5', 50, ''],
      ['below', 'x', ''],
    ]);
  });

  test('a table keeps one body row: deleting the last one empties it', async () => {
    const host = onHost();
    await withTable(host, [
      ['a', 'b'],
      [1, '=[@a]*2'],
    ]);
    await host.run(async (context) => context.workbook.tables.getItem('T').rows.getItemAt(0).delete());
    expect(await valuesOf(host, 'A2')).toEqual([['']]);
    expect(host.first.tables[0]?.range.rows).toBe(2);
    expect(host.first.cells.get('1,1')?.formula).toBe('=[@a]*2');
  });

  test('rows can be read and written one by one', async () => {
    const host = onHost();
    await withTable(host, ROWS);
    await host.run(async (context) => {
      const { rows } = context.workbook.tables.getItem('T');
      rows.getItemAt(1).values = [['E2', 99]];
      rows.load('items/values');
      await context.sync();
      expect(rows.items.map((row) => row.values)).toEqual([[['E1', 10]], [['E2', 99]], [['E3', 20]]]);
      rows.getItemAt(0).delete();
      await context.sync();
    });
    expect(await valuesOf(host, 'A2:B3')).toEqual([
      ['E2', 99],
      ['E3', 20],
    ]);
  });

  test('a whole sheet row put in inside the table is a new row of it, with the calculated formula', async () => {
    const host = onHost();
    await withTable(host, [
      ['a', 'b'],
      [1, '=[@a]*2'],
      [2, '=[@a]*2'],
    ]);
    await host.run(async (context) => cellsOf(context, '3:3').insert('Down'));
    expect(host.first.tables[0]?.range.rows).toBe(4);
    expect(host.first.cells.get('2,1')?.formula).toBe('=[@a]*2');
  });

  test('a move that would tear the table is refused', async () => {
    const host = onHost();
    await withTable(host, ROWS);
    expect(await host.code((context) => cellsOf(context, 'A2').insert('Down'))).toBe('InvalidOperation');
    expect(await host.code((context) => cellsOf(context, '1:1').delete('Up'))).toBe('InvalidOperation');
  });
});

describe('resize', () => {
  test('without ExcelApi 1.13 there is no Table.resize', async () => {
    const host = onHost({ excelApi: '1.9' });
    await withTable(host, ROWS);
    expect(host.Office.context.requirements.isSetSupported('ExcelApi', '1.13')).toBe(false);
    expect(await host.code((context) => context.workbook.tables.getItem('T').resize('A1:B9'))).toBe('ApiNotFound');
  });

  test('with it the table takes in rows and columns; new rows get formulas, styles and rules', async () => {
    const host = onHost({ excelApi: '1.13' });
    const table = await withTable(host, [
      ['a', 'b'],
      [1, '=[@a]*2'],
    ]);
    await host.run(async (context) => {
      cellsOf(context, 'A2:B2').format.font.bold = true;
      cellsOf(context, 'A2').dataValidation.rule = { list: { inCellDropDown: true, source: '是,否' } };
      cellsOf(context, 'A3:A4').values = [[5], [6]];
      context.workbook.tables.getItem('T').resize('A1:C4');
      await context.sync();
    });
    expect(table.columns.map((column) => column.name)).toEqual(['a', 'b', 'Column1']);
    expect(host.first.cells.get('3,1')).toEqual({ formula: '=[@a]*2', style: { bold: true } });
    expect(host.first.validations[0]?.ranges).toEqual([{ row: 1, column: 0, rows: 3, columns: 1 }]);
  });

  test.each([
    ['A2:B5', 'InvalidArgument'],
    ['A1:B1', 'InvalidArgument'],
    ['A1:G4', 'InvalidArgument'],
    ['H1:I4', 'InvalidArgument'],
    ['A1:B3', 'none'],
  ])('to %s answers %s', async (address, code) => {
    const host = onHost({ excelApi: '1.13' });
    await withTable(host, ROWS);
    await host.run(async (context) => void context.workbook.tables.add('Sheet1!F1:F3', true));
    expect(await host.code((context) => context.workbook.tables.getItem('T').resize(address))).toBe(code);
  });
});

describe('taking tables away', () => {
  test('a deleted table goes with its cells; what named it becomes #REF!', async () => {
    const host = onHost();
    await withTable(host, ROWS);
    await host.run(async (context) => {
      cellsOf(context, 'D1').formulas = [['=SUM(T[分数])']];
      cellsOf(context, 'A6').values = [['below']];
      context.workbook.tables.getItem('T').delete();
      await context.sync();
    });
    expect(host.first.cells.get('0,3')?.formula).toBe('=SUM(#REF!)');
    expect(await valuesOf(host, 'A1:A2')).toEqual([[''], ['below']]);
  });

  test('it becomes a plain range only while no formula names it', async () => {
    const host = onHost();
    await withTable(host, ROWS);
    await host.run(async (context) => (cellsOf(context, 'D1').formulas = [['=SUM(T[分数])']]));
    expect(await host.code((context) => context.workbook.tables.getItem('T').convertToRange())).toBe('ApiNotFound');
    await host.run(async (context) => cellsOf(context, 'D1').clear());
    expect(await host.code((context) => context.workbook.tables.getItem('T').convertToRange())).toBe('none');
    expect(host.first.tables).toEqual([]);
    expect(await valuesOf(host, 'A1')).toEqual([['编号']]);
  });

  test('a totals row moves what is below and goes again', async () => {
    const host = onHost();
    await withTable(host, ROWS);
    await host.run(async (context) => {
      cellsOf(context, 'A5').values = [['below']];
      const table = context.workbook.tables.getItem('T');
      table.showTotals = true;
      const body = table.getDataBodyRange().load('address');
      const totals = table.getTotalRowRange().load('address');
      await context.sync();
      expect([body.address, totals.address]).toEqual(['Sheet1!A2:B4', 'Sheet1!A5:B5']);
      table.showTotals = false;
      await context.sync();
    });
    expect(await valuesOf(host, 'A4:A5')).toEqual([['E3'], ['below']]);
  });
});
