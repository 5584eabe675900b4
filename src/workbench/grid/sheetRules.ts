// A sheet's validation and conditional formats in the grid's words. References in rule formulas are made plain by the caller.
import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
} from '@univerjs/core';
import type { ISheetDataValidationRule, IStyleBase } from '@univerjs/core';
import { CFRuleType, CFSubRuleType } from '@univerjs/sheets-conditional-formatting';
import type { IConditionFormattingRule } from '@univerjs/sheets-conditional-formatting';
import type { Range, Sheet, Validation } from '../model/book';
import { toGridRange } from './sheetShape';
import { toGridStyle } from './styleData';

/** Turns a formula without "=" of this sheet into one that needs no names and no structured references. */
export type PlainFormula = (formula: string, sheet: Sheet) => string;

/** A sheet’s rules in the grid’s words. */
export interface SheetRules {
  readonly validations: readonly ISheetDataValidationRule[];
  /** In the order of priority: the first one that holds decides a property. */
  readonly conditionals: readonly IConditionFormattingRule[];
}

const TYPES: Readonly<Record<Validation['type'], DataValidationType>> = {
  list: DataValidationType.LIST,
  whole: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  date: DataValidationType.DATE,
  time: DataValidationType.TIME,
  textLength: DataValidationType.TEXT_LENGTH,
  custom: DataValidationType.CUSTOM,
};
const OPERATORS: Readonly<Record<NonNullable<Validation['operator']>, DataValidationOperator>> = {
  between: DataValidationOperator.BETWEEN,
  notBetween: DataValidationOperator.NOT_BETWEEN,
  equal: DataValidationOperator.EQUAL,
  notEqual: DataValidationOperator.NOT_EQUAL,
  greaterThan: DataValidationOperator.GREATER_THAN,
  lessThan: DataValidationOperator.LESS_THAN,
  greaterThanOrEqual: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  lessThanOrEqual: DataValidationOperator.LESS_THAN_OR_EQUAL,
};
const ERRORS = {
  stop: DataValidationErrorStyle.STOP,
  warning: DataValidationErrorStyle.WARNING,
  information: DataValidationErrorStyle.INFO,
} as const;

/** The grid offers what stands in cells: of a column that is said by INDEX the column itself. */
const listOf = ({ type }: Validation, source: string | undefined): string | undefined =>
  type === 'list' ? source?.replace(/^=INDEX\(([^()]+),\s*0\)$/i, '=$1') : source;

/** Formats reach to the end of such a block of rows, so that they do not change with every row that is added. */
const BLOCK = 20;

/**
 * `lastRow` is the last row in use (0-based). Rules often cover rows to come; the grid would draw a dropdown in each of them and work
 * a formula out for each of them, so it is given them as far as the row below the last one, formats a little further.
 */
export function sheetRules(sheet: Sheet, lastRow: number, plain: PlainFormula): SheetRules {
  const inUse = (range: Range): Range =>
    range.row > lastRow + 1 ? { ...range, rows: 1 } : { ...range, rows: Math.min(range.rows, lastRow + 2 - range.row) };
  const operand = (formula: string | undefined): string | undefined => {
    if (formula === undefined) return undefined;
    const bare = formula.replace(/^=/, '');
    return /^-?\d+(\.\d+)?$/.test(bare) ? bare : `=${plain(bare, sheet)}`;
  };
  const validations = sheet.validations.map((rule, index): ISheetDataValidationRule => ({
    uid: `validation-${index}`,
    type: TYPES[rule.type],
    ranges: rule.ranges.map(inUse).map(toGridRange),
    allowBlank: rule.ignoreBlank,
    formula1: rule.type === 'list' && rule.inline ? rule.formula1 : listOf(rule, operand(rule.formula1)),
    formula2: operand(rule.formula2),
    operator: rule.type === 'list' || rule.type === 'custom' ? undefined : OPERATORS[rule.operator ?? 'between'],
    showDropDown: rule.type === 'list',
    renderMode: rule.type === 'list' ? DataValidationRenderMode.ARROW : DataValidationRenderMode.TEXT,
    showErrorMessage: true,
    errorStyle: ERRORS[rule.error?.style ?? 'stop'],
    errorTitle: rule.error?.title,
    error: rule.error?.message,
    showInputMessage: rule.prompt !== undefined,
    promptTitle: rule.prompt?.title,
    prompt: rule.prompt?.message,
  }));
  const lastInBlock = lastRow + BLOCK - (lastRow % BLOCK);
  const painted = (range: Range): Range => ({
    ...range,
    rows: Math.max(1, Math.min(range.rows, lastInBlock - range.row)),
  });
  const byPriority = [...sheet.conditionals].sort((a, b) => a.priority - b.priority);
  const conditionals = byPriority.map((rule): IConditionFormattingRule => {
    const { vt: _, ...style } = toGridStyle(rule.style);
    return {
      cfId: rule.id,
      ranges: rule.ranges.map(painted).map(toGridRange),
      stopIfTrue: rule.stopIfTrue,
      rule: {
        type: CFRuleType.highlightCell,
        subType: CFSubRuleType.formula,
        value: `=${plain(rule.formula.replace(/^=/, ''), sheet)}`,
        style: style as IStyleBase,
      },
    };
  });
  return { validations, conditionals };
}
