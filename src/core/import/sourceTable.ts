// The rows of a recognised sheet as texts, so that each can be shown, named and sent back. Knows no table's meaning.
import { isoFromWallTime, wallTimeFromSerial } from '../ground/wallTime';
import { cellText } from './cellText';
import type { DataRow, RecognizedTable } from './recognizeTable';
import type { ImportedCell } from './sheetRows';

interface SourceRow {
  /** 1-based row of the sheet, or line of the pasted text. */
  readonly row: number;
  /** By column index, as the headers. */
  readonly cells: readonly string[];
  /** It was not to be taken, whatever it holds. */
  readonly leftOut: boolean;
}

/** Which list of a file something was taken from, and which of its columns. */
export interface SourceTable {
  readonly sheet: string;
  /** 1-based. */
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** Indexes of the columns that are taken from; those that are only looked at are not among them. */
  readonly taken: readonly number[];
  /** Every data row in its order, also those that were left out. */
  readonly rows: readonly SourceRow[];
  /** Totals, remarks, repeated headers. */
  readonly passedOver: readonly number[];
  /** Titles, the header, bare row numbers. */
  readonly silent: readonly number[];
}

/** Smaller numbers are no dates: serials are trusted from March 1900 on. */
const FIRST_SERIAL = 61;

function momentText(cell: ImportedCell): string {
  if (typeof cell !== 'number' || cell < FIRST_SERIAL) return cellText(cell);
  return isoFromWallTime(wallTimeFromSerial(cell)).replace('T', ' ').replace(/:00$/, '');
}

/**
 * `moments`: keys of columns whose numbers are dates; they read like 2021-06-07 18:00.
 * Example: a table with the data rows 3 and 4 gives rows 3 and 4, each with a text for every cell.
 */
export function sourceTable(sheet: string, table: RecognizedTable, moments: readonly string[] = []): SourceTable {
  const dated = new Set(moments.map((key) => table.columnOf[key]));
  const asRow =
    (leftOut: boolean) =>
    ({ rowNumber, cells }: DataRow): SourceRow => ({
      row: rowNumber,
      cells: cells.map((cell, column) => (dated.has(column) ? momentText(cell) : cellText(cell))),
      leftOut,
    });
  const rows = [...table.dataRows, ...table.doubtful]
    .map(asRow(false))
    .concat(table.leftOut.map(asRow(true)))
    .sort((a, b) => a.row - b.row);
  return {
    sheet,
    headerRow: table.headerRow,
    headers: table.headers,
    taken: Object.entries(table.columnOf).flatMap(([key, column]) =>
      column === undefined || key.startsWith('#') ? [] : [column],
    ),
    rows,
    passedOver: table.skipped.map(({ rowNumber }) => rowNumber),
    silent: table.silent,
  };
}
