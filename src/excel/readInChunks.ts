// Loads table cells in one sync, or, when Excel refuses so large an answer, in pieces below its byte limit.
import type { CellValue } from '../workbook/snapshot';
import type { Sync } from './sync';

export interface AskedTable {
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly filter: Excel.AutoFilter;
  readonly range: Excel.Range;
}

export interface Cells {
  readonly values: CellValue[][];
  readonly formulas: CellValue[][];
}

export interface LoadedTable extends AskedTable {
  readonly cells: Cells;
}

/** Cells per piece once one answer was refused: about 1 MB with values and formulas of ordinary length. */
const CELLS_PER_PIECE = 10_000;

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code).includes('PayloadSizeLimitExceeded');
}

function cellsOf(range: Excel.Range): Cells {
  return { values: range.values as CellValue[][], formulas: range.formulas as CellValue[][] };
}

/** Tables with their cells, in the order asked. */
export async function readInChunks(context: Excel.RequestContext, asked: readonly AskedTable[], sync: Sync): Promise<LoadedTable[]> {
  const whole = asked.map((each) => ({ ...each, body: each.table.getRange().load('values,formulas') }));
  try {
    await sync(context);
    return whole.map((each) => ({ ...each, cells: cellsOf(each.body) }));
  } catch (error) {
    if (!isTooLarge(error)) throw error;
  }
  // The refused request is gone: ask for the sizes, then for rows piece by piece.
  const sized = asked.map((each) => ({
    ...each,
    range: each.table.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
    sheet: each.table.worksheet.load('name'),
    used: each.table.worksheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount'),
    filter: each.table.autoFilter.load('isDataFiltered'),
  }));
  await sync(context);
  const loaded: LoadedTable[] = [];
  for (const each of sized) {
    const { rowCount, columnCount } = each.range;
    const rows = Math.max(1, Math.floor(CELLS_PER_PIECE / columnCount));
    const cells: Cells = { values: [], formulas: [] };
    for (let from = 0; from < rowCount; from += rows) {
      const count = Math.min(rows, rowCount - from);
      const piece = each.range.getCell(from, 0).getResizedRange(count - 1, columnCount - 1).load('values,formulas');
      // Each answer must stay below the limit, so the pieces cannot share one sync.
      await sync(context);
      cells.values.push(...cellsOf(piece).values);
      cells.formulas.push(...cellsOf(piece).formulas);
    }
    loaded.push({ ...each, cells });
  }
  return loaded;
}
