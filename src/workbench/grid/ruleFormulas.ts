// Spares the grid's engine work with conditional formats: it would work a rule's formula out for every cell of its range, in the page's
// own thread and after each change, also where all cells of a row get the same. Knows the engine's service, no sheet.
import type { IRange } from '@univerjs/core';
import { ConditionalFormattingFormulaService } from '@univerjs/sheets-conditional-formatting';
import { sameAlongRow } from './alongRow';

/** The first column of the ranges, as many rows as all of them: the engine counts from the uppermost corner. */
function firstColumn(ranges: readonly IRange[]): IRange[] {
  const [first] = [...ranges].sort((a, b) => a.startRow - b.startRow || a.startColumn - b.startColumn);
  if (!first) return [];
  const endRow = ranges.reduce((last, range) => Math.max(last, range.endRow), first.endRow);
  return [{ startRow: first.startRow, endRow, startColumn: first.startColumn, endColumn: first.startColumn }];
}

let done = false;

/** The service comes with the first workbook and registers its rules at once: so its class is changed, before that. */
export function narrowRuleFormulas(): void {
  if (done) return;
  done = true;
  const { prototype } = ConditionalFormattingFormulaService;
  const { registerFormulaWithRange: register, getFormulaResultWithCoords: resultAt } = prototype;
  prototype.registerFormulaWithRange = function (unitId, subUnitId, cfId, formula, ranges) {
    const narrow = ranges && sameAlongRow(formula) ? firstColumn(ranges) : ranges;
    register.call(this, unitId, subUnitId, cfId, formula, narrow);
  };
  prototype.getFormulaResultWithCoords = function (unitId, subUnitId, cfId, formula, row, column) {
    return resultAt.call(this, unitId, subUnitId, cfId, formula, row, sameAlongRow(formula) ? 0 : column);
  };
}
