// The row, or the two rows, that name the columns of a sheet. Knows nothing of the rows below.
import { cellText, foldText } from './cellText';
import { matchHeaders, type WantedColumn } from './matchHeaders';
import type { ImportedCell } from './sheetRows';

/** The head of a list inside a sheet, wherever it begins. */
export interface Header {
  /** 0-based; of two rows the lower one. */
  readonly row: number;
  /** What heads each column. */
  readonly cells: readonly ImportedCell[];
  /** 0-based column by wanted key; keys that were not found are absent. */
  readonly columnOf: Readonly<Record<string, number>>;
}

/** Titles above the header never take more rows than this. */
export const HEADER_WITHIN = 20;

function isTitle(cells: readonly ImportedCell[]): boolean {
  const filled = cells.map((cell) => foldText(cellText(cell))).filter((value) => value !== '');
  return filled.length > 1 && new Set(filled).size === 1;
}

/**
 * 联系方式 above 手机 and 邮箱, without merged cells: the lower row leaves the required columns blank, holds words only, and names something that
 * is wanted. The lower word heads the column, where there is one.
 */
function withLowerRow(
  upper: Header,
  lower: readonly ImportedCell[] | undefined,
  wanted: readonly WantedColumn[],
): Header | null {
  if (!lower) return null;
  const filled = lower.map((cell, column) => ({ text: cellText(cell), column })).filter(({ text }) => text !== '');
  if (filled.length === 0 || filled.some(({ text }) => /\d{3}|@/.test(text) || text.length > 15)) return null;
  const required = wanted.filter((column) => column.required).map(({ key }) => upper.columnOf[key]);
  if (filled.some(({ column }) => required.includes(column))) return null;
  const named = matchHeaders(lower, wanted);
  if (Object.keys(named).length === 0) return null;
  const width = Math.max(upper.cells.length, lower.length);
  const cells = Array.from({ length: width }, (_cell, column) =>
    cellText(lower[column]) === '' ? (upper.cells[column] ?? null) : (lower[column] ?? null),
  );
  const columnOf = matchHeaders(cells, wanted);
  const complete = required.every((column) => Object.values(columnOf).includes(column ?? -1));
  return complete ? { row: upper.row + 1, cells, columnOf } : null;
}

/** The one that names the most of the wanted columns and all required ones, the first among equals; null when none does. */
export function findHeader(rows: readonly (readonly ImportedCell[])[], wanted: readonly WantedColumn[]): Header | null {
  let best: Header | null = null;
  rows.slice(0, HEADER_WITHIN).forEach((cells, row) => {
    if (isTitle(cells)) return;
    const single: Header = { row, cells, columnOf: matchHeaders(cells, wanted) };
    if (wanted.some(({ key, required }) => required && !(key in single.columnOf))) return;
    const found = withLowerRow(single, rows[row + 1], wanted) ?? single;
    if (!best || Object.keys(found.columnOf).length > Object.keys(best.columnOf).length) best = found;
  });
  return best;
}
