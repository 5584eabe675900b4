// The workbook model: the only truth of the host. Plain data, JSON-safe; knows nothing of Office.js, files, engines or grids.
// Rows and columns are 0-based. Colours are '#RRGGBB'. Lengths: column width in characters, row height in points.
import type { Chart } from './charts';

/** What a cell holds; null: nothing. */
export type Value = string | number | boolean | null;

/** An error as the cell shows it, e.g. #REF!. */
export interface CellError {
  readonly error: string; // '#REF!', '#N/A', '#NAME?', '#DIV/0!', '#VALUE!', '#NUM!', '#NULL!', '#SPILL!', '#CALC!'
}

/** Without an edge the cell has no line on that side. */
export interface Edge {
  style: 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double' | 'hair';
  color: string;
}

/** What is absent is as the sheet's standard has it. */
export interface Style {
  numberFormat?: string;
  fill?: string;
  fontName?: string;
  /** Points. */
  fontSize?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  color?: string;
  horizontal?: 'left' | 'center' | 'right' | 'fill' | 'justify' | 'centerContinuous' | 'distributed';
  vertical?: 'top' | 'center' | 'bottom' | 'justify' | 'distributed';
  wrap?: boolean;
  /** Steps of about three characters. */
  indent?: number;
  /** Degrees, counter-clockwise; 255: letters under one another. */
  rotation?: number;
  shrink?: boolean;
  border?: { top?: Edge; right?: Edge; bottom?: Edge; left?: Edge };
  /** Protection: cells are locked unless this says false. */
  locked?: boolean;
}

/** A cell that holds something; empty ones are absent. */
export interface Cell {
  /** The literal, or the cached result of the formula. null or absent = empty. */
  value?: Value | CellError;
  /** With the leading "=", in A1 or structured-reference form, en-US, as the person or add-in wrote it. */
  formula?: string;
  style?: Style;
}

/** 0-based corner and size; both sizes are at least 1. */
export interface Range {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A column of a table, by its header. */
export interface TableColumn {
  /** Stable inside its table. */
  id: number;
  name: string;
  /** The formula that new rows get. */
  calculatedFormula?: string;
}

/** A native table on its sheet; places count from 0. */
export interface Table {
  id: number;
  name: string;
  /** Header row and body (and totals row when shown). */
  range: Range;
  columns: TableColumn[];
  /** Name of a table style, such as TableStyleMedium2; '' = none. */
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showBandedRows: boolean;
  showFilterButton: boolean;
  /** Criteria by 0-based column of the table; rows they hide are in Sheet.rows[].hidden. */
  filters?: Record<
    number,
    | { kind: 'values'; values: string[] }
    | { kind: 'custom'; criterion1: string; criterion2?: string; operator?: 'And' | 'Or' }
  >;
}

/** What may be typed into an area. */
export interface Validation {
  ranges: Range[];
  type: 'list' | 'whole' | 'decimal' | 'date' | 'time' | 'textLength' | 'custom';
  operator?:
    | 'between'
    | 'notBetween'
    | 'equal'
    | 'notEqual'
    | 'greaterThan'
    | 'lessThan'
    | 'greaterThanOrEqual'
    | 'lessThanOrEqual';
  formula1?: string; // without "=", for list: either "\"a,b\"" content as a,b or a reference: see `inline`
  formula2?: string;
  /** For lists: true when formula1 is the comma-separated text itself. */
  inline?: boolean;
  ignoreBlank: boolean;
  prompt?: { title: string; message: string };
  error?: { title: string; message: string; style: 'stop' | 'warning' | 'information' };
}

/** A look that a formula decides; the lower priority is looked at first. */
export interface ConditionalFormat {
  id: string;
  ranges: Range[];
  /** A formula rule, without "=", relative to the first range's top-left cell. */
  formula: string;
  style: Style;
  priority: number;
  stopIfTrue: boolean;
}

/** How a sheet is printed. */
export interface PageLayout {
  orientation?: 'portrait' | 'landscape';
  paperSize?: number; // 9 = A4
  printArea?: Range;
  /** First and last, 0-based: repeated on each page. */
  titleRows?: [number, number];
  titleColumns?: [number, number];
  /** Rows that begin a new page, in order; never row 0. */
  rowBreaks?: number[];
  /** Per cent; does not count where pages are fitted. */
  scale?: number;
  fitWide?: number;
  fitTall?: number;
  /** Number of the first page; the file's pages are counted on without it. */
  firstPage?: number;
  /** Points. */
  margins?: { top?: number; right?: number; bottom?: number; left?: number; header?: number; footer?: number };
  centerHorizontally?: boolean;
  centerVertically?: boolean;
  blackAndWhite?: boolean;
  printGridlines?: boolean;
  header?: { left?: string; center?: string; right?: string };
  footer?: { left?: string; center?: string; right?: string };
  /** Those of the first page and of even ones, where a file has others there. */
  apart?: { readonly [page in 'first' | 'even']?: Pick<PageLayout, 'header' | 'footer'> };
}

/** A sheet with its cells, tables and looks. */
export interface Sheet {
  id: string; // '{…}' GUID-like, unique in the book, stable
  name: string;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  tabColor?: string;
  showGridlines: boolean;
  /** Absent: shown. */
  showHeadings?: boolean;
  /** Sparse: key is `${row},${column}`. */
  cells: Map<string, Cell>;
  columns: Map<number, { width?: number; hidden?: boolean; style?: Style }>;
  rows: Map<number, { height?: number; hidden?: boolean; style?: Style }>;
  merges: Range[];
  tables: Table[];
  validations: Validation[];
  conditionals: ConditionalFormat[];
  charts: Chart[];
  /** How many rows and columns stay in sight. */
  freeze?: { rows: number; columns: number };
  page: PageLayout;
  protection?: { options: Record<string, unknown>; password?: string };
}

/** A name and its formula, of the whole workbook. */
export interface DefinedName {
  name: string;
  /** With the leading "=". */
  formula: string;
  comment?: string;
  visible: boolean;
}

/** The workbook as the workbench holds it. */
export interface Book {
  sheets: Sheet[];
  names: DefinedName[];
  /** Index into sheets. */
  active: number;
  selection: Range;
  /** Areas that were selected before it and still are, as with Ctrl. */
  selectedBefore?: readonly Range[];
  nextId: number;
  /** Excel serial of the moment of which every formula has its result; absent: results may be old or missing. */
  calculatedAt?: number;
  /** The file counts its days from 1904, and the model does not. */
  from1904?: true;
}

/** Keys that were asked for once are kept: making the text anew for every look at a cell took a third of a large job's time. */
const KEPT_COLUMNS = 128;
const keptKeys: string[][] = Array.from({ length: 8192 }, () => []);

/** Key of a cell in a sheet’s map, 0-based. The text is kept: it is asked for millions of times. */
export function cellKey(row: number, column: number): string {
  const line = keptKeys[row];
  return line === undefined || column >= KEPT_COLUMNS ? `${row},${column}` : (line[column] ??= `${row},${column}`);
}

/** A workbook with one empty sheet. */
export function newBook(): Book {
  const book: Book = {
    sheets: [],
    names: [],
    active: 0,
    selection: { row: 0, column: 0, rows: 1, columns: 1 },
    nextId: 1,
  };
  addSheet(book, 'Sheet1');
  return book;
}

/** Adds an empty sheet at the end; the name must be free (checked by the caller, with its own error). */
export function addSheet(book: Book, name: string): Sheet {
  const id = `{00000000-0000-4000-8000-${String(book.nextId++).padStart(12, '0')}}`;
  const sheet: Sheet = {
    id,
    name,
    visibility: 'visible',
    showGridlines: true,
    cells: new Map(),
    columns: new Map(),
    rows: new Map(),
    merges: [],
    tables: [],
    validations: [],
    conditionals: [],
    charts: [],
    page: {},
  };
  book.sheets.push(sheet);
  return sheet;
}
