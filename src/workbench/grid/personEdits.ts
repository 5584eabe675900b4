// What a person did in the grid, done to the model: every mutation of the grid that changes the workbook has its line here.
// Contents and lines go through the host's own doors, where they are read as Excel reads them; the rest is a property of the model.
import type { ICellData, IMutationInfo, IRange, IWorksheetData } from '@univerjs/core';
import { text } from '../../core/ground/text';
import type { Text } from '../../core/ground/text';
import { addSheet } from '../model/book';
import type { Book, Sheet } from '../model/book';
import { columnShift, rowShift } from '../model/shift';
import type { Shift } from '../model/shift';
import { freeSheetName, moveSheet, removeSheet, renameSheet, setVisibility, sheetNameFault } from '../model/sheets';
import { NO, YES } from './gridCodes';
import { charactersOfPixels, pointsOfPixels } from './sheetShape';
import { differingCells, restyleCell, writtenCell, writtenCells } from './writtenCells';

/** All of these take their turn after what is under way. */
export interface PersonActions {
  /** A person typed this into a cell. */
  edit(sheetId: string, row: number, column: number, input: string, takenBack?: boolean): void;
  /** A person inserted or removed lines. */
  editLines(sheetId: string, shift: Shift): void;
  /** A person changed something else of the book. */
  change(work: (book: Book) => void): void;
  /** What a person did cannot be; the grid will show the model again. */
  refuse(why: Text): void;
}

/** What turning a person’s edits into the model’s needs of grid and model. */
export interface EditContext {
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

const count = (first: number, last: number): number => last - first + 1;

/** Mutations that have a door of their own. */
const DOORS: Readonly<Record<string, (sheet: Sheet, params: Params, context: EditContext) => void>> = {
  'set-range-values': (sheet, params, context) => writeCells(sheet, params, context),
  'insert-row': (sheet, { range: r }, { actions }) =>
    r && actions.editLines(sheet.id, rowShift(r.startRow, count(r.startRow, r.endRow))),
  'insert-col': (sheet, { range: r }, { actions }) =>
    r && actions.editLines(sheet.id, columnShift(r.startColumn, count(r.startColumn, r.endColumn))),
  'remove-rows': (sheet, { range: r }, { actions }) =>
    r && actions.editLines(sheet.id, rowShift(r.startRow, -count(r.startRow, r.endRow))),
  'remove-col': (sheet, { range: r }, { actions }) =>
    r && actions.editLines(sheet.id, columnShift(r.startColumn, -count(r.startColumn, r.endColumn))),
  'move-range': (_, { from, to }, context) =>
    [from?.subUnitId, to?.subUnitId].forEach((id) => id && readBack(id, context)),
  'move-rows': (_, { subUnitId }, context) => readBack(subUnitId, context),
  'move-columns': (_, { subUnitId }, context) => readBack(subUnitId, context),
  'reorder-range': (_, { subUnitId }, context) => readBack(subUnitId, context),
};

/** Mutations that set a property of the model. */
const PROPERTIES: Readonly<Record<string, (sheet: Sheet, params: Params, book: Book, actions: PersonActions) => void>> =
  {
    'set-worksheet-col-width': (sheet, { ranges, colWidth }) =>
      eachLine(ranges, 'column', (at) =>
        setLine(sheet.columns, at, { width: charactersOfPixels(sizeOf(colWidth, at)) }),
      ),
    'set-worksheet-row-height': (sheet, { ranges, rowHeight }) =>
      eachLine(ranges, 'row', (at) => setLine(sheet.rows, at, { height: pointsOfPixels(sizeOf(rowHeight, at)) })),
    'set-row-hidden': (sheet, { ranges }) => eachLine(ranges, 'row', (at) => setLine(sheet.rows, at, { hidden: true })),
    'set-row-visible': (sheet, { ranges }) =>
      eachLine(ranges, 'row', (at) => setLine(sheet.rows, at, { hidden: false })),
    'set-col-hidden': (sheet, { ranges }) =>
      eachLine(ranges, 'column', (at) => setLine(sheet.columns, at, { hidden: true })),
    'set-col-visible': (sheet, { ranges }) =>
      eachLine(ranges, 'column', (at) => setLine(sheet.columns, at, { hidden: false })),
    'add-worksheet-merge': (sheet, { ranges = [] }) => void sheet.merges.push(...ranges.map(toRange)),
    'remove-worksheet-merge': (sheet, { ranges = [] }) =>
      void (sheet.merges = sheet.merges.filter((merge) => !ranges.some((range) => sameRange(merge, toRange(range))))),
    'set-frozen': (sheet, { ySplit, xSplit }) =>
      void (sheet.freeze =
        Number(ySplit) > 0 || Number(xSplit) > 0 ? { rows: Number(ySplit), columns: Number(xSplit) } : undefined),
    'toggle-gridlines': (sheet, { showGridlines }) => void (sheet.showGridlines = showGridlines === YES),
    'set-tab-color': (sheet, { color }) =>
      void (sheet.tabColor = typeof color === 'string' && color !== '' ? color : undefined),
    'set-worksheet-name': (sheet, { name }, book, actions) => rename(book, sheet, String(name), actions),
    'set-worksheet-hidden': (sheet, { hidden }, book) =>
      setVisibility(book, sheet, hidden === YES ? 'hidden' : 'visible'),
    'set-worksheet-order': (sheet, { toOrder }, book) => moveSheet(book, sheet, Number(toOrder)),
    'remove-sheet': (sheet, _, book) => void removeSheet(book, sheet),
  };

const PREFIX = 'sheet.mutation.';

/** Does to the model what the mutation did to the grid. False when the mutation is none that changes a workbook. */
export function mirrorEdit({ id, params }: IMutationInfo, context: EditContext): boolean {
  if (!id.startsWith(PREFIX)) return false;
  const typed = params as Params;
  const name = id.slice(PREFIX.length);
  if (name === 'insert-sheet') {
    insertSheet(typed, context);
    return true;
  }
  const gridId = typed.subUnitId ?? typed.from?.subUnitId ?? '';
  const sheet = context.sheetOf(gridId);
  if (!sheet) return false;
  DOORS[name]?.(sheet, typed, context);
  const property = PROPERTIES[name];
  if (property) context.actions.change((book) => property(sheet, typed, book, context.actions));
  return DOORS[name] !== undefined || property !== undefined;
}

/** A new sheet, or a copy of one: what the grid put on it is taken over. The look of a copied table stays as plain formats. */
function insertSheet(params: Params, context: EditContext): void {
  const inserted = params.sheet as Partial<IWorksheetData> & { id: string; name: string };
  context.actions.change((book) => {
    const name = sheetNameFault(book, inserted.name) === null ? inserted.name : freeSheetName(book, 'Sheet');
    const sheet = addSheet(book, name);
    moveSheet(book, sheet, Math.min(Number(params.index), book.sheets.length - 1));
    book.active = book.sheets.indexOf(sheet);
    book.selection = { row: 0, column: 0, rows: 1, columns: 1 };
    takeOverShape(sheet, inserted);
    context.bindSheet(inserted.id, sheet);
    for (const { row, column, data } of context.shownCells(inserted.id)) {
      const written = writtenCell(row, column, data, true);
      restyleCell(sheet, written);
      if (written.input !== undefined) context.actions.edit(sheet.id, row, column, written.input);
    }
  });
}

function takeOverShape(
  sheet: Sheet,
  { columnData, rowData, mergeData = [], freeze, showGridlines }: Partial<IWorksheetData>,
): void {
  for (const [column, { w, hd }] of Object.entries(columnData ?? {})) {
    if (w !== undefined) setLine(sheet.columns, Number(column), { width: charactersOfPixels(w) });
    if (hd === YES) setLine(sheet.columns, Number(column), { hidden: true });
  }
  for (const [row, { h, hd }] of Object.entries(rowData ?? {})) {
    if (h !== undefined) setLine(sheet.rows, Number(row), { height: pointsOfPixels(h) });
    if (hd === YES) setLine(sheet.rows, Number(row), { hidden: true });
  }
  sheet.merges = mergeData.map(toRange);
  if (freeze && (freeze.ySplit > 0 || freeze.xSplit > 0))
    sheet.freeze = { rows: freeze.ySplit, columns: freeze.xSplit };
  sheet.showGridlines = showGridlines !== NO;
}

/** Style first: whether an input is a number or a text may depend on the cell's number format. */
function writeCells(sheet: Sheet, params: Params, { actions }: EditContext): void {
  const written = writtenCells(params.cellValue ?? {});
  const styled = written.filter((cell) => cell.style !== undefined);
  if (styled.length > 0) actions.change(() => styled.forEach((cell) => restyleCell(sheet, cell)));
  for (const { row, column, input } of written) if (input !== undefined) actions.edit(sheet.id, row, column, input);
}

function readBack(gridId: string, context: EditContext): void {
  context.actions.change(() => {
    const sheet = context.sheetOf(gridId);
    if (!sheet) return;
    for (const { row, column, input } of differingCells(sheet, context.shownCells(gridId)))
      context.actions.edit(sheet.id, row, column, input ?? '');
  });
}

function rename(book: Book, sheet: Sheet, name: string, actions: PersonActions): void {
  if (sheetNameFault(book, name, sheet) === null) renameSheet(book, sheet, name);
  else
    actions.refuse(
      text(
        `工作表不能叫“${name}”：名称应为 1–31 个字，不含 : \\ / ? * [ ]，也不与别的表同名。`,
        `A sheet cannot be called “${name}”: a name has 1–31 characters, none of : \\ / ? * [ ], and no other sheet has it.`,
      ),
    );
}

function setLine<Line extends object>(lines: Map<number, Line>, index: number, change: Partial<Line>): void {
  lines.set(index, { ...(lines.get(index) as Line), ...change });
}

function eachLine(
  ranges: readonly IRange[] | undefined,
  axis: 'row' | 'column',
  change: (index: number) => void,
): void {
  for (const range of ranges ?? []) {
    const [first, last] = axis === 'row' ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
    for (let index = first; index <= last; index++) change(index);
  }
}

/** The grid gives one size for all lines, or one for each. */
function sizeOf(size: unknown, index: number): number {
  return typeof size === 'number' ? size : Number((size as Record<number, number>)[index] ?? 0);
}

const toRange = (range: IRange): Sheet['merges'][number] => ({
  row: range.startRow,
  column: range.startColumn,
  rows: count(range.startRow, range.endRow),
  columns: count(range.startColumn, range.endColumn),
});

const sameRange = (a: Sheet['merges'][number], b: Sheet['merges'][number]): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
