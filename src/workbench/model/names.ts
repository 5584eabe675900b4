// Names by Excel's rules, for defined names and tables alike, which share one namespace in a book.
import type { Book } from './book';
import { parseArea } from './address';
import { findTable } from './formulaCheck';
import { sameName } from './formulaText';

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

/** True when a table or a defined name has it. */
export function isNameTaken(book: Book, name: string): boolean {
  return findTable(book, name) !== undefined || book.names.some((item) => sameName(item.name, name));
}

/** Null when the name is well formed and free in the book; else what is wrong. `own`: the present name of the thing that is renamed. */
export function nameFault(book: Book, name: string, own?: string): string | null {
  if (name.length > 255 || !NAME.test(name))
    return `"${name}" is no valid name: letters, digits, _ and . only, no blanks, no digit first`;
  if (parseArea(name) || /^(r\d*c\d*|[rc])$/i.test(name))
    return `"${name}" is no valid name: it looks like a cell address`;
  if (own !== undefined && sameName(own, name)) return null;
  return isNameTaken(book, name) ? `the name ${name} is taken already` : null;
}
