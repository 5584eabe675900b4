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
  return revived(JSON.parse(text)) as Book;
}

/** The maps put back in place. A walk of its own takes a fraction of the time of a reviver, which is asked for each of a hundred thousand values. */
function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = revived(value[index]);
    return value;
  }
  if (isMapText(value)) return new Map(value.entries.map(([key, own]) => [key, revived(own)]));
  const record = value as Record<string, unknown>;
  for (const key in record) {
    const own = record[key];
    if (typeof own === 'object' && own !== null) record[key] = revived(own);
  }
  return value;
}

function isMapText(value: unknown): value is MapText {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 1 &&
    Array.isArray((value as { entries?: unknown }).entries)
  );
}
