// Taking an area out of validations and conditional formats: rules shrink, split or go.
import { subtract } from '../../model/area';
import type { ConditionalFormat, Range, Sheet, Validation } from '../../model/book';
import { offsetFormula } from '../../model/formulaText';

/** Cuts the area out of the rule; its formulas are restated when its first corner moves. False when nothing is left. */
function cut<T extends { ranges: Range[] }>(
  rule: T,
  area: Range,
  restate: (rule: T, rows: number, columns: number) => void,
): boolean {
  const before = rule.ranges[0];
  rule.ranges = rule.ranges.flatMap((range) => subtract(range, area));
  const after = rule.ranges[0];
  if (before && after && (after.row !== before.row || after.column !== before.column))
    restate(rule, after.row - before.row, after.column - before.column);
  return rule.ranges.length > 0;
}

/** Takes validations off an area; the rest of a rule that reaches further stays. */
export function removeValidations(sheet: Sheet, area: Range): void {
  sheet.validations = sheet.validations.filter((rule) =>
    cut<Validation>(rule, area, (one, rows, columns) => {
      if (one.inline) return;
      if (one.formula1 !== undefined) one.formula1 = offsetFormula(one.formula1, rows, columns);
      if (one.formula2 !== undefined) one.formula2 = offsetFormula(one.formula2, rows, columns);
    }),
  );
}

/** Takes conditional formats off an area; the rest of a rule that reaches further stays. */
export function removeConditionals(sheet: Sheet, area: Range): void {
  sheet.conditionals = sheet.conditionals.filter((rule) =>
    cut<ConditionalFormat>(rule, area, (one, rows, columns) => {
      one.formula = offsetFormula(one.formula, rows, columns);
    }),
  );
}

/** Both kinds of rules. */
export function removeRules(sheet: Sheet, area: Range): void {
  removeValidations(sheet, area);
  removeConditionals(sheet, area);
}
