// Registry row of DataValidation: from the API's rule objects to the model's validations and back.
import { contains, intersect } from '../../model/area';
import { printArea, quoteSheet } from '../../model/address';
import type { Validation } from '../../model/book';
import { formulaFault } from '../../model/formulaCheck';
import { ruleFault } from '../../model/formulaLimits';
import { serialOf } from '../../model/serial';
import { refuse } from '../apiError';
import type { ClassRow, ScalarRow } from '../classRow';
import type { HostContext } from '../hostContext';
import { isHostObject, type ObjectOf, type RangeObject } from '../hostObject';
import { areaOf } from '../places';
import { removeValidations } from './rules';

type Target = ObjectOf<'DataValidation'>;
type Bag = Record<string, unknown>;

const LONGEST_LIST = 255;
const BASIC = {
  wholeNumber: 'whole',
  decimal: 'decimal',
  textLength: 'textLength',
  date: 'date',
  time: 'time',
} as const;
const TYPES: Record<Validation['type'], string> = {
  list: 'List',
  whole: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

const API_OPERATOR: Record<NonNullable<Validation['operator']>, string> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
  lessThanOrEqual: 'LessThanOrEqualTo',
};
const OPERATORS = Object.keys(API_OPERATOR) as NonNullable<Validation['operator']>[];

/** Without its sign; refused where Excel's own dialog would refuse it. */
function checkedFormula(formula: string, cx: HostContext): string {
  const long =
    formula.length > LONGEST_LIST + 1 ? `a formula of a validation holds at most ${LONGEST_LIST} characters` : null;
  const fault = long ?? ruleFault(formula) ?? formulaFault(cx.book, formula, undefined);
  return fault === null ? formula.slice(1) : refuse('InvalidArgument', `${formula}: ${fault}`);
}

/** A formula operand: "=…" without its sign, a number as text, a date text as serial, a range as its address. */
function operand(value: unknown, from: RangeObject, isDate: boolean, cx: HostContext): string {
  if (isHostObject(value) && value.kind === 'Range') {
    const sheet = value.sheet === from.sheet ? '' : `${quoteSheet(value.sheet.name)}!`;
    return sheet + printArea(areaOf(value), true);
  }
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '')
    return refuse('InvalidArgument', `a validation rule cannot use ${JSON.stringify(value)}`);
  if (value.startsWith('=')) return checkedFormula(value, cx);
  const date = isDate ? /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T(\d{2}):(\d{2}))?/.exec(value) : null;
  if (isDate && !date) refuse('InvalidArgument', `${value} is no date: write it as 2021-06-10T18:00, or as a formula`);
  if (!date) return value;
  const serial = serialOf(
    Number(date[1]),
    Number(date[2]),
    Number(date[3]),
    Number(date[4] ?? 0),
    Number(date[5] ?? 0),
  );
  return serial === null ? refuse('InvalidArgument', `${value} is no date`) : String(serial);
}

function readList(list: Bag, from: RangeObject, cx: HostContext): Pick<Validation, 'type' | 'formula1' | 'inline'> {
  if (list['inCellDropDown'] === false)
    refuse('ApiNotFound', 'lists without a dropdown are not supported by this host');
  const source = list['source'];
  if (typeof source === 'string' && !source.startsWith('=')) {
    if (source.length > LONGEST_LIST)
      refuse('InvalidArgument', `a list written out holds at most ${LONGEST_LIST} characters, found ${source.length}`);
    if (source === '') refuse('InvalidArgument', 'a list needs a source');
    return { type: 'list', formula1: source, inline: true };
  }
  return { type: 'list', formula1: operand(source, from, false, cx) };
}

function readRule(
  rule: Bag,
  from: RangeObject,
  cx: HostContext,
): Pick<Validation, 'type' | 'operator' | 'formula1' | 'formula2' | 'inline'> {
  const [kind, body] = Object.entries(rule).find(([, value]) => value !== null && value !== undefined) ?? [];
  const bag = (body ?? {}) as Bag;
  if (kind === 'list') return readList(bag, from, cx);
  if (kind === 'custom') return { type: 'custom', formula1: operand(bag['formula'], from, false, cx) };
  const type = BASIC[kind as keyof typeof BASIC];
  if (!type) refuse('InvalidArgument', `${String(kind)} is no kind of validation`);
  const word = String(bag['operator'] ?? 'Between');
  const operator =
    OPERATORS.find((one) => API_OPERATOR[one] === word) ?? refuse('InvalidArgument', `${word} is no operator`);
  const isDate = type === 'date' || type === 'time';
  const needsTwo = operator === 'between' || operator === 'notBetween';
  return {
    type,
    operator,
    formula1: operand(bag['formula1'], from, isDate, cx),
    ...(needsTwo ? { formula2: operand(bag['formula2'], from, isDate, cx) } : {}),
  };
}

function showRule(validation: Validation): Bag {
  const show = (text: string | undefined): unknown =>
    text === undefined ? undefined : text !== '' && Number.isFinite(Number(text)) ? Number(text) : `=${text}`;
  if (validation.type === 'list')
    return {
      list: { inCellDropDown: true, source: validation.inline ? validation.formula1 : `=${validation.formula1 ?? ''}` },
    };
  if (validation.type === 'custom') return { custom: { formula: `=${validation.formula1 ?? ''}` } };
  const kind = Object.entries(BASIC).find(([, type]) => type === validation.type)?.[0] ?? validation.type;
  return {
    [kind]: {
      formula1: show(validation.formula1),
      formula2: show(validation.formula2),
      operator: API_OPERATOR[validation.operator ?? 'between'],
    },
  };
}

/** The one validation that covers the whole range; 'mixed' when only parts of it have one. */
function covering({ range }: Target): Validation | null | 'mixed' {
  const area = areaOf(range);
  const touching = range.sheet.validations.filter((one) => one.ranges.some((part) => intersect(part, area)));
  if (touching.length === 0) return null;
  const [first] = touching;
  return touching.length === 1 && first?.ranges.some((part) => contains(part, area)) ? first : 'mixed';
}

function setRule(target: Target, value: unknown, cx: HostContext): void {
  if (typeof value !== 'object' || value === null)
    return refuse('InvalidArgument', 'a validation rule is an object such as { list: … }');
  const { range } = target;
  const area = areaOf(range);
  const before = covering(target);
  if (before === 'mixed' && cx.manners.ruleOverMixedValidation === 'refused')
    refuse('InvalidArgument', 'these cells have several validation rules: clear them before one is set for all');
  const kept =
    before !== null && before !== 'mixed'
      ? { ignoreBlank: before.ignoreBlank, prompt: before.prompt, error: before.error }
      : { ignoreBlank: true };
  const rule = readRule(value as Bag, range, cx);
  removeValidations(range.sheet, area);
  range.sheet.validations.push({ ranges: [area], ...kept, ...rule });
  cx.touch(range.sheet, false);
}

/** Changes something beside the rule; the rule has to be there first, and to end where the range ends. */
function adjust(target: Target, cx: HostContext, change: (one: Validation) => void): void {
  const area = areaOf(target.range);
  const inside = target.range.sheet.validations.filter((one) => one.ranges.every((part) => contains(area, part)));
  if (inside.length === 0 || covering(target) === null)
    refuse('InvalidOperation', 'set the validation rule of these cells first');
  inside.forEach(change);
  cx.touch(target.range.sheet, false);
}

const text = (bag: Bag, key: string): string => String(bag[key] ?? '');

const reads =
  (show: (one: Validation) => unknown, otherwise: unknown): ScalarRow<Target>['get'] =>
  (target) => {
    const found = covering(target);
    return found === 'mixed' ? null : found === null ? otherwise : show(found);
  };

function typeOf(target: Target): string {
  const found = covering(target);
  return found === 'mixed' ? 'MixedCriteria' : found === null ? 'None' : TYPES[found.type];
}

const STYLES = { Stop: 'stop', Warning: 'warning', Information: 'information' } as const;

export const dataValidationRow: ClassRow<Target> = {
  scalars: {
    type: { get: typeOf },
    rule: { get: reads(showRule, {}), set: setRule },
    ignoreBlanks: {
      get: reads((one) => one.ignoreBlank, true),
      set: (target, value, cx) => adjust(target, cx, (one) => void (one.ignoreBlank = value === true)),
    },
    prompt: {
      get: reads(
        (one) => ({
          showPrompt: one.prompt !== undefined,
          title: one.prompt?.title ?? '',
          message: one.prompt?.message ?? '',
        }),
        null,
      ),
      set: (target, value, cx) =>
        adjust(target, cx, (one) => {
          const bag = (value ?? {}) as Bag;
          if (text(bag, 'title').length > 32 || text(bag, 'message').length > 255)
            refuse('InvalidArgument', 'a prompt holds 32 characters of title and 255 of message');
          if (bag['showPrompt'] === false) delete one.prompt;
          else one.prompt = { title: text(bag, 'title'), message: text(bag, 'message') };
        }),
    },
    errorAlert: {
      get: reads(
        (one) => ({
          showAlert: true,
          title: one.error?.title ?? '',
          message: one.error?.message ?? '',
          style: Object.keys(STYLES).find(
            (word) => STYLES[word as keyof typeof STYLES] === (one.error?.style ?? 'stop'),
          ),
        }),
        null,
      ),
      set: (target, value, cx) =>
        adjust(target, cx, (one) => {
          const bag = (value ?? {}) as Bag;
          if (bag['showAlert'] === false)
            refuse('ApiNotFound', 'validations that alert nobody are not supported by this host');
          if (text(bag, 'title').length > 32 || text(bag, 'message').length > 225)
            refuse('InvalidArgument', 'an alert holds 32 characters of title and 225 of message');
          const style = STYLES[text(bag, 'style') as keyof typeof STYLES] ?? 'stop';
          one.error = { title: text(bag, 'title'), message: text(bag, 'message'), style };
        }),
    },
  },
  methods: {
    clear: ({ range }, _args, cx) => {
      removeValidations(range.sheet, areaOf(range));
      cx.touch(range.sheet, false);
    },
  },
};
