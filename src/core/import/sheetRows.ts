// The shape of what was read out of a file or a paste: plain cells. Knows no file format and no table of the workbook.

/** null = empty. Dates are serial numbers. */
export type ImportedCell = string | number | boolean | null;

export interface SheetRows {
  readonly name: string;
  /** From A1 on; rows may have different lengths. Inside a merged area every cell carries the area's value. */
  readonly rows: readonly (readonly ImportedCell[])[];
  /** 1-based rows that are not to be taken, whatever they hold. */
  readonly leaveOut?: ReadonlySet<number>;
}
