// Conditional formats by formula. Excel puts each new rule before the others, so they go in backwards: the first one named decides.
import type { ConditionalFormat } from '../workbook/contract/plan';

/** Queues rules on a sheet, the first one with the highest priority: Excel puts each new one on top. */
export function writeConditionals(sheet: Excel.Worksheet, rules: readonly ConditionalFormat[]): void {
  for (const rule of [...rules].reverse()) {
    const range = sheet.getRangeByIndexes(rule.area.row, rule.area.column, rule.area.rows, rule.area.columns);
    const { custom } = range.conditionalFormats.add('Custom');
    custom.rule.formula = rule.formula;
    if (rule.fill !== undefined) custom.format.fill.color = rule.fill;
    if (rule.color !== undefined) custom.format.font.color = rule.color;
    if (rule.bold !== undefined) custom.format.font.bold = rule.bold;
    if (rule.strike !== undefined) custom.format.font.strikethrough = rule.strike;
  }
}
