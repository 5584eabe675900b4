import { newBook } from '../../../src/workbench/model/book';
import { setContent, setStyle } from '../../../src/workbench/model/cells';
import { copyOfBook } from '../../../src/workbench/model/copyOfBook';
import { restyle } from '../../../src/workbench/model/styles';

it('is equal to the book, and what is done to it leaves the book as it was', () => {
  const book = newBook();
  const sheet = book.sheets[0]!;
  setContent(sheet, 0, 0, { value: '甲' });
  setContent(sheet, 1, 0, { formula: '=A1', value: { error: '#N/A' } });
  setStyle(sheet, 0, 0, { bold: true });
  sheet.columns.set(2, { width: 12.5 });
  sheet.merges.push({ row: 4, column: 0, rows: 1, columns: 2 });
  const before = structuredClone(book);
  const copy = copyOfBook(book);
  expect(copy).toEqual(book);

  const own = copy.sheets[0]!;
  setContent(own, 0, 0, { value: '乙' });
  own.cells.get('1,0')!.value = 3;
  restyle(own, { row: 0, column: 0, rows: 2, columns: 2 }, (style) => ({ ...style, fill: '#C00000' }));
  own.columns.get(2)!.width = 30;
  own.merges[0]!.columns = 5;
  copy.names.push({ name: 'Now', formula: '=NOW()', visible: true });
  copy.nextId += 1;
  expect(book).toEqual(before);
});
