import { cellsOf, onHost, withTable } from './onHost';

const NAMES: [string, string][] = [
  ['催报/记录', 'InvalidArgument'],
  ['a'.repeat(32), 'InvalidArgument'],
  ["'x", 'InvalidArgument'],
  ['History', 'InvalidArgument'],
  ['sheet1', 'ItemAlreadyExists'],
  ['评分·王', 'none'],
  ['a'.repeat(31), 'none'],
];

describe('sheets', () => {
  test.each(NAMES)('adding a sheet named %s answers %s', async (name, code) => {
    expect(await onHost().code((context) => context.workbook.worksheets.add(name))).toBe(code);
  });

  test('a sheet without a name gets the next free one', async () => {
    const host = onHost();
    await host.run(async (context) => void [context.workbook.worksheets.add(), context.workbook.worksheets.add()]);
    expect(host.host.book.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1', 'Sheet2', 'Sheet3']);
  });

  test('formulas, names and rules follow a renamed sheet; a deleted one leaves #REF!', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const { worksheets, names } = context.workbook;
      const source = worksheets.add('源');
      cellsOf(context, 'A1').formulas = [['=源!A1+1']];
      cellsOf(context, 'A2').dataValidation.rule = { list: { inCellDropDown: true, source: '=源!$A$1:$A$5' } };
      names.add('起点', '=源!$A$1');
      source.name = '数据 2021';
      const name = names.getItem('起点').load('formula');
      const formula = cellsOf(context, 'A1').load('formulas');
      const rule = cellsOf(context, 'A2').dataValidation.load('rule');
      await context.sync();
      expect([name.formula, formula.formulas[0]?.[0], rule.rule]).toEqual([
        "='数据 2021'!$A$1",
        "='数据 2021'!A1+1",
        { list: { inCellDropDown: true, source: "='数据 2021'!$A$1:$A$5" } },
      ]);
      source.delete();
      name.load('formula,type');
      formula.load('formulas');
      await context.sync();
      expect([name.formula, name.type, formula.formulas[0]?.[0]]).toEqual(['=#REF!', 'Error', '=#REF!+1']);
    });
  });

  test('a sheet proxy survives a rename across syncs', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      await context.sync();
      sheet.name = '新名';
      await context.sync();
      sheet.getRange('A1').values = [['still']];
      sheet.load('name');
      await context.sync();
      expect(sheet.name).toBe('新名');
    });
  });

  test('the last visible sheet can neither be deleted nor hidden', async () => {
    const host = onHost();
    expect(await host.code((context) => context.workbook.worksheets.getFirst().delete())).toBe('InvalidOperation');
    expect(await host.code((context) => (context.workbook.worksheets.getFirst().visibility = 'Hidden'))).toBe(
      'InvalidOperation',
    );
  });

  test('hiding the active sheet activates another; a hidden one cannot be activated', async () => {
    const host = onHost();
    await host.run(async (context) => {
      context.workbook.worksheets.add('B');
      context.workbook.worksheets.getFirst().visibility = 'VeryHidden';
      const active = context.workbook.worksheets.getActiveWorksheet().load('name');
      const counts = [context.workbook.worksheets.getCount(), context.workbook.worksheets.getCount(true)];
      const first = context.workbook.worksheets.getFirst(true).load('name');
      await context.sync();
      expect([active.name, first.name, ...counts.map((count) => count.value)]).toEqual(['B', 'B', 2, 1]);
    });
    expect(await host.code((context) => context.workbook.worksheets.getItem('Sheet1').activate())).toBe(
      'InvalidOperation',
    );
  });

  test('sheets move, keep the active one active, and know their neighbours', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add('B');
      const last = worksheets.add('C');
      last.position = 0;
      const next = last.getNext().load('name');
      const none = last.getPreviousOrNullObject();
      worksheets.load('items/name,items/position');
      await context.sync();
      expect(worksheets.items.map((sheet) => `${sheet.position}${sheet.name}`)).toEqual(['0C', '1Sheet1', '2B']);
      expect([next.name, none.isNullObject]).toEqual(['Sheet1', true]);
    });
    expect(host.host.book.sheets[host.host.book.active]?.name).toBe('Sheet1');
    expect(await host.code((context) => (context.workbook.worksheets.getFirst().position = 9))).toBe('InvalidArgument');
  });

  test('tab colour, gridlines and headings are kept', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.tabColor = '#ff8800';
      sheet.showGridlines = false;
      sheet.showHeadings = false;
      sheet.load('tabColor,showGridlines,showHeadings');
      await context.sync();
      expect(sheet.toJSON()).toMatchObject({ tabColor: '#FF8800', showGridlines: false, showHeadings: false });
    });
  });

  test('panes freeze by rows, columns or a corner, and thaw', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const { freezePanes } = context.workbook.worksheets.getFirst();
      freezePanes.freezeRows(2);
      const rows = freezePanes.getLocationOrNullObject().load('address');
      await context.sync();
      expect(rows.address).toBe('Sheet1!1:2');
      freezePanes.freezeAt(cellsOf(context, 'A1:B3'));
      const corner = freezePanes.getLocationOrNullObject().load('address');
      await context.sync();
      expect(corner.address).toBe('Sheet1!A1:B3');
      freezePanes.unfreeze();
      const none = freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });

  test('a protected sheet takes writing only into unlocked cells', async () => {
    const host = onHost();
    await host.run(async (context) => {
      cellsOf(context, 'B1').format.protection.locked = false;
      const { protection } = context.workbook.worksheets.getFirst();
      protection.protect({ allowFormatCells: true }, 'pw');
      protection.load('protected,options');
      await context.sync();
      expect([protection.protected, protection.options]).toEqual([true, { allowFormatCells: true }]);
    });
    expect(await host.code((context) => (cellsOf(context, 'A1').values = [[1]]))).toBe('AccessDenied');
    expect(await host.code((context) => (cellsOf(context, 'B1').values = [[1]]))).toBe('none');
    expect(await host.code((context) => cellsOf(context, '3:3').insert('Down'))).toBe('AccessDenied');
    expect(await host.code((context) => context.workbook.worksheets.getFirst().protection.unprotect('wrong'))).toBe(
      'InvalidArgument',
    );
    expect(await host.code((context) => context.workbook.worksheets.getFirst().protection.unprotect('pw'))).toBe(
      'none',
    );
    expect(await host.code((context) => (cellsOf(context, 'A1').values = [[1]]))).toBe('none');
  });
});

describe('print setup', () => {
  test('page, zoom, margins, area, titles, headers and footers are kept and read back', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const page = context.workbook.worksheets.getFirst().pageLayout;
      page.orientation = 'Landscape';
      page.paperSize = 'A4';
      page.zoom = { horizontalFitToPages: 1 };
      page.setPrintMargins('Centimeters', { top: 2.54, left: 1 });
      page.centerHorizontally = true;
      page.setPrintArea('A1:F20');
      page.setPrintTitleRows('$1:$2');
      page.setPrintTitleColumns('A:A');
      page.headersFooters.defaultForAllPages.centerFooter = '第 &P 页';
      page.load('orientation,paperSize,zoom,topMargin,leftMargin,centerHorizontally,blackAndWhite');
      page.headersFooters.defaultForAllPages.load('centerFooter,leftHeader');
      const area = page.getPrintAreaOrNullObject().load('address');
      await context.sync();
      expect([
        page.orientation,
        page.paperSize,
        page.zoom,
        page.topMargin,
        page.leftMargin,
        page.centerHorizontally,
        page.blackAndWhite,
      ]).toEqual(['Landscape', 'A4', { horizontalFitToPages: 1, verticalFitToPages: null }, 72, 28.35, true, false]);
      expect([
        page.headersFooters.defaultForAllPages.centerFooter,
        page.headersFooters.defaultForAllPages.leftHeader,
      ]).toEqual(['第 &P 页', '']);
      expect((area as unknown as { address: string }).address).toBe('Sheet1!A1:F20');
    });
    expect(host.first.page).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitWide: 1,
      titleRows: [0, 1],
      titleColumns: [0, 0],
    });
    expect(
      await host.code(
        (context) => (context.workbook.worksheets.getFirst().pageLayout.zoom = { scale: 50, horizontalFitToPages: 1 }),
      ),
    ).toBe('InvalidArgument');
  });

  test('print area and titles follow inserted rows', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const page = context.workbook.worksheets.getFirst().pageLayout;
      page.setPrintArea('A1:B9');
      page.setPrintTitleRows('$3:$3');
      cellsOf(context, '2:3').insert('Down');
      await context.sync();
    });
    expect(host.first.page).toMatchObject({
      printArea: { row: 0, column: 0, rows: 11, columns: 2 },
      titleRows: [4, 4],
    });
  });
});

describe('page breaks', () => {
  const breaks = async (host: ReturnType<typeof onHost>): Promise<number[]> =>
    host.run(async (context) => {
      const { horizontalPageBreaks } = context.workbook.worksheets.getFirst();
      horizontalPageBreaks.load('items/rowIndex');
      await context.sync();
      return horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex);
    });

  test('begin pages at their rows, in order and once each; they follow inserted rows and go one by one or all', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.horizontalPageBreaks.add('A21');
      sheet.horizontalPageBreaks.add(sheet.getRange('B11'));
      sheet.horizontalPageBreaks.add('C21');
      await context.sync();
    });
    expect(await breaks(host)).toEqual([10, 20]);
    await host.run(async (context) => {
      cellsOf(context, '15:16').insert('Down');
      await context.sync();
    });
    expect(await breaks(host)).toEqual([10, 22]);
    await host.run(async (context) => {
      const { horizontalPageBreaks } = context.workbook.worksheets.getFirst();
      const cell = horizontalPageBreaks.getItem(1).getCellAfterBreak().load('address');
      horizontalPageBreaks.getItem(0).delete();
      await context.sync();
      expect(cell.address).toBe('Sheet1!A23');
    });
    expect(await breaks(host)).toEqual([22]);
    await host.run(async (context) => {
      context.workbook.worksheets.getFirst().horizontalPageBreaks.removePageBreaks();
      await context.sync();
    });
    expect(await breaks(host)).toEqual([]);
    expect(await host.code((context) => context.workbook.worksheets.getFirst().horizontalPageBreaks.add('A1'))).toBe(
      'InvalidArgument',
    );
  });
});

describe('defined names', () => {
  test('a name is added for a range or a formula, found in any case, changed and deleted', async () => {
    const host = onHost();
    await withTable(
      host,
      [
        ['项目', '值'],
        ['截止', 44354],
      ],
      'Settings',
    );
    await host.run(async (context) => {
      const { names } = context.workbook;
      names.add('数据区', cellsOf(context, 'A1:B2'), 'all of it');
      names.add('截止时间', '=IF(INDEX(Settings[值],1)="",NOW(),INDEX(Settings[值],1))');
      names.add('比例', 0.5 as unknown as string);
      names.load('items/name,items/formula,items/type,items/visible');
      const range = names.getItem('数据区').getRange().load('address');
      const formulaRange = names.getItem('截止时间').getRangeOrNullObject();
      const value = names.getItem('比例').load('value');
      await context.sync();
      expect(names.items.map((item) => [item.name, item.formula, item.type, item.visible])).toEqual([
        ['数据区', '=Sheet1!$A$1:$B$2', 'Range', true],
        ['截止时间', '=IF(INDEX(Settings[值],1)="",NOW(),INDEX(Settings[值],1))', 'String', true],
        ['比例', '=0.5', 'Double', true],
      ]);
      expect([range.address, formulaRange.isNullObject, value.value]).toEqual(['Sheet1!A1:B2', true, 0.5]);
      cellsOf(context, 'A1').getEntireRow().insert('Down');
      names.getItem('比例').delete();
      const moved = names.getItem('数据区').load('formula');
      const gone = names.getItemOrNullObject('比例');
      await context.sync();
      expect([moved.formula, gone.isNullObject]).toEqual(['=Sheet1!$A$2:$B$3', true]);
    });
    expect(await host.code((context) => context.workbook.names.add('数据区', '=1'))).toBe('ItemAlreadyExists');
    expect(await host.code((context) => context.workbook.names.add('Settings', '=1'))).toBe('ItemAlreadyExists');
    expect(await host.code((context) => context.workbook.names.add('2x', '=1'))).toBe('InvalidArgument');
    expect(await host.code((context) => context.workbook.names.add('y', '=Nope[x]'))).toBe('InvalidArgument');
    expect(await host.code((context) => context.workbook.names.getItem('截止时间').load('value'))).toBe('ApiNotFound');
  });
});
