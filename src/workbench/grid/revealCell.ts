// Keeps the chosen cell in sight beside frozen rows and columns: the grid's own way counts frozen lines as if all were of one size, and leaves it under them.
import { ICommandService, LifecycleService, LifecycleStages } from '@univerjs/core';
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from '@univerjs/engine-render';
import { ScrollToCellOperation, SetSelectionsOperation } from '@univerjs/sheets';
import { SetScrollOperation, SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import { scrollThatShows } from './scrollThatShows';
import type { GridEngine } from './univerEngine';

/** After whatever chooses cells and wants them seen, also the arrow keys; and after the grid itself has scrolled. */
export function connectRevealedCell(engine: GridEngine): void {
  const renders = engine.injector.get(IRenderManagerService);
  const commands = engine.injector.get(ICommandService);
  commands.onCommandExecuted(({ id, params }) => {
    if (id === SetSelectionsOperation.id) {
      const { unitId, selections, reveal } = params as Chosen;
      const primary = selections.at(-1)?.primary;
      if (reveal && primary) queueMicrotask(() => bring(unitId, primary.startRow, primary.startColumn));
    }
    if (id === ScrollToCellOperation.id) {
      const { unitId, range } = params as ScrolledTo;
      queueMicrotask(() => bring(unitId, range.startRow, range.startColumn));
    }
  });

  function bring(unitId: string, row: number, column: number): void {
    // A grid that is just being made has not all of its parts yet, and begins at its first cell.
    if (engine.injector.get(LifecycleService).stage < LifecycleStages.Rendered) return;
    const render = renders.getRenderById(unitId);
    const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
    const viewport = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    if (!skeleton || !viewport) return;
    const cell = skeleton.getCellWithCoordByIndex(row, column, false);
    const { xSplit = 0, ySplit = 0 } = skeleton.getWorksheetConfig().freeze;
    const frozen = skeleton.getCellWithCoordByIndex(Math.max(0, ySplit), Math.max(0, xSplit), false);
    const { viewportScrollX, viewportScrollY } = viewport;
    const offsetX = scrollThatShows({
      start: cell.startX,
      end: cell.endX,
      frozen: frozen.startX,
      scroll: viewportScrollX,
      size: viewport.width ?? 0,
    });
    const offsetY = scrollThatShows({
      start: cell.startY,
      end: cell.endY,
      frozen: frozen.startY,
      scroll: viewportScrollY,
      size: viewport.height ?? 0,
    });
    if (offsetX === viewportScrollX && offsetY === viewportScrollY) return;
    commands.syncExecuteCommand(SetScrollOperation.id, {
      unitId,
      sheetId: skeleton.worksheet.getSheetId(),
      sheetViewStartRow: 0,
      sheetViewStartColumn: 0,
      offsetX,
      offsetY,
    });
  }
}

interface Chosen {
  readonly unitId: string;
  readonly selections: readonly { primary?: { startRow: number; startColumn: number } | null }[];
  readonly reveal?: boolean;
}

interface ScrolledTo {
  readonly unitId: string;
  readonly range: { readonly startRow: number; readonly startColumn: number };
}
