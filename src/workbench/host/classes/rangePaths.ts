// The ranges that a range leads to: cells, lines, neighbours, intersections.
import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import { bottomOf, bounding, intersect, rightOf } from '../../model/area';
import type { Range } from '../../model/book';
import { usedArea } from '../../model/cells';
import { refuse } from '../apiError';
import type { CallArguments } from '../callArguments';
import type { ClassRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { RangeObject } from '../hostObject';
import { areaOf, onSheet, readPlace } from '../places';
import { specialCells } from './specialCells';

type Call = (range: RangeObject, args: CallArguments, cx: HostContext) => unknown;

/** The area of an argument that is a range or an address on the same sheet. */
function other(range: RangeObject, args: CallArguments, cx: HostContext): Range {
  if (!args.isObject(0)) return readPlace(cx.book, range.sheet, args.text(0, 'address')).area;
  const object = args.object(0, 'Range');
  if (object.sheet !== range.sheet) refuse('InvalidArgument', 'both ranges should be on the same sheet');
  return areaOf(object);
}

const to =
  (find: (area: Range, args: CallArguments) => Range): Call =>
  (range, args, cx) =>
    cx.range(range.sheet, onSheet(find(areaOf(range), args)));

/** So many lines after the area, or before it when negative. */
function after(area: Range, count: number, axis: 'row' | 'column'): Range {
  if (count === 0) refuse('InvalidArgument', 'the number of lines cannot be 0');
  if (axis === 'row')
    return count > 0
      ? { ...area, row: bottomOf(area) + 1, rows: count }
      : { ...area, row: area.row + count, rows: -count };
  return count > 0
    ? { ...area, column: rightOf(area) + 1, columns: count }
    : { ...area, column: area.column + count, columns: -count };
}

const intersection: Call = (range, args, cx) => {
  const shared = intersect(areaOf(range), other(range, args, cx));
  return shared && cx.range(range.sheet, shared);
};

const used: Call = (range, args, cx) => {
  const area = usedArea(range.sheet, args.flag(0), areaOf(range));
  return area && cx.range(range.sheet, area);
};

/** Methods of Range that give another range. */
export const rangePaths: NonNullable<ClassRow<RangeObject>['methods']> = {
  getCell: to((area, args) => ({
    row: area.row + args.integer(0, 'row'),
    column: area.column + args.integer(1, 'column'),
    rows: 1,
    columns: 1,
  })),
  getRow: to((area, args) => ({ ...area, row: area.row + args.integer(0, 'row'), rows: 1 })),
  getColumn: to((area, args) => ({ ...area, column: area.column + args.integer(0, 'column'), columns: 1 })),
  getResizedRange: to((area, args) => ({
    ...area,
    rows: area.rows + args.integer(0, 'deltaRows'),
    columns: area.columns + args.integer(1, 'deltaColumns'),
  })),
  getAbsoluteResizedRange: to((area, args) => ({
    ...area,
    rows: args.integer(0, 'numRows'),
    columns: args.integer(1, 'numColumns'),
  })),
  getOffsetRange: to((area, args) => ({
    ...area,
    row: area.row + args.integer(0, 'rowOffset'),
    column: area.column + args.integer(1, 'columnOffset'),
  })),
  getEntireRow: to((area) => ({ ...area, column: 0, columns: MAX_COLUMNS })),
  getEntireColumn: to((area) => ({ ...area, row: 0, rows: MAX_ROWS })),
  getLastRow: to((area) => ({ ...area, row: bottomOf(area), rows: 1 })),
  getLastColumn: to((area) => ({ ...area, column: rightOf(area), columns: 1 })),
  getLastCell: to((area) => ({ row: bottomOf(area), column: rightOf(area), rows: 1, columns: 1 })),
  getRowsBelow: to((area, args) => after(area, args.integerOr(0, 'count', 1), 'row')),
  getRowsAbove: to((area, args) => after(area, -args.integerOr(0, 'count', 1), 'row')),
  getColumnsAfter: to((area, args) => after(area, args.integerOr(0, 'count', 1), 'column')),
  getColumnsBefore: to((area, args) => after(area, -args.integerOr(0, 'count', 1), 'column')),
  getBoundingRect: (range, args, cx) => cx.range(range.sheet, bounding(areaOf(range), other(range, args, cx))),
  getIntersectionOrNullObject: intersection,
  getIntersection: (range, args, cx) =>
    intersection(range, args, cx) ?? refuse('ItemNotFound', 'the ranges do not touch'),
  getUsedRangeOrNullObject: used,
  getUsedRange: (range, args, cx) =>
    used(range, args, cx) ?? cx.range(range.sheet, { ...areaOf(range), rows: 1, columns: 1 }),
  getSpecialCellsOrNullObject: specialCells,
  getTables: (range, args) => ({
    kind: 'TableCollection',
    sheet: range.sheet,
    within: areaOf(range),
    whole: args.flag(0),
  }),
};
