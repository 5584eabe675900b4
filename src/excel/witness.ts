// What stood where a plan wrote, before and after, as the same request saw it: so that a job knows afterwards whether every row was the
// one it meant. Decides nothing about what follows from it.
import type { CellWrite } from '../workbook/contract/plan';
import type { SeenRow } from '../workbook/contract/settle';
import type { CellValue } from '../workbook/contract/snapshot';

/** A cell or row that is not what the plan meant it to be. */
export interface Fault {
  readonly table: string;
  /** What names the row, or its 1-based place in the body. */
  readonly row: string;
  /** Header; '' when the whole row is meant. */
  readonly column: string;
  readonly expected: string;
  readonly found: string;
}

/** One part of a plan that is looked at again once it is written. */
export interface Check {
  /** Bytes of the answer. */
  readonly bytes: number;
  /** Queues what is to be read back. */
  ask(): void;
  /** What is not as it should be, now that the answer is there. */
  faults(): Fault[];
  /** Rows as they were before. */
  seen(): SeenRow[];
}

/** The formula where there is one, else the value; a text that looks like a formula is a text. */
export interface Content {
  readonly value: CellValue;
  readonly formula: CellValue;
}

/** Whether a cell held a formula when it was read: its value then follows other cells and witnesses nothing. */
export function isFormula({ value, formula }: Content): boolean {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value;
}

/** As a plan would write it. */
export function contentOf(content: Content): CellWrite {
  return isFormula(content) ? { formula: String(content.formula) } : content.value;
}

/** Equality of a written and a read cell; numbers to twelve digits, as a file keeps them. */
export function sameValue(expected: CellValue, found: CellValue | undefined): boolean {
  if (typeof expected === 'number')
    return typeof found === 'number' && Math.abs(found - expected) <= Math.abs(expected) * 1e-12;
  return expected === found;
}
