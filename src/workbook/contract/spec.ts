// What a table is: its columns as data. A new column is a new row here, not a new branch elsewhere. Knows no campaign data.
import type { Language, Text } from '../../core/ground/text';
import type { ValidationRule } from './plan';
import type { LabelSet } from './labels';

/**
 * id: text that never changes · text · longText: wraps · list: words joined by 、 · integer · decimal ·
 * moment: date and time serial · date · choice: a label of `labels` · any: setting values of mixed kind.
 */
export type ColumnType =
  'id' | 'text' | 'longText' | 'list' | 'integer' | 'decimal' | 'moment' | 'date' | 'choice' | 'any';

export interface ColumnSpec {
  readonly key: string;
  readonly header: Text;
  readonly type: ColumnType;
  /** Characters of the default font. */
  readonly width: number;
  readonly labels?: LabelSet;
  /** The column is a native formula in every row. */
  readonly formula?: (f: FormulaWords) => string;
  /** The formula that a row typed by hand gets; rows that the add-in writes hold a value instead. */
  readonly fallback?: (f: FormulaWords) => string;
  /** Computed help column: present, hidden, of no interest to people. */
  readonly hidden?: boolean;
  /** People type here. Columns that are neither `input` nor formula are filled by the add-in. */
  readonly input?: boolean;
  /** Workbooks without this column are sound: no job needs it. */
  readonly optional?: boolean;
  /** What rows get that are older than the column: a code where it has labels. Default: nothing. */
  readonly initial?: string | number;
  readonly validation?: (f: FormulaWords) => ValidationRule;
  readonly prompt?: Text;
  readonly center?: boolean;
  readonly numberFormat?: string;
}

/** How a formula names things in the language of the workbook. */
export interface FormulaWords {
  readonly language: Language;
  /** A column of any table: `Receipts[单位编号]`. */
  column(table: string, key: string): string;
  /** Neighbouring columns of any table: `Requirements[[材料1]:[材料6]]`. LibreOffice refuses a colon between two references. */
  columns(table: string, from: string, to: string): string;
  /** This row's cell of the table that the formula stands in. */
  cell(key: string): string;
  /** This row's neighbouring cells. */
  cells(from: string, to: string): string;
  /** A label as a quoted literal: `"通过"`. */
  label(set: LabelSet, code: string): string;
  /** The defined name of a setting: `Set_awardQuota`. */
  setting(key: string): string;
}

export interface RowHighlight {
  /** Formula about the row in plain references: `cell` this row's cell, `range` the whole column ($C$5:$C$1004). Conditional formats know no structured ones. */
  readonly when: (cell: (key: string) => string, f: FormulaWords, range: (key: string) => string) => string;
  /** Keys of the columns that are coloured; none = the whole row. */
  readonly columns?: readonly string[];
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly strike?: boolean;
}

export interface TableSpec {
  readonly name: string;
  readonly sheet: Text;
  readonly title: Text;
  /** One line under the title: what to do here. */
  readonly guide: Text;
  /** A live line above the header: what matters at a glance. */
  readonly headline?: (f: FormulaWords) => string;
  /** Keys of the columns that together name a row. */
  readonly key: readonly string[];
  readonly columns: readonly ColumnSpec[];
  readonly highlights?: readonly RowHighlight[];
  readonly tabColor: string;
  readonly landscape: boolean;
  /** Columns frozen at the left. */
  readonly frozen: number;
  /** Points, for a body whose wrapped texts need more than two lines. */
  readonly rowHeight?: number;
}

export function columnOf(spec: TableSpec, key: string): ColumnSpec {
  const column = spec.columns.find((candidate) => candidate.key === key);
  if (!column) throw new Error(`${spec.name} has no column ${key}`);
  return column;
}

/** Position of a column in a freshly made table. */
export function indexOfColumn(spec: TableSpec, key: string): number {
  return spec.columns.indexOf(columnOf(spec, key));
}
