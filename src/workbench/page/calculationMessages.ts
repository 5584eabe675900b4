// What the page and its calculation worker say to each other.
import type { Book, CellError, Value } from '../model/book';

export interface CalculationRequest {
  readonly id: number;
  readonly book: Book;
  /** Excel serial. */
  readonly now: number;
}

export type CalculationReply =
  | {
      readonly id: number;
      readonly kind: 'results';
      /** By sheet of the book, then by cell key: the formula and its result. */ readonly results: readonly ReadonlyMap<
        string,
        FormulaResult
      >[];
    }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };

export interface FormulaResult {
  readonly formula: string;
  readonly value: Value | CellError;
}
