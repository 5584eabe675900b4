// Some sheets of a book as a PDF, by their own page set-up. Needs LibreOffice; knows neither command line nor server.
import type { Book, PageLayout } from '../model/book';
import { toPdf } from './libreOffice';
import { pagesOfSheets } from './pdfPages';
import { writeBook } from './writeBook';

type Words = PageLayout['footer'];

/** Names of the sheets that can be printed: those that show. */
export const printable = ({ sheets }: Book): string[] =>
  sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name);

/** “Page 1 of 2” of a sheet counts its own pages: LibreOffice counts those of the whole file, so the number is written out. */
function countedBySheet(book: Book, pages: ReadonlyMap<string, number>): void {
  for (const sheet of book.sheets) {
    const count = pages.get(sheet.name);
    if (count === undefined) continue;
    const counted = (words: Words): Words =>
      words && Object.fromEntries(Object.entries(words).map(([at, each]) => [at, each.replace(/&N/g, String(count))]));
    sheet.page = {
      ...sheet.page,
      firstPage: 1,
      ...(sheet.page.header && { header: counted(sheet.page.header) }),
      ...(sheet.page.footer && { footer: counted(sheet.page.footer) }),
    };
  }
}

/**
 * Prints these sheets and no others, the pages of each counted from 1 (several sheets are printed twice for that), as they are at `now` (an Excel
 * serial). The book is changed: the others are hidden, and lose their page set-up, since LibreOffice prints a hidden sheet that has a print area. Throws NoLibreOffice.
 * `title` is what a viewer shows above the pages: without it, the name of the only sheet.
 */
export async function printBook(
  book: Book,
  names: readonly string[],
  now: number,
  title = names[0],
): Promise<Uint8Array> {
  for (const sheet of book.sheets.filter(({ name }) => !names.includes(name))) {
    sheet.visibility = 'hidden';
    sheet.page = {};
  }
  book.active = book.sheets.findIndex(({ name }) => names.includes(name));
  const pdf = await toPdf(await writeBook(book, { title }), now);
  if (names.length < 2) return pdf;
  countedBySheet(book, pagesOfSheets(pdf));
  return toPdf(await writeBook(book, { title }), now);
}
