// What the pane points at in the sheets, and what people do there, as plain data. Knows no Excel and no table's meaning.
import type { LabelSet } from './labels';
import type { CellValue } from './snapshot';

/** Values of one column that a filter leaves in sight, as they read in the cells. */
interface ColumnFilter {
  /** 0-based place of the column in the table. */
  readonly place: number;
  readonly values: readonly string[];
}

/** A place in a table: its row is found by the values of `key`, never by where it once stood. */
export interface TableTarget {
  readonly table: string;
  /** Columns by 0-based place and the text that stands in them in the wanted row; none = the table as a whole. */
  readonly row?: readonly { readonly place: number; readonly text: string }[];
  /** The last of several rows, in the same way: all from `row` down to it are selected. */
  readonly last?: readonly { readonly place: number; readonly text: string }[];
  /** Only where its sheet is in front already. */
  readonly quietly?: true;
  /** 0-based place of the cell's column; absent = the first. */
  readonly column?: number;
  /** Leaves only these rows in sight; [] takes filters off. Absent = filters stay as they are. */
  readonly filter?: readonly ColumnFilter[];
}

/** A sheet as a whole, or one of its cells. */
export interface SheetTarget {
  readonly sheet: string;
  /** “B7”; absent = the sheet as it was left. */
  readonly address?: string;
}

/** Cells that the pane can select, as they are called now. */
export type Target = TableTarget | SheetTarget;

/** Codes of a column with labels that a filter leaves in sight, or plain texts of another column. */
interface KeyFilter {
  readonly column: string;
  readonly labels?: LabelSet;
  readonly values: readonly string[];
}

/** A table, one of its rows by the texts in its key columns, one cell of that row, or rows picked by a filter. */
export interface TableKeyTarget {
  readonly table: string;
  readonly row?: Readonly<Record<string, string>>;
  /** A row that has no key yet: 0-based place in the body where it was seen, and what `column` held. What stands in its cells then finds it. */
  readonly unnamed?: { readonly index: number; readonly text: string };
  readonly column?: string;
  /** With it all rows from `row` down to this one are selected. */
  readonly last?: Readonly<Record<string, string>>;
  /** Only where the table's sheet is in front already. */
  readonly quietly?: true;
  /** [] takes filters off. */
  readonly filter?: readonly KeyFilter[];
}

/** Cells by keys, which stay true when rows are sorted and columns moved. */
export type KeyTarget = TableKeyTarget | { readonly sheet: string; readonly address?: string };

/**
 * shown: it is selected and in sight · hidden: it is selected, but a filter or a person hides its row · gone: no such sheet, table or row any more.
 */
export type Shown = 'shown' | 'hidden' | 'gone';

/** The row that a person has selected, and the others with it. */
export interface SelectedRow {
  readonly table: string;
  readonly headers: readonly string[];
  readonly cells: readonly CellValue[];
  /** 0-based place of the selected column in the table. */
  readonly column: number;
  /** Further rows of the table that are selected and in sight, from above; none where they are too many to be looked at one by one. */
  readonly others?: readonly (readonly CellValue[])[];
}

/**
 * selected: somewhere else now · edited: cells of a sheet changed, by whomever · activated: another sheet is in front · sheets: one came or went.
 * `remote`: a co-author did it; else it may have been this window, by hand or by a job. `byHand`: Excel says that no job did it; older ones do not.
 */
export type WorkbookEvent =
  | { readonly kind: 'selected' }
  | { readonly kind: 'edited'; readonly sheet: string | null; readonly remote?: true; readonly byHand?: true }
  | { readonly kind: 'activated' }
  | { readonly kind: 'sheets'; readonly remote?: true };
