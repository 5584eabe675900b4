// What the page and its calculation worker say to each other: a book once, then only what changed in it.
import type { Book, CellError, Value } from '../model/book';

/** A cell by its key in the sheet's map; both absent: it is gone. Of a formula the value is the worker's own business, but where the book comes with its results. */
export type CellText = readonly [key: string, formula: string | undefined, value: Value | CellError | undefined];

/** From the page to its worker: what changed, to be worked out. */
export interface CalculationRequest {
  readonly id: number;
  /** The book without its cells, when anything else of it changed that formulas see; the first time always. */
  readonly shell?: Book;
  /** It is a book that the worker does not know. */
  readonly fresh: boolean;
  /** By sheet of the book: cells that changed since the last request. */
  readonly cells: readonly (readonly CellText[])[];
  /** Excel serial. */
  readonly now: number;
}

/** From the worker to the page. */
export type CalculationReply =
  | {
      readonly id: number;
      readonly kind: 'results';
      /** By sheet of the book: formulas whose result is another than before, with it. */
      readonly results: readonly (readonly CellText[])[];
    }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
