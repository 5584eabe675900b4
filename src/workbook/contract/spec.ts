// What a table is: its columns as data, said once; their keys are types, so that a wrong one does not compile. Knows no campaign data.
import type { Language, Text } from '../../core/ground/text';
import type { ColumnKeys, SettingName, TableName } from './keys';
import type { ValidationRule } from './plan';
import type { CodeOf, LabelSet } from './labels';
import { PALETTE } from './palette';

/**
 * id: text that never changes · text · longText: wraps · list: words joined by 、 · integer · decimal ·
 * moment: date and time serial · date · choice: a label of `labels` · any: setting values of mixed kind.
 */
type ColumnType = 'id' | 'text' | 'longText' | 'list' | 'integer' | 'decimal' | 'moment' | 'date' | 'choice' | 'any';

/** `K`: its key. `All`: the keys of its table that its formulas may name. */
export interface ColumnSpec<K extends string = string, All extends string = K> {
  readonly key: K;
  readonly header: Text;
  /** Headers that it had in earlier versions: workbooks keep theirs, and they are as good as today's. */
  readonly formerly?: readonly string[];
  /** Whether a header that is nobody else's may stand for this column, which is missing: its words follow cells that people change. */
  readonly likewise?: (header: string) => boolean;
  readonly type: ColumnType;
  /** Characters of the default font. */
  readonly width: number;
  readonly labels?: LabelSet;
  /** Labels that its formula gives: the column is as wide as the longest. */
  readonly shows?: LabelSet;
  /** The column is a native formula in every row. */
  readonly formula?: (f: FormulaWords<NoInfer<All>>) => string;
  /** Rows that the add-in writes keep here what the record says under this other key: an anchor, which nobody types. */
  readonly anchorOf?: NoInfer<All>;
  /** Rows keep here, as one text, what these columns held when they were last known good (kept.ts); nobody types it. */
  readonly keeps?: readonly NoInfer<All>[];
  /** Of those, the columns of which only a fingerprint is kept: names, phones, whatever people write. */
  readonly keepsPrints?: readonly NoInfer<All>[];
  /** Computed help column: present, hidden, of no interest to people. */
  readonly hidden?: boolean;
  /** People type here. Columns that are neither `input` nor formula are filled by the add-in. */
  readonly input?: boolean;
  /** Workbooks without this column are sound: no job needs it. */
  readonly optional?: boolean;
  /** Optional, and not in the table as it stands: formulas of its row read it as blank. */
  readonly absent?: true;
  /** Of an earlier version: nothing reads it any more. Workbooks keep the column, without its formulas. */
  readonly retired?: true;
  /** What rows get that are older than the column: a code where it has labels. Default: nothing. */
  readonly initial?: string | number;
  /** `cell`: the first row's cell of a column in plain references, which a custom rule needs. */
  readonly validation?: (f: FormulaWords<NoInfer<All>>, cell: (key: NoInfer<All>) => string) => ValidationRule;
  /** Of numbers: the least and the most that may be typed. */
  readonly limits?: readonly [min: number, max: number];
  /** Of a column with formulas: where people type instead. Here, or said once for the table. */
  readonly typeInstead?: Text;
  /** What is not in the list of its validation is asked about, not refused. */
  readonly lenient?: boolean;
  readonly prompt?: Text;
  readonly center?: boolean;
  /** Names and titles that stand in one line: longer ones in smaller type, so that paper cuts none. */
  readonly shrink?: true;
  readonly numberFormat?: string;
}

/** How a formula names things in the language of the workbook. `K`: the columns of the table that it stands in. */
export interface FormulaWords<in K extends string = string> {
  readonly language: Language;
  /** A column of any table: `Receipts[单位编号]`. */
  readonly column: <T extends TableName>(table: T, key: ColumnKeys[T]) => string;
  /** The header cell of a column: `Receipts[[#Headers],[单位编号]]`. */
  readonly head: <T extends TableName>(table: T, key: ColumnKeys[T]) => string;
  /** A column with its header and its sum: `Receipts[[#All],[单位编号]]`. */
  readonly whole: <T extends TableName>(table: T, key: ColumnKeys[T]) => string;
  /** Neighbouring columns of any table: `Requirements[[材料1]:[材料6]]`. LibreOffice refuses a colon between two references. */
  readonly columns: <T extends TableName>(table: T, from: ColumnKeys[T], to: ColumnKeys[T]) => string;
  /** This row's cell of the table that the formula stands in. */
  readonly cell: (key: K) => string;
  /** This row's neighbouring cells. */
  readonly cells: (from: K, to: K) => string;
  /** A label as a quoted literal: `"通过"`. */
  readonly label: <S extends LabelSet>(set: S, code: CodeOf<S>) => string;
  /** The defined name of a setting: `Set_awardQuota`. */
  readonly setting: (key: SettingName) => string;
}

/** A conditional format of a table's rows. */
export interface RowHighlight<K extends string = string> {
  /**
   * Formula about the row in plain references: `cell` this row's cell, `range` the whole column ($C$5:$C$1004), `self` the cell that is marked,
   * `has` whether the table has a column. Conditional formats know no structured references.
   */
  readonly when: (
    cell: (key: K) => string,
    f: FormulaWords<K>,
    range: (key: K) => string,
    self: string,
    has: (key: K) => boolean,
  ) => string;
  /** Keys of the columns that are coloured; none = the whole row. */
  readonly columns?: readonly K[];
  /** '#RRGGBB', as `color` is. */
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly strike?: boolean;
}

/** A row that names nothing yet counts nothing: its noughts do not show. A formula that asked each row would cost with every edit. */
export const noNoughts = <const K extends string>(id: K, columns: readonly K[]): RowHighlight<K> => ({
  when: (cell) => `${cell(id)}=""`,
  columns,
  color: PALETTE.computedFill,
});

/** A native table as it is made: sheet, columns, formulas, looks. Said once; readers, plans and upgrade follow it. */
export interface TableSpec<K extends string = string> {
  readonly name: TableName;
  readonly sheet: Text;
  readonly title: Text;
  /** One line under the title: what to do here. */
  readonly guide: Text;
  /** A live line above the header: what matters at a glance. */
  readonly headline?: (f: FormulaWords<NoInfer<K>>) => string;
  /** The line as an earlier version wrote it: upgrading puts the present one in its place. */
  readonly formerHeadline?: (f: FormulaWords<NoInfer<K>>) => string;
  /** Keys of the columns that together name a row. */
  readonly key: readonly NoInfer<K>[];
  readonly columns: readonly ColumnSpec<K>[];
  readonly highlights?: readonly RowHighlight<NoInfer<K>>[];
  readonly tabColor: string;
  readonly landscape: boolean;
  /** Where people type instead of a formula column, where the column does not say it. */
  readonly typeInstead?: Text;
  /** Columns frozen at the left. */
  readonly frozen: number;
  /** A line at the foot of each page that somebody signs. */
  readonly signed?: Text;
  /** Points, for a body whose wrapped texts need more than two lines. */
  readonly rowHeight?: number;
}

/** The column keys of a spec. */
export type KeyOf<S> = S extends TableSpec<infer K> ? K : never;

/**
 * A table whose keys the compiler knows. Formulas say what they return, `(f): string => …`: so the keys are known before the formulas are
 * read, and tables can name one another. Throws when a key is there twice.
 */
export function defineTable<const K extends string>(spec: TableSpec<K>): TableSpec<K> {
  const keys = spec.columns.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new Error(`${spec.name} has two columns ${twice}`);
  return spec;
}

/** Throws for a key that the table does not have, which only a programmer can get wrong. */
export function columnOf<K extends string>(spec: TableSpec<K>, key: NoInfer<K>): ColumnSpec<K> {
  const column = spec.columns.find((candidate) => candidate.key === key);
  if (!column) throw new Error(`${spec.name} has no column ${key}`);
  return column;
}

/** Position of a column in a freshly made table. */
export function indexOfColumn<K extends string>(spec: TableSpec<K>, key: NoInfer<K>): number {
  return spec.columns.indexOf(columnOf(spec, key));
}
