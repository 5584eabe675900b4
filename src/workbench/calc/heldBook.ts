// What a formula engine holds of a book from one calculation to the next: all of it is told once, then only what changed. Knows no particular engine.
import type { Book, Cell, Sheet } from '../model/book';
import { columnOf, rowOf, sheetOf } from './cellGraph';
import { clockSheet, filled, placeOfKey } from './engineSheets';
import type { EngineValue, FormulasApart, HeldCells } from './engineShapes';
import { sheetAlias } from './translateFormula';

/** Sheets go by their numbers, wherever they stand. */
export class HeldBook {
  private held: HeldCells | null = null;

  constructor(
    private readonly book: Book,
    private readonly numberOf: (sheet: Sheet) => number,
    private readonly hold: () => Promise<HeldCells>,
  ) {}

  /** Whatever is held may be another: the book is told as a whole again when it is needed. */
  forget(): void {
    this.held = null;
  }

  /** These cells, by `idOf`, hold something else, or nothing any more. */
  changed(ids: readonly number[], sheetNumbered: (number: number) => Sheet | undefined): void {
    const { held } = this;
    if (!held) return;
    for (const id of ids) {
      const [number, row, column] = [sheetOf(id), rowOf(id), columnOf(id)];
      const sheet = sheetNumbered(number);
      if (sheet) put(held, sheetAlias(number), row, column, sheet.cells.get(`${row},${column}`));
      else held.remove(sheetAlias(number));
    }
  }

  /** Results of these formulas, sheet by sheet; none of them reads another. */
  async calculate(sheets: readonly FormulasApart[], now: number): Promise<EngineValue[][]> {
    this.held ??= await this.told();
    const clock = clockSheet(now);
    for (const { row, column, value } of clock.literals) this.held.set(clock.name, row, column, value, false);
    return this.held.calculate(sheets);
  }

  private async told(): Promise<HeldCells> {
    const held = await this.hold();
    for (const sheet of this.book.sheets) {
      const name = sheetAlias(this.numberOf(sheet));
      for (const [key, cell] of sheet.cells) {
        const { row, column } = placeOfKey(key);
        put(held, name, row, column, cell);
      }
    }
    return held;
  }
}

/** An empty text that a formula gives is no blank cell. */
function put(held: HeldCells, sheet: string, row: number, column: number, cell: Cell | undefined): void {
  const value = cell?.value ?? null;
  if (cell?.formula !== undefined) held.set(sheet, row, column, value ?? '', true);
  else held.set(sheet, row, column, filled(value) ? value : null, false);
}
