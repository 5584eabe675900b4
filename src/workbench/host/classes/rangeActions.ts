// What a range can do: clear, insert, delete, merge, copy, select.
import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import { bottomOf, intersect, isUnbounded, rightOf } from '../../model/area';
import type { Range, Sheet } from '../../model/book';
import { cellsIn, setContent, setStyle } from '../../model/cells';
import { columnShift, rowShift, type Shift } from '../../model/shift';
import { noteWritten, renameTableColumn } from '../../model/tables';
import { headerArea } from '../../model/tableParts';
import { refuse } from '../apiError';
import type { CallArguments } from '../callArguments';
import type { ClassRow } from '../classRow';
import { copyCells } from '../copyCells';
import type { ChangeType, HostContext } from '../hostContext';
import type { RangeObject } from '../hostObject';
import { areaOf, readPlace } from '../places';
import { requireUnlocked } from '../writeCells';
import { removeRules } from './rules';

function clearContents(sheet: Sheet, area: Range, cx: HostContext): void {
  for (const table of sheet.tables) {
    const head = headerArea(table);
    const hit = head && intersect(head, area);
    if (hit)
      for (let i = 0; i < hit.columns; i++)
        renameTableColumn(cx.book, sheet, table, hit.column + i - table.range.column, '', cx.language);
  }
  const isHeader = (row: number, column: number): boolean =>
    sheet.tables.some(
      (table) =>
        table.showHeaders && table.range.row === row && column >= table.range.column && column <= rightOf(table.range),
    );
  for (const { row, column } of cellsIn(sheet, area)) if (!isHeader(row, column)) setContent(sheet, row, column, {});
  noteWritten(sheet, area);
}

function clearFormats(sheet: Sheet, area: Range): void {
  for (const { row, column } of cellsIn(sheet, area)) setStyle(sheet, row, column, undefined);
  const lines =
    area.rows === MAX_ROWS
      ? sheet.columns
      : area.columns === MAX_COLUMNS
        ? sheet.rows
        : new Map<number, { style?: unknown }>();
  const [first, last] = area.rows === MAX_ROWS ? [area.column, rightOf(area)] : [area.row, bottomOf(area)];
  for (const [line, entry] of lines) if (line >= first && line <= last) delete entry.style;
}

const CLEAR = ['All', 'Formats', 'Contents'] as const;

function clear(range: RangeObject, args: CallArguments, cx: HostContext): void {
  const applyTo = args.textOr(0, 'applyTo', 'All');
  if (!CLEAR.some((known) => known === applyTo))
    refuse('ApiNotFound', `Range.clear(${applyTo}) is not supported by this host`);
  const area = areaOf(range);
  requireUnlocked(range.sheet, area);
  if (applyTo !== 'Formats') clearContents(range.sheet, area, cx);
  if (applyTo !== 'Contents') clearFormats(range.sheet, area);
  if (applyTo === 'All') removeRules(range.sheet, area);
  if (applyTo !== 'Contents') removeMerges(range.sheet, area);
  cx.edited(range.sheet, area);
}

function removeMerges(sheet: Sheet, area: Range): void {
  sheet.merges = sheet.merges.filter((merge) => !intersect(merge, area));
}

const whole = (area: Range, axis: Shift['axis']): boolean =>
  axis === 'row' ? area.columns === MAX_COLUMNS : area.rows === MAX_ROWS;

/** Down/Up move rows, Right/Left columns. */
function shiftOf(area: Range, axis: Shift['axis'], sign: 1 | -1): Shift {
  return axis === 'row'
    ? rowShift(area.row, sign * area.rows, area.column, rightOf(area))
    : columnShift(area.column, sign * area.columns, area.row, bottomOf(area));
}

function changeOf(area: Range, axis: Shift['axis'], what: 'Inserted' | 'Deleted'): ChangeType {
  if (!whole(area, axis)) return `Cell${what}`;
  return axis === 'row' ? `Row${what}` : `Column${what}`;
}

function insert(range: RangeObject, args: CallArguments, cx: HostContext): RangeObject {
  const area = areaOf(range);
  const direction = args.text(0, 'shift');
  const axis =
    direction === 'Down'
      ? 'row'
      : direction === 'Right'
        ? 'column'
        : refuse('InvalidArgument', `cells are inserted Down or Right, not ${direction}`);
  cx.shift(range.sheet, shiftOf(area, axis, 1), changeOf(area, axis, 'Inserted'));
  return cx.range(range.sheet, area);
}

function remove(range: RangeObject, args: CallArguments, cx: HostContext): void {
  const area = areaOf(range);
  const direction = args.text(0, 'shift');
  const axis =
    direction === 'Up'
      ? 'row'
      : direction === 'Left'
        ? 'column'
        : refuse('InvalidArgument', `cells are deleted Up or Left, not ${direction}`);
  cx.shift(range.sheet, shiftOf(area, axis, -1), changeOf(area, axis, 'Deleted'));
}

function merge(range: RangeObject, args: CallArguments, cx: HostContext): void {
  const { sheet } = range;
  const area = areaOf(range);
  if (isUnbounded(area)) refuse('InvalidArgument', 'whole rows and columns cannot be merged by this host');
  if (sheet.tables.some((table) => intersect(table.range, area)))
    refuse('InvalidOperation', 'cells of a table cannot be merged');
  removeMerges(sheet, area);
  const areas = args.flag(0)
    ? Array.from({ length: area.rows }, (_, i) => ({ ...area, row: area.row + i, rows: 1 }))
    : [area];
  for (const one of areas) {
    if (one.rows * one.columns === 1) continue;
    for (const { row, column } of cellsIn(sheet, one))
      if (row !== one.row || column !== one.column) setContent(sheet, row, column, {});
    sheet.merges.push(one);
  }
  cx.touch(sheet);
}

function unmerge(range: RangeObject, cx: HostContext): void {
  removeMerges(range.sheet, areaOf(range));
  cx.touch(range.sheet, false);
}

function copyFrom(range: RangeObject, args: CallArguments, cx: HostContext): void {
  const given = args.isObject(0) ? args.object(0, 'Range') : null;
  const source = given
    ? { sheet: given.sheet, area: areaOf(given) }
    : readPlace(cx.book, range.sheet, args.text(0, 'source'));
  copyCells(
    cx,
    source,
    { sheet: range.sheet, area: areaOf(range) },
    {
      what: args.textOr(1, 'copyType', 'All'),
      skipBlanks: args.flag(2),
      transpose: args.flag(3),
    },
  );
}

/** Methods of Range that change the sheet or the selection. */
export const rangeActions: NonNullable<ClassRow<RangeObject>['methods']> = {
  clear,
  insert,
  delete: remove,
  merge,
  unmerge: (range, _args, cx) => unmerge(range, cx),
  copyFrom,
  select: (range, _args, cx) => {
    if (range.sheet.visibility !== 'visible') refuse('InvalidOperation', `sheet ${range.sheet.name} is hidden`);
    cx.select(range.sheet, areaOf(range));
  },
  calculate: (_range, _args, cx) => cx.calculate(),
};
