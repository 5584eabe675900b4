// The shape of what was read out of a file or a paste: plain cells. Knows no file format and no table of the workbook.

/** null = empty. Dates are serial numbers. */
export type ImportedCell = string | number | boolean | null;

/**
 * What a cell is besides its value. date: a number shown as a day or a time (`shown`). percent: a number shown with %. unworked: a formula that
 * nobody worked out. merged: it repeats the value of the merged area that it lies in.
 */
export type CellLook =
  { readonly kind: 'date'; readonly shown: string } | { readonly kind: 'percent' | 'unworked' | 'merged' };

/** Plain cells of one sheet, or of a pasted text. */
export interface SheetRows {
  readonly name: string;
  /** From A1 on; rows may have different lengths. Inside a merged area every cell carries the area's value. */
  readonly rows: readonly (readonly ImportedCell[])[];
  /** A part of a table that is continued to the right of itself: the sheet's own name, and its first and last column, 0-based. */
  readonly part?: { readonly of: string; readonly from: number; readonly to: number };
  /** By `lookKey`; absent: all cells are what they seem. */
  readonly looks?: ReadonlyMap<number, CellLook>;
  /** The sheet itself is hidden. */
  readonly hidden?: boolean;
  /** 1-based rows that nobody sees. */
  readonly hiddenRows?: ReadonlySet<number>;
  /** 0-based columns that nobody sees. */
  readonly hiddenColumns?: ReadonlySet<number>;
  /** 1-based rows whose words are struck through. */
  readonly struckRows?: ReadonlySet<number>;
  /** 1-based rows that are not to be taken, whatever they hold. */
  readonly leaveOut?: ReadonlySet<number>;
}

const MOST_COLUMNS = 16384;

/** The key of a cell in `looks`; row and column 0-based. */
export function lookKey(row: number, column: number): number {
  return row * MOST_COLUMNS + column;
}
