// What the classes of the API may ask of the host while a batch runs. The host itself is behind it.
import type { Book, Range, Sheet, Table } from '../model/book';
import type { Shift } from '../model/shift';
import type { BookLanguage } from '../model/tableParts';
import type { HostObject, RangeObject } from './hostObject';
import type { Manners } from './manners';

/** Of `worksheets.onChanged`, as Office.js names them. */
export type ChangeType =
  'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';

/** What the classes of the host know of the workbook and of the surface. */
export interface HostContext {
  readonly book: Book;
  readonly language: BookLanguage;
  /** True when a table takes in what the API writes directly below it, as typing does. */
  readonly tablesGrow: boolean;
  readonly fileName: string;
  readonly manners: Manners;
  /** Excel serial. */
  now(): number;
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
  /** Makes a range object that follows its cells. */
  range(sheet: Sheet, area: Range): RangeObject;
  /** Gives the range an id by which later batches find it. */
  keep(range: RangeObject): void;
  release(referenceId: string): void;
  kept(referenceId: string): HostObject;
  /** The book changed on that sheet; `recalculate: false` for what no formula can see. */
  touch(sheet: Sheet | null, recalculate?: boolean): void;
  touchAll(sheetIds: Iterable<string>): void;
  /** Cells got other contents: tells the handlers. */
  edited(sheet: Sheet, area: Range): void;
  /** Inserts or deletes lines, moves every live range; refuses what would tear a table. */
  shift(sheet: Sheet, shift: Shift, change: ChangeType): void;
  /** The next read calculates, whatever changed. */
  calculate(): void;
  suspendCalculation(): void;
  activate(sheet: Sheet): void;
  /** `before`: areas that stay selected with it. */
  select(sheet: Sheet, area: Range, before?: readonly Range[]): void;
  sheetAdded(sheet: Sheet): void;
  sheetDeleted(sheet: Sheet): void;
  tableAdded(sheet: Sheet, table: Table): void;
  tableDeleted(sheet: Sheet, table: Table): void;
}
