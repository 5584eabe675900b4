// Sample workbooks as plain sheets, so that rules can be tested on input as offices send it.
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { ImportedCell, SheetRows } from '../../src/core/import/sheetRows';

/** Reads tests/samples/<name>; plain cells only, from A1 on. */
export async function sampleSheets(name: string): Promise<SheetRows[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path.join(__dirname, '..', 'samples', name));
  return book.worksheets.map((sheet) => ({
    name: sheet.name,
    rows: Array.from({ length: sheet.rowCount }, (_row, row) =>
      Array.from({ length: sheet.columnCount }, (_cell, column) => plain(sheet.getCell(row + 1, column + 1).value)),
    ),
  }));
}

function plain(value: ExcelJS.CellValue): ImportedCell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new TypeError(`sample holds a cell that is not plain: ${JSON.stringify(value)}`);
}
