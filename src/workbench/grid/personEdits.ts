// What a person did in the grid, done to the model: every mutation of the grid that changes the workbook has its line here.
// Contents go through `edit`, where they are read as Excel reads them; the rest is a property of the model and set directly.
import { BooleanNumber } from '@univerjs/core';
import type { ICellData, IMutationInfo, IRange } from '@univerjs/core';
import type { Book, Sheet, Style } from '../model/book';
import { setStyle, styleAt } from '../model/cells';
import { moveSheet, removeSheet, renameSheet, setVisibility } from '../model/sheets';
import { formulaTagOf, inputFor, inputTagOf, literalOf } from './cellData';
import { charactersOfPixels, pointsOfPixels } from './sheetShape';
import { fromGridStyle } from './styleData';

export interface PersonActions {
  /** A person typed this into a cell. */
  edit(sheetId: string, row: number, column: number, input: string): void;
  /** A formula that was copied from one cell (0-based row and column) to another, with its relative references moved along. */
  movedFormula(formula: string, rows: number, columns: number): string;
  insertLines(sheetId: string, axis: 'row' | 'column', at: number, count: number): void;
  removeLines(sheetId: string, axis: 'row' | 'column', at: number, count: number): void;
  /** A sheet was added in the grid at this place; gives the sheet that the model made for it. */
  addSheet(name: string, index: number): Sheet;
}

export interface EditContext {
  readonly book: Book;
  readonly actions: PersonActions;
  /** The model's sheet of a grid sheet. */
  sheetOf(gridId: string): Sheet | undefined;
  bindSheet(gridId: string, sheet: Sheet): void;
  /** The grid's own cells of a sheet, for changes that do not say what they changed. */
  shownCells(gridId: string): readonly { readonly row: number; readonly column: number; readonly data: ICellData }[];
}

interface Params {
  readonly subUnitId: string;
  readonly cellValue?: Record<number, Record<number, ICellData | null>>;
  readonly range?: IRange;
  readonly ranges?: readonly IRange[];
  readonly from?: { readonly subUnitId: string };
  readonly to?: { readonly subUnitId: string };
  readonly [key: string]: unknown;
}

/** What one mutation does to the model; the ids of the model's sheets that it touched. */
type Mirror = (sheet: Sheet, params: Params, context: EditContext) => readonly string[] | void;

/** Each mutation that the grid may report, by its id without the prefix. */
const MIRRORS: Readonly<Record<string, Mirror>> = {
  'set-range-values': (sheet, params, context) => writeCells(sheet, params.cellValue ?? {}, context),
  'insert-row': (sheet, { range }, { actions }) => range && actions.insertLines(sheet.id, 'row', range.startRow, range.endRow - range.startRow + 1),
  'insert-col': (sheet, { range }, { actions }) => range && actions.insertLines(sheet.id, 'column', range.startColumn, range.endColumn - range.startColumn + 1),
  'remove-rows': (sheet, { range }, { actions }) => range && actions.removeLines(sheet.id, 'row', range.startRow, range.endRow - range.startRow + 1),
  'remove-col': (sheet, { range }, { actions }) => range && actions.removeLines(sheet.id, 'column', range.startColumn, range.endColumn - range.startColumn + 1),
  'move-range': (_, params, context) => readBackAll([params.from?.subUnitId, params.to?.subUnitId], context),
  'move-rows': (_, params, context) => readBackAll([params.subUnitId], context),
  'move-columns': (_, params, context) => readBackAll([params.subUnitId], context),
  'reorder-range': (_, params, context) => readBackAll([params.subUnitId], context),
  'set-worksheet-col-width': (sheet, params) =>
    eachLine(params.ranges, 'column', (column) => (sheet.columns.set(column, { ...sheet.columns.get(column), width: charactersOfPixels(sizeOf(params.colWidth, column)) }))),
  'set-worksheet-row-height': (sheet, params) =>
    eachLine(params.ranges, 'row', (row) => (sheet.rows.set(row, { ...sheet.rows.get(row), height: pointsOfPixels(sizeOf(params.rowHeight, row)) }))),
  'set-row-hidden': (sheet, { ranges }) => eachLine(ranges, 'row', (row) => sheet.rows.set(row, { ...sheet.rows.get(row), hidden: true })),
  'set-row-visible': (sheet, { ranges }) => eachLine(ranges, 'row', (row) => sheet.rows.set(row, { ...sheet.rows.get(row), hidden: false })),
  'set-col-hidden': (sheet, { ranges }) => eachLine(ranges, 'column', (column) => sheet.columns.set(column, { ...sheet.columns.get(column), hidden: true })),
  'set-col-visible': (sheet, { ranges }) => eachLine(ranges, 'column', (column) => sheet.columns.set(column, { ...sheet.columns.get(column), hidden: false })),
  'add-worksheet-merge': (sheet, { ranges = [] }) => void sheet.merges.push(...ranges.map(toRange)),
  'remove-worksheet-merge': (sheet, { ranges = [] }) => void (sheet.merges = sheet.merges.filter((merge) => !ranges.some((range) => sameRange(merge, toRange(range))))),
  'set-frozen': (sheet, { ySplit, xSplit }) => void (sheet.freeze = Number(ySplit) > 0 || Number(xSplit) > 0 ? { rows: Number(ySplit), columns: Number(xSplit) } : undefined),
  'toggle-gridlines': (sheet, { showGridlines }) => void (sheet.showGridlines = showGridlines === BooleanNumber.TRUE),
  'set-tab-color': (sheet, { color }) => void (sheet.tabColor = typeof color === 'string' && color !== '' ? color : undefined),
  'set-worksheet-name': (sheet, { name }, { book }) => [...renameSheet(book, sheet, String(name))],
  'set-worksheet-hidden': (sheet, { hidden }, { book }) => setVisibility(book, sheet, hidden === BooleanNumber.TRUE ? 'hidden' : 'visible'),
  'set-worksheet-order': (sheet, { toOrder }, { book }) => moveSheet(book, sheet, Number(toOrder)),
  'remove-sheet': (sheet, _, { book }) => [...removeSheet(book, sheet)],
};

const PREFIX = 'sheet.mutation.';

/** Does to the model what the mutation did to the grid. Gives the ids of the model's sheets that changed; none for what is no change. */
export function mirrorEdit({ id, params }: IMutationInfo, context: EditContext): readonly string[] {
  if (!id.startsWith(PREFIX)) return [];
  const typed = params as Params;
  if (id === `${PREFIX}insert-sheet`) return mirrorInsertedSheet(typed, context);
  const mirror = MIRRORS[id.slice(PREFIX.length)];
  const sheet = context.sheetOf(typed.subUnitId ?? typed.from?.subUnitId ?? '');
  if (!mirror || !sheet) return [];
  return [sheet.id, ...(mirror(sheet, typed, context) ?? [])];
}

function mirrorInsertedSheet(params: Params, context: EditContext): readonly string[] {
  const inserted = params.sheet as { id: string; name: string };
  const sheet = context.actions.addSheet(inserted.name, Number(params.index));
  context.bindSheet(inserted.id, sheet);
  readBack(inserted.id, context);
  return [sheet.id];
}

function writeCells(sheet: Sheet, cells: NonNullable<Params['cellValue']>, context: EditContext): void {
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, data] of Object.entries(line)) writeCell(sheet, Number(row), Number(column), data, context);
  }
}

function writeCell(sheet: Sheet, row: number, column: number, data: ICellData | null, { actions }: EditContext): void {
  if (!data) return actions.edit(sheet.id, row, column, '');
  if (data.s && typeof data.s === 'object') restyle(sheet, row, column, fromGridStyle(data.s));
  else if (data.s === null) setStyle(sheet, row, column, undefined);
  const typed = inputTagOf(data);
  const tag = formulaTagOf(data);
  if (typed) actions.edit(sheet.id, row, column, typed.input);
  else if (tag) actions.edit(sheet.id, row, column, actions.movedFormula(tag.f, row - tag.r, column - tag.c));
  else if (data.f) actions.edit(sheet.id, row, column, data.f);
  else if (data.v !== undefined || data.p) actions.edit(sheet.id, row, column, inputFor(literalOf(data)));
}

function restyle(sheet: Sheet, row: number, column: number, change: Partial<Style>): void {
  const border = 'border' in change && change.border ? { ...styleAt(sheet, row, column).border, ...change.border } : change.border;
  const merged = { ...styleAt(sheet, row, column), ...change, ...('border' in change ? { border } : {}) };
  setStyle(sheet, row, column, Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as Style);
}

function readBackAll(gridIds: readonly (string | undefined)[], context: EditContext): string[] {
  const ids = [...new Set(gridIds.filter((id) => id !== undefined))];
  for (const id of ids) readBack(id, context);
  return ids.map((id) => context.sheetOf(id)?.id).filter((id) => id !== undefined);
}

/** Takes over every cell of a grid sheet that differs from the model: for moves, which do not say what they changed. */
function readBack(gridId: string, context: EditContext): void {
  const sheet = context.sheetOf(gridId);
  if (!sheet) return;
  const shown = new Map(context.shownCells(gridId).map((cell) => [`${cell.row},${cell.column}`, cell]));
  for (const [key, cell] of [...sheet.cells]) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (!shown.has(key) && (cell.formula !== undefined || (cell.value ?? null) !== null)) context.actions.edit(sheet.id, row, column, '');
  }
  for (const { row, column, data } of shown.values()) {
    const cell = sheet.cells.get(`${row},${column}`);
    const tag = formulaTagOf(data);
    const isSame = tag ? cell?.formula === tag.f && tag.r === row && tag.c === column : !cell?.formula && (cell?.value ?? null) === literalOf(data);
    if (!isSame) writeCell(sheet, row, column, data, context);
  }
}

function eachLine(ranges: readonly IRange[] | undefined, axis: 'row' | 'column', change: (index: number) => void): void {
  for (const range of ranges ?? []) {
    const [first, last] = axis === 'row' ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
    for (let index = first; index <= last; index++) change(index);
  }
}

/** The grid gives one size for all lines, or one for each. */
function sizeOf(size: unknown, index: number): number {
  return typeof size === 'number' ? size : Number((size as Record<number, number>)[index] ?? 0);
}

const toRange = (range: IRange): Sheet['merges'][number] =>
  ({ row: range.startRow, column: range.startColumn, rows: range.endRow - range.startRow + 1, columns: range.endColumn - range.startColumn + 1 });

const sameRange = (a: Sheet['merges'][number], b: Sheet['merges'][number]): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
