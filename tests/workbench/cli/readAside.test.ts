// Files read in a thread of their own: the same as read here, and one that takes too long ends in a sentence.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readImportedFile } from '../../../src/files/readFile';
import { UnreadableFile } from '../../../src/files/unreadableFile';
import { bookAside, importAside } from '../../../src/workbench/cli/readAside';
import { newBook } from '../../../src/workbench/model/book';
import { NotAWorkbook } from '../../../src/workbench/xlsx/notAWorkbook';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { richBook } from '../xlsx/richBook';

const SAMPLE = new Uint8Array(readFileSync(path.join(__dirname, '../../samples/roster-messy.xlsx')));
const caught = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

test('a list and a workbook come out of the thread as they are read here', async () => {
  const bytes = await writeBook(richBook());
  const [file, book] = await Promise.all([importAside('名单.xlsx', SAMPLE), bookAside(bytes)]);
  expect(file).toEqual(await readImportedFile('名单.xlsx', SAMPLE));
  expect(book).toEqual(await readBook(bytes));
});

test('what cannot be read is refused with the same words', async () => {
  const text = new TextEncoder().encode('%PDF-1.4');
  const [file, book] = await Promise.all([caught(importAside('a.pdf', text)), caught(bookAside(text))]);
  expect(file).toBeInstanceOf(UnreadableFile);
  expect(book).toBeInstanceOf(NotAWorkbook);
  expect([(file as UnreadableFile).code, (book as NotAWorkbook).code]).toEqual(['pdf', 'pdf']);
});

test('what takes too long ends in a sentence', async () => {
  const bytes = await writeBook(newBook());
  const [file, book] = await Promise.all([caught(importAside('a.xlsx', bytes, 1)), caught(bookAside(bytes, 1))]);
  expect([(file as UnreadableFile).code, (book as NotAWorkbook).code]).toEqual([
    'reading-too-long',
    'reading-too-long',
  ]);
  expect((book as NotAWorkbook).text.zh).toContain('秒还读不完的文件。请把要用的单元格复制到一个新工作簿');
});

test('a merge and a name over a whole sheet, and slashes of the other kind, are read in no time', async () => {
  const book = newBook();
  book.sheets[0]!.cells.set('0,0', { value: '单位名称' });
  const parts = unzipSync(await writeBook(book));
  const change = (name: string, from: RegExp, to: string): void => {
    const old = strFromU8(parts[name] ?? new Uint8Array());
    expect(old).toMatch(from);
    parts[name] = strToU8(old.replace(from, to));
  };
  change(
    'xl/worksheets/sheet1.xml',
    /<\/sheetData>/,
    '</sheetData><mergeCells count="1"><mergeCell ref="A5:XFD1048576"/></mergeCells>',
  );
  change(
    'xl/workbook.xml',
    /<\/sheets>(?:<definedNames.*?<\/definedNames>)?/,
    '</sheets><definedNames><definedName name="全表">Sheet1!$A$1:$XFD$1048576</definedName></definedNames>',
  );
  const slashed = Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [name.replaceAll('/', '\\'), content]),
  );
  for (const bytes of [zipSync(parts), zipSync(slashed)]) {
    const read = await readBook(bytes);
    expect(read.sheets[0]?.cells.get('0,0')?.value).toBe('单位名称');
    expect(read.sheets[0]?.merges).toEqual([{ row: 4, column: 0, rows: 1048572, columns: 16384 }]);
    expect(read.names.map(({ name }) => name)).toEqual(['全表']);
  }
});
