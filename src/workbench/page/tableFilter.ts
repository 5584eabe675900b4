// What a table's filter menu offers and does: the texts of a column, which of them show, and the order of the rows.
import type { Book, Sheet, Table } from '../model/book';
import { bottomOf } from '../model/area';
import { styleAt, valueAt } from '../model/cells';
import { applyFilters } from '../model/filterRows';
import { formatValue } from '../model/numberFormat';
import { sortArea } from '../model/sortRows';
import { bodyArea } from '../model/tableParts';

/** A line of a filter list. */
export interface FilterChoice {
  /** As the cells show it; '' for empty cells. */
  readonly text: string;
  readonly chosen: boolean;
}

/** The texts of one column (0-based in the table), numbers in their order, then words; rows that other columns hide are left out. */
export function filterChoices(sheet: Sheet, table: Table, column: number): FilterChoice[] {
  const body = bodyArea(table);
  const filter = table.filters?.[column];
  const others = {
    ...table,
    filters: Object.fromEntries(Object.entries(table.filters ?? {}).filter(([index]) => Number(index) !== column)),
  };
  const isHidden = hiddenBy(sheet, others);
  const values = new Map<string, string | number | boolean>();
  for (let row = body.row; row <= bottomOf(body); row++) {
    if (isHidden(row)) continue;
    const value = valueAt(sheet, row, body.column + column);
    values.set(formatValue(value, styleAt(sheet, row, body.column + column).numberFormat ?? 'General'), value);
  }
  const order = (a: string | number | boolean, b: string | number | boolean): number =>
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : Number(typeof b === 'number') - Number(typeof a === 'number') || String(a).localeCompare(String(b), 'zh');
  return [...values]
    .sort(([, a], [, b]) => order(a, b))
    .map(([text]) => ({ text, chosen: filter?.kind !== 'values' || filter.values.includes(text) }));
}

/** Which body rows the filters of this table hide, tried on a copy of the sheet's rows. */
function hiddenBy(sheet: Sheet, table: Table): (row: number) => boolean {
  const trial: Sheet = { ...sheet, rows: new Map() };
  applyFilters(trial, table);
  return (row) => trial.rows.get(row)?.hidden === true;
}

/** Shows only rows whose text is among these; null shows all again. */
export function filterBy(sheet: Sheet, table: Table, column: number, texts: readonly string[] | null): void {
  const filters = { ...table.filters };
  if (texts === null) delete filters[column];
  else filters[column] = { kind: 'values', values: [...texts] };
  table.filters = filters;
  applyFilters(sheet, table);
}

/** Sorts the body by one column; the filter is worked out again on the moved rows. Texts are in Pinyin order. */
export function sortBy(sheet: Sheet, table: Table, column: number, ascending: boolean): void {
  sortArea(sheet, bodyArea(table), [{ key: column, ascending }], { matchCase: false, byColumns: false, locale: 'zh' });
  if (table.filters) applyFilters(sheet, table);
}

/** The same table in a book that may have changed since the menu was opened. */
export function findAgain(book: Book, sheetId: string, tableId: number): { sheet: Sheet; table: Table } | undefined {
  const sheet = book.sheets.find((candidate) => candidate.id === sheetId);
  const table = sheet?.tables.find((candidate) => candidate.id === tableId);
  return sheet && table && { sheet, table };
}
