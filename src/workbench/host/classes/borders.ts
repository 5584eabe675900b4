// Borders of an area: which side of which cell a named edge is.
import { bottomOf, isUnbounded, rightOf } from '../../model/area';
import type { Edge, Range, Sheet, Style } from '../../model/book';
import { restyle, sharedStyle } from '../../model/styles';
import { refuse } from '../apiError';
import type { EdgeName } from '../hostObject';
import type { Manners } from '../manners';

/** As Office.js names them, in the order in which a collection of borders has them. */
export const EDGE_NAMES: readonly EdgeName[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];

type Side = keyof NonNullable<Style['border']>;

/** Cells whose one side is part of the edge. */
interface Line {
  readonly area: Range;
  readonly side: Side;
}

/** Every cell side that makes up the edge; inside lines belong to the left and upper cell, and to its neighbour. */
function linesOf(area: Range, edge: EdgeName): Line[] {
  if (isUnbounded(area)) refuse('ApiNotFound', 'borders of whole rows or columns are not supported by this host');
  const { row, column, rows, columns } = area;
  const inner: Record<EdgeName, readonly Line[] | null> = {
    EdgeTop: [{ area: { ...area, rows: 1 }, side: 'top' }],
    EdgeBottom: [{ area: { ...area, row: bottomOf(area), rows: 1 }, side: 'bottom' }],
    EdgeLeft: [{ area: { ...area, columns: 1 }, side: 'left' }],
    EdgeRight: [{ area: { ...area, column: rightOf(area), columns: 1 }, side: 'right' }],
    InsideVertical: [
      { area: { ...area, columns: columns - 1 }, side: 'right' },
      { area: { ...area, column: column + 1, columns: columns - 1 }, side: 'left' },
    ],
    InsideHorizontal: [
      { area: { ...area, rows: rows - 1 }, side: 'bottom' },
      { area: { ...area, row: row + 1, rows: rows - 1 }, side: 'top' },
    ],
    DiagonalDown: null,
    DiagonalUp: null,
  };
  const lines = inner[edge] ?? refuse('ApiNotFound', `border ${edge} is not supported by this host`);
  return lines.filter((line) => line.area.rows > 0 && line.area.columns > 0);
}

/** What all lines of the edge share, as `show` sees it; null when they differ. An edge without lines shows as none. */
export function readEdge<T>(sheet: Sheet, area: Range, edge: EdgeName, show: (line: Edge | undefined) => T): T | null {
  if (edge === 'DiagonalDown' || edge === 'DiagonalUp') return show(undefined);
  const shown = linesOf(area, edge).map(({ area: cells, side }) =>
    sharedStyle(sheet, cells, (style) => show(style.border?.[side])),
  );
  const [first] = shown;
  if (first === undefined) return show(undefined);
  return shown.every((each) => each === first) ? first : null;
}

/** Changes the lines of one edge of an area; refuses an edge that the area does not have. */
export function setEdge(
  sheet: Sheet,
  area: Range,
  edge: EdgeName,
  edit: (line: Edge | undefined) => Edge | undefined,
  manners: Manners,
): void {
  if (manners.insideBordersOfOneLine === 'refused' && linesOf(area, edge).length === 0)
    refuse('InvalidArgument', `a range of ${area.rows} × ${area.columns} cells has no border ${edge}`);
  for (const { area: cells, side } of linesOf(area, edge)) {
    restyle(sheet, cells, (style) => {
      const border = { ...style.border };
      const line = edit(border[side]);
      if (line) border[side] = line;
      else delete border[side];
      const { border: _old, ...rest } = style;
      return Object.keys(border).length > 0 ? { ...rest, border } : rest;
    });
  }
}
