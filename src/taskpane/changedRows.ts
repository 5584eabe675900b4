// Puts the cell changes of one row together, as a person thinks of them. Draws nothing.
import type { CellChange } from '../app/run/job';

export interface ChangedRow {
  readonly table: string;
  /** Key of the row, as the log has it. */
  readonly row: string;
  readonly cells: readonly CellChange[];
}

/** Rows in order of first appearance; the cells of a row in their given order. */
export function changedRows(changes: readonly CellChange[]): readonly ChangedRow[] {
  const rows = new Map<string, { table: string; row: string; cells: CellChange[] }>();
  for (const change of changes) {
    const key = `${change.table}\u0000${change.row}`;
    const row = rows.get(key) ?? { table: change.table, row: change.row, cells: [] };
    row.cells.push(change);
    rows.set(key, row);
  }
  return [...rows.values()];
}
