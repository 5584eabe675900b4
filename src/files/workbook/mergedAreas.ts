// Gives each cell of a merged area the area's value, in bounded time. Knows no file format.
import { lookKey, type CellLook, type ImportedCell } from '../../core/import/sheetRows';

/** First (`s`) and last (`e`) cell, 0-based. */
export interface MergedArea {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

/** A merge over whole sheet rows would otherwise make thousands of columns. */
const WIDEST = 256;
/** Work for all areas of one sheet together; sheets that people merge by hand stay far below. */
const MOST_CELLS = 2_000_000;

const MERGED: CellLook = { kind: 'merged' };

/**
 * Fills in place. Only rows that hold something of their own are filled: a row that merely repeats is a blank one. Of areas that lie over
 * each other the first counts.
 */
export function fillMerged(rows: ImportedCell[][], areas: readonly MergedArea[], looks: Map<number, CellLook>): void {
  let left = MOST_CELLS;
  const filled = rowsWithCells(rows);
  for (const { s, e } of areas) {
    const value = rows[s.r]?.[s.c] ?? null;
    if (value === null) continue;
    const look = looks.get(lookKey(s.r, s.c));
    const last = Math.min(e.c, s.c + WIDEST - 1);
    let at = firstFrom(filled, s.r);
    for (; at < filled.length && (filled[at] ?? 0) <= e.r && left > 0; at += 1) {
      const row = filled[at] ?? 0;
      for (let column = s.c; column <= last && left > 0; column += 1, left -= 1) {
        if (row === s.r && column === s.c) continue;
        (rows[row] as ImportedCell[])[column] = value;
        looks.set(lookKey(row, column), look?.kind === 'date' ? look : MERGED);
      }
    }
  }
}

function rowsWithCells(rows: readonly (readonly ImportedCell[])[]): number[] {
  const filled: number[] = [];
  rows.forEach((cells, row) => {
    if (cells) filled.push(row);
  });
  return filled;
}

function firstFrom(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
