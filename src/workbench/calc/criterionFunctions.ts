// COUNTIF(S), SUMIF(S), AVERAGEIF(S), MAXIFS, MINIFS for the engine, with Excel's reading of criteria.
// The engine's own ones take the empty text that a formula gives for a blank cell.
import {
  type ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
} from '@univerjs/engine-formula';
import type { BaseReferenceObject, FunctionVariantType } from '@univerjs/engine-formula';
import { isBlock } from './blockFunction';
import { criterionTest, type Subject } from './criterion';

type Fold = (numbers: readonly number[]) => number | ErrorType;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const FOLDS: Record<'SUM' | 'AVERAGE' | 'MAX' | 'MIN', Fold> = {
  SUM: sum,
  AVERAGE: (numbers) => (numbers.length === 0 ? ErrorType.DIV_BY_ZERO : sum(numbers) / numbers.length),
  MAX: (numbers) => numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 0),
  MIN: (numbers) => numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0),
};

interface Meaning {
  /** What is folded; null = rows are counted. */
  readonly fold: Fold | null;
  /** One criterion with the folded range last and optional (SUMIF), instead of the folded range first. */
  readonly single: boolean;
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  COUNTIF: { fold: null, single: true },
  COUNTIFS: { fold: null, single: false },
  SUMIF: { fold: FOLDS.SUM, single: true },
  SUMIFS: { fold: FOLDS.SUM, single: false },
  AVERAGEIF: { fold: FOLDS.AVERAGE, single: true },
  AVERAGEIFS: { fold: FOLDS.AVERAGE, single: false },
  MAXIFS: { fold: FOLDS.MAX, single: false },
  MINIFS: { fold: FOLDS.MIN, single: false },
};

class CriterionFunction extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 2;
  override maxParams = 255;

  constructor(
    name: string,
    private readonly meaning: Meaning,
  ) {
    super(name);
  }

  /** Criteria such as "50%" stay the text that was written. */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    const { fold, single } = this.meaning;
    const foldedAt = fold === null ? -1 : single ? 2 : 0;
    const tested = variants.filter((_variant, index) => index !== foldedAt);
    const folded = variants[foldedAt] ?? (fold === null ? undefined : tested[0]);
    if (tested.length < 2 || tested.length % 2 === 1) return ErrorValueObject.create(ErrorType.NA);
    const conditions: { readonly cells: readonly Subject[]; readonly criteria: BaseValueObject }[] = [];
    for (let i = 0; i < tested.length; i += 2) {
      const range = rangeOf(tested[i] as BaseValueObject);
      if (!range)
        return tested[i]?.isError() ? (tested[i] as BaseValueObject) : ErrorValueObject.create(ErrorType.VALUE);
      conditions.push({
        cells: subjects(range),
        criteria: plain(tested[i + 1] as BaseValueObject),
      });
    }
    const values = folded && subjects(plain(folded));
    const size = conditions[0]?.cells.length ?? 0;
    if (conditions.some(({ cells }) => cells.length !== size) || (values && !single && values.length !== size))
      return ErrorValueObject.create(ErrorType.VALUE);
    return spread(
      conditions.map(({ criteria }) => criteria),
      (criteria) => {
        const tests = criteria.map(criterionTest);
        const rows: number[] = [];
        for (let row = 0; row < size; row++)
          if (tests.every((test, index) => test(conditions[index]?.cells[row] ?? null))) rows.push(row);
        return fold === null ? rows.length : foldRows(fold, values ?? [], rows);
      },
    );
  }
}

function foldRows(fold: Fold, values: readonly Subject[], rows: readonly number[]): number | ErrorType {
  const numbers: number[] = [];
  for (const row of rows) {
    const value = values[row] ?? null;
    if (typeof value === 'object' && value !== null) return value.error as ErrorType;
    if (typeof value === 'number') numbers.push(value);
  }
  return fold(numbers);
}

/** Runs once for plain criteria, once for each element when a criterion is an array. */
function spread(
  criteria: readonly BaseValueObject[],
  run: (criteria: readonly Subject[]) => number | ErrorType,
): BaseValueObject {
  const at = (row: number, column: number): BaseValueObject =>
    result(run(criteria.map((one) => element(one, row, column))));
  const arrays = criteria.filter((one) => one.isArray()) as ArrayValueObject[];
  const widest = arrays.reduce<ArrayValueObject | null>(
    (most, one) => (most && size(most) >= size(one) ? most : one),
    null,
  );
  if (!widest || size(widest) === 1) return at(0, 0);
  return widest.mapValue((_value, row, column) => at(row, column));
}

const size = (array: ArrayValueObject): number => array.getRowCount() * array.getColumnCount();

function element(criterion: BaseValueObject, row: number, column: number): Subject {
  if (!criterion.isArray()) return subject(criterion);
  const array = criterion as ArrayValueObject;
  return subject(array.get(array.getRowCount() === 1 ? 0 : row, array.getColumnCount() === 1 ? 0 : column));
}

const result = (value: number | ErrorType): BaseValueObject =>
  typeof value === 'number' ? NumberValueObject.create(value) : ErrorValueObject.create(value);

function asReference(variant: FunctionVariantType): BaseReferenceObject | null {
  return variant.isReferenceObject() ? (variant as BaseReferenceObject) : null;
}

/** The cells of a range, or of a part of one; an array that stands nowhere is no range. */
function rangeOf(variant: FunctionVariantType): BaseValueObject | null {
  const reference = asReference(variant);
  return reference
    ? reference.toArrayValueObject()
    : isBlock(variant as BaseValueObject)
      ? (variant as BaseValueObject)
      : null;
}

function plain(variant: FunctionVariantType): BaseValueObject {
  return asReference(variant)?.toArrayValueObject() ?? (variant as BaseValueObject);
}

/** The engine keeps one array for a range during a run, so its reading can be kept with it. */
const read = new WeakMap<BaseValueObject, readonly Subject[]>();

function subjects(value: BaseValueObject): readonly Subject[] {
  if (!value.isArray()) return [subject(value)];
  const known = read.get(value);
  if (known) return known;
  const found: Subject[] = [];
  for (const row of value.getArrayValue())
    for (let column = 0; column < row.length; column++) found.push(subject(row[column]));
  read.set(value, found);
  return found;
}

function subject(value: BaseValueObject | null | undefined | void): Subject {
  if (!value || value.isNull()) return null;
  return value.isError() ? { error: String(value.getValue()) } : value.getValue();
}

/** The functions to register over the engine's own. */
export function criterionFunctions(): BaseFunction[] {
  return Object.entries(MEANINGS).map(([name, meaning]) => new CriterionFunction(name, meaning));
}
