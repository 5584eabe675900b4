// Whether two normalised names look alike: only ever a reason to ask, never to decide. Knows no roster.
import { areDifferent } from './offices';

/** True when one insertion, deletion or replacement of a character turns one text into the other (or they are equal). */
function oneOff(a: readonly string[], b: readonly string[]): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length - 1;
  let endB = b.length - 1;
  while (endA >= start && endB >= start && a[endA] === b[endB]) {
    endA -= 1;
    endB -= 1;
  }
  return endA - start <= 0 && endB - start <= 0;
}

/** True when the characters of `short` occur in `long` in their order: how long names are shortened (县文化旅游广电体育局 → 县文旅广体局). */
function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  let matched = 0;
  for (const character of long) if (character === short[matched]) matched += 1;
  return matched === short.length;
}

function shortens(short: readonly string[], long: readonly string[], fewest: number): boolean {
  return short.length >= fewest && short[0] === long[0] && abbreviates(short, long);
}

const withoutCounty = (name: string): string => name.replace(/^.{0,3}县(?=.{2})/, '');

/** However names resemble, all characters of the shorter one but one are in the longer: most pairs of a long list are told apart by that. */
function sharesCharacters(short: string, long: string): boolean {
  let missing = 0;
  for (const character of withoutCounty(short)) {
    if (!long.includes(character)) missing += 1;
    if (missing > 1) return false;
  }
  return true;
}

/**
 * True when the names are one character apart (from three characters up), one is contained in the other (from two up), or one
 * shortens the other with the same first character (from four up, or three when 县 is left aside). Both names normalised and not equal; symmetric.
 * Example: `resembles('公安局', '县公安局')`, `resembles('县教体局', '县教育局')`; not `resembles('县某某局', '县公安局')`, nor
 * names that differ for certain.
 */
export function resembles(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (!sharesCharacters(short, long) || areDifferent(a, b)) return false;
  const shortChars = Array.from(short);
  const longChars = Array.from(long);
  if (shortChars.length < 2) return false;
  if (long.includes(short)) return true;
  if (shortChars.length >= 3 && oneOff(shortChars, longChars)) return true;
  if (shortens(shortChars, longChars, 4)) return true;
  return shortens(Array.from(withoutCounty(short)), Array.from(withoutCounty(long)), 3);
}
