// Headless Univer behind a small door: literals and A1 formulas in, results out.
// Knows nothing of the workbook model, of tables, names or the clock; imports nothing of Node, so it runs in a page too.
import {
  CellValueType,
  IConfigService,
  LocaleType,
  LogLevel,
  ObjectMatrix,
  Styles,
  Univer,
  UniverInstanceType,
} from '@univerjs/core';
import type { ICellData } from '@univerjs/core';
import {
  AstTreeBuilder,
  CalculateFormulaService,
  CELL_INVERTED_INDEX_CACHE,
  ERROR_TYPE_SET,
  ErrorType,
  ErrorValueObject,
  FORMULA_REF_TO_ARRAY_CACHE,
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
  FunctionVariantType,
  IAllRuntimeData,
  IFormulaData,
  IFormulaDatasetConfig,
  ISheetData,
} from '@univerjs/engine-formula';
import { blockFunction } from './blockFunction';
import { coercingFunctions } from './coercingFunctions';
import { criterionFunctions } from './criterionFunctions';
import { compareNumbersPlainly, formulasApart, orderOf, shortenInterpreter } from './engineShortcuts';
import { isFormulaFunction } from './isFormulaFunction';
import { textFunctions } from './textFunctions';

/** A value as the engine takes and gives it. */
export type EngineValue = string | number | boolean | { readonly error: string };

/** Of one cell, 0-based. */
export interface EngineFormula {
  readonly row: number;
  readonly column: number;
  /** With the leading "="; empty when it is another cell's formula moved down. */
  readonly formula: string;
  /**
   * Cells with one id have one formula; `down` says how many rows below the cell that has its text. References move unless marked with "$".
   * Where no formula reads another (see `calculate`), each has the text, and no cell need stand where it was read from.
   */
  readonly shared?: { readonly id: string; readonly down: number };
}

/** A sheet’s cells as the engine is given them. */
export interface EngineSheet {
  /** Plain ASCII name that the formulas use. */
  readonly name: string;
  /** Size: open-ended references (A:A) end here. */
  readonly rows: number;
  readonly columns: number;
  readonly literals: readonly {
    readonly row: number;
    readonly column: number;
    readonly value: EngineValue;
    /** It is what a formula gave: an empty text is no blank cell, and ISFORMULA says yes. */
    readonly result?: true;
  }[];
  readonly formulas: readonly EngineFormula[];
}

/** Works out the formulas of a workbook; knows cells by place alone. */
export interface FormulaEngine {
  /**
   * Results of every formula, sheet by sheet, in the order of `formulas`. Nothing of an earlier call remains; calls wait for each other.
   * `apart`: no formula reads the cell of another one, so that no order has to be found.
   */
  calculate(sheets: readonly EngineSheet[], apart?: boolean): Promise<EngineValue[][]>;
  dispose(): void;
}

/** Of the engines of this process: the engine's packages keep formulas they have read by the name of the unit, across engines. */
let engines = 0;

/** The engine's calculation, made awaitable: the original neither waits nor passes on what goes wrong. */
class AwaitableCalculation extends CalculateFormulaService {
  async run(config: IFormulaDatasetConfig): Promise<IAllRuntimeData> {
    this._currentConfigService.load(config);
    this._runtimeService.reset();
    await this._executeStep();
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    const results = this._runtimeService.getAllRuntimeData();
    this._runtimeService.reset();
    return results;
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
  shortenInterpreter(interpreter);
  const order = orderOf(injector.get(IFormulaDependencyGenerator), runtime);
  compareNumbersPlainly();
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
  const calculate = async (sheets: readonly EngineSheet[], apart: boolean): Promise<EngineValue[][]> => {
    order.given = apart ? formulasApart(unit, sheets) : undefined;
    const data = await calculation.run(dataset(unit, sheets));
    const found = data.unitData[unit] ?? {};
    return sheets.map(({ name, formulas }) =>
      formulas.map(({ row, column }) => result(found[name]?.getValue(row, column))),
    );
  };
  return {
    calculate(sheets, apart = false) {
      const turn = queue.then(() => calculate(sheets, apart));
      queue = turn.catch(() => undefined);
      return turn;
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

function dataset(unit: string, sheets: readonly EngineSheet[]): IFormulaDatasetConfig {
  const sheetData: ISheetData = {};
  const formulaData: NonNullable<IFormulaData[string]> = {};
  for (const { name, rows, columns, literals, formulas } of sheets) {
    const cellData = new ObjectMatrix<ICellData>({});
    for (const { row, column, value, result: given } of literals)
      cellData.setValue(row, column, given ? { ...cell(value), si: 'formula' } : cell(value));
    const sheetFormulas: NonNullable<(typeof formulaData)[string]> = {};
    for (const { row, column, formula, shared } of formulas) {
      cellData.setValue(row, column, { f: formula, ...(shared ? { si: shared.id } : {}) });
      (sheetFormulas[row] ??= {})[column] = { f: formula, ...(shared ? { si: shared.id, x: 0, y: shared.down } : {}) };
    }
    sheetData[name] = { cellData, rowCount: rows, columnCount: columns, rowData: {}, columnData: {} };
    formulaData[name] = sheetFormulas;
  }
  return {
    formulaData: { [unit]: formulaData },
    allUnitData: { [unit]: sheetData },
    unitSheetNameMap: { [unit]: Object.fromEntries(sheets.map(({ name }) => [name, name])) },
    unitStylesData: { [unit]: new Styles() },
    arrayFormulaCellData: {},
    arrayFormulaRange: {},
    forceCalculate: true,
    dirtyRanges: [],
    dirtyNameMap: {},
    dirtyDefinedNameMap: {},
    dirtyUnitFeatureMap: {},
    dirtyUnitOtherFormulaMap: {},
  };
}

function cell(value: EngineValue): ICellData {
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: typeof value === 'string' ? value : value.error, t: CellValueType.STRING };
}

function result(given: ICellData | null | undefined | void): EngineValue {
  const value = given?.v;
  if (value === null || value === undefined) return 0;
  if (given?.t === CellValueType.BOOLEAN) return Number(value) === 1;
  if (typeof value === 'string' && ERROR_TYPE_SET.has(value as ErrorType)) return { error: value };
  return value;
}
