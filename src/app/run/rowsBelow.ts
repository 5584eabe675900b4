// What stands below a table: rows that belong into it, or words of somebody's own, which are left alone. Decides nothing.
import { locateColumns } from '../../workbook/contract/rows';
import type { CellValue, TableSnapshot } from '../../workbook/contract/snapshot';
import { TABLES } from '../../workbook/tables/registry';

/** How a note begins; a row of a table hardly does. */
const NOTE = /^(注|备注|说明|附|附注|合计|总计|小计|共计|制表|填报|联系|※|\*|note|total|sum|remark)/i;
/** Names and titles are shorter. */
const LONGEST = 40;

/** Columns in which people put what makes a row; null for tables that are nobody's here (score sheets, lists of people's own). */
function typedPlaces(table: TableSnapshot): number[] | null {
  const spec = TABLES.find(({ name }) => name === table.name);
  if (!spec) return null;
  const places = locateColumns(spec, table);
  return spec.columns
    .filter(({ input, formula, hidden }) => input && !formula && !hidden)
    .map(({ key }) => places.get(key) ?? -1);
}

/**
 * Whether cells below the table are shaped like one of its rows: something where people type, and not one sentence alone.
 * Example: `注：以上截至6月7日` in the first column is none, a unit's name in its own column is one.
 */
export function isShapedLikeRow(table: TableSnapshot, cells: readonly CellValue[]): boolean {
  const filled = cells.flatMap((cell, place) => (String(cell).trim() === '' ? [] : [place]));
  const [only = -1] = filled;
  const first = String(cells[only] ?? '').trim();
  if (NOTE.test(first)) return false;
  const places = typedPlaces(table);
  if (places === null) return true;
  if (filled.length === 1) return places.includes(only) && first.length <= LONGEST;
  return filled.some((place) => places.includes(place));
}

/** How many of the rows directly below the table belong into it. */
export function rowsToTakeIn(table: TableSnapshot): number {
  const { below = [] } = table;
  const end = below.findIndex((cells) => !isShapedLikeRow(table, cells));
  return end < 0 ? below.length : end;
}

/** Rows typed below a table that are not of it yet. */
export interface LeftBelow {
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly cells: readonly CellValue[];
  /** A row that belongs into the table; else a note. */
  readonly isRow: boolean;
}

/** What no job takes in: rows behind an empty one or behind a note, and notes. */
export function leftBelow(table: TableSnapshot): LeftBelow[] {
  const bottom = table.top + 1 + table.values.length + (table.totals ? 1 : 0);
  const taken = rowsToTakeIn(table);
  const near = (table.below ?? []).slice(taken).map((cells, at) => ({ row: bottom + taken + at, cells }));
  return [...near, ...(table.apart ?? [])].map(({ row, cells }) => ({
    row: row + 1,
    cells,
    isRow: isShapedLikeRow(table, cells),
  }));
}
