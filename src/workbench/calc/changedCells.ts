// What changed in a book since it was last looked at: literals and formulas, cell by cell. Knows no engine and no dependencies.
import type { Book, Cell, CellError, Sheet, Value } from '../model/book';
import { idOf } from './cellGraph';
import { placeOfKey } from './engineSheets';

interface Seen {
  readonly formula: string | undefined;
  value: Value | CellError | undefined;
}

/** What is another in a book since it was worked out last. */
export interface Changes {
  /** Cells whose literal is another, that came or went, by `idOf`. */
  readonly literals: readonly number[];
  /** Cells that have another formula than before. */
  readonly formulas: readonly number[];
  /** Cells that had a formula and have none. */
  readonly without: readonly number[];
}

/** Remembers the last look; the first one gives every cell that holds something. Sheets go by their numbers, wherever they stand. */
export class SeenCells {
  private readonly sheets = new Map<number, Map<string, Seen>>();

  constructor(private readonly numberOf: (sheet: Sheet) => number) {}

  /** Looks at the whole book again. Formulas that stay keep the result that they were last given here, whatever stands in the cell. */
  changesIn(book: Book): Changes {
    const literals: number[] = [];
    const formulas: number[] = [];
    const without: number[] = [];
    const present = new Set(book.sheets.map(this.numberOf));
    for (const [index, seen] of this.sheets) {
      if (present.has(index)) continue;
      this.sheets.delete(index);
      for (const [key, { formula }] of seen) {
        literals.push(at(index, key));
        if (formula !== undefined) without.push(at(index, key));
      }
    }
    book.sheets.forEach((sheet) => {
      const index = this.numberOf(sheet);
      const seen = this.sheets.get(index) ?? new Map<string, Seen>();
      this.sheets.set(index, seen);
      let met = 0;
      for (const [key, cell] of sheet.cells) {
        const before = seen.get(key);
        if (before) met += 1;
        if (before && before.formula === cell.formula) {
          if (cell.formula !== undefined) cell.value = before.value;
          else if (!sameValue(before.value, cell.value)) {
            before.value = cell.value;
            literals.push(at(index, key));
          }
          continue;
        }
        seen.set(key, { formula: cell.formula, value: cell.value });
        if (cell.formula !== undefined) formulas.push(at(index, key));
        else {
          if (before?.formula !== undefined) without.push(at(index, key));
          if (before || cell.value !== undefined) literals.push(at(index, key));
        }
        if (!before) met += 1;
      }
      if (met < seen.size)
        for (const [key, { formula }] of seen) {
          if (sheet.cells.has(key)) continue;
          seen.delete(key);
          literals.push(at(index, key));
          if (formula !== undefined) without.push(at(index, key));
        }
    });
    return { literals, formulas, without };
  }

  /** A formula got this result. */
  result(sheet: number, key: string, value: Cell['value']): void {
    const seen = this.sheets.get(sheet)?.get(key);
    if (seen) seen.value = value;
  }
}

function at(sheet: number, key: string): number {
  const { row, column } = placeOfKey(key);
  return idOf(sheet, row, column);
}

/** Blank, empty text and no value at all are one. */
export function sameValue(one: Cell['value'], other: Cell['value']): boolean {
  if (one === other) return true;
  const [a, b] = [one ?? '', other ?? ''];
  if (typeof a === 'object' && typeof b === 'object') return a.error === b.error;
  return a === b;
}

/** An empty text that a formula gives is no blank cell: what counts blanks sees the difference. */
export function sameResult(one: Cell['value'], other: Cell['value']): boolean {
  if ((one === '') !== (other === '')) return false;
  return sameValue(one, other);
}
