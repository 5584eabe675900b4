// The parts of a table as areas, where tables stand, and names for new columns. Changes nothing.
import type { Book, Range, Sheet, Table } from './book';
import { bottomOf, holds, intersect } from './area';
import { sameName } from './formulaText';

/** Of names that a book gives by itself: 表1, Table1. */
export type BookLanguage = 'zh' | 'en';

/** The header row, or null when it is not shown. */
export function headerArea(table: Table): Range | null {
  return table.showHeaders ? { ...table.range, rows: 1 } : null;
}

/** The rows of data: at least one. */
export function bodyArea(table: Table): Range {
  const head = table.showHeaders ? 1 : 0;
  return { ...table.range, row: table.range.row + head, rows: table.range.rows - head - (table.showTotals ? 1 : 0) };
}

/** The totals row, or null. */
export function totalsArea(table: Table): Range | null {
  return table.showTotals ? { ...table.range, row: bottomOf(table.range), rows: 1 } : null;
}

/** The table that covers the cell, header and totals row among its cells. */
export const tableAt = (sheet: Sheet, row: number, column: number): Table | undefined =>
  sheet.tables.find((table) => holds(table.range, row, column));

/** Tables that have a cell in the area, in the sheet's own order. */
export const tablesIn = (sheet: Sheet, area: Range): Table[] =>
  sheet.tables.filter((table) => intersect(table.range, area));

/** By identity, not by name; undefined once the table is gone. */
export function sheetOfTable(book: Book, table: Table): Sheet | undefined {
  return book.sheets.find((sheet) => sheet.tables.includes(table));
}

/** A header that is free in the table: as wanted, else numbered; a blank one becomes "Column1" or "列1". */
export function freeColumnName(taken: readonly string[], wanted: string, language: BookLanguage): string {
  const isFree = (name: string): boolean => !taken.some((other) => sameName(other, name));
  const stem = wanted === '' ? (language === 'zh' ? '列' : 'Column') : wanted;
  if (wanted !== '' && isFree(wanted)) return wanted;
  for (let n = wanted === '' ? 1 : 2; ; n++) if (isFree(`${stem}${n}`)) return `${stem}${n}`;
}

/** “表1” or “Table1”, the lowest number that neither a table nor a defined name has. */
export function freeTableName(book: Book, language: BookLanguage): string {
  const taken = [
    ...book.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name)),
    ...book.names.map((item) => item.name),
  ];
  const stem = language === 'zh' ? '表' : 'Table';
  for (let n = 1; ; n++) if (!taken.some((name) => sameName(name, `${stem}${n}`))) return `${stem}${n}`;
}
