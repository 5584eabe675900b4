// The cell that a person is typing in. The grid fills an open editor anew when its cell is written: what was typed by then would be lost.
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import { placeOf } from './desiredCells';
import type { Places } from './refreshSheet';
import type { GridEngine } from './univerEngine';

export class OpenEditor {
  private readonly bridge: IEditorBridgeService;

  /** `closed` hears of every editor that closes. */
  constructor(engine: GridEngine, closed: () => void) {
    this.bridge = engine.injector.get(IEditorBridgeService);
    let open = false;
    this.bridge.visible$.subscribe(({ visible }) => {
      if (open && !visible) closed();
      open = visible;
    });
  }

  /** The place (see `placeOf`) of the cell that is typed in on this grid sheet; undefined: none. */
  on(gridId: string): number | undefined {
    const at = this.bridge.isVisible().visible ? this.bridge.getEditLocation() : null;
    return at?.sheetId === gridId ? placeOf(at.row, at.column) : undefined;
  }
}

/** These places and one more. */
export const withPlace = (places: Places | undefined, more: number | undefined): Places | undefined =>
  more === undefined ? places : { has: (place) => place === more || places?.has(place) === true };
