// A book as JSON and back: how the server hands the sample campaign to the page. Books are plain data but for their maps.
import type { Book } from '../model/book';

interface MapText {
  readonly entries: readonly (readonly [unknown, unknown])[];
}

/** Example: `bookFromText(textOfBook(book))` equals `book`. */
export function textOfBook(book: Book): string {
  return JSON.stringify(book, (_key, value: unknown) =>
    value instanceof Map ? ({ entries: [...value] } satisfies MapText) : value,
  );
}

/** Reads what `textOfBook` wrote. */
export function bookFromText(text: string): Book {
  return JSON.parse(text, (_key, value: unknown) => (isMapText(value) ? new Map(value.entries) : value)) as Book;
}

function isMapText(value: unknown): value is MapText {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 1 &&
    Array.isArray((value as { entries?: unknown }).entries)
  );
}
