// Some sheets of a book as a PDF, by their own page set-up. Needs LibreOffice; knows neither command line nor server.
import type { Book } from '../model/book';
import { toPdf } from './libreOffice';
import { writeBook } from './writeBook';

/** Names of the sheets that can be printed: those that show. */
export const printable = ({ sheets }: Book): string[] =>
  sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name);

/**
 * Prints these sheets and no others, pages counted from 1, as they are at `now` (an Excel serial). The book is changed: the others are hidden,
 * and lose their page set-up, since LibreOffice prints a hidden sheet that has a print area. Throws NoLibreOffice.
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
  return toPdf(await writeBook(book, { title }), now);
}
