// A book as JSON and back: how the server hands the sample campaign to the page. Books are plain data but for their maps.
// Cells share their styles (see model/cells): each look is written once, and shared again when it is read.
import type { Book, Style } from '../model/book';

interface MapText {
  readonly entries: readonly (readonly [unknown, unknown])[];
}

interface BookText {
  readonly styles: readonly Style[];
  /** In the place of a style stands its index. */
  readonly book: unknown;
}

/** Example: `bookFromText(textOfBook(book))` equals `book`. */
export function textOfBook(book: Book): string {
  const pool = stylePool();
  const text = JSON.stringify(book, (key, value: unknown) => {
    if (key === 'style' && typeof value === 'number') throw new Error(`a look that is a number: ${value}`);
    if (key === 'style' && typeof value === 'object' && value !== null) return pool.indexOf(value);
    return isMap(value) ? ({ entries: [...value] } satisfies MapText) : value;
  });
  return `{"styles":${JSON.stringify(pool.styles)},"book":${text}}`;
}

interface StylePool {
  readonly styles: readonly Style[];
  indexOf(style: Style): number;
}

/** Equal looks are one, whether or not they were one object. */
function stylePool(): StylePool {
  const styles: Style[] = [];
  const byObject = new Map<Style, number>();
  const byText = new Map<string, number>();
  return {
    styles,
    indexOf(style) {
      const known = byObject.get(style);
      if (known !== undefined) return known;
      const text = JSON.stringify(style);
      const index = byText.get(text) ?? styles.push(style) - 1;
      byText.set(text, index);
      byObject.set(style, index);
      return index;
    },
  };
}

/** A structured clone may have been made in another realm: its maps are no instances of this one's `Map`. */
const isMap = (value: unknown): value is Map<unknown, unknown> =>
  Object.prototype.toString.call(value) === '[object Map]';

/** Reads what `textOfBook` wrote. */
export function bookFromText(text: string): Book {
  const { styles, book } = JSON.parse(text) as BookText;
  return revived(book, styles) as Book;
}

/**
 * The maps and the shared looks put back in place. A walk of its own takes a fraction of the time of a reviver, which is asked for each
 * of a hundred thousand values.
 */
function revived(value: unknown, styles: readonly Style[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = revived(value[index], styles);
    return value;
  }
  if (isMapText(value)) return new Map(value.entries.map(([key, own]) => [key, revived(own, styles)]));
  const record = value as Record<string, unknown>;
  for (const key in record) {
    const own = record[key];
    if (key === 'style' && typeof own === 'number') record[key] = styles[own];
    else if (typeof own === 'object' && own !== null) record[key] = revived(own, styles);
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
