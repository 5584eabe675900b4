// What Ctrl+F finds: cells by what they show.
import { addSheet, newBook } from '../../../src/workbench/model/book';
import { putCell, setStyle } from '../../../src/workbench/model/cells';
import { findCells } from '../../../src/workbench/model/findCells';

test('cells are found by what they show, the sheet on top first, row by row; hidden sheets and formulas are not looked through', () => {
  const book = newBook();
  const [first] = book.sheets;
  if (!first) throw new Error('no sheet');
  const second = addSheet(book, '名册');
  const hidden = addSheet(book, '内部');
  hidden.visibility = 'hidden';
  putCell(first, 4, 1, { value: '西渡镇' });
  putCell(first, 2, 2, { value: 3, formula: '=LEN("西渡镇")' });
  putCell(first, 2, 0, { value: 'ＡＢＣ 西渡镇政府' });
  putCell(second, 0, 0, { value: '西渡镇' });
  putCell(hidden, 0, 0, { value: '西渡镇' });
  putCell(second, 1, 0, { value: 0.5 });
  setStyle(second, 1, 0, { numberFormat: '0%' });
  const found = (words: string, from?: string): string[] =>
    findCells(book, words, from).map(({ sheetId, row, column }) => `${sheetId} ${row},${column}`);
  expect(found('西渡镇')).toEqual([`${first.id} 2,0`, `${first.id} 4,1`, `${second.id} 0,0`]);
  expect(found('西渡镇', second.id)[0]).toBe(`${second.id} 0,0`);
  expect(found('abc 西渡')).toEqual([`${first.id} 2,0`]);
  expect(found('50%')).toEqual([`${second.id} 1,0`]);
  expect(found('  ')).toEqual([]);
});

test('a cell in a hidden row or column is not found: nobody would see it', () => {
  const book = newBook();
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  for (const [row, column] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [2, 0],
    [0, 2],
  ] as const)
    putCell(sheet, row, column, { value: '渣江镇' });
  sheet.rows.set(1, { hidden: true });
  sheet.columns.set(1, { hidden: true });
  sheet.rows.set(2, { height: 0 });
  sheet.columns.set(2, { width: 0 });
  expect(findCells(book, '渣江镇', sheet.id)).toEqual([{ sheetId: sheet.id, row: 0, column: 0 }]);
});
