// Where a chart stands on its sheet: its box in points, and how its corners follow the lines under them, as charts in Excel do.
import { MAX_COLUMNS, MAX_ROWS } from './address';
import type { Range, Sheet } from './book';
import type { Chart, ChartCorner } from './charts';
import { lineAt, lineStart, type Axis } from './lineSizes';
import { isWhole, type Shift } from './shift';

/** Points from the sheet's upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const along = (sheet: Sheet, axis: Axis, corner: ChartCorner): number =>
  axis === 'row'
    ? lineStart(sheet, 'row', corner.row) + corner.down
    : lineStart(sheet, 'column', corner.column) + corner.right;

/** Where a chart stands, in points from the sheet’s corner. */
export function boxOf(sheet: Sheet, { from, to }: Pick<Chart, 'from' | 'to'>): Box {
  const left = along(sheet, 'column', from);
  const top = along(sheet, 'row', from);
  return {
    left,
    top,
    width: Math.max(0, along(sheet, 'column', to) - left),
    height: Math.max(0, along(sheet, 'row', to) - top),
  };
}

const rounded = (points: number): number => Math.round(points * 100) / 100;

function cornerAt(sheet: Sheet, left: number, top: number): ChartCorner {
  const column = lineAt(sheet, 'column', left, MAX_COLUMNS - 1);
  const row = lineAt(sheet, 'row', top, MAX_ROWS - 1);
  return { row: row.line, column: column.line, right: rounded(column.into), down: rounded(row.into) };
}

/** Puts the chart where the box is. */
export function placeInBox(sheet: Sheet, chart: Chart, { left, top, width, height }: Box): void {
  chart.from = cornerAt(sheet, left, top);
  chart.to = cornerAt(sheet, left + width, top + height);
}

/** Lays the chart over these cells, edge to edge. */
export function placeOverCells(chart: Pick<Chart, 'from' | 'to'>, { row, column, rows, columns }: Range): void {
  chart.from = { row, column, right: 0, down: 0 };
  chart.to = { row: row + rows, column: column + columns, right: 0, down: 0 };
}

/** Where a line goes with what stands `into` it: nearer edges stay on deletion. `ends`: something ends here, at the edge when `into` is 0. */
function movedLine(line: number, into: number, ends: boolean, { at, count }: Shift): [number, number] {
  const inside = ends && into === 0 ? line - 1 : line;
  if (inside < at) return [line, into];
  if (count >= 0 || inside >= at - count) return [line + count, into];
  return [at, 0];
}

/** The corners follow lines that come or go; a part of the sheet that moves takes no chart along. */
export function shiftCharts(sheet: Sheet, shift: Shift): void {
  if (!isWhole(shift)) return;
  const limit = shift.axis === 'row' ? MAX_ROWS - 1 : MAX_COLUMNS - 1;
  const move = (corner: ChartCorner, ends: boolean): ChartCorner => {
    const [line, into] =
      shift.axis === 'row'
        ? movedLine(corner.row, corner.down, ends, shift)
        : movedLine(corner.column, corner.right, ends, shift);
    return shift.axis === 'row'
      ? { ...corner, row: Math.min(line, limit), down: into }
      : { ...corner, column: Math.min(line, limit), right: into };
  };
  for (const chart of sheet.charts) {
    chart.from = move(chart.from, false);
    chart.to = move(chart.to, true);
  }
}
