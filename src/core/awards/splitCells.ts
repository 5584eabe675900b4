// What is split over cells side by side or one below the other: a name or a number whose pieces say nothing alone. Knows no sheet.
import { findPersonalData } from '../ground/personalData';
import { squeezed } from './hiddenName';
import type { PublicCell } from './publicCell';

const DIGITS = /^(?:[+\d\s\-.()（）]*\d[\d\s\-.Xx]*|[Xx])$/;

/** 27.5: a score, which goes on in no other cell. */
const DECIMAL = /^-?\d{1,2}\.\d+$/;

const PHONE = '(?:电话|手机|联系方式|联系人|tel(?:ephone)?|phone|mobile)';

/** 手机：138 | 12345678: what is called a phone in the first cell goes on in the next. */
const CALLED = new RegExp(`${PHONE}\\D{0,12}(\\d[\\d\\s-]*)$`, 'i');

/** 手机 | 1 | 3 | 8 …: what is called a phone begins in the next. */
const CALLS = new RegExp(`${PHONE}[^\\d]{0,12}$`, 'i');

/** Signs of a mobile without and with the code of the country, and of an id number. */
const LENGTHS: ReadonlySet<number> = new Set([11, 13, 15, 18]);

/** An id number with a box for each sign. */
const MOST_PIECES = 18;

/** Cells that a merged one covers are blank: what stands behind so many of them is still its neighbour. */
const MOST_BLANKS = 3;

interface Neighbours {
  readonly right: PublicCell | undefined;
  readonly below: PublicCell | undefined;
}

/** For each cell the one right of it and the one below it. */
function neighboursOf(cells: readonly PublicCell[]): ReadonlyMap<PublicCell, Neighbours> {
  const at = new Map(cells.map((cell) => [cell.address, cell]));
  const firstOf = (addresses: readonly string[]): PublicCell | undefined =>
    at.get(addresses.find((address) => at.has(address)) ?? '');
  return new Map(
    cells.flatMap((cell) => {
      const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell.address) ?? [];
      if (letters === '') return [];
      const columns = [nextColumn(letters)];
      while (columns.length <= MOST_BLANKS) columns.push(nextColumn(columns[columns.length - 1] ?? letters));
      const right = firstOf(columns.map((column) => `${column}${row}`));
      const below = firstOf(columns.map((_column, index) => `${letters}${Number(row) + 1 + index}`));
      return [[cell, { right, below }] as const];
    }),
  );
}

function nextColumn(letters: string): string {
  const last = letters.slice(-1);
  if (last !== 'Z') return letters.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1);
  return `${letters.length === 1 ? 'A' : nextColumn(letters.slice(0, -1))}A`;
}

/** One half is all that its cell holds, the other ends or begins its cell; or each cell holds a piece of it and nothing else. */
function nameIn(pieces: readonly string[], names: readonly string[]): boolean {
  const [first = '', second = ''] = pieces;
  if (pieces.length > 2) return names.includes(pieces.join(''));
  return names.some((name) => {
    const [rest, head] = [name.slice(first.length), name.slice(0, -second.length)];
    const begins = first !== '' && rest !== '' && name.startsWith(first) && second.startsWith(rest);
    return begins || (second !== '' && head !== '' && name.endsWith(second) && first.endsWith(head));
  });
}

/**
 * Cells that hold nothing but digits, but for the word that calls them a phone, and together a number of a person. Two whole numbers side by side
 * are none: 13 | 812345678 is. More pieces are one where each is as long as people write them, or is a single sign in its box; amounts are round.
 * `called`: the cell before them calls them a phone.
 */
function numberIn(cells: readonly string[], called: boolean): boolean {
  const [before = '', ...others] = cells;
  const pieces = [CALLED.exec(before)?.[1] ?? before, ...others];
  if (pieces.some((piece) => !DIGITS.test(piece) || DECIMAL.test(piece))) return false;
  const signs = pieces.map((piece) => piece.replace(/[^\dXx]/g, ''));
  const joined = signs.join('');
  if (!LENGTHS.has(joined.length)) return false;
  const areLong = signs.every((piece) => piece.length > 2) && !signs.every((piece) => piece.endsWith('00'));
  const areBoxes = joined.length === pieces.length;
  const isPhone = areLong || called || before !== pieces[0];
  if (pieces.length > 2 && !isPhone && !areBoxes) return false;
  const [data] = findPersonalData(joined);
  if (!data || data.from > 0 || data.to < joined.length) return false;
  if (data.kind === 'mobile') return pieces.length === 2 || isPhone;
  return data.kind === 'idNumber' && (pieces.length === 2 || areLong || (areBoxes && joined.length === MOST_PIECES));
}

interface SplitCell {
  readonly cell: PublicCell;
  readonly kind: 'name' | 'number';
}

/** Of a cell, the one in which it would go on. */
type Next = (cell: PublicCell) => PublicCell | undefined;

const lengthOf = (piece: string): number => piece.replace(/[^\dXx]/g, '').length;

/** Its cells hold digits from the first to the last, the first behind a word at most. `next`: of a cell, where it goes on. */
function isNumberFrom(cell: PublicCell, next: Next, called: boolean): boolean {
  if (!/\d\)?$/.test(cell.text.trimEnd())) return false;
  const cells = [cell.text];
  let length = lengthOf(CALLED.exec(cell.text)?.[1] ?? cell.text);
  for (let other = next(cell); other && length < MOST_PIECES && DIGITS.test(other.text); other = next(other)) {
    cells.push(other.text);
    length += lengthOf(other.text);
    if (numberIn(cells, called)) return true;
  }
  return false;
}

/** A name that begins in this cell and goes on in the next ones. */
function nameFinderFrom(names: readonly string[]): (cell: PublicCell, next: Next) => boolean {
  const wanted = names.map(squeezed).filter((name) => name !== '');
  const words = new Map<PublicCell, string>();
  const wordsOf = (cell: PublicCell): string => {
    const known = words.get(cell) ?? squeezed(cell.text);
    words.set(cell, known);
    return known;
  };
  return (cell, next) => {
    const pieces = [wordsOf(cell)];
    for (let other = wanted.length === 0 ? undefined : next(cell); other; other = next(other)) {
      pieces.push(wordsOf(other));
      if (nameIn(pieces, wanted)) return true;
      const joined = pieces.join('');
      if (!wanted.some((name) => name.startsWith(joined))) return false;
    }
    return false;
  };
}

/**
 * The first cell of each that goes on in its neighbours. Example: 王 in B3 and 芳 in C3 show the hidden name 王芳; 138, 1234 and 5678 in B4, C4 and D4
 * a mobile.
 */
export function splitCells(cells: readonly PublicCell[], hiddenNames: readonly string[]): SplitCell[] {
  const neighbours = neighboursOf(cells);
  const isNameFrom = nameFinderFrom(hiddenNames);
  const calling = new Set(
    cells.flatMap((cell) => (CALLS.test(cell.text) ? Object.values(neighbours.get(cell) ?? {}) : [])),
  );
  return cells.flatMap((cell): SplitCell[] => {
    const ways = (['right', 'below'] as const).map((way) => (at: PublicCell) => neighbours.get(at)?.[way]);
    return [
      ...(ways.some((next) => isNameFrom(cell, next)) ? [{ cell, kind: 'name' as const }] : []),
      ...(ways.some((next) => isNumberFrom(cell, next, calling.has(cell))) ? [{ cell, kind: 'number' as const }] : []),
    ];
  });
}
