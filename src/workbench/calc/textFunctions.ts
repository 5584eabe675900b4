// SEARCH, SUBSTITUTE, TEXT and HYPERLINK for the engine where its own differ from Excel: wildcards, line breaks taken for blanks, times that round up to midnight, the shown text.
import {
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  functionText,
} from '@univerjs/engine-formula';
import type { ArrayValueObject, BaseValueObject } from '@univerjs/engine-formula';
import { wildcardSource } from './criterion';

type Single = (values: readonly BaseValueObject[]) => BaseValueObject;

/** Runs `single` for every element when an argument is an array; an error in an argument is the result. */
class ElementwiseFunction extends BaseFunction {
  constructor(
    name: string,
    override minParams: number,
    override maxParams: number,
    private readonly single: Single,
  ) {
    super(name);
  }

  /** Otherwise the engine hands over "0.0%" as the number 0. */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    const arrays = variants.filter((variant) => variant.isArray()) as ArrayValueObject[];
    const largest = arrays.reduce<ArrayValueObject | null>(
      (most, one) => (most && cells(most) >= cells(one) ? most : one),
      null,
    );
    if (!largest) return this.at(variants, 0, 0);
    if (cells(largest) === 1) return this.at(variants, 0, 0);
    return largest.mapValue((_value, row, column) => this.at(variants, row, column));
  }

  private at(variants: readonly BaseValueObject[], row: number, column: number): BaseValueObject {
    const values = variants.map((variant) => pick(variant, row, column));
    return values.find((value) => value.isError()) ?? this.single(values);
  }
}

const cells = (array: ArrayValueObject): number => array.getRowCount() * array.getColumnCount();

function pick(variant: BaseValueObject, row: number, column: number): BaseValueObject {
  if (!variant.isArray()) return variant;
  const array = variant as ArrayValueObject;
  return (
    array.get(array.getRowCount() === 1 ? 0 : row, array.getColumnCount() === 1 ? 0 : column) ??
    StringValueObject.create('')
  );
}

function asText(value: BaseValueObject | undefined): string {
  if (!value || value.isNull()) return '';
  return value.isBoolean() ? String(value.getValue()).toUpperCase() : String(value.getValue());
}

function search([wanted, within, start]: readonly BaseValueObject[]): BaseValueObject {
  const text = asText(within);
  const from = start ? Math.floor(Number(start.getValue())) : 1;
  if (!(from >= 1) || (from > text.length && from > 1)) return ErrorValueObject.create(ErrorType.VALUE);
  const match = new RegExp(wildcardSource(asText(wanted)), 'isu').exec(text.slice(from - 1));
  return match ? NumberValueObject.create(from + match.index) : ErrorValueObject.create(ErrorType.VALUE);
}

function substitute([text, wanted, instead, which]: readonly BaseValueObject[]): BaseValueObject {
  const [whole, old, fresh] = [asText(text), asText(wanted), asText(instead)];
  if (!which) return StringValueObject.create(old === '' ? whole : whole.split(old).join(fresh));
  const nth = Math.floor(Number(which.getValue()));
  if (!(nth >= 1)) return ErrorValueObject.create(ErrorType.VALUE);
  let at = old === '' ? -1 : whole.indexOf(old);
  for (let n = 1; n < nth && at >= 0; n += 1) at = whole.indexOf(old, at + old.length);
  return StringValueObject.create(at < 0 ? whole : whole.slice(0, at) + fresh + whole.slice(at + old.length));
}

function hyperlink([address, shown]: readonly BaseValueObject[]): BaseValueObject {
  if (!shown) return StringValueObject.create(asText(address));
  return shown.isNull() ? NumberValueObject.create(0) : shown;
}

const LITERALS = /"[^"]*"|\\.|\[[^\]]*\]/g;
const DATE_LETTERS = /[ymdhs]/i;

/** The engine shows 23:59:59.9 as 00:00:00 of the same day: a date is rounded to the whole second first. */
function roundedForDates(engineText: BaseFunction): Single {
  return ([value, format]) => {
    const pattern = asText(format).replace(LITERALS, '');
    const dated = value?.isNumber() === true && DATE_LETTERS.test(pattern) && !/general/i.test(pattern);
    const shown = dated ? NumberValueObject.create(Math.round(Number(value?.getValue()) * 86400) / 86400) : value;
    return engineText.calculate(shown as BaseValueObject, format as BaseValueObject) as BaseValueObject;
  };
}

/** The functions to register over the engine's own. */
export function textFunctions(): BaseFunction[] {
  const [EngineText] = functionText.find(([, name]) => name === 'TEXT') as [new (name: string) => BaseFunction, string];
  return [
    new ElementwiseFunction('SEARCH', 2, 3, search),
    new ElementwiseFunction('SUBSTITUTE', 3, 4, substitute),
    new ElementwiseFunction('HYPERLINK', 1, 2, hyperlink),
    new ElementwiseFunction('TEXT', 2, 2, roundedForDates(new EngineText('TEXT'))),
  ];
}
