import { differingCells, restyleCell, writtenCell } from '../../../src/workbench/grid/writtenCells';
import { newBook } from '../../../src/workbench/model/book';
import type { Sheet } from '../../../src/workbench/model/book';

function sheetWith(cells: Sheet['cells']): Sheet {
  const sheet = newBook().sheets[0] as Sheet;
  sheet.cells = cells;
  return sheet;
}

describe('what a person wrote in the grid', () => {
  it('is the input as it was typed, not what the grid made of it', () => {
    expect(writtenCell(0, 0, { v: 44_357, t: 2, custom: { input: '2021/6/10' } }).input).toBe('2021/6/10');
  });

  it('is a formula whose relative references moved as far as the cell was copied', () => {
    expect(writtenCell(5, 3, { v: 7, custom: { f: '=A1+$B$2', r: 2, c: 0 } }).input).toBe('=D4+$B$2');
    expect(writtenCell(5, 3, { v: 7, custom: { f: '=SUM(T[分数])', r: 2, c: 0 } }).input).toBe('=SUM(T[分数])');
  });

  it('is the formula as it was when the cell was cut or dragged', () => {
    expect(writtenCell(5, 3, { v: 7, custom: { f: '=A1', r: 2, c: 0 } }, true).input).toBe('=A1');
  });

  it('is nothing but a style when only the style changed', () => {
    expect(writtenCell(0, 0, { s: { bl: 1 } })).toEqual({ row: 0, column: 0, style: { bold: true }, input: undefined });
  });

  it('empties a cell that the grid deleted', () => {
    expect(writtenCell(1, 1, null).input).toBe('');
  });

  it('keeps a text a text', () => {
    expect(writtenCell(0, 0, { v: '007', t: 1 }).input).toBe("'007");
  });
});

describe('cells that differ after a move', () => {
  it('are emptied where they were and written where they are', () => {
    const sheet = sheetWith(
      new Map([
        ['0,0', { value: 3 }],
        ['1,0', { value: 4 }],
      ]),
    );
    const shown = [
      { row: 1, column: 0, data: { v: 4, t: 2 } },
      { row: 2, column: 0, data: { v: 3, t: 2 } },
    ];
    expect(differingCells(sheet, shown).map(({ row, column, input }) => [row, column, input])).toEqual([
      [0, 0, ''],
      [2, 0, '3'],
    ]);
  });
});

describe('a changed style', () => {
  it('keeps what the change does not name and drops what it takes away', () => {
    const sheet = sheetWith(new Map([['0,0', { value: 3, style: { bold: true, fill: '#FFFF00' } }]]));
    restyleCell(sheet, { row: 0, column: 0, style: { bold: undefined, italic: true } });
    expect(sheet.cells.get('0,0')?.style).toEqual({ fill: '#FFFF00', italic: true });
  });

  it('that only names the font of the grid leaves a cell the font that it names itself, as undo and paste do', () => {
    const sheet = sheetWith(new Map([['0,0', { value: 3, style: { fontName: '等线', bold: true } }]]));
    restyleCell(sheet, writtenCell(0, 0, { s: { ff: '等线', bl: 0 } }));
    expect(sheet.cells.get('0,0')?.style).toEqual({ fontName: '等线' });
  });
});
