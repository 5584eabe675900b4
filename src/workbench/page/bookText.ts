// A book as JSON and back: how the server hands the sample campaign to the page. Books are plain data but for their maps.
import type { Book } from '../model/book';

interface MapText {
  readonly entries: readonly (readonly [unknown, unknown])[];
}

/** Example: `bookFromText(textOfBook(book))` equals `book`. */
export function textOfBook(book: Book): string {
  return JSON.stringify(book, (_key, value: unknown) =>
    isMap(value) ? ({ entries: [...value] } satisfies MapText) : value,
  );
}

/** A structured clone may have been made in another realm: its maps are no instances of this one's `Map`. */
const isMap = (value: unknown): value is Map<unknown, unknown> =>
  Object.prototype.toString.call(value) === '[object Map]';

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
    Array.isArray((value as { entries?: unknown }).entries) &&
    Object.keys(value).length === 1
  );
}
