// A change as the log keeps it: besides how the values read, the very values, so that they can be given back. Knows no job.
import type { LogLine } from '../../workbook/tables/records/actLog';
import type { CellValue } from '../../workbook/contract/snapshot';
import type { CellChange } from './job';

/** A cell whose former value the log keeps. */
export interface ReplacedCell extends CellChange {
  /** Where `before` and `after` are only how they read: a number stays a number in the log. */
  readonly exact?: { readonly before: CellValue; readonly after: CellValue };
}

/** True when the cell held nothing, not even a blank. */
export function wasEmpty({ before, exact }: ReplacedCell): boolean {
  return (exact?.before ?? before) === '';
}

/** A replaced cell as a line of the log; `exact` keeps a number or formula that the shown text would lose. */
export function logLineOf({ table, row, column, before, after, exact }: ReplacedCell): LogLine {
  return { table, row, column, before: exact?.before ?? before, after: exact?.after ?? after };
}

/** What people are shown of it. */
export function shownChange({ table, row, column, before, after }: ReplacedCell): CellChange {
  return { table, row, column, before, after };
}
