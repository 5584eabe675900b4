// ISFORMULA for an engine: looks at what was given to it, not at results. Whoever gives the cells knows which of them have a formula.
import type { ICellData, Nullable } from '@univerjs/core';
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
} from '@univerjs/engine-formula';
import type { BaseReferenceObject, BaseValueObject, FunctionVariantType } from '@univerjs/engine-formula';

/** ISFORMULA(cell or area); #VALUE! for anything that is no reference. */
export class IsFormulaFunction extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  protected hasFormula(cell: Nullable<ICellData> | void): boolean {
    return cell?.f !== undefined || cell?.si !== undefined;
  }

  override calculate(variant: FunctionVariantType): BaseValueObject {
    if (!variant.isReferenceObject()) return ErrorValueObject.create(ErrorType.VALUE);
    const reference = variant as BaseReferenceObject;
    const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
    const cells = reference.getUnitData()[reference.getUnitId()]?.[reference.getSheetId()]?.cellData;
    const at = (row: number, column: number): BaseValueObject => {
      return BooleanValueObject.create(this.hasFormula(cells?.getValue(row, column)));
    };
    if (startRow === endRow && startColumn === endColumn) return at(startRow, startColumn);
    const [rowCount, columnCount] = [endRow - startRow + 1, endColumn - startColumn + 1];
    return ArrayValueObject.create({
      calculateValueList: Array.from({ length: rowCount }, (_, row) =>
        Array.from({ length: columnCount }, (_unused, column) => at(startRow + row, startColumn + column)),
      ),
      rowCount,
      columnCount,
      unitId: reference.getUnitId(),
      sheetId: reference.getSheetId(),
      row: startRow,
      column: startColumn,
    });
  }
}

/** One for each engine, to be registered under ISFORMULA. */
export function isFormulaFunction(): BaseFunction {
  return new IsFormulaFunction('ISFORMULA');
}
