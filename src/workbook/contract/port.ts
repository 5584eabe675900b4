// The door between what decides (app/) and what talks to Excel (excel/): both sides know only these types.
import type { Problem } from '../../core/ground/problem';
import type { WritePlan } from './plan';
import type { WorkbookSnapshot } from './snapshot';
import type { TableName } from './keys';

/** A table's name; `Score_*` is every judge's sheet, `*` every table. */
export type TablePattern = TableName | '*';

/** What a job wants to know of the workbook. */
export interface ReadRequest {
  /** Table names to load; a name that ends in `*` loads every table that begins so ("Score_*"). Missing ones are left out. */
  readonly tables: readonly TablePattern[];
  /** Tables whose formulas are wanted in every row, in the same form; of others only the first row's are read: formulas are most of the bytes. */
  readonly formulas?: readonly TablePattern[];
  /**
   * Their texts may be taken from the first and last row where a column holds formulas: every cell that holds none is told apart, a formula in
   * between that says something else is not seen. Most of the bytes.
   */
  readonly sampled?: true;
  /** Tables of which only the header, the first row's formulas and the size are wanted, in the same form: registers that only grow. */
  readonly heads?: readonly TablePattern[];
  /** Sheets whose used range is wanted too (made sheets, to see whether people typed in them); '*' = every sheet. Missing ones are left out. */
  readonly sheets?: readonly string[];
  /** Sheets of which is wanted which cells hold a formula, without the formulas' text. Missing and protected ones are left out. */
  readonly formulaCells?: readonly string[];
  /** Of `sheets` those of which the formulas' text is wanted, too. */
  readonly formulaTexts?: readonly string[];
  /** With `pages`: but for these. */
  readonly without?: readonly string[];
  /** Every sheet on which no table stands, too, and the headers and footers of all sheets whose cells are read. */
  readonly pages?: true;
  /** With `pages`: tables of whose sheets all cells are wanted, whatever people called them, in the same form. */
  readonly beside?: readonly TablePattern[];
  /** Tables whose looks are wanted too, in the same form as `tables`. */
  readonly looks?: readonly TablePattern[];
}

/** How far a reading or writing is, said before each wait: numbers of requests, or (writing) of sheets, one of which is named. */
export interface PortProgress {
  readonly doing: 'read' | 'write' | 'verify';
  readonly done: number;
  readonly of: number;
  readonly sheet?: string;
}

/** What it throws (Cancelled) ends the reading or writing there; rows already written are put back first. */
export type TellProgress = (progress: PortProgress) => void;

/** Codes of problems that say what this Excel cannot do; everything else was written. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['no-chart', 'no-page-setup']);

/** Code of the problem that says that others changed the workbook meanwhile: nothing of the plan stands, and it may be decided again. */
export const DECIDE_AGAIN = 'disturbed';

/** The workbook as jobs see it; `excel/` answers it over Office.js, tests over plain data. */
export interface WorkbookPort {
  /** Look (what is there) and load (what the request names): two syncs; more only for more than one answer may hold. */
  read(request: ReadRequest, tell?: TellProgress): Promise<WorkbookSnapshot>;
  /**
   * Writes the plan in one sync and reads it back in another, or in as few as Excel's limit allows. `basis` is the snapshot that the plan was made from.
   * Cells are found by what names their row. When others moved or changed them meanwhile, what was written is put back, with more syncs.
   * Problems: "disturbed" (all was put back: decide again), "not-kept" for what could not be put back, and for each made sheet in which a
   * cell reads back differently, "no-chart" for each chart that is not there, "no-page-setup" when pages could not be set: all else is.
   */
  write(plan: WritePlan, basis: WorkbookSnapshot, tell?: TellProgress): Promise<readonly Problem[]>;
  /** Awaited syncs so far. */
  readonly roundTrips: number;
}
