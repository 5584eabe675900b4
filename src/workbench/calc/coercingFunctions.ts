// ROUND, ROUNDUP, ROUNDDOWN, MOD and MATCH for the engine where workbooks saved by Excel show other results: a number that is written as text
// counts as the number, and an exact MATCH for the empty text finds the cell whose formula gives it.
import {
  type ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  functionLookup,
  functionMath,
  NumberValueObject,
} from '@univerjs/engine-formula';
import type { FunctionVariantType } from '@univerjs/engine-formula';

type EngineFunction = new (name: string) => BaseFunction;

function engineFunction(name: string): BaseFunction {
  const found = [...functionMath, ...functionLookup].find(([, known]) => known === name);
  if (!found) throw new Error(`the engine has no ${name}`);
  return new (found[0] as EngineFunction)(name);
}

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

function asNumber(variant: FunctionVariantType): FunctionVariantType {
  if (!('isString' in variant) || !variant.isString()) return variant;
  const text = String(variant.getValue());
  return NUMBER.test(text) ? NumberValueObject.create(Number(text)) : variant;
}

/** A cell's value: the engine hands over a range of one cell where a cell is named. */
function single(variant: FunctionVariantType): FunctionVariantType {
  if (!('isArray' in variant) || !variant.isArray()) return variant;
  const array = variant as ArrayValueObject;
  return array.getRowCount() === 1 && array.getColumnCount() === 1 ? (array.get(0, 0) ?? variant) : variant;
}

class CoercingFunction extends BaseFunction {
  private readonly engine: BaseFunction;

  constructor(name: string) {
    super(name);
    this.engine = engineFunction(name);
    this.minParams = this.engine.minParams;
    this.maxParams = this.engine.maxParams;
  }

  override calculate(...variants: FunctionVariantType[]): FunctionVariantType {
    return this.engine.calculate(
      ...(variants.map((variant) => asNumber(single(variant))) as BaseValueObject[]),
    ) as FunctionVariantType;
  }
}

const isEmptyText = (variant: FunctionVariantType | undefined): boolean =>
  variant !== undefined && 'isString' in variant && variant.isString() && variant.getValue() === '';

class MatchFunction extends BaseFunction {
  private readonly engine = engineFunction('MATCH');
  override needsReferenceObject = this.engine.needsReferenceObject;
  override minParams = this.engine.minParams;
  override maxParams = this.engine.maxParams;

  override calculate(...variants: FunctionVariantType[]): FunctionVariantType {
    const [wanted, within, kind] = variants;
    const exact =
      kind !== undefined && 'getValue' in kind && Number((single(kind) as BaseValueObject).getValue()) === 0;
    if (wanted && within && exact && isEmptyText(single(wanted)) && 'isArray' in within && within.isArray()) {
      const array = within as ArrayValueObject;
      const [rows, columns] = [array.getRowCount(), array.getColumnCount()];
      for (let at = 0; at < rows * columns; at++)
        if (isEmptyText(array.get(Math.floor(at / columns), at % columns) ?? undefined))
          return NumberValueObject.create(at + 1);
    }
    return this.engine.calculate(...(variants as BaseValueObject[])) as FunctionVariantType;
  }
}

/** The functions to register over the engine's own. */
export function coercingFunctions(): BaseFunction[] {
  return [
    ...['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'MOD'].map((name) => new CoercingFunction(name)),
    new MatchFunction('MATCH'),
  ];
}
