// Small books for the calculator's tests.
import {
  addSheet,
  cellKey,
  newBook,
  type Book,
  type Cell,
  type Sheet,
  type Table,
} from '../../../src/workbench/model/book';

export type Given = string | number | boolean | null | { readonly error: string };

/** Writes cells from (row, column) on; a text with a leading "=" is a formula, null leaves the cell empty. */
export function fill(sheet: Sheet, row: number, column: number, cells: readonly (readonly Given[])[]): void {
  cells.forEach((line, r) =>
    line.forEach((given, c) => {
      if (given === null) return;
      const cell: Cell = typeof given === 'string' && given.startsWith('=') ? { formula: given } : { value: given };
      sheet.cells.set(cellKey(row + r, column + c), cell);
    }),
  );
}

export function bookWith(name: string, cells: readonly (readonly Given[])[]): Book {
  const book = newBook();
  book.sheets[0]!.name = name;
  fill(book.sheets[0]!, 0, 0, cells);
  return book;
}

/** Adds a sheet whose cells from A1 on are one table. */
export function addTable(
  book: Book,
  sheetName: string,
  name: string,
  headers: readonly string[],
  body: readonly (readonly Given[])[],
  totals = false,
): Table {
  const sheet = addSheet(book, sheetName);
  fill(sheet, 0, 0, [headers, ...body]);
  const table: Table = {
    id: book.nextId++,
    name,
    range: { row: 0, column: 0, rows: body.length + 1, columns: headers.length },
    columns: headers.map((header, index) => ({ id: index + 1, name: header })),
    style: 'TableStyleLight9',
    showHeaders: true,
    showTotals: totals,
    showBandedRows: true,
    showFilterButton: true,
  };
  sheet.tables.push(table);
  return table;
}

export const valueAt = (sheet: Sheet | undefined, row: number, column: number): Given | undefined =>
  sheet?.cells.get(cellKey(row, column))?.value;
