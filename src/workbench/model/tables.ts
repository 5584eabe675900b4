// Making and changing tables: headers, size, rows. Every public function leaves header cells, columns and formulas in agreement.
import type { Book, Range, Sheet, Table } from './book';
import { applyShift } from './applyShift';
import { bottomOf, contains, intersect, rightOf } from './area';
import { forgetColumns, forgetTableEverywhere, rewriteFormulas } from './bookFormulas';
import { columnsTouched, fillCalculatedColumns, noteCalculatedColumn } from './calculatedColumns';
import { cellAt, cellsIn, isFilled, setContent, styleAt, valueAt } from './cells';
import { noteFormula } from './formulaIndex';
import { renameTableIn, rewrite, sameName } from './formulaText';
import { formatValue } from './numberFormat';
import { rowShift, type Shift } from './shift';
import { renameColumn } from './structuredColumns';
import { bodyArea, freeColumnName, freeTableName, tablesIn, type BookLanguage } from './tableParts';

const headerText = (sheet: Sheet, row: number, column: number): string =>
  formatValue(valueAt(sheet, row, column), styleAt(sheet, row, column).numberFormat ?? 'General');

/** Writes the header cells as texts, blanks and duplicates named, and gives the names. */
function settleHeaders(sheet: Sheet, range: Range, language: BookLanguage): string[] {
  const names: string[] = [];
  for (let i = 0; i < range.columns; i++) {
    const name = freeColumnName(names, headerText(sheet, range.row, range.column + i), language);
    names.push(name);
    setContent(sheet, range.row, range.column + i, { value: name });
  }
  return names;
}

/** Null when a table can stand on the area (its own place excepted); else why not. */
export function tablePlaceFault(sheet: Sheet, range: Range, own?: Table): string | null {
  const other = tablesIn(sheet, range).find((table) => table !== own);
  if (other) return `a table cannot overlap table ${other.name}`;
  return sheet.merges.some((merge) => intersect(merge, range)) ? 'a table cannot hold merged cells' : null;
}

/** Makes a table of the area. Without headers a header row is put in above; a header alone gets one empty body row. */
export function addTable(book: Book, sheet: Sheet, range: Range, hasHeaders: boolean, language: BookLanguage): Table {
  if (!hasHeaders || range.rows === 1) {
    const at = hasHeaders ? range.row + 1 : range.row;
    if (!hasHeaders || cellsIn(sheet, { ...range, row: at }).length > 0)
      applyShift(book, sheet, rowShift(at, 1, range.column, rightOf(range)), language);
    range = { ...range, rows: range.rows + 1 };
  }
  const names = settleHeaders(sheet, range, language);
  const table: Table = {
    id: book.nextId++,
    name: freeTableName(book, language),
    range,
    columns: names.map((name, i) => ({ id: i + 1, name })),
    style: 'TableStyleMedium2',
    showHeaders: true,
    showTotals: false,
    showBandedRows: true,
    showFilterButton: true,
  };
  sheet.tables.push(table);
  table.columns.forEach((_, i) => noteCalculatedColumn(sheet, table, i));
  return table;
}

/** Renames a column and its header cell; formulas that name it follow, also those in the table that leave its name out. */
export function renameTableColumn(
  book: Book,
  sheet: Sheet,
  table: Table,
  index: number,
  wanted: string,
  language: BookLanguage,
): void {
  const column = table.columns[index];
  if (!column) return;
  const others = table.columns.filter((other) => other !== column).map((other) => other.name);
  const before = column.name;
  column.name = freeColumnName(others, wanted, language);
  if (table.showHeaders) setContent(sheet, table.range.row, table.range.column + index, { value: column.name });
  if (before === column.name) return;
  const follow = (formula: string, inTable: boolean): string =>
    rewrite(formula, (piece) => {
      if (piece.kind !== 'structured' || !(piece.table === '' ? inTable : sameName(piece.table, table.name)))
        return piece;
      const inner = renameColumn(piece.inner, before, column.name);
      return inner === null ? piece : { ...piece, inner };
    });
  rewriteFormulas(book, (formula) => follow(formula, false));
  for (const { cell } of cellsIn(sheet, table.range)) {
    if (cell.formula === undefined) continue;
    cell.formula = follow(cell.formula, true);
    noteFormula(sheet, cell.formula);
  }
  for (const other of table.columns)
    if (other.calculatedFormula !== undefined) other.calculatedFormula = follow(other.calculatedFormula, true);
}

/** Formulas of the whole book follow. The caller has checked that the name is allowed and free. */
export function renameTable(book: Book, table: Table, name: string): void {
  const before = table.name;
  table.name = name;
  rewriteFormulas(book, (formula) => renameTableIn(formula, before, name));
}

/** Takes the table away and leaves its cells; formulas that name it become #REF!. */
export function forgetTable(book: Book, sheet: Sheet, table: Table): void {
  sheet.tables = sheet.tables.filter((other) => other !== table);
  forgetTableEverywhere(book, table);
}

/** Gives the table another size; the header row stays. New columns get names, new rows the calculated formulas. */
export function resizeTable(book: Book, sheet: Sheet, table: Table, range: Range, language: BookLanguage): void {
  const before = bodyArea(table);
  const oldColumns = new Map(table.columns.map((column, i) => [table.range.column + i, column]));
  table.range = range;
  if (range.column !== before.column || range.columns !== before.columns) {
    const names = settleHeaders(sheet, range, language);
    let id = Math.max(0, ...table.columns.map((column) => column.id));
    table.columns = names.map((name, i) => ({ ...(oldColumns.get(range.column + i) ?? { id: ++id }), name }));
    const lost = [...oldColumns.values()].filter((old) => !table.columns.some((column) => column.id === old.id));
    forgetColumns(
      book,
      sheet,
      table,
      lost.map((column) => column.name),
    );
    delete table.filters;
  }
  const body = bodyArea(table);
  if (bottomOf(body) > bottomOf(before)) {
    dressRows(sheet, table, bottomOf(before), bottomOf(body));
    fillCalculatedColumns(sheet, table, { first: bottomOf(before) + 1, last: bottomOf(body) });
  }
}

/** New rows at the end of a table look like the last one before, and its rules reach to them. */
function dressRows(sheet: Sheet, table: Table, model: number, last: number): void {
  for (let column = table.range.column; column <= rightOf(table.range); column++) {
    const style = cellAt(sheet, model, column)?.style;
    for (let row = model + 1; style && row <= last; row++) {
      const cell = cellAt(sheet, row, column);
      if (!cell?.style) sheet.cells.set(`${row},${column}`, { ...cell, style });
    }
  }
  const body = bodyArea(table);
  for (const rule of [...sheet.validations, ...sheet.conditionals]) {
    rule.ranges = rule.ranges.map((range) =>
      bottomOf(range) === model && range.rows === model - body.row + 1 && contains(table.range, range)
        ? { ...range, rows: last - range.row + 1 }
        : range,
    );
  }
}

/** Carries a shift out on the table's sheet, or throws. */
export type CarryOut = (shift: Shift) => void;

/** Room for `count` rows before body row `index` (the body's length: at the end); cells below are moved only when they are in the way. */
export function insertTableRows(
  book: Book,
  sheet: Sheet,
  table: Table,
  index: number,
  count: number,
  language: BookLanguage,
  carryOut: CarryOut,
): void {
  const body = bodyArea(table);
  const left = table.range.column;
  const right = rightOf(table.range);
  if (index >= body.rows && !table.showTotals) {
    const below = { row: bottomOf(table.range) + 1, column: left, rows: count, columns: table.range.columns };
    if (cellsIn(sheet, below).some(({ cell }) => isFilled(cell)) || tablesIn(sheet, below).length > 0)
      carryOut(rowShift(below.row, count, left, right));
    resizeTable(book, sheet, table, { ...table.range, rows: table.range.rows + count }, language);
    return;
  }
  const shift = rowShift(body.row + index, count, left, right);
  const before = table.range.rows;
  carryOut(shift);
  if (table.range.rows !== before) return;
  table.range = { ...table.range, row: table.range.row - count, rows: before + count };
  fillCalculatedColumns(sheet, table, { first: shift.at, last: shift.at + count - 1 });
}

/** Deletes body rows; what stands below in the table's columns moves up. The last row is emptied instead. */
export function deleteTableRows(sheet: Sheet, table: Table, index: number, count: number, carryOut: CarryOut): void {
  const body = bodyArea(table);
  const keepOne = count >= body.rows;
  if (keepOne) {
    for (let column = body.column; column <= rightOf(body); column++) setContent(sheet, body.row, column, {});
    fillCalculatedColumns(sheet, table, { first: body.row, last: body.row });
    if (body.rows === 1) return;
  }
  carryOut(
    rowShift(body.row + index + (keepOne ? 1 : 0), -(keepOne ? body.rows - 1 : count), body.column, rightOf(body)),
  );
}

/** After cells were written: columns of tables that became calculated, or stopped being so, are noted. */
export function noteWritten(sheet: Sheet, written: Range): void {
  for (const table of tablesIn(sheet, written)) {
    if (intersect(bodyArea(table), written))
      for (const index of columnsTouched(table, written)) noteCalculatedColumn(sheet, table, index);
  }
}
