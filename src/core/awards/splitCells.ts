// What is split over two neighbouring cells: a name or a number whose halves say nothing alone. Knows no sheet.
import { findPersonalData } from '../ground/personalData';
import { squeezed } from './hiddenName';
import type { PublicCell } from './publicCell';

const DIGITS = /^[+\d\s\-.()（）]*\d[\d\s\-.Xx]*$/;

/** 27.5: a score, which goes on in no other cell. */
const DECIMAL = /^-?\d{1,2}\.\d+$/;

/** 手机：138 | 12345678: what is called a phone in the first cell goes on in the next. */
const CALLED = /(?:电话|手机|联系方式|联系人|tel(?:ephone)?|phone|mobile)\D{0,12}(\d[\d\s-]*)$/i;

/** Each cell with the one right of it and the one below it. */
function neighbours(cells: readonly PublicCell[]): [PublicCell, PublicCell][] {
  const at = new Map(cells.map((cell) => [cell.address, cell]));
  return cells.flatMap((cell): [PublicCell, PublicCell][] => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell.address) ?? [];
    if (letters === '') return [];
    const beside = [at.get(`${nextColumn(letters)}${row}`), at.get(`${letters}${Number(row) + 1}`)];
    return beside.flatMap((other): [PublicCell, PublicCell][] => (other ? [[cell, other]] : []));
  });
}

function nextColumn(letters: string): string {
  const last = letters.slice(-1);
  if (last !== 'Z') return letters.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1);
  return `${letters.length === 1 ? 'A' : nextColumn(letters.slice(0, -1))}A`;
}

/** One half is all that its cell holds, the other ends or begins its cell. */
function nameIn(first: string, second: string, names: readonly string[]): boolean {
  return names
    .map(squeezed)
    .some((name) =>
      Array.from({ length: Math.max(0, name.length - 1) }, (_, cut) => [
        name.slice(0, cut + 1),
        name.slice(cut + 1),
      ]).some(
        ([head = '', tail = '']) =>
          (first === head && second.startsWith(tail)) || (first.endsWith(head) && second === tail),
      ),
    );
}

/** Cells that hold nothing but digits, but for the word that calls them a phone, and together a number of a person. Two whole numbers side by side are none: 13 | 812345678 is. */
function numberIn(before: string, second: string): boolean {
  const first = CALLED.exec(before)?.[1] ?? before;
  if (!DIGITS.test(first) || !DIGITS.test(second)) return false;
  if (DECIMAL.test(first) || DECIMAL.test(second)) return false;
  const joined = `${first}${second}`.replace(/\D/g, '');
  const [data] = findPersonalData(joined);
  return (data?.kind === 'mobile' || data?.kind === 'idNumber') && data.plain.length === joined.length;
}

interface SplitCell {
  readonly cell: PublicCell;
  readonly kind: 'name' | 'number';
}

/**
 * The first cell of every such pair. Example: 王 in B3 and 芳 in C3 show the hidden name 王芳; 138 in B4 and 12345678 in C4 a mobile.
 */
export function splitCells(cells: readonly PublicCell[], hiddenNames: readonly string[]): SplitCell[] {
  return neighbours(cells).flatMap(([cell, other]): SplitCell[] => {
    const [first, second] = [squeezed(cell.text), squeezed(other.text)];
    if (nameIn(first, second, hiddenNames)) return [{ cell, kind: 'name' }];
    return numberIn(cell.text, other.text) ? [{ cell, kind: 'number' }] : [];
  });
}
