// Ranges that live on: those of the running batch and those an add-in tracks across batches. All follow insertions and deletions.
import type { Range, Sheet } from '../model/book';
import { shiftArea, type Shift } from '../model/shift';
import type { RangeObject } from './hostObject';

/** A range whose cells are all deleted keeps its object and loses its `area`. */
export class References {
  private readonly kept = new Map<string, RangeObject>();
  /** Ranges of the batches that are under way: one inside the other, when somebody's batch runs between two actions of another's. */
  private readonly batches: RangeObject[][] = [];
  private next = 1;

  beginBatch(): void {
    this.batches.push([]);
  }

  endBatch(): void {
    this.batches.pop();
  }

  make(sheet: Sheet, area: Range): RangeObject {
    const range: RangeObject = { kind: 'Range', sheet, area };
    this.batches.at(-1)?.push(range);
    return range;
  }

  keep(range: RangeObject): void {
    if (range.referenceId !== undefined) return;
    range.referenceId = `{ref-${this.next++}}`;
    this.kept.set(range.referenceId, range);
  }

  release(id: string): void {
    this.kept.delete(id);
  }

  releaseAll(): void {
    this.kept.clear();
  }

  get(id: string): RangeObject | undefined {
    return this.kept.get(id);
  }

  get size(): number {
    return this.kept.size;
  }

  shift(sheet: Sheet, shift: Shift): void {
    for (const range of new Set([...this.batches.flat(), ...this.kept.values()])) {
      if (range.sheet === sheet && range.area) range.area = shiftArea(range.area, shift);
    }
  }

  forgetSheet(sheet: Sheet): void {
    for (const range of [...this.batches.flat(), ...this.kept.values()]) if (range.sheet === sheet) range.area = null;
  }
}
