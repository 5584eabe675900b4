import { cellsOf, onHost, valuesOf } from './onHost';

describe('writing cells', () => {
  test('a block is written and read back with address, indexes and types', async () => {
    const { run } = onHost();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.add('单位名册');
      const range = sheet.getRange('B2:C3');
      range.values = [
        ['a', 1],
        [true, ''],
      ];
      range.load('values,address,rowIndex,columnCount,cellCount,valueTypes');
      sheet.load('name,position');
      await context.sync();
      expect(range.toJSON()).toEqual({
        values: [
          ['a', 1],
          [true, ''],
        ],
        address: '单位名册!B2:C3',
        rowIndex: 1,
        columnCount: 2,
        cellCount: 4,
        valueTypes: [
          ['String', 'Double'],
          ['Boolean', 'Empty'],
        ],
      });
      expect([sheet.name, sheet.position]).toEqual(['单位名册', 1]);
    });
  });

  test('null leaves a cell, an empty text empties it, a scalar fills the range', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const range = cellsOf(context, 'A1:C1');
      range.values = [['x', 'y', 'z']];
      range.values = [[null, '', 'w']];
      cellsOf(context, 'A2:C2').values = 7 as unknown as number[][];
      await context.sync();
    });
    expect(await valuesOf(host, 'A1:C2')).toEqual([
      ['x', '', 'w'],
      [7, 7, 7],
    ]);
  });

  test('a block of another shape than the range is refused and nothing of it is written', async () => {
    const host = onHost();
    expect(await host.code((context) => (cellsOf(context, 'A1:B2').values = [[1, 2]]))).toBe('InvalidArgument');
    expect(await host.code((context) => (cellsOf(context, 'A1:B2').values = [[1]]))).toBe('InvalidArgument');
    expect(host.first.cells.size).toBe(0);
  });

  test('strings are converted as typed input is; an apostrophe or a text format keeps them', async () => {
    const host = onHost();
    await host.run(async (context) => {
      cellsOf(context, 'A1:F1').values = [['12', '50%', '2021-06-07', "'=1+1", 'TRUE', '甲']];
      cellsOf(context, 'A2:B2').numberFormat = [['@', '@']];
      cellsOf(context, 'A2:B2').values = [['001', '=1+1']];
      cellsOf(context, 'C2').numberFormat = [['@']];
      cellsOf(context, 'C2').values = [[430102]];
      const read = cellsOf(context, 'A1:F2').load('values,text,numberFormat,formulas');
      await context.sync();
      expect(read.values).toEqual([
        [12, 0.5, 44354, '=1+1', true, '甲'],
        ['001', '=1+1', '430102', '', '', ''],
      ]);
      expect(read.text[0]).toEqual(['12', '50%', '2021/6/7', '=1+1', 'TRUE', '甲']);
      expect(read.numberFormat[0]?.slice(0, 3)).toEqual(['General', '0%', 'yyyy/m/d']);
      expect(read.formulas[1]?.[1]).toBe('=1+1');
    });
    expect(host.first.cells.get('1,1')?.formula).toBeUndefined();
  });

  test('a string that begins with = is a formula through values and formulas alike', async () => {
    const host = onHost();
    await host.run(async (context) => {
      cellsOf(context, 'A1').values = [['=B1+1']];
      cellsOf(context, 'A2').formulas = [['=B2+1']];
      await context.sync();
    });
    expect([host.first.cells.get('0,0')?.formula, host.first.cells.get('1,0')?.formula]).toEqual(['=B1+1', '=B2+1']);
  });

  test.each(['=Nope[x]', '=SUM(1', '=Missing!A1', '=[@x]', '-备注：'])('the formula %s is refused', async (formula) => {
    const host = onHost();
    expect(await host.code((context) => (cellsOf(context, 'A1').formulas = [[formula]]))).toBe('InvalidArgument');
  });

  test('a block of more than 1,500 cells arrives whole, also one that the runtime cuts up', async () => {
    const host = onHost();
    const block = Array.from({ length: 2000 }, (_, r) => [r, `第${r}行`]);
    await host.run(async (context) => {
      cellsOf(context, 'A1:B2000').values = block;
      await context.sync();
    });
    expect(await valuesOf(host, 'A1:B2000')).toEqual(block);
    expect(await host.code((context) => (cellsOf(context, 'A1:B1999').values = block))).toBe('InvalidArgument');
  });

  test('whole columns read null for what belongs to cells, and take a format but no values', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const column = cellsOf(context, 'C:C').load('values,address,isEntireColumn');
      column.numberFormat = '@' as unknown as string[][];
      await context.sync();
      expect(column.values).toBeNull();
      expect([column.address, column.isEntireColumn]).toEqual(['Sheet1!C:C', true]);
      cellsOf(context, 'C5').values = [['007']];
      await context.sync();
    });
    expect(await valuesOf(host, 'C5')).toEqual([['007']]);
    expect(await host.code((context) => (cellsOf(context, 'C:C').values = 1 as unknown as number[][]))).toBe(
      'InvalidArgument',
    );
  });
});

describe('ranges that lead to others', () => {
  test('cells, lines, neighbours and intersections have the addresses they have in Excel', async () => {
    const { run } = onHost();
    await run(async (context) => {
      const range = cellsOf(context, 'B2:D5');
      const found = {
        cell: range.getCell(1, 1),
        row: range.getRow(0),
        column: range.getColumn(2),
        last: range.getLastCell(),
        lastRow: range.getLastRow(),
        resized: range.getResizedRange(1, -1),
        offset: range.getOffsetRange(2, 1),
        wholeRow: range.getEntireRow(),
        wholeColumn: range.getEntireColumn(),
        shared: range.getIntersection('C1:Z3'),
        around: range.getBoundingRect('A9'),
        below: range.getRowsBelow(2),
        right: range.getColumnsAfter(1),
        none: range.getIntersectionOrNullObject('Z1'),
      };
      for (const one of Object.values(found)) one.load('address');
      await context.sync();
      const { none, ...some } = found;
      expect(none.isNullObject).toBe(true);
      expect(
        Object.fromEntries(Object.entries(some).map(([name, one]) => [name, one.address.replace('Sheet1!', '')])),
      ).toEqual({
        cell: 'C3',
        row: 'B2:D2',
        column: 'D2:D5',
        last: 'D5',
        lastRow: 'B5:D5',
        resized: 'B2:C6',
        offset: 'C4:E7',
        wholeRow: '2:5',
        wholeColumn: 'B:D',
        shared: 'C2:D3',
        around: 'A2:D9',
        below: 'B6:D7',
        right: 'E2:E5',
      });
    });
  });

  test('the used range is null on an empty sheet and leaves out styled empty cells when only values count', async () => {
    const { run } = onHost();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const nothing = sheet.getUsedRangeOrNullObject(true);
      await context.sync();
      expect(nothing.isNullObject).toBe(true);
      sheet.getRange('B2').values = [[1]];
      sheet.getRange('E9').format.fill.color = '#FF0000';
      const values = sheet.getUsedRange(true).load('address');
      const all = sheet.getUsedRange().load('address');
      await context.sync();
      expect([values.address, all.address]).toEqual(['Sheet1!B2', 'Sheet1!B2:E9']);
    });
  });

  test('a tracked range follows its cells across syncs when rows are put in above it', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const range = cellsOf(context, 'A3:B3');
      range.values = [['x', 'y']];
      await context.sync();
      cellsOf(context, '1:2').insert('Down');
      range.load('address,values');
      await context.sync();
      expect([range.address, range.values]).toEqual(['Sheet1!A5:B5', [['x', 'y']]]);
      cellsOf(context, '5:5').delete('Up');
      await context.sync();
      range.load('address');
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
    });
    await host.host.settled();
    expect(host.host.trackedRanges).toBe(0);
  });
});

describe('what a range can do', () => {
  test('clear empties contents, formats, or both with the rules', async () => {
    const host = onHost();
    await host.run(async (context) => {
      for (const column of ['A', 'B', 'C']) {
        const cell = cellsOf(context, `${column}1`);
        cell.values = [[1]];
        cell.format.font.bold = true;
        cell.dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 5, operator: 'Between' } };
      }
      cellsOf(context, 'A1').clear('Contents');
      cellsOf(context, 'B1').clear('Formats');
      cellsOf(context, 'C1').clear();
      await context.sync();
    });
    const { cells, validations } = host.first;
    expect([cells.get('0,0'), cells.get('0,1'), cells.get('0,2')]).toEqual([
      { style: { bold: true } },
      { value: 1 },
      undefined,
    ]);
    expect(validations.flatMap((one) => one.ranges)).toEqual([
      { row: 0, column: 0, rows: 1, columns: 1 },
      { row: 0, column: 1, rows: 1, columns: 1 },
    ]);
  });

  test('merging keeps the first cell only, and the others take nothing', async () => {
    const host = onHost();
    await host.run(async (context) => {
      cellsOf(context, 'A1:B2').values = [
        ['a', 'b'],
        ['c', 'd'],
      ];
      cellsOf(context, 'A1:B2').merge();
      cellsOf(context, 'A1:B2').values = [
        ['x', 'y'],
        ['z', 'w'],
      ];
      await context.sync();
    });
    expect(await valuesOf(host, 'A1:B2')).toEqual([
      ['x', ''],
      ['', ''],
    ]);
    await host.run(async (context) => cellsOf(context, 'A1').unmerge());
    expect(host.first.merges).toEqual([]);
  });

  test('copyFrom moves relative references, copies values as they are, and repeats', async () => {
    const host = onHost();
    await host.run(async (context) => {
      cellsOf(context, 'A1:B1').formulas = [[5, '=A1*2']];
      cellsOf(context, 'A2').values = [["'=text"]];
      cellsOf(context, 'D1:E2').copyFrom('A1:B1');
      cellsOf(context, 'D4').copyFrom('A2', 'Values');
      await context.sync();
      const copied = cellsOf(context, 'D1:E4').load('formulas');
      await context.sync();
      expect(copied.formulas).toEqual([
        [5, '=D1*2'],
        [5, '=D2*2'],
        ['', ''],
        ['=text', ''],
      ]);
    });
    expect(host.first.cells.get('3,3')?.formula).toBeUndefined();
  });

  test('deleted rows take their cells along; formulas elsewhere follow', async () => {
    const host = onHost();
    await host.run(async (context) => {
      cellsOf(context, 'A1:A4').values = [[1], [2], [3], [4]];
      context.workbook.worksheets.add('Other').getRange('A1:A3').formulas = [
        ['=SUM(Sheet1!A1:A4)'],
        ['=Sheet1!A2'],
        ['=Sheet1!$A$4'],
      ];
      cellsOf(context, '2:2').delete('Up');
      const read = context.workbook.worksheets.getItem('Other').getRange('A1:A3').load('formulas');
      await context.sync();
      expect(read.formulas).toEqual([['=SUM(Sheet1!A1:A3)'], ['=#REF!'], ['=Sheet1!$A$3']]);
    });
    expect(await valuesOf(host, 'A1:A4')).toEqual([[1], [3], [4], ['']]);
  });

  test('sorting orders numbers, texts, booleans, blanks last, both ways; the header stays', async () => {
    const host = onHost();
    await host.run(async (context) => {
      cellsOf(context, 'A1:A6').values = [['分数'], ['甲'], [3], [''], [true], [1]];
      cellsOf(context, 'A1:A6').sort.apply([{ key: 0, ascending: true }], false, true);
      await context.sync();
    });
    expect(await valuesOf(host, 'A1:A6')).toEqual([['分数'], [1], [3], ['甲'], [true], ['']]);
    await host.run(async (context) => cellsOf(context, 'A2:A6').sort.apply([{ key: 0, ascending: false }]));
    expect(await valuesOf(host, 'A2:A6')).toEqual([[true], ['甲'], [3], [1], ['']]);
  });
});
