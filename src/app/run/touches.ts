// What a job looks at and what it may write, as it declares them. Knows no job.
import type { Text } from '../../core/ground/text';
import type { TablePattern } from '../../workbook/contract/port';
import type { SettingName, TableName } from '../../workbook/contract/keys';

/** A table, or one setting. */
export type StopsAt = TableName | `Settings:${SettingName}`;

/**
 * What the decision depends on besides Settings, which every job looks at: when none of it has changed, the job decides the same at the same
 * moment.
 */
export interface JobReads {
  /** Tables by name; `Score_*` are all score sheets. */
  readonly tables: readonly TablePattern[];
  /** Tables, or single settings (`Settings:daysOff`), of which a cell that cannot be read stops the job: what it makes would be untrue. Others are named. */
  readonly stopsAt?: readonly StopsAt[];
  /** Of these tables the formulas in every row; '*' = of every table. */
  readonly formulas?: readonly TablePattern[];
  /** Whether rows of these formulas may be taken to be like the first and last one's: every cell that holds none is seen, every foreign one is not. */
  readonly sampled?: true;
  /** Sheets beyond the tables' own, in either language: made sheets, to see whether people typed in them. */
  readonly sheets?: readonly Text[];
  /** Of these sheets, in either language, which cells hold a formula: whether somebody typed over one. */
  readonly formulaCells?: readonly Text[];
  /** Of `sheets` those of which the formulas are read, too. */
  readonly formulaTexts?: readonly Text[];
  /** Tables whose number formats, drop-downs and colours are read, too. */
  readonly looks?: readonly TablePattern[];
  /** Every sheet on which no table stands, too, and headers and footers: what is on paper, whatever people call it. */
  readonly pages?: true;
  /** With `pages`: the whole sheets of these tables, whatever people called them. */
  readonly beside?: readonly TablePattern[];
  /** The log's rows too, which only grow; else its head alone is read. */
  readonly withLog?: boolean;
}

/**
 * nothing: a job that only looks. made sheet: a sheet that is made anew, and no cell of a table (but the log). tables: cells and rows too.
 * A job that writes more than it says is a fault of the program.
 */
export type JobWrites = 'nothing' | 'made sheet' | 'tables';
