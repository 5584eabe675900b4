// Names the place of a cell in a recognised sheet, and what was passed over in it. Knows no table's meaning.
import type { Place, Problem } from '../ground/problem';
import { text } from '../ground/text';
import { cellText, rawText } from './cellText';
import type { RecognizedSheets } from './recognizeSheets';
import type { DataRow, RecognizedTable } from './recognizeTable';
import type { ImportedCell } from './sheetRows';
import { sourceTable, type SourceTable } from './sourceTable';

/** One row of a list, asked by the keys of the columns that were wanted. */
export interface RowReader {
  /** Sheet and row; without a column. */
  readonly place: Place;
  /** The cell of a wanted column; null when the column is absent. */
  cell(key: string): ImportedCell;
  /** Trimmed text of the cell; '' when empty or absent. */
  text(key: string): string;
  /** The cell exactly as found. */
  raw(key: string): string;
  /** The place of the cell: its column is the header as found, or the key when there is none. */
  placeOf(key: string): Place;
}

/** Reads one data row by column keys. Example: `readRow(table, row, 'Receipts', 'Sheet1').placeOf('unit').column === '发件单位'`. */
export function readRow(found: RecognizedTable, row: DataRow, table: string, sheet: string): RowReader {
  const place: Place = { table, sheet, row: row.rowNumber };
  const cell = (key: string): ImportedCell => {
    const column = found.columnOf[key];
    return column === undefined ? null : (row.cells[column] ?? null);
  };
  return {
    place,
    cell,
    text: (key) => cellText(cell(key)),
    raw: (key) => rawText(cell(key)),
    placeOf(key) {
      const column = found.columnOf[key];
      return { ...place, column: column === undefined ? key : (found.headers[column] ?? key) };
    },
  };
}

/** Notices for what the sheet holds and nobody reads: totals and other skipped rows, columns without a meaning here. */
export function passedOver(found: RecognizedTable, table: string, sheet: string): Problem[] {
  const rows = found.skipped.map((skipped): Problem => ({
    table,
    sheet,
    row: skipped.rowNumber,
    code: 'row-skipped',
    found: skipped.text,
    expected: text('一行数据', 'A row of data'),
    message: text(
      '这一行是合计、小标题、说明或重复的表头，没有导入。',
      'This row is a total, a heading, a remark or a repeated header; it was not imported.',
    ),
  }));
  if (found.unknownColumns.length === 0) return rows;
  const headers = found.unknownColumns.map(({ header }) => header).join('、');
  return [
    ...rows,
    {
      table,
      sheet,
      row: found.headerRow,
      code: 'column-ignored',
      found: headers,
      expected: text('认识的列名', 'A known column name'),
      message: text(`这些列没有导入：${headers}。`, `These columns were not imported: ${headers}.`),
    },
  ];
}

/** What an import understood of a file. */
export interface ImportSummary {
  /** Data rows, in all sheets; also those that were to be left out. */
  readonly rows: number;
  /** Rows that problems kept out. */
  readonly leftOut: number;
  /** Wanted columns that were found: key and header as found, of the first sheet that has a table. */
  readonly columns: readonly { readonly key: string; readonly header: string }[];
  /** The sheets that have a table, with every data row. */
  readonly source: readonly SourceTable[];
}

/** Counts rows and names columns; `moments` as in sourceTable. Problems without a row (no header) leave out no row. */
export function summarizeImport(
  tables: RecognizedSheets['tables'],
  problems: readonly Problem[],
  moments: readonly string[] = [],
): ImportSummary {
  const [first] = tables;
  const rows = tables.reduce(
    (sum, { table }) => sum + table.dataRows.length + table.doubtful.length + table.leftOut.length,
    0,
  );
  const leftOut = new Set(problems.flatMap(({ sheet, row }) => (row === undefined ? [] : [`${sheet}\n${row}`]))).size;
  const columns = Object.entries(first?.table.columnOf ?? {}).flatMap(([key, index]) =>
    index === undefined ? [] : [{ key, header: first?.table.headers[index] ?? key }],
  );
  return { rows, leftOut, columns, source: tables.map(({ sheet, table }) => sourceTable(sheet, table, moments)) };
}

/** Problems of a file by sheet (in the order of first mention) and row; those of one row keep their order. */
export function inSheetOrder(problems: readonly Problem[]): Problem[] {
  const sheets = [...new Set(problems.map(({ sheet }) => sheet))];
  return [...problems].sort(
    (a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || Number(a.row ?? 0) - Number(b.row ?? 0),
  );
}
