// Data validation of one range, with its input message and its error message.
import type { Validation } from '../workbook/contract/plan';

/** A bound of a date rule: Excel takes a formula or a day as yyyy-mm-dd, not a serial number. Serials from March 1900 on. */
function dateOf(bound: number | string): string {
  return typeof bound === 'string'
    ? bound
    : new Date(Date.UTC(1899, 11, 30) + bound * 86_400_000).toISOString().slice(0, 10);
}

function ruleOf(rule: Validation['rule']): Excel.DataValidationRule {
  if (rule.kind === 'list') return { list: { inCellDropDown: true, source: rule.source } };
  if (rule.kind === 'custom') return { custom: { formula: rule.formula } };
  const between = { formula1: rule.min, formula2: rule.max, operator: 'Between' as const };
  if (rule.kind === 'date') return { date: { ...between, formula1: dateOf(rule.min), formula2: dateOf(rule.max) } };
  if (rule.kind === 'whole') return { wholeNumber: between };
  if (rule.kind === 'decimal') return { decimal: between };
  return { textLength: between };
}

/**
 * A list taken from cells, of which some are blank: with blanks ignored Excel accepts anything at all there (VBA, Validation.IgnoreBlank).
 * Clearing a cell is allowed all the same.
 */
function isListOfCells(rule: Validation['rule']): boolean {
  return rule.kind === 'list' && rule.source.startsWith('=');
}

/** Queues a validation; what was there is cleared first. */
export function writeValidation(range: Excel.Range, validation: Validation): void {
  const { dataValidation } = range;
  // Cells with several rules take no further one (office-js #2594).
  dataValidation.clear();
  dataValidation.rule = ruleOf(validation.rule);
  dataValidation.ignoreBlanks = !isListOfCells(validation.rule);
  if (validation.prompt) dataValidation.prompt = { ...validation.prompt, showPrompt: true };
  if (validation.error) dataValidation.errorAlert = { ...validation.error, showAlert: true };
}
