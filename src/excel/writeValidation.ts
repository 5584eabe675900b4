// Data validation of one range, with its input message and its error message.
import type { Validation } from '../workbook/plan';

function ruleOf(rule: Validation['rule']): Excel.DataValidationRule {
  if (rule.kind === 'list') return { list: { inCellDropDown: true, source: rule.source } };
  if (rule.kind === 'custom') return { custom: { formula: rule.formula } };
  const between = { formula1: rule.min, formula2: rule.max, operator: 'Between' as const };
  if (rule.kind === 'date') return { date: { ...between, formula1: String(rule.min), formula2: String(rule.max) } };
  if (rule.kind === 'whole') return { wholeNumber: between };
  if (rule.kind === 'decimal') return { decimal: between };
  return { textLength: between };
}

export function writeValidation(range: Excel.Range, validation: Validation): void {
  const { dataValidation } = range;
  dataValidation.rule = ruleOf(validation.rule);
  dataValidation.ignoreBlanks = true;
  if (validation.prompt) dataValidation.prompt = { ...validation.prompt, showPrompt: true };
  if (validation.error) dataValidation.errorAlert = { ...validation.error, showAlert: true };
}
