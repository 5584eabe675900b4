// The filter buttons in the header cells of tables: draws them in the grid and says which one was pressed. It filters nothing.
import { InterceptorEffectEnum } from '@univerjs/core';
import type { ICellCustomRender, ICellRenderContext } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import type { Sheet, Table } from '../model/book';
import type { GridEngine } from './univerEngine';

/** The filter button that a person pressed. */
export interface PressedFilter {
  readonly sheet: Sheet;
  readonly table: Table;
  /** 0-based column of the table. */
  readonly column: number;
}

/** Pixels of the button, which sits in the lower right corner of its cell, under the words. */
const WIDTH = 18;
const HEIGHT = 16;
/** Before validation, which replaces what it draws. */
const PRIORITY = 200;

/** `filterAt` tells whether a cell of a grid sheet has a button. */
export function connectFilterButtons(
  engine: GridEngine,
  filterAt: (gridId: string, row: number, column: number) => PressedFilter | undefined,
  pressed: (filter: PressedFilter) => void,
): void {
  const button: ICellCustomRender = {
    zIndex: 10,
    drawWith(context, { subUnitId, row, col, primaryWithCoord, style }) {
      const filter = filterAt(subUnitId, row, col);
      if (!filter) return;
      const isFiltered = filter.table.filters?.[filter.column] !== undefined;
      drawMark(context, primaryWithCoord.endX - 11, primaryWithCoord.endY - 8, isFiltered, style?.cl?.rgb ?? '#444444');
    },
    isHit: ({ x, y }, { primaryWithCoord: { endX, endY } }) =>
      x > endX - WIDTH && x < endX && y > endY - HEIGHT && y < endY,
    onPointerDown({ subUnitId, row, col }: ICellRenderContext) {
      const filter = filterAt(subUnitId, row, col);
      if (filter) pressed(filter);
    },
    onPointerEnter: () => void (document.body.style.cursor = 'pointer'),
    onPointerLeave: () => void (document.body.style.cursor = ''),
  };
  engine.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    priority: PRIORITY,
    handler(cell, place, next) {
      if (!filterAt(place.subUnitId, place.row, place.col)) return next(cell);
      const own = !cell || cell === place.rawData ? { ...place.rawData } : cell;
      return next({ ...own, customRender: [...(own.customRender ?? []), button] });
    },
  });
}

/** A small triangle, or a funnel when the column hides rows. */
function drawMark(context: CanvasRenderingContext2D, x: number, y: number, isFiltered: boolean, color: string): void {
  context.save();
  context.beginPath();
  const points: readonly (readonly [number, number])[] = isFiltered
    ? [
        [-5, -5],
        [5, -5],
        [1, 0],
        [1, 5],
        [-1, 4],
        [-1, 0],
      ]
    : [
        [-4, -2],
        [4, -2],
        [0, 3],
      ];
  points.forEach(([dx, dy], index) => (index === 0 ? context.moveTo(x + dx, y + dy) : context.lineTo(x + dx, y + dy)));
  context.closePath();
  context.globalAlpha = isFiltered ? 1 : 0.65;
  context.fillStyle = isFiltered ? '#FFC83D' : color;
  context.fill();
  context.restore();
}
