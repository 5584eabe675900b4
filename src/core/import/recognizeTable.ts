// Finds the one table in a sheet that people keep by hand: titles above, blanks between, totals below.
// Knows neither what the columns mean nor where the rows go.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import { cellText, foldText } from './cellText';
import { matchHeaders, type WantedColumn } from './matchHeaders';
import type { ImportedCell } from './sheetRows';
import { skipReason, type SkipReason } from './skipRow';

export interface DataRow {
  /** 1-based row of the sheet, or line of the pasted text. */
  readonly rowNumber: number;
  readonly cells: readonly ImportedCell[];
}

export interface RecognizedTable {
  /** 1-based. */
  readonly headerRow: number;
  /** The header's cells as text, by column index. */
  readonly headers: readonly string[];
  /** 0-based column index per wanted key; keys that were not found are absent. */
  readonly columnOf: Readonly<Partial<Record<string, number>>>;
  /** Headed columns that nobody asked for; row counters (序号) are not listed. */
  readonly unknownColumns: readonly { readonly index: number; readonly header: string }[];
  readonly dataRows: readonly DataRow[];
  /** Rows that would be data if they were not to be left out. */
  readonly leftOut: readonly DataRow[];
  /** Rows below the header that were passed over, blank ones not listed. */
  readonly skipped: readonly { readonly rowNumber: number; readonly reason: SkipReason; readonly text: string }[];
}

/** Titles above the header never take more rows than this. */
const HEADER_WITHIN = 20;
const NONE: ReadonlySet<number> = new Set();
const COUNTER = /^(?:序号|序|no\.?|#|行号)$/;

interface Header {
  readonly row: number;
  readonly columnOf: Record<string, number>;
}

function isTitle(cells: readonly ImportedCell[]): boolean {
  const filled = cells.map((cell) => foldText(cellText(cell))).filter((value) => value !== '');
  return filled.length > 1 && new Set(filled).size === 1;
}

function findHeader(rows: readonly (readonly ImportedCell[])[], wanted: readonly WantedColumn[]): Header | null {
  let best: Header | null = null;
  rows.slice(0, HEADER_WITHIN).forEach((cells, row) => {
    if (isTitle(cells)) return;
    const columnOf = matchHeaders(cells, wanted);
    if (wanted.some(({ key, required }) => required && !(key in columnOf))) return;
    if (!best || Object.keys(columnOf).length > Object.keys(best.columnOf).length) best = { row, columnOf };
  });
  return best;
}

function noHeader(wanted: readonly WantedColumn[]): Problem {
  const names = wanted.filter(({ required }) => required).map(({ headers }) => headers[0] ?? '');
  return {
    code: 'no-header',
    expected: text(
      `前 ${HEADER_WITHIN} 行内有一行表头，含“${names.join('”“')}”列`,
      `A header row within the first ${HEADER_WITHIN} rows, with the columns ${names.join(', ')}`,
    ),
    found: '',
    message: text(
      `没有找到表头：请在数据上方加一行列名（${names.join('、')}），再导入。`,
      `No header row was found: put a row of column names (${names.join(', ')}) above the data and import again.`,
    ),
  };
}

/**
 * Recognises the table in a sheet's rows.
 * The header is the row, among the first 20, that names the most of the wanted columns and all required ones; titles above it are
 * passed over, blank, totals, footnote and repeated header rows below it too; rows in `leaveOut` are kept apart. Gives `{ problem }` (code 'no-header') when there is none.
 * Example: `recognizeTable([['名单'], ['单位', '电话'], ['县委办', 6820001]], [{ key: 'unit', headers: ['单位'], required: true }])`
 * has headerRow 2, columnOf.unit 0 and one data row, number 3.
 */
export function recognizeTable(
  rows: readonly (readonly ImportedCell[])[],
  columns: readonly WantedColumn[],
  leaveOut: ReadonlySet<number> = NONE,
): RecognizedTable | { readonly problem: Problem } {
  const found = findHeader(rows, columns);
  if (!found) return { problem: noHeader(columns) };
  const header = rows[found.row] ?? [];
  const headers = header.map(cellText);
  const known = new Set(Object.values(found.columnOf));
  const rest = headers
    .map((name, index) => ({ index, header: name }))
    .filter(({ index, header: name }) => name !== '' && !known.has(index));
  const counterColumns = rest.filter(({ header: name }) => COUNTER.test(foldText(name))).map(({ index }) => index);
  const requiredColumns = columns.flatMap(({ key, required }) => (required ? [found.columnOf[key] ?? -1] : []));
  const dataRows: DataRow[] = [];
  const leftOut: DataRow[] = [];
  const skipped: { rowNumber: number; reason: SkipReason; text: string }[] = [];
  for (let row = found.row + 1; row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    const reason = skipReason(cells, { header, above: rows[row - 1], requiredColumns, counterColumns });
    if (reason === null) (leaveOut.has(row + 1) ? leftOut : dataRows).push({ rowNumber: row + 1, cells });
    else if (reason !== 'empty')
      skipped.push({ rowNumber: row + 1, reason, text: cells.map(cellText).filter(Boolean).join(' ') });
  }
  return {
    headerRow: found.row + 1,
    headers,
    columnOf: found.columnOf,
    unknownColumns: rest.filter(({ index }) => !counterColumns.includes(index)),
    dataRows,
    leftOut,
    skipped,
  };
}
