// What goes to a formula engine and comes from it, as plain data. Knows no particular engine.

/** A value as the engine takes and gives it. */
export type EngineValue = string | number | boolean | { readonly error: string };

/** Of one cell, 0-based. */
export interface EngineFormula {
  readonly row: number;
  readonly column: number;
  /** With the leading "="; empty when it is another cell's formula moved down. */
  readonly formula: string;
  /** Cells with one id have one formula; `down` says how many rows below the cell that has its text. References move unless marked with "$". */
  readonly shared?: { readonly id: string; readonly down: number };
}

/** A sheet’s cells as the engine is given them. */
export interface EngineSheet {
  /** Plain ASCII name that the formulas use. */
  readonly name: string;
  /** Size: open-ended references (A:A) end here. */
  readonly rows: number;
  readonly columns: number;
  readonly literals: readonly {
    readonly row: number;
    readonly column: number;
    readonly value: EngineValue;
    /** It is what a formula gave: an empty text is no blank cell, and ISFORMULA says yes. */
    readonly result?: true;
  }[];
  readonly formulas: readonly EngineFormula[];
}

/** Formulas of a sheet none of which reads the cell of another one; each has its whole text, taken from so many rows above it. */
export interface FormulasApart {
  readonly name: string;
  /** The least size of the sheet. */
  readonly rows: number;
  readonly columns: number;
  readonly formulas: readonly {
    readonly row: number;
    readonly column: number;
    readonly formula: string;
    readonly down: number;
  }[];
}

/** The cells of a workbook that an engine holds from one calculation to the next. */
export interface HeldCells {
  /** What the cell holds from now on; null: nothing. `result`: a formula gave it. */
  set(sheet: string, row: number, column: number, value: EngineValue | null, result: boolean): void;
  /** The sheet is gone. */
  remove(sheet: string): void;
  /** Results of these formulas from the cells that are held, sheet by sheet; what is held stays as it is. */
  calculate(sheets: readonly FormulasApart[]): Promise<EngineValue[][]>;
}
