// Puts the cell changes of one row together, as a person thinks of them. Draws nothing.
import type { CellChange } from '../app/run/job';

/** The changed cells of one row, together. */
export interface ChangedRow {
  readonly table: string;
  /** Key of the row, as the log has it. */
  readonly row: string;
  /** Words by which people know it. */
  readonly name?: string;
  readonly cells: readonly CellChange[];
}

/** Table, key and words of a row, with its number as people know it. Example: “单位名册 · U01 西渡镇”. */
export function placeOfRow(table: string, row: string, name: string | undefined): string {
  return [table, [...new Set([row, name])].filter(Boolean).join(' ')].join(' · ');
}

/** Rows in order of first appearance; the cells of a row in their given order. */
export function changedRows(changes: readonly CellChange[]): readonly ChangedRow[] {
  const rows = new Map<string, { table: string; row: string; name?: string; cells: CellChange[] }>();
  for (const change of changes) {
    const key = `${change.table}\u0000${change.row}`;
    const row = rows.get(key) ?? {
      table: change.table,
      row: change.row,
      ...(change.name && { name: change.name }),
      cells: [],
    };
    row.cells.push(change);
    rows.set(key, row);
  }
  return [...rows.values()];
}
