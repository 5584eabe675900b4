// What a person has done in the grid and the host has not taken over yet: until then the grid is ahead of the model there.
// It does nothing; whoever brings the grid up to the model leaves these cells alone.
import { placeOf } from '../grid/desiredCells';
import type { Places } from '../grid/refreshSheet';

/** Counted by cell: two edits of one cell wait for two answers. */
export class PendingEdits {
  /** How many edits wait, by sheet and place. */
  private readonly cells = new Map<string, Map<number, number>>();
  private others = 0;

  /** An edit of one cell, 0-based; gives it back. */
  ofCell(sheetId: string, row: number, column: number, act: Promise<void>): Promise<void> {
    const place = placeOf(row, column);
    const waiting = this.cells.get(sheetId) ?? new Map<number, number>();
    this.cells.set(sheetId, waiting);
    waiting.set(place, (waiting.get(place) ?? 0) + 1);
    return act.finally(() => {
      const left = (waiting.get(place) ?? 1) - 1;
      if (left > 0) waiting.set(place, left);
      else waiting.delete(place);
    });
  }

  /** Any other change, which may move cells; gives it back. */
  ofBook(act: Promise<void>): Promise<void> {
    this.others++;
    return act.finally(() => this.others--);
  }

  /** True while cells may stand elsewhere in the grid than in the model: nothing can be compared. */
  get moves(): boolean {
    return this.others > 0;
  }

  /** Places (see `placeOf`) whose contents in the grid are newer than the model's. */
  in(sheetId: string): Places | undefined {
    return this.cells.get(sheetId);
  }
}
