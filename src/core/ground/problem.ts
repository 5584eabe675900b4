// What a person may get wrong is a value: a Problem names the place, what was expected, what was found and how to mend it.
// What only a programmer can get wrong throws instead.
import type { ProblemCode } from './problemCodes';
import type { Text } from './text';

/** Where in a table, a sheet or an imported file something is. */
export interface Place {
  /** Table name ("Receipts") or, for imported files, the target table. */
  readonly table?: string;
  /** Row id ("R0007") in a table; 1-based row number of the sheet or text line in an imported file. */
  readonly row?: string | number;
  /**
   * Key of the table's column, put into words where it is shown; in an imported file (where `row` is a number) the header as it stands there;
   * without a row it may be the name of a job's option.
   */
  readonly column?: string;
  /** The key, where `column` is in words already. */
  readonly columnKey?: string;
  /** The sheet as it is called in this workbook or file. */
  readonly sheet?: string;
}

/** What a person can get wrong and mend: where it stands, what was expected, what was found. Worded in both languages. */
export interface Problem extends Place {
  /** Stable kebab-case code, e.g. "unknown-unit", "impossible-date". */
  readonly code: ProblemCode;
  readonly expected: Text;
  /** Exactly what stood there, as text ("" when the place is empty); what was worked out, in no language: moments as 2021-06-21 18:00. */
  readonly found: string;
  /** Where what was found is words of ours. */
  readonly foundIn?: Text;
  /** One sentence: what is wrong and how to mend it. */
  readonly message: Text;
  /** What a person may choose from to settle it: `found` then means that. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}
