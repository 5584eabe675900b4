import { bookFromText, textOfBook } from '../../../src/workbench/page/bookText';
import { newBook } from '../../../src/workbench/model/book';

describe('a book as text', () => {
  it('comes back equal, maps included', () => {
    const book = newBook();
    book.sheets[0]?.cells.set('0,0', { value: '甲', style: { bold: true } });
    book.sheets[0]?.cells.set('1,0', { formula: '=A1', value: { error: '#N/A' } });
    book.sheets[0]?.columns.set(2, { width: 12.5 });
    book.names.push({ name: 'Now', formula: '=NOW()', visible: true });
    expect(bookFromText(textOfBook(book))).toEqual(book);
  });
});
