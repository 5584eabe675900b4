import type { ICellData } from '@univerjs/core';
import { mirrorEdit } from '../../../src/workbench/grid/personEdits';
import type { EditContext } from '../../../src/workbench/grid/personEdits';
import { applyShift } from '../../../src/workbench/model/applyShift';
import { newBook } from '../../../src/workbench/model/book';
import type { Book, Sheet } from '../../../src/workbench/model/book';
import { setContent } from '../../../src/workbench/model/cells';
import { readInput } from '../../../src/workbench/model/typedInput';

interface Desk {
  readonly book: Book;
  readonly sheet: Sheet;
  readonly refused: string[];
  /** What the grid itself holds, for changes that are read back. */
  shown: { row: number; column: number; data: ICellData }[];
  does(name: string, params: Record<string, unknown>): boolean;
}

/** A book whose host carries out everything at once. */
function desk(): Desk {
  const book = newBook();
  const sheet = book.sheets[0] as Sheet;
  const bound = new Map([['g1', sheet]]);
  const made: Desk = {
    book,
    sheet,
    refused: [],
    shown: [],
    does: (name, params) =>
      mirrorEdit({ id: `sheet.mutation.${name}`, params: { unitId: 'book', subUnitId: 'g1', ...params } }, context),
  };
  const byId = (id: string): Sheet => book.sheets.find((candidate) => candidate.id === id) as Sheet;
  const context: EditContext = {
    actions: {
      edit: (id, row, column, input) => setContent(byId(id), row, column, readInput(input, false, 44_357)),
      editLines: (id, shift) => void applyShift(book, byId(id), shift, 'zh'),
      change: (work) => work(book),
      refuse: (why) => void made.refused.push(why.zh),
    },
    sheetOf: (gridId) => bound.get(gridId),
    bindSheet: (gridId, added) => void bound.set(gridId, added),
    shownCells: () => made.shown,
  };
  return made;
}

const range = (startRow: number, endRow: number, startColumn: number, endColumn: number): Record<string, number> => ({
  startRow,
  endRow,
  startColumn,
  endColumn,
});

describe('what a person does in the grid, done to the model', () => {
  it('inserts and removes lines; formulas follow', () => {
    const { sheet, does } = desk();
    sheet.cells.set('0,0', { value: 1 }).set('1,0', { value: 2 }).set('2,0', { formula: '=SUM(A1:A2)' });
    does('insert-row', { range: range(1, 2, 0, 25) });
    expect(sheet.cells.get('4,0')?.formula).toBe('=SUM(A1:A4)');
    does('remove-rows', { range: range(1, 2, 0, 25) });
    expect(sheet.cells.get('2,0')?.formula).toBe('=SUM(A1:A2)');
  });

  it('reads the sheet back after a move, which does not say what it changed', () => {
    const made = desk();
    made.sheet.cells.set('0,0', { value: 1 });
    made.shown = [{ row: 4, column: 2, data: { v: 1, t: 2 } }];
    made.does('move-range', { from: { subUnitId: 'g1' }, to: { subUnitId: 'g1' } });
    expect([...made.sheet.cells]).toEqual([['4,2', { value: 1 }]]);
  });

  it('writes contents and style of one change, the style first: a text cell keeps 007 a text', () => {
    const { sheet, does } = desk();
    does('set-range-values', {
      cellValue: { 0: { 0: { v: '甲', t: 1, s: { bl: 1 } }, 1: { custom: { input: '12%' } } } },
    });
    expect(sheet.cells.get('0,0')).toEqual({ value: '甲', style: { bold: true } });
    expect(sheet.cells.get('0,1')?.value).toBe(0.12);
  });

  it('takes widths in characters and heights in points', () => {
    const { sheet, does } = desk();
    does('set-worksheet-col-width', { ranges: [range(0, 9, 1, 2)], colWidth: 75 });
    does('set-worksheet-row-height', { ranges: [range(3, 3, 0, 9)], rowHeight: 40 });
    expect([...sheet.columns]).toEqual([
      [1, { width: 10 }],
      [2, { width: 10 }],
    ]);
    expect([...sheet.rows]).toEqual([[3, { height: 30 }]]);
  });

  it('merges, splits, freezes, hides', () => {
    const { sheet, does } = desk();
    does('add-worksheet-merge', { ranges: [range(0, 1, 0, 2)] });
    expect(sheet.merges).toEqual([{ row: 0, column: 0, rows: 2, columns: 3 }]);
    does('remove-worksheet-merge', { ranges: [range(0, 1, 0, 2)] });
    expect(sheet.merges).toEqual([]);
    does('set-frozen', { ySplit: 1, xSplit: 0, startRow: 1, startColumn: -1 });
    expect(sheet.freeze).toEqual({ rows: 1, columns: 0 });
    does('set-row-hidden', { ranges: [range(5, 5, 0, 9)] });
    expect(sheet.rows.get(5)).toEqual({ hidden: true });
  });

  it('renames a sheet with the formulas that name it, and refuses a name that Excel does not take', () => {
    const { book, sheet, refused, does } = desk();
    sheet.cells.set('0,0', { formula: '=Sheet1!B1' });
    does('set-worksheet-name', { name: '名册' });
    expect(sheet.cells.get('0,0')?.formula).toBe('=名册!B1');
    does('set-worksheet-name', { name: '坏:名' });
    expect(book.sheets[0]?.name).toBe('名册');
    expect(refused).toHaveLength(1);
  });

  it('adds a copied sheet with its cells, formats, widths and merges, under a name that is free', () => {
    const made = desk();
    made.shown = [
      { row: 0, column: 0, data: { v: 3, t: 2, s: { bg: { rgb: '#FFFF00' } } } },
      { row: 1, column: 0, data: { v: 6, custom: { f: '=A1*2', r: 1, c: 0 } } },
    ];
    made.does('insert-sheet', {
      index: 1,
      sheet: {
        id: 'g2',
        name: 'Sheet1',
        columnData: { 0: { w: 75 } },
        rowData: { 0: {} },
        mergeData: [range(3, 4, 0, 1)],
      },
    });
    const copy = made.book.sheets[1] as Sheet;
    expect(copy.name).not.toBe('Sheet1');
    expect(copy.cells.get('0,0')).toEqual({ value: 3, style: { fill: '#FFFF00' } });
    expect(copy.cells.get('1,0')?.formula).toBe('=A1*2');
    expect([[...copy.columns], [...copy.rows], copy.merges]).toEqual([
      [[0, { width: 10 }]],
      [],
      [{ row: 3, column: 0, rows: 2, columns: 2 }],
    ]);
    expect(made.book.active).toBe(1);
  });

  it('is nothing for what does not change a workbook', () => {
    const { does } = desk();
    expect(does('set-worksheet-active', {})).toBe(false);
    expect(does('set-range-values', { subUnitId: 'unknown' })).toBe(false);
  });
});
