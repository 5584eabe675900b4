// Priorities of conditional formats in files.
import { openPackage, partText } from '../../../src/workbench/xlsx/zipPackage';
import { newBook } from '../../../src/workbench/model/book';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';

it('count from 1, though Office.js counts from 0, because programs drop a rule of priority 0', async () => {
  const book = newBook();
  const rule = (id: string, priority: number) => ({
    id,
    ranges: [{ row: 0, column: 0, rows: 1, columns: 1 }],
    formula: 'TRUE',
    style: { bold: true },
    priority,
    stopIfTrue: false,
  });
  book.sheets[0]?.conditionals.push(rule('a', 1), rule('b', 0));
  const xml = partText(openPackage(await writeBook(book)), 'xl/worksheets/sheet1.xml') ?? '';
  expect([...xml.matchAll(/priority="(\d+)"/g)].map((match) => match[1])).toEqual(['2', '1']);
});
