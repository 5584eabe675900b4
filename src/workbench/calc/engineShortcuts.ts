// The engine's own work in fewer steps, with equal results: what it does for cases that do not occur here, or over again, is left out.
import { ArrayValueObject, NullValueObject, type NumberValueObject } from '@univerjs/engine-formula';
import type {
  BaseAstNode,
  BaseReferenceObject,
  BaseValueObject,
  IFormulaRuntimeService,
  Interpreter,
} from '@univerjs/engine-formula';

/** The kinds of nodes in a formula's tree that matter here; the engine's own list is a const enum that no bundler sees. */
const REFERENCE_NODE = 1;
const FUNCTION_NODE = 4;

/** What the interpreter keeps to itself. */
interface OpenInterpreter {
  _execute(node: BaseAstNode, x?: number, y?: number): number;
  checkAsyncNode(node: BaseAstNode): boolean;
}

/** Members of some kinds of nodes. */
interface SomeNode extends BaseAstNode {
  setRefOffset(x: number, y: number): void;
  isEmptyParamFunction(): boolean;
}

/** Makes this interpreter leave out the branches that a condition does not choose, and the look for functions that answer later: there are none. */
export function shortenInterpreter(interpreter: Interpreter): void {
  const open = interpreter as unknown as OpenInterpreter;
  open.checkAsyncNode = () => false;
  const execute = (node: BaseAstNode, x = 0, y = 0): number => {
    const children = node.getChildren();
    const choose = node.nodeType === FUNCTION_NODE ? CHOICES[node.getToken().toUpperCase()] : undefined;
    let left: number | undefined;
    children.forEach((child, index) => {
      if (index === left) return child.setValue(NullValueObject.create());
      if (isEmptyLambda(child)) return child.execute();
      execute(child, x, y);
      if (index === 0 && choose) left = choose(child.getValue());
    });
    if (node.nodeType === REFERENCE_NODE) (node as SomeNode).setRefOffset(x, y);
    node.execute();
    return 0;
  };
  open._execute = execute;
}

const isEmptyLambda = (node: BaseAstNode): boolean => {
  const token = node.getToken();
  return token.length === 6 && token.toUpperCase() === 'LAMBDA' && (node as SomeNode).isEmptyParamFunction();
};

type Given = ReturnType<BaseAstNode['getValue']>;
type Choice = (condition: Given) => number | undefined;

/** By function: the argument that its first one, if that is a single value, makes superfluous. */
const CHOICES: Readonly<Record<string, Choice | undefined>> = {
  IF: (condition) => {
    const value = single(condition);
    if (!value || value.isError()) return undefined;
    return value.getValue() ? 2 : 1;
  },
  IFERROR: (condition) => {
    if (!condition || condition.isReferenceObject() || (condition as BaseValueObject).isArray()) return undefined;
    return (condition as BaseValueObject).isError() ? undefined : 1;
  },
};

function single(value: Given): BaseValueObject | undefined {
  if (!value) return undefined;
  const plain = value.isReferenceObject()
    ? (value as BaseReferenceObject).toArrayValueObject()
    : (value as BaseValueObject);
  if (!plain.isArray()) return plain;
  const array = plain as ArrayValueObject;
  return array.getRowCount() === 1 && array.getColumnCount() === 1 ? (array.get(0, 0) ?? undefined) : undefined;
}

/** A formula as the engine's own generator of orders gives it. */
interface Ordered {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly formula: string;
  readonly refOffsetX: 0;
  readonly refOffsetY: number;
}

interface OpenGenerator {
  _includeTree(): boolean;
  generate(isTree?: boolean): Promise<unknown[]>;
}

/** Of an `EngineSheet` what its formulas' order needs. */
interface FormulaSheet {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly formulas: readonly {
    readonly row: number;
    readonly column: number;
    readonly formula: string;
    readonly shared?: { readonly down: number };
  }[];
}

/** These formulas as an order of the engine: as they come, for none reads another. */
export function formulasApart(unitId: string, sheets: readonly FormulaSheet[]): Ordered[] {
  return sheets.flatMap(({ name, rows, columns, formulas }) =>
    formulas.map(({ row, column, formula, shared }) => ({
      unitId,
      subUnitId: name,
      row,
      column,
      rowCount: rows,
      columnCount: columns,
      formula,
      refOffsetX: 0,
      refOffsetY: shared?.down ?? 0,
    })),
  );
}

/** The order of the next calculation: `given` is taken as it is, without it the engine finds one; it is not asked either whether a formula is to be worked out, for each is. */
export function orderOf(generator: object, runtime: IFormulaRuntimeService): { given: Ordered[] | undefined } {
  const open = generator as OpenGenerator;
  open._includeTree = () => true;
  const order: { given: Ordered[] | undefined } = { given: undefined };
  const generate = open.generate.bind(open);
  open.generate = (isTree) => {
    const { given } = order;
    if (!given) return generate(isTree);
    order.given = [];
    runtime.clearArrayObjectCache();
    return Promise.resolve(given);
  };
  return order;
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
