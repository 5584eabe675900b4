// The door between what decides (app/) and what talks to Excel (excel/): both sides know only these types.
import type { Problem } from '../core/problem';
import type { WritePlan } from './plan';
import type { WorkbookSnapshot } from './snapshot';

export interface ReadRequest {
  /** Table names to load; a name that ends in `*` loads every table that begins so ("Score_*"). Missing ones are left out. */
  readonly tables: readonly string[];
  /** Tables whose formulas are wanted in every row, in the same form; of others only the first row's are read: formulas are most of the bytes. */
  readonly formulas?: readonly string[];
  /** Sheets whose used range is wanted too (made sheets, to see whether people typed in them); '*' = every sheet. Missing ones are left out. */
  readonly sheets?: readonly string[];
  /** Tables whose looks are wanted too, in the same form as `tables`. */
  readonly looks?: readonly string[];
}

export interface WorkbookPort {
  /** Look (what is there) and load (what the request names): two syncs, whatever the number of tables or rows. */
  read(request: ReadRequest): Promise<WorkbookSnapshot>;
  /**
   * Writes the plan in one sync and reads it back in another. `basis` is the snapshot that the plan was made from.
   * Problems: "not-kept" for each table or sheet in which a written cell reads back differently
   * (someone sorted, deleted or typed between reading and writing).
   */
  write(plan: WritePlan, basis: WorkbookSnapshot): Promise<readonly Problem[]>;
  /** Awaited syncs so far. */
  readonly roundTrips: number;
}
