// How the engine walks through the tree of a formula, in fewer steps and with equal results: branches that a condition does not choose are left out,
// and what is the same for every formula of a run is worked out once.
import { NullValueObject } from '@univerjs/engine-formula';
import type {
  ArrayValueObject,
  BaseAstNode,
  BaseReferenceObject,
  BaseValueObject,
  IFormulaRuntimeService,
  Interpreter,
} from '@univerjs/engine-formula';

/** The kinds of nodes in a formula's tree that matter here; the engine's own list is a const enum that no bundler sees. */
const REFERENCE_NODE = 1;
const VALUE_NODE = 2;
const OPERATOR_NODE = 3;
const FUNCTION_NODE = 4;
const UNION_NODE = 10;

type Given = ReturnType<BaseAstNode['getValue']>;

/** What the interpreter keeps to itself. */
interface OpenInterpreter {
  _execute(node: BaseAstNode, x?: number, y?: number): number;
  checkAsyncNode(node: BaseAstNode): boolean;
}

/** Members of some kinds of nodes. */
interface SomeNode extends Omit<BaseAstNode, 'setValue'> {
  setValue(value: Given): void;
  setRefOffset(x: number, y: number): void;
  isEmptyParamFunction(): boolean;
  readonly _functionExecutor?: { readonly needsExpandParams: boolean };
  readonly _tableReferenceObject?: object;
  _valueObject: Given;
}

/** A node, looked at once. */
interface Step {
  readonly node: SomeNode;
  readonly children: readonly Step[];
  readonly choose: Choice | undefined;
  readonly isEmptyLambda: boolean;
  /** A reference whose object may serve again with the next formula. */
  readonly isReference: boolean;
  /** It says the same in every run. */
  readonly isConstant: boolean;
  /** It says the same for every formula, as long as no cell changes. */
  readonly isFixed: boolean;
  /** What it gave, in this run or for ever. */
  kept: Given | undefined;
}

/** The walks of one engine. */
export interface TreeWalk {
  /** Call before a run. `still`: no formula of it changes a cell that another one reads. */
  begin(still: boolean): void;
}

/** Makes this interpreter walk so; it is not asked either for functions that answer later: there are none. */
export function shortenInterpreter(interpreter: Interpreter, runtime: IFormulaRuntimeService): TreeWalk {
  const open = interpreter as unknown as OpenInterpreter;
  const steps = new WeakMap<BaseAstNode, Step>();
  /** Steps that keep what is of this run alone. */
  let keeping: Step[] = [];
  let stands = false;
  const keep = (step: Step, value: Given): void => {
    step.kept = value;
    if (!step.isConstant) keeping.push(step);
  };
  const refer = (step: Step, x: number, y: number): void => {
    const { node } = step;
    node.setRefOffset(x, y);
    const known = step.kept as BaseReferenceObject | undefined;
    known?.setDefaultSheetId(runtime.currentSubUnitId);
    known?.setCurrentRowAndColumn(runtime.currentRow, runtime.currentColumn);
    known?.setRefOffset(x, y);
    if (known && !known.isExceedRange()) return node.setValue(known);
    node.execute();
    const made = node.getValue();
    if (!known && made?.isReferenceObject()) keep(step, made);
  };
  const walk = (step: Step, x: number, y: number): void => {
    const { node, children, choose } = step;
    const isFixed = step.isConstant || (stands && step.isFixed);
    if (isFixed && step.kept) return node.setValue(step.kept);
    let left = -1;
    for (let index = 0; index < children.length; index += 1) {
      const child = children[index] as Step;
      if (index === left) child.node.setValue(NullValueObject.create());
      else if (child.isEmptyLambda) child.node.execute();
      else {
        walk(child, x, y);
        if (index === 0 && choose) left = choose(child.node.getValue()) ?? -1;
      }
    }
    if (step.isReference) return refer(step, x, y);
    if (node.nodeType === REFERENCE_NODE) node.setRefOffset(x, y);
    node.execute();
    if (isFixed) keepFixed(step, node.getValue());
  };
  const keepFixed = (step: Step, value: Given): void => {
    if (value && (step.isConstant || value.isReferenceObject() || !(value as BaseValueObject).isArray()))
      keep(step, value);
  };
  open.checkAsyncNode = () => false;
  open._execute = (node, x = 0, y = 0) => {
    let step = steps.get(node);
    if (!step) {
      step = stepOf(node, false);
      steps.set(node, step);
      forgetPlainly(step);
    }
    walk(step, x, y);
    return 0;
  };
  return {
    begin(still) {
      for (const step of keeping) step.kept = undefined;
      keeping = [];
      stands = still;
    },
  };
}

/** The engine empties a tree after each formula, node by node. */
function forgetPlainly(root: Step): void {
  const nodes: SomeNode[] = [];
  const collect = ({ node, children }: Step): void => {
    nodes.push(node);
    children.forEach(collect);
  };
  collect(root);
  root.node.resetCalculationState = () => {
    for (const node of nodes) node._valueObject = null;
  };
}

/** A sheet's cells by places that do not move with the formula. */
const FIXED_PLACE = /^(?:sheet_\d+|clock)!\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?$/;
/** Functions that ask for nothing but what they are given. */
const PLAIN_FUNCTIONS = new Set(
  (
    'ABS AND AVERAGE COUNT COUNTA COUNTIF COUNTIFS DATE FIND IF IFERROR INDEX INT ISBLANK ISERROR ISNUMBER ISTEXT LARGE LEFT LEN LOWER MATCH MAX MID MIN MOD ' +
    'N NOT OR REPT RIGHT ROUND ROUNDDOWN ROUNDUP SMALL SUBSTITUTE SUM SUMIF SUMIFS SUMPRODUCT TEXT TRIM UPPER VALUE'
  ).split(' '),
);

/** `expands`: the node it stands below stretches the places that it is given. */
function stepOf(given: BaseAstNode, expands: boolean): Step {
  const node = given as unknown as SomeNode;
  const { nodeType: kind } = node;
  const token = node.getToken();
  const isFunction = kind === FUNCTION_NODE;
  const stretching = isFunction && node._functionExecutor?.needsExpandParams === true;
  const children = node.getChildren().map((child) => stepOf(child, stretching));
  const inside = children.every(({ isFixed }) => isFixed);
  const isReference = kind === REFERENCE_NODE && !expands && node._tableReferenceObject === undefined;
  return {
    node,
    children,
    choose: isFunction ? CHOICES[token.toUpperCase()] : undefined,
    isEmptyLambda: token.length === 6 && token.toUpperCase() === 'LAMBDA' && node.isEmptyParamFunction(),
    isReference,
    isConstant: kind === VALUE_NODE,
    isFixed:
      kind === VALUE_NODE ||
      (isReference && FIXED_PLACE.test(token)) ||
      (inside &&
        !expands &&
        (kind === OPERATOR_NODE || kind === UNION_NODE || (isFunction && PLAIN_FUNCTIONS.has(token.toUpperCase())))),
    kept: undefined,
  };
}

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
