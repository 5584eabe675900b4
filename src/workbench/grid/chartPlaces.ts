// Where the charts of the sheet that is on top lie on the page at this moment: they follow scrolling, zoom, sizes and frozen panes.
// It draws nothing.
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from '@univerjs/engine-render';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { Sheet } from '../model/book';
import type { Chart, ChartCorner } from '../model/charts';
import type { GridEngine } from './univerEngine';

/** Pixels of the page. */
export interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where on the page a chart is drawn, in pixels. */
export interface ChartPlace {
  readonly chart: Chart;
  readonly box: PageBox;
  /** The part of the page where the chart may show: the cells that scroll with it. */
  readonly window: PageBox;
  /** 1 at 100 %. */
  readonly zoom: number;
}

const PIXELS_PER_POINT = 4 / 3;

/** Empty while the grid is not on the page. */
export function chartPlaces({ injector }: GridEngine, unit: string, sheet: Sheet): ChartPlace[] {
  const render = injector.get(IRenderManagerService).getRenderById(unit);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const canvas = render?.engine.getCanvasElement();
  if (!render || !skeleton || !canvas) return [];
  const page = canvas.getBoundingClientRect();
  const { scene } = render;
  const { scaleX: zoom } = scene.getAncestorScale();
  const { rows = 0, columns = 0 } = sheet.freeze ?? {};
  const startOf = (row: number, column: number): { x: number; y: number } => {
    const { startX, startY } = skeleton.getCellWithCoordByIndex(row, column);
    return { x: startX, y: startY };
  };
  const pixelOf = ({ row, column, right, down }: ChartCorner): { x: number; y: number } => {
    const { x, y } = startOf(row, column);
    return { x: x + right * PIXELS_PER_POINT, y: y + down * PIXELS_PER_POINT };
  };
  const frozen = startOf(rows, columns);
  const [headerWidth, headerHeight] = [skeleton.rowHeaderWidthAndMarginLeft, skeleton.columnHeaderHeightAndMarginTop];
  return sheet.charts.map((chart) => {
    const scrolls = { x: chart.from.column >= columns, y: chart.from.row >= rows };
    const viewport = scene.getViewport(viewportOf(scrolls));
    const [scrollX, scrollY] = [
      scrolls.x ? (viewport?.viewportScrollX ?? 0) : 0,
      scrolls.y ? (viewport?.viewportScrollY ?? 0) : 0,
    ];
    const [from, to] = [pixelOf(chart.from), pixelOf(chart.to)];
    const left = page.left + (scrolls.x ? frozen.x : headerWidth) * zoom;
    const top = page.top + (scrolls.y ? frozen.y : headerHeight) * zoom;
    return {
      chart,
      zoom,
      box: {
        left: page.left + (from.x - scrollX) * zoom,
        top: page.top + (from.y - scrollY) * zoom,
        width: (to.x - from.x) * zoom,
        height: (to.y - from.y) * zoom,
      },
      window: { left, top, width: Math.max(0, page.right - left), height: Math.max(0, page.bottom - top) },
    };
  });
}

function viewportOf({ x, y }: { x: boolean; y: boolean }): SHEET_VIEWPORT_KEY {
  if (x) return y ? SHEET_VIEWPORT_KEY.VIEW_MAIN : SHEET_VIEWPORT_KEY.VIEW_MAIN_TOP;
  return y ? SHEET_VIEWPORT_KEY.VIEW_MAIN_LEFT : SHEET_VIEWPORT_KEY.VIEW_MAIN_LEFT_TOP;
}
