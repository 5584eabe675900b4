// Loads table cells in one sync, or, when Excel refuses so large an answer, in pieces below its byte limit.
import type { CellValue } from '../workbook/snapshot';
import type { Sync } from './sync';

export interface AskedTable {
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly filter: Excel.AutoFilter;
  readonly range: Excel.Range;
  readonly allFormulas: boolean;
}

export interface Cells {
  /** Header, body and totals row. */
  readonly values: CellValue[][];
  /** Body rows: all, or only the first. */
  readonly formulas: CellValue[][];
}

export interface LoadedTable extends AskedTable {
  readonly cells: Cells;
}

/** Cells per piece once one answer was refused: about 1 MB with values of ordinary length, and below 5 MB with long ones. */
const CELLS_PER_PIECE = 30_000;

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code).includes('PayloadSizeLimitExceeded');
}

function askWhole(asked: AskedTable): { values: Excel.Range; formulas: Excel.Range } {
  const body = asked.table.getDataBodyRange();
  return { values: asked.table.getRange().load('values'), formulas: (asked.allFormulas ? body : body.getRow(0)).load('formulas') };
}

/** Rows from…from+count of a range whose size is known. */
function rowsOf(range: Excel.Range, from: number, count: number): Excel.Range {
  return range.getCell(from, 0).getResizedRange(count - 1, range.columnCount - 1);
}

async function readPieces(context: Excel.RequestContext, range: Excel.Range, property: 'values' | 'formulas', sync: Sync): Promise<CellValue[][]> {
  const rows = Math.max(1, Math.floor(CELLS_PER_PIECE / range.columnCount / (property === 'formulas' ? 10 : 1)));
  const cells: CellValue[][] = [];
  for (let from = 0; from < range.rowCount; from += rows) {
    const piece = rowsOf(range, from, Math.min(rows, range.rowCount - from)).load(property);
    // Each answer must stay below the limit, so the pieces cannot share one sync.
    await sync(context);
    cells.push(...(piece[property] as CellValue[][]));
  }
  return cells;
}

/** Tables with their cells, in the order asked. `queueAgain` queues what else the refused request had carried. */
export async function readInChunks(context: Excel.RequestContext, asked: readonly AskedTable[], sync: Sync, queueAgain: () => void): Promise<LoadedTable[]> {
  const whole = asked.map((each) => ({ ...each, ...askWhole(each) }));
  try {
    await sync(context);
    return whole.map(({ values, formulas, ...each }) => ({ ...each, cells: { values: values.values as CellValue[][], formulas: formulas.formulas as CellValue[][] } }));
  } catch (error) {
    if (!isTooLarge(error)) throw error;
  }
  // The refused request is gone: ask for the sizes, then for rows piece by piece.
  const size = 'rowIndex,columnIndex,rowCount,columnCount';
  queueAgain();
  const sized = asked.map((each) => ({
    ...each,
    range: each.table.getRange().load(size),
    body: each.table.getDataBodyRange().load(size),
    sheet: each.table.worksheet.load('name'),
    used: each.table.worksheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
    filter: each.table.autoFilter.load('isDataFiltered'),
    firstFormulas: each.table.getDataBodyRange().getRow(0).load('formulas'),
  }));
  await sync(context);
  const loaded: LoadedTable[] = [];
  for (const { body, firstFormulas, ...each } of sized) {
    const values = await readPieces(context, each.range, 'values', sync);
    const formulas = each.allFormulas ? await readPieces(context, body, 'formulas', sync) : (firstFormulas.formulas as CellValue[][]);
    loaded.push({ ...each, cells: { values, formulas } });
  }
  return loaded;
}
