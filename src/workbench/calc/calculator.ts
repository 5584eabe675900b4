// The door to the calculation engine: whoever needs results knows only this.
import type { Book } from '../model/book';

/** Works out the formulas of a book; it keeps what it knows of the book between calls. */
export interface Calculator {
  /**
   * Writes the result of every formula of the book into its cell's `value` (a literal or a CellError).
   * Gives the indices of the sheets in which a result is another than before; nothing when it cannot say.
   * `now` is what NOW() and TODAY() give, as an Excel serial: the caller owns the clock.
   */
  recalculate(book: Book, now: number): Promise<ReadonlySet<number> | void>;
  /** Works out the open book's formulas once more, a level at a time with other calculations in between: its first change then finds all formulas read. */
  warm?(): Promise<void>;
  dispose(): void;
}
