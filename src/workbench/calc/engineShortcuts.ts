// The engine's own work in fewer steps, with equal results: what it does for cases that do not occur here, or over again, is left out.
import { ArrayValueObject, type NumberValueObject } from '@univerjs/engine-formula';
import type { BaseValueObject } from '@univerjs/engine-formula';

/** What the engine's generator of orders keeps to itself. */
interface OpenGenerator {
  _includeTree(): boolean;
}

/** The engine does not ask of each formula whether it is to be worked out: each is. */
export function takeEveryFormula(generator: object): void {
  (generator as OpenGenerator)._includeTree = () => true;
}

type Place = { row: number; column: number };

/** MATCH and its like compare a number with each number of a list through decimals; plain numbers say the same. */
export function compareNumbersPlainly(): void {
  const prototype = ArrayValueObject.prototype as ArrayValueObject & { orderSearch: OrderSearch };
  const search = prototype.orderSearch;
  prototype.orderSearch = function (this: ArrayValueObject, wanted, type = 1, descending = false, fuzzy = false) {
    const found = descending || fuzzy ? undefined : placeOfNumber(this, wanted, type);
    return found === undefined ? search.call(this, wanted, type, descending, fuzzy) : (found ?? undefined);
  };
}

type OrderSearch = (
  this: ArrayValueObject,
  wanted: BaseValueObject,
  type?: number,
  descending?: boolean,
  fuzzy?: boolean,
) => Place | undefined;

/** Null: it is not there. Undefined: not for numbers alone, the engine must look. */
function placeOfNumber(list: ArrayValueObject, wanted: BaseValueObject, type: number): Place | null | undefined {
  const value = wanted.getValue();
  if (!wanted.isNumber() || typeof value !== 'number' || !Number.isFinite(value) || wanted.getPattern() !== '')
    return undefined;
  let found: Place | null | undefined = null;
  let nearest = NaN;
  list.iterator((item, row, column) => {
    if (!item || item.isNull() || item.isString()) return true;
    const own = item.getValue();
    if (!item.isNumber() || typeof own !== 'number' || !Number.isFinite(own)) {
      found = undefined;
      return false;
    }
    if (equal(item, own, wanted, value)) {
      found = { row, column };
      return false;
    }
    const isOnSide = type === 1 ? own < value : type === 2 && own > value;
    const isNearer = Number.isNaN(nearest) || (type === 1 ? own >= nearest : own <= nearest);
    if (isOnSide && isNearer) {
      nearest = own;
      found = { row, column };
    }
    return true;
  });
  return found;
}

/** Whole numbers are equal or not; of others the engine knows how near is equal. */
const equal = (item: BaseValueObject, own: number, wanted: BaseValueObject, value: number): boolean =>
  Number.isInteger(own) && Number.isInteger(value)
    ? own === value
    : Math.abs(own - value) < 1e-6 && item.isEqual(wanted as NumberValueObject).getValue() === true;
