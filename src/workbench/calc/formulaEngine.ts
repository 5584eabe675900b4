// Headless Univer behind a small door: literals and A1 formulas in, results out.
// Knows nothing of the workbook model, of tables, names or the clock; imports nothing of Node, so it runs in a page too.
import { IConfigService, LocaleType, LogLevel, Univer, UniverInstanceType } from '@univerjs/core';
import {
  AstTreeBuilder,
  CalculateFormulaService,
  CELL_INVERTED_INDEX_CACHE,
  ErrorType,
  ErrorValueObject,
  FORMULA_REF_TO_ARRAY_CACHE,
  generateAstNode,
  IDependencyManagerService,
  IFormulaCurrentConfigService,
  IFormulaDependencyGenerator,
  IFormulaRuntimeService,
  IFunctionService,
  Interpreter,
  Lexer,
  UniverFormulaEnginePlugin,
  ValueObjectFactory,
} from '@univerjs/engine-formula';
import type {
  BaseAstNode,
  FunctionVariantType,
  IAllRuntimeData,
  IFormulaDatasetConfig,
  ISheetData,
} from '@univerjs/engine-formula';
import { blockFunction } from './blockFunction';
import { coercingFunctions } from './coercingFunctions';
import { criterionFunctions } from './criterionFunctions';
import { configOf, dataset, engineValue, holdSheets } from './engineData';
import type { EngineSheet, EngineValue, FormulasApart, HeldCells } from './engineShapes';
import { compareNumbersPlainly, takeEveryFormula } from './engineShortcuts';
import { isFormulaFunction } from './isFormulaFunction';
import { findTreesByText, readCellsPlainly, readInto } from './readArrays';
import { textFunctions } from './textFunctions';
import { shortenInterpreter } from './treeWalk';

/** Works out the formulas of a workbook; knows cells by place alone. Calls wait for each other. */
export interface FormulaEngine {
  /** Results of every formula, sheet by sheet, in the order of `formulas`. Nothing of an earlier call remains. */
  calculate(sheets: readonly EngineSheet[]): Promise<EngineValue[][]>;
  /** An empty workbook to be filled. */
  hold(): HeldCells;
  dispose(): void;
}

/** Of the engines of this process: the engine's packages keep formulas they have read by the name of the unit, across engines. */
let engines = 0;

const MOST_TREES = 5_000;

/** The engine's calculation, made awaitable: the original neither waits nor passes on what goes wrong. */
class AwaitableCalculation extends CalculateFormulaService {
  private readonly trees = new Map<string, BaseAstNode>();

  async run(config: IFormulaDatasetConfig): Promise<IAllRuntimeData> {
    this._currentConfigService.load(config);
    this._runtimeService.reset();
    await this._executeStep();
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    const results = this._runtimeService.getAllRuntimeData();
    this._runtimeService.reset();
    return results;
  }

  /** Results of formulas none of which reads another, one after the other. */
  runApart(unit: string, held: ISheetData, sheets: readonly FormulasApart[]): EngineValue[][] {
    const runtime = this._runtimeService;
    this._currentConfigService.load(configOf(unit, held, {}));
    runtime.reset();
    const results = sheets.map(({ name, formulas }) => {
      const { rowCount = 1, columnCount = 1 } = held[name] ?? {};
      return formulas.map(({ row, column, formula, down }) => {
        const node = this.treeOf(unit, formula);
        runtime.setCurrent(row, column, rowCount, columnCount, name, unit);
        runtime.setRuntimeData(this._interpreter.execute({ node, refOffsetX: 0, refOffsetY: down }));
        node.resetCalculationState();
        return engineValue(runtime.getUnitData()[unit]?.[name]?.getValue(row, column));
      });
    });
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    runtime.reset();
    return results;
  }

  /** Trees by the very texts: the engine's own list is asked with a text that it puts together each time. */
  private treeOf(unit: string, formula: string): BaseAstNode {
    const known = this.trees.get(formula);
    if (known) return known;
    const tree = generateAstNode(unit, formula, this._lexer, this._astTreeBuilder, this._currentConfigService);
    if (this.trees.size >= MOST_TREES) this.trees.clear();
    this.trees.set(formula, tree);
    return tree;
  }
}

/** Starts an engine. Costs about 50 ms and 30 MB: keep it. */
export function createFormulaEngine(): FormulaEngine {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.SILENT,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  const unit = `book_${++engines}`;
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, { id: unit });
  const injector = univer.__getInjector();
  injector
    .get(IFunctionService)
    .registerExecutors(
      blockFunction(),
      isFormulaFunction(),
      ...criterionFunctions(),
      ...textFunctions(),
      ...coercingFunctions(),
    );
  withoutValueIndex();
  leaveTextsAlone();
  const runtime = injector.get(IFormulaRuntimeService);
  keepEmptyText(runtime);
  keepPureCaches(runtime);
  readRangesOnce(injector.get(IDependencyManagerService));
  const interpreter = injector.get(Interpreter);
  containExceptions(interpreter);
  const walk = shortenInterpreter(interpreter, runtime);
  takeEveryFormula(injector.get(IFormulaDependencyGenerator));
  compareNumbersPlainly();
  findTreesByText();
  readCellsPlainly();
  const calculation = new AwaitableCalculation(
    injector.get(IConfigService),
    injector.get(Lexer),
    injector.get(IFormulaCurrentConfigService),
    runtime,
    injector.get(IFormulaDependencyGenerator),
    interpreter,
    injector.get(AstTreeBuilder),
  );
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  return {
    calculate: (sheets) =>
      inTurn(async () => {
        readInto(unit, null);
        walk.begin(false);
        const found = (await calculation.run(dataset(unit, sheets))).unitData[unit] ?? {};
        return sheets.map(({ name, formulas }) =>
          formulas.map(({ row, column }) => engineValue(found[name]?.getValue(row, column))),
        );
      }),
    hold() {
      const { set, remove, arrays, sheetsAtLeast } = holdSheets();
      return {
        set,
        remove,
        calculate: (sheets) =>
          inTurn(() => {
            readInto(unit, arrays);
            walk.begin(true);
            return Promise.resolve(calculation.runApart(unit, sheetsAtLeast(sheets), sheets));
          }),
      };
    },
    dispose: () => univer.dispose(),
  };
}

/** The engine takes a cell of empty text for a blank one, unless the cell belongs to a formula: say that it does. */
function keepEmptyText(runtime: IFormulaRuntimeService): void {
  const setRuntimeData = runtime.setRuntimeData.bind(runtime);
  runtime.setRuntimeData = (variant: FunctionVariantType) => {
    setRuntimeData(variant);
    const cell = runtime
      .getUnitData()
      [runtime.currentUnitId]?.[runtime.currentSubUnitId]?.getValue(runtime.currentRow, runtime.currentColumn);
    if (cell?.v === '') cell.si = 'formula';
  };
}

/** The engine makes numbers of texts in a formula that look like dates or amounts: IF(TRUE,"1/2","") would be a day of this year. */
function leaveTextsAlone(): void {
  ValueObjectFactory.create = (value) => createValueObject(value, true);
}

const createValueObject = ValueObjectFactory.create.bind(ValueObjectFactory);

/** Between runs the engine forgets how texts parse as numbers and references; they parse the same next time. The caches are bounded. */
function keepPureCaches(runtime: IFormulaRuntimeService): void {
  runtime.clearReferenceAndNumberformatCache = () => undefined;
}

/** A formula moved down works out all its ranges each time one of them is asked for; and a formula lists a range as often as it names it. */
function readRangesOnce(dependencies: IDependencyManagerService): void {
  const add = dependencies.addDependencyRTreeCache.bind(dependencies);
  dependencies.addDependencyRTreeCache = (tree) => {
    const ranges = new Map(
      tree.rangeList.map((one) => [
        `${one.sheetId}|${one.range.startRow},${one.range.startColumn},${one.range.endRow},${one.range.endColumn}`,
        one,
      ]),
    );
    Object.defineProperty(tree, 'rangeList', { value: [...ranges.values()], writable: true, configurable: true });
    add(tree);
  };
}

/**
 * The engine looks values up by the place of an array, and gives arrays that stand nowhere, such as ROW(A1:A9), the place of
 * the formula: later comparisons then read what never stood in the cells. Comparing anew each time is right and fast enough.
 */
function withoutValueIndex(): void {
  CELL_INVERTED_INDEX_CACHE.set = () => undefined;
  CELL_INVERTED_INDEX_CACHE.setContinueBuildingCache = () => undefined;
  CELL_INVERTED_INDEX_CACHE.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
}

/** One formula that the engine stumbles over must not end the whole run. */
function containExceptions(interpreter: Interpreter): void {
  const execute = interpreter.execute.bind(interpreter);
  interpreter.execute = (node) => {
    try {
      return execute(node);
    } catch {
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  };
}
