// INDEX(column,from):INDEX(column,to) for the engine, which looks up the ends of such a range before what they need is worked out and then waits
// for the wrong cells: as one function of the whole column it waits for all of it.
import { BaseFunction, ErrorType, ErrorValueObject } from '@univerjs/engine-formula';
import type { ArrayValueObject, BaseValueObject } from '@univerjs/engine-formula';
import { BLOCK_NAME } from './blockText';

const made = new WeakSet<BaseValueObject>();

/** A part of a column, which stands for the range that it is. */
export function isBlock(value: BaseValueObject): boolean {
  return made.has(value);
}

const single = (value: BaseValueObject | undefined): number => {
  const one = value?.isArray() ? (value as ArrayValueObject).get(0, 0) : value;
  return Math.floor(Number(one?.getValue()));
};

class BlockFunction extends BaseFunction {
  override minParams = 3;
  override maxParams = 3;

  override calculate(column: BaseValueObject, from: BaseValueObject, to: BaseValueObject): BaseValueObject {
    const failed = [column, from, to].find((value) => value.isError());
    if (failed) return failed;
    const [one, other] = [single(from), single(to)];
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    if (!column.isArray()) return first === 1 && last === 1 ? column : ErrorValueObject.create(ErrorType.REF);
    const rows = (column as ArrayValueObject).getRowCount();
    // Row 0 of a column is the whole of it.
    const block =
      first === 0
        ? (column as ArrayValueObject)
        : first > 0 && last <= rows
          ? (column as ArrayValueObject).slice([first - 1, last], [0, 1])
          : undefined;
    if (!block) return ErrorValueObject.create(ErrorType.REF);
    made.add(block);
    return block;
  }
}

/** The function of the engine that stands for INDEX(…):INDEX(…), which it does not know. */
export function blockFunction(): BaseFunction {
  return new BlockFunction(BLOCK_NAME);
}
