// Finds the one table in a sheet that people keep by hand: titles above, blanks between, totals below.
// Knows neither what the columns mean nor where the rows go.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import { cellText, foldText } from './cellText';
import { columnLetters } from './columnLetters';
import { isFilled } from './isFilled';
import { findHeader, HEADER_WITHIN, type Header } from './findHeader';
import type { WantedColumn } from './matchHeaders';
import { lookKey, type CellLook, type ImportedCell, type SheetRows } from './sheetRows';
import { skipReason, type SkipReason } from './skipRow';

/** A row of a list as it stands in its sheet. */
export interface DataRow {
  /** 1-based row of the sheet, or line of the pasted text. */
  readonly rowNumber: number;
  readonly cells: readonly ImportedCell[];
}

/** A row that nobody sees, or with a cell that does not say what the sender meant: it became a day, or nobody worked it out. */
interface DoubtfulRow extends DataRow {
  readonly hidden: 'row' | 'sheet' | null;
  readonly doubts: readonly { readonly column: number; readonly look: CellLook }[];
}

/** A list that was found in a sheet: its head, its rows, and what was passed over. */
export interface RecognizedTable {
  /** 1-based; of a header over two rows the lower one. */
  readonly headerRow: number;
  /** The header's cells as text, by column index. */
  readonly headers: readonly string[];
  /** 0-based column index per wanted key; keys that were not found are absent. */
  readonly columnOf: Readonly<Partial<Record<string, number>>>;
  /** Columns with data that nobody asked for, also those that nothing heads (“E 列”); row counters (序号) are not listed. */
  readonly unknownColumns: readonly { readonly index: number; readonly header: string }[];
  readonly dataRows: readonly DataRow[];
  /** Rows that may not be taken as they are. */
  readonly doubtful: readonly DoubtfulRow[];
  /** Rows that would be data if they were not to be left out. */
  readonly leftOut: readonly DataRow[];
  /** Rows below the header that were passed over, blank ones not listed. */
  readonly skipped: readonly { readonly rowNumber: number; readonly reason: SkipReason; readonly text: string }[];
  /** 1-based rows with something in them that nobody need hear of: titles, the header, bare row numbers. */
  readonly silent: readonly number[];
}

const NO_LOOKS: ReadonlyMap<number, CellLook> = new Map();
const COUNTER = /^(?:序号|序|no\.?|#|行号)$/;

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

function doubtsIn(
  row: number,
  { columnOf }: Header,
  columns: readonly WantedColumn[],
  looks: ReadonlyMap<number, CellLook>,
): DoubtfulRow['doubts'] {
  if (looks.size === 0) return [];
  return columns.flatMap(({ key, moment, derived }) => {
    const column = columnOf[key];
    const look = column === undefined ? undefined : looks.get(lookKey(row, column));
    if (column === undefined || look === undefined || derived) return [];
    const isDoubtful = look.kind === 'unworked' || (look.kind === 'date' && !moment);
    return isDoubtful ? [{ column, look }] : [];
  });
}

/** Columns that nothing heads count when a row of data has something there that is no mere repetition of a merged area. */
function unheaded(
  rows: readonly DataRow[],
  headers: readonly string[],
  looks: ReadonlyMap<number, CellLook>,
): { index: number; header: string }[] {
  const found = new Set<number>();
  for (const { rowNumber, cells } of rows)
    cells.forEach((cell, column) => {
      if (found.has(column) || (headers[column] ?? '') !== '' || cellText(cell) === '') return;
      if (looks.get(lookKey(rowNumber - 1, column))?.kind !== 'merged') found.add(column);
    });
  return [...found].sort((a, b) => a - b).map((index) => ({ index, header: `${columnLetters(index)} 列` }));
}

/**
 * Recognises the table in a sheet's rows.
 * The header is the row, among the first 20, that names the most of the wanted columns and all required ones; titles above it are
 * passed over, blank, totals, heading, footnote and repeated header rows below it too; rows in `leaveOut` are kept apart, and so are hidden ones and those with a
 * doubtful look. Gives `{ problem }` (code 'no-header') when there is none.
 * Example: `recognizeTable([['名单'], ['单位', '电话'], ['县委办', 6820001]], [{ key: 'unit', headers: ['单位'], required: true }])`
 * has headerRow 2, columnOf.unit 0 and one data row, number 3.
 */
export function recognizeTable(
  rows: SheetRows['rows'],
  columns: readonly WantedColumn[],
  { leaveOut, looks = NO_LOOKS, hidden, hiddenRows }: Omit<SheetRows, 'name' | 'rows'> = {},
): RecognizedTable | { readonly problem: Problem } {
  const found = findHeader(rows, columns);
  if (!found) return { problem: noHeader(columns) };
  const headers = Array.from(found.cells, cellText);
  const known = new Set(Object.values(found.columnOf));
  const rest = headers
    .map((name, index) => ({ index, header: name }))
    .filter(({ index, header: name }) => name !== '' && !known.has(index));
  const counterColumns = rest.filter(({ header: name }) => COUNTER.test(foldText(name))).map(({ index }) => index);
  const requiredColumns = columns.flatMap(({ key, required }) => (required ? [found.columnOf[key] ?? -1] : []));
  const dataRows: DataRow[] = [];
  const doubtful: DoubtfulRow[] = [];
  const leftOut: DataRow[] = [];
  const skipped: { rowNumber: number; reason: SkipReason; text: string }[] = [];
  const silent = rows.slice(0, found.row + 1).flatMap((cells, row) => (isFilled(cells) ? [row + 1] : []));
  for (let row = found.row + 1; row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    if (!isFilled(cells)) continue;
    const rowNumber = row + 1;
    const isMerged = (column: number): boolean => looks.get(lookKey(row, column))?.kind === 'merged';
    const above = rows[row - 1];
    const reason = skipReason(cells, { header: found.cells, above, requiredColumns, counterColumns, isMerged });
    if (reason === 'empty') {
      silent.push(rowNumber);
    } else if (reason !== null) {
      skipped.push({ rowNumber, reason, text: [...new Set(cells.map(cellText).filter(Boolean))].join(' ') });
    } else if (leaveOut?.has(rowNumber)) {
      leftOut.push({ rowNumber, cells });
    } else {
      const doubts = doubtsIn(row, found, columns, looks);
      const unseen = hidden ? 'sheet' : hiddenRows?.has(rowNumber) ? 'row' : null;
      if (doubts.length > 0 || unseen) doubtful.push({ rowNumber, cells, doubts, hidden: unseen });
      else dataRows.push({ rowNumber, cells });
    }
  }
  return {
    headerRow: found.row + 1,
    headers,
    columnOf: found.columnOf,
    unknownColumns: [
      ...rest.filter(({ index }) => !counterColumns.includes(index)),
      ...unheaded([...dataRows, ...doubtful], headers, looks),
    ],
    dataRows,
    doubtful,
    leftOut,
    skipped,
    silent,
  };
}
