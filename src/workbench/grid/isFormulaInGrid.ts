// ISFORMULA for the grid's own engine, which works out conditional formats: the formulas of the grid's cells ride along as tags.
import type { ICellData, Nullable } from '@univerjs/core';
import { IsFormulaFunction } from '../calc/isFormulaFunction';
import { formulaTagOf } from './cellData';

/** The same for the grid's own cells. */
export class IsFormulaInGrid extends IsFormulaFunction {
  protected override hasFormula(cell: Nullable<ICellData> | void): boolean {
    return formulaTagOf(cell ?? null) !== undefined;
  }
}
