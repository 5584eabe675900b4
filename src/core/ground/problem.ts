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
  /** Column header as the person sees it, or the column key when there is no header. */
  readonly column?: string;
  /** Sheet name, when a file has several. */
  readonly sheet?: string;
}

export interface Problem extends Place {
  /** Stable kebab-case code, e.g. "unknown-unit", "impossible-date". */
  readonly code: ProblemCode;
  readonly expected: Text;
  /** Exactly what stood there, as text ("" when the place is empty). */
  readonly found: string;
  /** One sentence: what is wrong and how to mend it. */
  readonly message: Text;
  /** What a person may choose from to settle it: `found` then means that. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}
