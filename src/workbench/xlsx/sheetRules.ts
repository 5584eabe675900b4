// Validation, conditional formats and protection of a sheet as XML, both ways. Cells and tables are elsewhere.
import { a1, parseA1 } from '../calc/a1';
import type { ConditionalFormat, Range, Sheet, Validation } from '../model/book';
import { differentialStyle, fromDifferentialStyle } from './differentialStyle';
import { shownFormula, storedFormula } from './formulaForms';
import type { Palette } from './themeColors';
import { attribute, child, children, content, element, escapeXml, flag, type XmlNode } from './xml';

const LONGEST_INLINE_LIST = 255;

/** The element <dataValidations>; '' where the sheet has none, since the schema wants at least one in it. */
export function validationsXml(sheet: Sheet): string {
  if (sheet.validations.length === 0) return '';
  return element(
    'dataValidations',
    { count: sheet.validations.length },
    sheet.validations.map((one) => validationXml(one, sheet.name)).join(''),
  );
}

function validationXml(validation: Validation, sheetName: string): string {
  const { prompt, error, formula1, formula2 } = validation;
  if (validation.inline && (formula1 ?? '').length > LONGEST_INLINE_LIST) {
    throw new Error(
      `${sheetName}!${sqref(validation.ranges)}: a list of ${formula1?.length} characters in a validation; Excel takes ${LONGEST_INLINE_LIST}, use a range instead`,
    );
  }
  const first = validation.inline ? `"${(formula1 ?? '').replaceAll('"', '""')}"` : formula1 && storedFormula(formula1);
  return element(
    'dataValidation',
    {
      type: validation.type,
      errorStyle: error && error.style !== 'stop' ? error.style : undefined,
      operator: validation.operator && validation.operator !== 'between' ? validation.operator : undefined,
      allowBlank: validation.ignoreBlank ? 1 : undefined,
      showInputMessage: 1,
      showErrorMessage: 1,
      errorTitle: error?.title || undefined,
      error: error?.message || undefined,
      promptTitle: prompt?.title || undefined,
      prompt: prompt?.message || undefined,
      sqref: sqref(validation.ranges),
    },
    `${first ? `<formula1>${escapeXml(first)}</formula1>` : ''}${formula2 ? `<formula2>${escapeXml(storedFormula(formula2))}</formula2>` : ''}`,
  );
}

/** Rules of a worksheet element and of its extension list, where newer versions keep rules that refer to other sheets. */
export function readValidations(worksheet: XmlNode): Validation[] {
  const extended = children(worksheet, 'extLst', 'ext', 'dataValidations', 'dataValidation');
  return [...children(worksheet, 'dataValidations', 'dataValidation'), ...extended].map(readValidation);
}

function readValidation(node: XmlNode): Validation {
  const named = attribute(node, 'type') ?? 'none';
  const type = (named === 'none' ? 'custom' : named) as Validation['type']; // "any value" that only prompts
  const first = named === 'none' ? 'TRUE' : formulaIn(child(node, 'formula1'));
  const second = formulaIn(child(node, 'formula2'));
  const inline = type === 'list' && /^".*"$/s.test(first);
  const operator = attribute(node, 'operator') as Validation['operator'];
  const style = attribute(node, 'errorStyle') as NonNullable<Validation['error']>['style'] | undefined;
  const silent = !flag(node, 'showErrorMessage');
  const texts = (title: string, message: string): { title: string; message: string } | undefined => {
    const found = { title: attribute(node, title) ?? '', message: attribute(node, message) ?? '' };
    return found.title || found.message ? found : undefined;
  };
  const prompt = texts('promptTitle', 'prompt');
  const error = texts('errorTitle', 'error');
  return {
    ranges: ranges(attribute(node, 'sqref') ?? content(child(node, 'sqref'))),
    type,
    ...(type === 'list' || type === 'custom' ? {} : { operator: operator ?? 'between' }),
    ...(first ? { formula1: inline ? first.slice(1, -1).replaceAll('""', '"') : unsigned(first) } : {}),
    ...(second ? { formula2: unsigned(second) } : {}),
    ...(inline ? { inline: true } : {}),
    ignoreBlank: flag(node, 'allowBlank'),
    ...(prompt ? { prompt } : {}),
    ...(error || style || silent
      ? { error: { title: '', message: '', ...error, style: style ?? (silent ? 'information' : 'stop') } }
      : {}),
  };
}

const formulaIn = (node: XmlNode | undefined): string => content(child(node, 'f')) || content(node);
const unsigned = (stored: string): string => shownFormula(stored).slice(1);

/** The rules of a sheet; `addStyle` takes a style's XML and gives its number. */
export function conditionalsXml(sheet: Sheet, addStyle: (xml: string) => number): string {
  // Files count priorities from 1, Office.js from 0: a 0 in a file makes other programs drop the rule.
  const byPriority = [...sheet.conditionals].sort((a, b) => a.priority - b.priority);
  return sheet.conditionals
    .map((one) =>
      element(
        'conditionalFormatting',
        { sqref: sqref(one.ranges) },
        element(
          'cfRule',
          {
            type: 'expression',
            dxfId: addStyle(differentialStyle(one.style)),
            priority: byPriority.indexOf(one) + 1,
            stopIfTrue: one.stopIfTrue ? 1 : undefined,
          },
          `<formula>${escapeXml(storedFormula(one.formula))}</formula>`,
        ),
      ),
    )
    .join('');
}

/** Types of rules that carry a formula of their own, or that one can be made for. */
const EXPRESSIBLE = new Set([
  'expression',
  'containsText',
  'notContainsText',
  'beginsWith',
  'endsWith',
  'containsBlanks',
  'notContainsBlanks',
  'containsErrors',
  'notContainsErrors',
  'timePeriod',
  'cellIs',
  'duplicateValues',
  'uniqueValues',
]);

const COMPARISONS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  lessThan: '<',
  greaterThanOrEqual: '>=',
  lessThanOrEqual: '<=',
};

/** True for rules that `readConditionals` leaves out: bars, scales, icons, top lists. */
export const isForeignRule = (rule: XmlNode): boolean => !EXPRESSIBLE.has(attribute(rule, 'type') ?? '');

/** Rules that a formula can say, with ids c1, c2 … ; the rest is left out. */
export function readConditionals(
  worksheet: XmlNode,
  styles: readonly XmlNode[],
  palette: Palette,
): ConditionalFormat[] {
  const blocks = [
    ...children(worksheet, 'conditionalFormatting'),
    ...children(worksheet, 'extLst', 'ext', 'conditionalFormattings', 'conditionalFormatting'),
  ];
  const found = blocks.flatMap((block) =>
    children(block, 'cfRule')
      .filter((rule) => !isForeignRule(rule))
      .map((rule) => {
        const places = ranges(attribute(block, 'sqref') ?? content(child(block, 'sqref')));
        const style = child(rule, 'dxf') ?? styles[Number(attribute(rule, 'dxfId') ?? -1)];
        return {
          ranges: places,
          formula: ruleFormula(rule, places),
          style: style ? fromDifferentialStyle(style, palette) : {},
          priority: Number(attribute(rule, 'priority') ?? 1),
          stopIfTrue: flag(rule, 'stopIfTrue'),
        };
      }),
  );
  return found
    .filter(({ formula, ranges: places }) => formula !== '' && places.length > 0)
    .map((one, index) => ({ id: `c${index + 1}`, ...one }));
}

function ruleFormula(rule: XmlNode, places: readonly Range[]): string {
  const formulas = [...children(rule, 'formula'), ...children(rule, 'f')].map((node) => unsigned(content(node)));
  const first = places[0];
  const cell = first ? a1({ ...first, rows: 1, columns: 1 }) : 'A1';
  const type = attribute(rule, 'type') ?? '';
  if (type === 'cellIs') {
    const operator = attribute(rule, 'operator') ?? 'equal';
    const [from = '0', to = from] = formulas;
    if (operator === 'between') return `AND(${cell}>=${from},${cell}<=${to})`;
    return operator === 'notBetween'
      ? `OR(${cell}<${from},${cell}>${to})`
      : `${cell}${COMPARISONS[operator] ?? '='}${from}`;
  }
  if (first && (type === 'duplicateValues' || type === 'uniqueValues'))
    return `COUNTIF(${a1(first, true)},${cell})${type === 'uniqueValues' ? '=1' : '>1'}`;
  return formulas[0] ?? '';
}

const sqref = (places: readonly Range[]): string => places.map((range) => a1(range)).join(' ');

const MOST = { rows: 1_048_576, columns: 16_384 };

/** "A1:B2 C:C 4:5" → ranges; whole columns and rows reach to the sheet's end. */
function ranges(text: string): Range[] {
  return text.split(/\s+/).flatMap((one) => {
    const column = /^\$?([A-Z]+):\$?([A-Z]+)$/i.exec(one);
    const row = /^\$?(\d+):\$?(\d+)$/.exec(one);
    const whole = column ? `${column[1]}1:${column[2]}${MOST.rows}` : row ? `A${row[1]}:XFD${row[2]}` : one;
    return parseA1(whole) ?? [];
  });
}
