// What is typed and needs no formula of a rule to be known as valid.
import { newBook, type Book, type Cell, type Sheet, type Validation } from '../../../src/workbench/model/book';
import { surelyValid } from '../../../src/workbench/model/surelyValid';
import { addTable } from '../../../src/workbench/model/tables';

function bookWith(rule: Partial<Validation> & Pick<Validation, 'type'>): { book: Book; sheet: Sheet } {
  const book = newBook();
  const sheet = book.sheets[0] as Sheet;
  ['单位', '西渡镇', '集兵镇'].forEach((value, row) => sheet.cells.set(`${row},0`, { value }));
  addTable(book, sheet, { row: 0, column: 0, rows: 3, columns: 1 }, true, 'zh').name = 'Units';
  book.names.push({ name: 'Set_unitNames', formula: '=Units[单位]', visible: true });
  sheet.validations.push({ ranges: [{ row: 4, column: 1, rows: 9, columns: 1 }], ignoreBlank: true, ...rule });
  return { book, sheet };
}

test.each<[Partial<Validation> & Pick<Validation, 'type'>, Cell['value'], boolean]>([
  [{ type: 'list', inline: true, formula1: '是, 否' }, '否', true],
  [{ type: 'list', inline: true, formula1: '是, 否' }, '也许', false],
  [{ type: 'list', formula1: 'Set_unitNames' }, '集兵镇', true],
  [{ type: 'list', formula1: 'Set_unitNames' }, '单位', false],
  [{ type: 'list', formula1: '=Units[单位]' }, '西渡镇', true],
  [{ type: 'list', formula1: 'INDIRECT("x")' }, '西渡镇', false],
  [{ type: 'decimal', operator: 'between', formula1: '0', formula2: '25' }, 24.5, true],
  [{ type: 'decimal', operator: 'between', formula1: '0', formula2: '25' }, 30, false],
  [{ type: 'decimal', operator: 'between', formula1: '0', formula2: 'A1' }, 3, false],
  [{ type: 'decimal', operator: 'between', formula1: '0', formula2: '25' }, '24分', false],
  [{ type: 'whole', operator: 'greaterThan', formula1: '0' }, 2.5, false],
  [{ type: 'whole', operator: 'greaterThan', formula1: '0' }, 2, true],
  [{ type: 'textLength', operator: 'between', formula1: '0', formula2: '3' }, '四个字的', false],
  [{ type: 'custom', formula1: 'ISFORMULA(B5)' }, 'x', false],
  [{ type: 'custom', formula1: 'ISFORMULA(B5)', error: { title: '', message: '', style: 'warning' } }, 'x', true],
  [{ type: 'list', inline: true, formula1: '是' }, null, true],
  [{ type: 'list', inline: true, formula1: '是', ignoreBlank: false }, null, false],
])('%j with %j: %j', (rule, value, expected) => {
  const { book, sheet } = bookWith(rule);
  expect(surelyValid(book, sheet, 4, 1, { value })).toBe(expected);
  expect(surelyValid(book, sheet, 20, 1, { value })).toBe(true);
});

test('a formula is left to those who can work it out', () => {
  const { book, sheet } = bookWith({ type: 'decimal', operator: 'greaterThan', formula1: '0' });
  expect(surelyValid(book, sheet, 4, 1, { formula: '=1+1' })).toBe(false);
});
