import { bookFromText, textOfBook } from '../../../src/workbench/page/bookText';
import { newBook } from '../../../src/workbench/model/book';

describe('a book as text', () => {
  it('comes back equal, maps included', () => {
    const book = newBook();
    book.sheets[0]?.cells.set('0,0', {
      value: '甲',
      style: { bold: true, border: { top: { style: 'thin', color: '#000000' } } },
    });
    book.sheets[0]?.cells.set('1,0', { formula: '=A1', value: { error: '#N/A' } });
    book.sheets[0]?.columns.set(2, { width: 12.5, style: { wrap: true } });
    book.names.push({ name: 'Now', formula: '=NOW()', visible: true });
    expect(bookFromText(textOfBook(book))).toEqual(book);
  });

  it('has each look once, and its cells share it when it is read', () => {
    const book = newBook();
    for (let row = 0; row < 9; row += 1)
      book.sheets[0]?.cells.set(`${row},0`, { value: row, style: { fill: '#C00000' } });
    const text = textOfBook(book);
    expect(text.match(/#C00000/g)).toHaveLength(1);
    const cells = [...(bookFromText(text).sheets[0]?.cells.values() ?? [])];
    expect(new Set(cells.map(({ style }) => style)).size).toBe(1);
  });
});
