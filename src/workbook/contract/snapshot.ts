// What the workbook holds at one moment, as plain data. Made by excel/, read by everything that decides.

import type { TableName } from './keys';
import type { Area } from './plan';

/** A cell's value as Office.js gives it: '' is an empty cell, dates are serial numbers, errors are text such as '#REF!'. */
export type CellValue = string | number | boolean;

/** A native table with its cells. */
export interface TableSnapshot {
  /** With '*' strangers’ tables are read too: theirs is any word. */
  readonly name: TableName;
  /** Title of the sheet it stands on now (people may rename sheets). */
  readonly sheet: string;
  /** 0-based row of the header and 0-based leftmost column, on that sheet. */
  readonly top: number;
  readonly left: number;
  readonly headers: readonly string[];
  /** Body rows × columns. An Excel table always has at least one body row; a table without data has one row of ''. */
  readonly values: readonly (readonly CellValue[])[];
  /** The formula text ("=…") where there is one, else the value: of every row when the request asked for it, else of the first row. */
  readonly formulas: readonly (readonly CellValue[])[];
  /** True when only the head was asked for: `values` has as many rows as the table, all of them blank. */
  readonly unread?: true;
  /** True when a filter hides rows now. */
  readonly filtered: boolean;
  /** True when something stands below the table on its sheet: new rows must push it down. */
  readonly crowded: boolean;
  /** True when it shows a totals row, which is no part of `values`. */
  readonly totals?: true;
  /** What stands directly below it in its columns, up to the first empty row: rows that somebody typed and the table did not take in. */
  readonly below?: readonly (readonly CellValue[])[];
  /** What stands further down in its columns, behind an empty row: 0-based row of the sheet and cells. Lines with formulas are left out. */
  readonly apart?: readonly { readonly row: number; readonly cells: readonly CellValue[] }[];
  /** Only of the tables whose looks the request asked for. */
  readonly looks?: TableLooks;
}

/** What a table has besides its cells: what people lose by pasting, and never see that they lost it. */
export interface TableLooks {
  /** Number formats of the first and of the last body row, column by column. */
  readonly numberFormats: readonly (readonly string[])[];
  /** Kind of each column's validation in its body, as Excel names it: 'None', 'List' …; 'MixedCriteria' when only some of its cells have one. */
  readonly validations: readonly string[];
  /** Whether each column's validation takes blanks for right; null where its cells differ. Absent: not known. */
  readonly blanksIgnored?: readonly (boolean | null)[];
  /** Conditional formats of its sheet, and whether they touch its body; formula '' when it is of another kind. */
  readonly conditionals: readonly { readonly id: string; readonly formula: string; readonly inBody: boolean }[];
  /** Formulas (values where there are none) of the first rows of its sheet, from A1 on. */
  readonly above: readonly (readonly CellValue[])[];
}

/** A sheet; its cells only when they were asked for. */
export interface SheetSnapshot {
  readonly name: string;
  /** False for hidden and very hidden sheets. */
  readonly visible: boolean;
  /** True when Excel lets nobody write to it. */
  readonly isProtected?: true;
  /** #RRGGBB in capitals; '' when the tab has no colour. */
  readonly tabColor?: string;
  /** Values of the used range from A1 on; only for the sheets that the request asked for. */
  readonly values?: readonly (readonly CellValue[])[];
  /** Formulas of the used range from A1 on, values where there are none; only for the sheets of which the request asked it. */
  readonly formulas?: readonly (readonly CellValue[])[];
  /** Where formulas stand; only for the sheets of which the request asked it, and not where the sheet is protected. */
  readonly formulaCells?: readonly Area[];
  /** What its header and footer say, left to right; only where the request asked for pages. Example: `['制表：张三', '&P / &N']`. */
  readonly inMargins?: readonly string[];
  /** Names of the charts on it; only for the sheets that the request asked for, and only where this Excel can tell. */
  readonly charts?: readonly string[];
}

/** Tables by their name: a misspelt one does not compile. A name that comes as data is asked with `tableCalled`. */
export type TablesByName = { readonly [T in TableName]?: TableSnapshot };

/** The workbook, as far as it was asked for. */
export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly tables: TablesByName;
  /** Defined names of the workbook and their formulas. */
  readonly names: Readonly<Record<string, string>>;
  /** True when formulas are worked out only on demand: they were, just before this was read. */
  readonly calculatesByHand?: true;
}

/** The table of that name, which came as data; a name that is written down is a key of `tables`, where the compiler reads it too. */
export function tableCalled<N extends string>(
  tables: TablesByName,
  name: string extends N ? N : never,
): TableSnapshot | undefined {
  return (tables as Readonly<Record<string, TableSnapshot>>)[name];
}

/** All tables that were read, those of strangers too. */
export function everyTable(tables: TablesByName): readonly TableSnapshot[] {
  return Object.values(tables as Readonly<Record<string, TableSnapshot>>);
}

/** Tables by the names they have. */
export function tablesByName(tables: readonly TableSnapshot[]): TablesByName {
  return Object.fromEntries(tables.map((table) => [table.name, table]));
}
