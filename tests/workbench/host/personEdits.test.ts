import { onHost, valuesOf, withTable, type OnHost } from './onHost';

const type = async (host: OnHost, cell: [row: number, column: number], input: string): Promise<void> =>
  host.host.edit(host.first.id, cell[0], cell[1], input);

describe('a person types', () => {
  test('numbers, percentages, dates, booleans, formulas and texts are told apart', async () => {
    const host = onHost();
    const inputs = ['12', '25%', '2021/6/7 18:00', 'true', '=A1*2', "'001", '-备注：无', '甲'];
    for (const [column, input] of inputs.entries()) await type(host, [0, column], input);
    expect(
      inputs.map((_, column) => {
        const cell = host.first.cells.get(`0,${column}`);
        return cell?.formula ?? cell?.value;
      }),
    ).toEqual([12, 0.25, 44354.75, true, '=A1*2', '001', '-备注：无', '甲']);
    expect(host.first.cells.get('0,2')?.style).toEqual({ numberFormat: 'yyyy/m/d h:mm' });
  });

  test('an emptied cell is empty, its format stays', async () => {
    const host = onHost();
    await type(host, [0, 0], '2021-06-07');
    await type(host, [0, 0], '');
    expect(host.first.cells.get('0,0')).toEqual({ value: null, style: { numberFormat: 'yyyy/m/d' } });
  });

  test('what Excel would refuse rejects, and the next edit works', async () => {
    const host = onHost();
    await expect(type(host, [0, 0], '=Nope[x]')).rejects.toMatchObject({ code: 'InvalidArgument' });
    await type(host, [0, 0], '1');
    expect(await valuesOf(host, 'A1')).toEqual([[1]]);
    await expect(host.host.edit('{nowhere}', 0, 0, '1')).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  test('what was pasted below a table and is taken back leaves the table as it was; emptied by hand it stays grown', async () => {
    const host = onHost();
    const table = await withTable(host, [
      ['编号', '两倍'],
      ['1', '=[@编号]*2'],
    ]);
    const before = { ...table.range };
    const takeBack = (row: number): Promise<void> => host.host.edit(host.first.id, row, 0, '', { takenBack: true });
    for (const row of [2, 3, 4]) await type(host, [row, 0], String(row));
    expect(table.range.rows).toBe(5);
    for (const row of [2, 3, 4]) await takeBack(row);
    expect(table.range).toEqual(before);
    expect([...host.first.cells.keys()].filter((key) => !/^[01],/.test(key))).toEqual([]);
    await type(host, [2, 0], '7');
    await type(host, [2, 0], '');
    expect(table.range.rows).toBe(3);
    // What somebody else typed there keeps its row.
    await type(host, [3, 0], '8');
    await type(host, [3, 1], '手工');
    await takeBack(3);
    expect(table.range.rows).toBe(4);
  });

  test('typing directly below a table extends it and fills its calculated columns', async () => {
    const host = onHost();
    const table = await withTable(host, [
      ['编号', '两倍'],
      ['1', '=[@编号]*2'],
    ]);
    await type(host, [2, 0], '21');
    expect(table.range).toEqual({ row: 0, column: 0, rows: 3, columns: 2 });
    expect(host.first.cells.get('2,1')?.formula).toBe('=[@编号]*2');
    await type(host, [4, 0], 'not touching');
    await type(host, [3, 5], 'beside');
    expect(table.range.rows).toBe(3);
  });

  test('what the API writes below a table extends it only in hosts that are told so', async () => {
    for (const tablesGrow of [false, true]) {
      const host = onHost({ tablesGrow });
      const table = await withTable(host, [
        ['a', 'b'],
        [1, 2],
      ]);
      await host.run(
        async (context) =>
          (context.workbook.worksheets.getFirst().getRange('A3:B5').values = [
            [3, 4],
            [5, 6],
            [7, 8],
          ]),
      );
      expect(table.range.rows).toBe(tablesGrow ? 5 : 2);
    }
  });

  test('a formula typed into an empty table column fills it', async () => {
    const host = onHost();
    const table = await withTable(host, [
      ['a', 'b'],
      [1, ''],
      [2, ''],
      [3, ''],
    ]);
    await type(host, [2, 1], '=A3+1');
    expect([1, 2, 3].map((row) => host.first.cells.get(`${row},1`)?.formula)).toEqual(['=A2+1', '=A3+1', '=A4+1']);
    expect(table.columns[1]?.calculatedFormula).toBe('=A2+1');
  });

  test('typing over a header renames the column for all formulas', async () => {
    const host = onHost();
    await withTable(host, [
      ['a', 'b'],
      [1, '=[@a]*2'],
    ]);
    await type(host, [0, 0], '数量');
    expect(host.first.cells.get('1,1')?.formula).toBe('=[@数量]*2');
  });
});
