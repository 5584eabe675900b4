// Borders of an area: which side of which cell a named edge is.
import { bottomOf, isUnbounded, rightOf } from '../../model/area';
import type { Edge, Range, Sheet, Style } from '../../model/book';
import { setStyle, styleAt } from '../../model/cells';
import { refuse } from '../apiError';
import type { EdgeName } from '../hostObject';

export const EDGE_NAMES: readonly EdgeName[] = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'];

type Side = keyof NonNullable<Style['border']>;

interface Line {
  readonly row: number;
  readonly column: number;
  readonly side: Side;
}

/** Every cell side that makes up the edge; inside lines belong to the left and upper cell, and to its neighbour. */
function linesOf(area: Range, edge: EdgeName): Line[] {
  if (isUnbounded(area)) refuse('ApiNotFound', 'borders of whole rows or columns are not supported by this host');
  if (edge === 'DiagonalDown' || edge === 'DiagonalUp') refuse('ApiNotFound', `border ${edge} is not supported by this host`);
  const lines: Line[] = [];
  for (let row = area.row; row <= bottomOf(area); row++) {
    for (let column = area.column; column <= rightOf(area); column++) {
      if (edge === 'EdgeTop' && row === area.row) lines.push({ row, column, side: 'top' });
      if (edge === 'EdgeBottom' && row === bottomOf(area)) lines.push({ row, column, side: 'bottom' });
      if (edge === 'EdgeLeft' && column === area.column) lines.push({ row, column, side: 'left' });
      if (edge === 'EdgeRight' && column === rightOf(area)) lines.push({ row, column, side: 'right' });
      if (edge === 'InsideVertical' && column < rightOf(area)) lines.push({ row, column, side: 'right' }, { row, column: column + 1, side: 'left' });
      if (edge === 'InsideHorizontal' && row < bottomOf(area)) lines.push({ row, column, side: 'bottom' }, { row: row + 1, column, side: 'top' });
    }
  }
  return lines;
}

/** What all lines of the edge share, as `show` sees it; null when they differ. An edge without lines shows as none. */
export function readEdge<T>(sheet: Sheet, area: Range, edge: EdgeName, show: (line: Edge | undefined) => T): T | null {
  if (edge === 'DiagonalDown' || edge === 'DiagonalUp') return show(undefined);
  const lines = linesOf(area, edge);
  const [first] = lines;
  if (!first) return show(undefined);
  const shown = (line: Line): T => show(styleAt(sheet, line.row, line.column).border?.[line.side]);
  const value = shown(first);
  return lines.every((line) => shown(line) === value) ? value : null;
}

export function setEdge(sheet: Sheet, area: Range, edge: EdgeName, edit: (line: Edge | undefined) => Edge | undefined): void {
  const made = new Map<Style, Map<Side, Style>>();
  for (const { row, column, side } of linesOf(area, edge)) {
    const style = styleAt(sheet, row, column);
    const bySide = made.get(style) ?? new Map<Side, Style>();
    made.set(style, bySide);
    let next = bySide.get(side);
    if (!next) {
      const border = { ...style.border };
      const line = edit(border[side]);
      if (line) border[side] = line;
      else delete border[side];
      const { border: _old, ...rest } = style;
      next = Object.keys(border).length > 0 ? { ...rest, border } : rest;
      bySide.set(side, next);
    }
    setStyle(sheet, row, column, next);
  }
}
