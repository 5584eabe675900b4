// Which column of a spec each header of a table is: by today's words, those of earlier versions, or as the one that must be meant. Knows no table.
import type { ColumnSpec, TableSpec } from './spec';

const knownFolds = new Map<string, string>();
const MOST_KNOWN = 5000;

/** A header as it is compared. Every reading asks for the same few. Example: `foldedHeader('联系 电话') === foldedHeader('联系电话')`. */
export function foldedHeader(header: string): string {
  let fold = knownFolds.get(header);
  if (fold === undefined) {
    fold = header.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
    if (knownFolds.size < MOST_KNOWN) knownFolds.set(header, fold);
  }
  return fold;
}

/** Whether the header is the column's own in either language, however it is spaced. */
export function isCalled({ header: { zh, en } }: Pick<ColumnSpec, 'header'>, header: string): boolean {
  const fold = foldedHeader(header);
  return fold === foldedHeader(zh) || fold === foldedHeader(en);
}

/**
 * Headers that nothing else claims, for columns that are missing and may stand under other words: only where one header fits one column, and
 * that column fits no other header. Example: 真实性（25分） for 真实性（30分） once its full marks were changed.
 */
export function likewiseCalled<C extends ColumnSpec>(
  missing: readonly C[],
  headers: readonly (string | null)[],
): Map<C, number> {
  const fits = new Map(
    missing.map((column) => [
      column,
      headers.flatMap((header, place) => (header !== null && column.likewise?.(header) ? [place] : [])),
    ]),
  );
  const claims = [...fits.values()].flat();
  return new Map(
    [...fits].flatMap(([column, places]) => {
      const [place] = places;
      const alone = place !== undefined && places.length === 1 && claims.filter((each) => each === place).length === 1;
      return alone ? [[column, place] as const] : [];
    }),
  );
}

/** 0-based place of each column of the spec among the headers; -1 = not there. Headers match in either language. */
export function headerPlaces<K extends string>(spec: TableSpec<K>, headers: readonly string[]): Map<K, number> {
  const folds = headers.map(foldedHeader);
  const placeOf = (words: readonly string[]): number => {
    const wanted = words.map(foldedHeader);
    return folds.findIndex((header) => wanted.includes(header));
  };
  const places = new Map<K, number>(
    spec.columns.map((column) => {
      const place = placeOf([column.header.zh, column.header.en]);
      return [column.key, place < 0 && column.formerly ? placeOf(column.formerly) : place];
    }),
  );
  const missing = spec.columns.filter(({ key, likewise }) => likewise && places.get(key) === -1);
  if (missing.length === 0) return places;
  const taken = new Set(places.values());
  const free = headers.map((header, place) => (taken.has(place) ? null : header));
  for (const [{ key }, place] of likewiseCalled(missing, free)) places.set(key, place);
  return places;
}
