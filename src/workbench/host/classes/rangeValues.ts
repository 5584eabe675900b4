// What a range shows: values, formulas, texts, types, address, hidden lines. Reads the book only.
import { MAX_COLUMNS, MAX_ROWS, printArea } from '../../model/address';
import { bottomOf, isUnbounded, rightOf } from '../../model/area';
import type { Range, Sheet } from '../../model/book';
import { cellAt, isError, styleAt, valueAt } from '../../model/cells';
import { formatValue } from '../../model/numberFormat';
import { inShort } from '../../model/ownReferences';
import { tableAt } from '../../model/tableParts';
import { refuse } from '../apiError';
import type { ScalarRow } from '../classRow';
import type { RangeObject } from '../hostObject';
import { addressOf, areaOf } from '../places';

const MOST_CELLS = 5_000_000;

/** The block of what `read` gives for each cell; null for whole rows and columns, as Excel answers. */
export function blockFrom<T>(
  sheet: Sheet,
  area: Range,
  read: (sheet: Sheet, row: number, column: number) => T,
): T[][] | null {
  if (isUnbounded(area)) return null;
  if (area.rows * area.columns > MOST_CELLS)
    refuse('InvalidArgument', `a range of more than ${MOST_CELLS} cells is too big to read`);
  return Array.from({ length: area.rows }, (_r, r) =>
    Array.from({ length: area.columns }, (_c, c) => read(sheet, area.row + r, area.column + c)),
  );
}

/** As Excel shows it: in the table's own cells without the table's name, where the host keeps to that. Equal formulas are put short once. */
function formulasOf(
  sheet: Sheet,
  inOwnTable: boolean,
): (sheet: Sheet, row: number, column: number) => string | number | boolean {
  const short = new Map<string, string>();
  return (_sheet, row, column) => {
    const formula = cellAt(sheet, row, column)?.formula;
    if (formula === undefined) return valueAt(sheet, row, column);
    const table = inOwnTable && formula.includes('[') ? tableAt(sheet, row, column)?.name : undefined;
    if (table === undefined) return formula;
    const key = `${table}|${formula}`;
    let shown = short.get(key);
    if (shown === undefined) short.set(key, (shown = inShort(formula, table)));
    return shown;
  };
}

const formulas: ScalarRow<RangeObject> = {
  get: (range, cx) => blockFrom(range.sheet, areaOf(range), formulasOf(range.sheet, cx.manners.ownTableInShort)),
};

const formatAt = (sheet: Sheet, row: number, column: number): string =>
  styleAt(sheet, row, column).numberFormat ?? 'General';

const textAt = (sheet: Sheet, row: number, column: number): string =>
  formatValue(valueAt(sheet, row, column), formatAt(sheet, row, column));

function typeAt(sheet: Sheet, row: number, column: number): string {
  const cell = cellAt(sheet, row, column);
  if (isError(cell?.value)) return 'Error';
  const value = valueAt(sheet, row, column);
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return 'Double';
  return value === '' && cell?.formula === undefined ? 'Empty' : 'String';
}

const reading = (read: (sheet: Sheet, area: Range) => unknown): ScalarRow<RangeObject> => ({
  get: (range) => read(range.sheet, areaOf(range)),
});
const cellwise = <T>(read: (sheet: Sheet, row: number, column: number) => T): ScalarRow<RangeObject> =>
  reading((sheet, area) => blockFrom(sheet, area, read));

/** True, false, or null when only some of the lines are hidden. */
function hiddenLines(lines: Map<number, { hidden?: boolean }>, first: number, last: number): boolean | null {
  let hidden = 0;
  for (const [line, entry] of lines) if (entry.hidden && line >= first && line <= last) hidden++;
  return hidden === 0 ? false : hidden === last - first + 1 ? true : null;
}

const rowsHidden = (sheet: Sheet, area: Range): boolean | null => hiddenLines(sheet.rows, area.row, bottomOf(area));
const columnsHidden = (sheet: Sheet, area: Range): boolean | null =>
  hiddenLines(sheet.columns, area.column, rightOf(area));

/** Properties of Range; grids are rows × columns, as Office.js has them. */
export const readScalars: Record<string, ScalarRow<RangeObject>> = {
  values: cellwise(valueAt),
  formulas,
  formulasLocal: formulas,
  text: cellwise(textAt),
  valueTypes: cellwise(typeAt),
  numberFormat: cellwise(formatAt),
  numberFormatLocal: cellwise(formatAt),
  address: reading(addressOf),
  addressLocal: reading((_sheet, area) => printArea(area)),
  rowIndex: reading((_sheet, area) => area.row),
  columnIndex: reading((_sheet, area) => area.column),
  rowCount: reading((_sheet, area) => area.rows),
  columnCount: reading((_sheet, area) => area.columns),
  cellCount: reading((_sheet, area) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns)),
  isEntireColumn: reading((_sheet, area) => area.rows === MAX_ROWS),
  isEntireRow: reading((_sheet, area) => area.columns === MAX_COLUMNS),
  rowHidden: reading(rowsHidden),
  columnHidden: reading(columnsHidden),
  hidden: reading((sheet, area) => {
    const [rows, columns] = [rowsHidden(sheet, area), columnsHidden(sheet, area)];
    return rows === true || columns === true ? true : rows === false && columns === false ? false : null;
  }),
};
