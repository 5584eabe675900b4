// Everything of a sheet's shape that is not a cell: size, widths, heights, what is hidden, merges, frozen panes, tab.
// Made anew from the model at each refresh, and compared with what the grid was last given.
import type { IColumnData, IFreeze, IRange, IRowData, IWorksheetData } from '@univerjs/core';
import type { Range, Sheet } from '../model/book';
import type { DesiredCell } from './desiredCells';
import { GRID_FONT, GRID_FONT_POINTS, NO, YES } from './gridCodes';

/** A sheet without its cells, in the grid’s words. */
export interface SheetShape {
  readonly name: string;
  /** '#RRGGBB'; '' = none. */
  readonly tabColor: string;
  readonly hidden: boolean;
  readonly showGridlines: boolean;
  readonly freeze: IFreeze;
  readonly merges: readonly IRange[];
  /** Pixels by 0-based column, or row; only those of a size of their own. */
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** The last row with contents or a style, 0-based. */
  readonly lastRow: number;
  /** At least as many as are used, with room below and to the right. */
  readonly rowCount: number;
  readonly columnCount: number;
}

/** A column of no width of its own; at 100 % zoom, padding included. */
export const DEFAULT_COLUMN_PIXELS = 72;
/** A row of no height of its own, at 100 % zoom. */
export const DEFAULT_ROW_PIXELS = 21;
const PIXELS_PER_CHARACTER = 7;
const CELL_PADDING_PIXELS = 5;
const SPARE_ROWS = 200;
const SPARE_COLUMNS = 12;

const pixelsOfCharacters = (characters: number): number =>
  Math.round(characters * PIXELS_PER_CHARACTER + CELL_PADDING_PIXELS);
/** Column width as files have it: characters of the standard font, two decimals. Example: `charactersOfPixels(75) === 10`. */
export const charactersOfPixels = (pixels: number): number =>
  Math.max(0, Math.round(((pixels - CELL_PADDING_PIXELS) / PIXELS_PER_CHARACTER) * 100) / 100);
const pixelsOfPoints = (points: number): number => Math.round((points * 4) / 3);
/** Row height in points, to a quarter. Example: `pointsOfPixels(20) === 15`. */
export const pointsOfPixels = (pixels: number): number => Math.round(pixels * 0.75 * 4) / 4;

/** From first row and number of rows to first and last row, both 0-based. */
export function toGridRange(range: Range): IRange {
  return {
    startRow: range.row,
    startColumn: range.column,
    endRow: range.row + range.rows - 1,
    endColumn: range.column + range.columns - 1,
  };
}

/** The other way round. What begins before the first line begins there. */
export function areaOfGrid({ startRow, startColumn, endRow, endColumn }: IRange): Range {
  return {
    row: Math.max(0, startRow || 0),
    column: Math.max(0, startColumn || 0),
    rows: endRow - Math.max(0, startRow || 0) + 1,
    columns: endColumn - Math.max(0, startColumn || 0) + 1,
  };
}

/** The shape of a sheet whose cells are known. Widths and heights in pixels; only those that differ from the default. */
export function sheetShape(sheet: Sheet, cells: ReadonlyMap<number, DesiredCell>): SheetShape {
  let lastRow = 0;
  let lastColumn = 0;
  for (const cell of cells.values()) {
    if (cell.row > lastRow) lastRow = cell.row;
    if (cell.column > lastColumn) lastColumn = cell.column;
  }
  const widths = new Map<number, number>();
  const hiddenColumns = new Set<number>();
  for (const [column, { width, hidden }] of sheet.columns) {
    if (width !== undefined) widths.set(column, pixelsOfCharacters(width));
    if (hidden || width === 0) hiddenColumns.add(column);
  }
  const heights = new Map<number, number>();
  const hiddenRows = new Set<number>();
  for (const [row, { height, hidden }] of sheet.rows) {
    if (height !== undefined) heights.set(row, pixelsOfPoints(height));
    if (hidden || height === 0) hiddenRows.add(row);
    if (row > lastRow) lastRow = row;
  }
  const frozen = sheet.freeze ?? { rows: 0, columns: 0 };
  return {
    name: sheet.name,
    tabColor: sheet.tabColor ?? '',
    hidden: sheet.visibility !== 'visible',
    showGridlines: sheet.showGridlines,
    freeze: {
      ySplit: frozen.rows,
      xSplit: frozen.columns,
      startRow: frozen.rows > 0 ? frozen.rows : -1,
      startColumn: frozen.columns > 0 ? frozen.columns : -1,
    },
    merges: sheet.merges.map(toGridRange),
    widths,
    heights,
    hiddenRows,
    hiddenColumns,
    lastRow,
    rowCount: lastRow + 1 + SPARE_ROWS,
    columnCount: Math.max(26, lastColumn + 1 + SPARE_COLUMNS),
  };
}

/** The whole sheet as the grid takes it in at once: when a book is opened and when a sheet is added. */
export function toGridSheet(
  gridId: string,
  shape: SheetShape,
  cells: ReadonlyMap<number, DesiredCell>,
): IWorksheetData {
  const cellData: IWorksheetData['cellData'] = {};
  for (const { row, column, data, style } of cells.values())
    (cellData[row] ??= {})[column] = style ? { ...data, s: style } : data;
  const rowData: Record<number, Partial<IRowData>> = {};
  for (const [row, height] of shape.heights) rowData[row] = { h: height, ia: NO };
  for (const row of shape.hiddenRows) rowData[row] = { ...rowData[row], hd: YES };
  const columnData: Record<number, Partial<IColumnData>> = {};
  for (const [column, width] of shape.widths) columnData[column] = { w: width };
  for (const column of shape.hiddenColumns) columnData[column] = { ...columnData[column], hd: YES };
  return {
    id: gridId,
    name: shape.name,
    tabColor: shape.tabColor,
    hidden: shape.hidden ? YES : NO,
    freeze: shape.freeze,
    rowCount: shape.rowCount,
    columnCount: shape.columnCount,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: DEFAULT_COLUMN_PIXELS,
    defaultRowHeight: DEFAULT_ROW_PIXELS,
    mergeData: [...shape.merges],
    cellData,
    rowData,
    columnData,
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    showGridlines: shape.showGridlines ? YES : NO,
    rightToLeft: NO,
    defaultStyle: { ff: GRID_FONT, fs: GRID_FONT_POINTS },
  };
}
