// A book as JSON and back: how the server hands the sample campaign to the page. Books are plain data but for their maps.
// Cells share their styles (see model/cells): each look is written once, and shared again when it is read; so is each formula.
import type { Book, Style } from '../model/book';

interface MapText {
  readonly entries: readonly (readonly [unknown, unknown])[];
}

interface BookText {
  readonly styles: readonly Style[];
  readonly formulas: readonly string[];
  /** In the place of a style or a formula stands its index. */
  readonly book: unknown;
}

/** Example: `bookFromText(textOfBook(book))` equals `book`. */
export function textOfBook(book: Book): string {
  const pool = stylePool();
  const formulas = new Map<string, number>();
  const text = JSON.stringify(book, (key, value: unknown) => {
    if (key === 'style' || key === 'formula') {
      if (typeof value === 'number') throw new Error(`a ${key} that is a number: ${value}`);
      if (key === 'style' && typeof value === 'object' && value !== null) return pool.indexOf(value);
      if (key === 'formula' && typeof value === 'string') {
        const index = formulas.get(value) ?? formulas.size;
        formulas.set(value, index);
        return index;
      }
    }
    return isMap(value) ? ({ entries: [...value] } satisfies MapText) : value;
  });
  return `{"styles":${JSON.stringify(pool.styles)},"formulas":${JSON.stringify([...formulas.keys()])},"book":${text}}`;
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
  const { book, ...shared } = JSON.parse(text) as BookText;
  return revived(book, shared) as Book;
}

/**
 * The maps, looks and formulas put back in place. A walk of its own takes a fraction of the time of a reviver, which is asked for each
 * of a hundred thousand values.
 */
function revived(value: unknown, shared: Omit<BookText, 'book'>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = revived(value[index], shared);
    return value;
  }
  if (isMapText(value)) return new Map(value.entries.map(([key, own]) => [key, revived(own, shared)]));
  const record = value as Record<string, unknown>;
  for (const key in record) {
    const own = record[key];
    if (key === 'style' && typeof own === 'number') record[key] = shared.styles[own];
    else if (key === 'formula' && typeof own === 'number') record[key] = shared.formulas[own];
    else if (typeof own === 'object' && own !== null) record[key] = revived(own, shared);
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
