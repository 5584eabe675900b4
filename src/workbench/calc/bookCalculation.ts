// Brings a book to a formula engine and the results back into its cells. After the first time only what a change reaches is worked out
// again, level by level: formulas that read a changed cell, then those that read one whose result is another. Knows no particular engine.
import type { Book, Cell, Sheet } from '../model/book';
import type { Calculator } from './calculator';
import {
  CellGraph,
  CLOCK_INDEX,
  areasOf,
  columnOf,
  idOf,
  readsOf,
  rowOf,
  sheetOf,
  type Area,
  type Reads,
} from './cellGraph';
import { sameResult, SeenCells } from './changedCells';
import {
  byPlace,
  clockSheet,
  engineFormulas,
  filled,
  placeOfKey,
  sizeOf,
  spanning,
  type FormulaCell,
} from './engineSheets';
import type { EngineSheet, EngineValue } from './engineShapes';
import type { FormulaEngine } from './formulaEngine';
import { FormulaLevels, type Reading } from './formulaLevels';
import { HeldBook } from './heldBook';
import { formulasOf, type Moved } from './formulaMentions';
import { meet, readByAll, type ReadAreas } from './readAreas';
import { sheetAlias } from './translateFormula';
import { createTranslator, type Translator } from './translationCache';

/** How a book is worked out. */
export interface CalculationOptions {
  /** Works everything out each time, in the order that the engine finds: for measuring, and as a second opinion. */
  readonly whole?: boolean;
}

/** Changes in more cells than this are worked out as a whole. */
const MOST_CHANGES = 4_000;
/** Deeper chains than this do not end: a formula gives something else each time. */
const MOST_WAVES = 200;

/** A calculator over an engine that is started at the first need. Calls wait for each other. */
export function calculatorOver(
  startEngine: () => Promise<FormulaEngine>,
  { whole = false }: CalculationOptions = {},
): Calculator {
  let engine: Promise<FormulaEngine> | null = null;
  let open: OpenBook | null = null;
  let queue: Promise<void> = Promise.resolve();
  const started = (): Promise<FormulaEngine> => (engine ??= startEngine());

  return {
    recalculate(book, now) {
      const turn = queue.then(async () => {
        if (open?.book !== book) open = new OpenBook(book, started);
        return open.recalculate(now, whole);
      });
      queue = turn.then(
        () => undefined,
        () => {
          open = null;
        },
      );
      return turn;
    },
    async warm() {
      const known = open;
      for (const ids of known?.byLevel() ?? []) {
        const turn = queue.then(() => (open === known ? known?.again(ids) : undefined));
        queue = turn.then(
          () => undefined,
          () => undefined,
        );
        await turn;
        // Whatever was asked for meanwhile comes first.
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    dispose() {
      void engine?.then((started) => started.dispose());
      engine = null;
      open = null;
    },
  };
}

/** What is known of a book from one calculation to the next. */
class OpenBook {
  private readonly translator: Translator = createTranslator();
  private seen = new SeenCells(this.translator.numberOf);
  private graph: CellGraph | null = null;
  private readonly readings = new Map<number, Reading>();
  private readonly reads = new Map<number, Map<string, Reads>>(); // by sheet, then by text
  /** The sheets' numbers in the order of the book, and the place of each. */
  private numbers: readonly number[] = [];
  private places: ReadonlyMap<number, number> = new Map();
  private started = false;
  private now = NaN;
  private readonly levels = new FormulaLevels(this.readings, (text, sheet) => this.readsOf(text, sheet));

  private readonly held: HeldBook;

  constructor(
    readonly book: Book,
    private readonly engine: () => Promise<FormulaEngine>,
  ) {
    this.held = new HeldBook(book, this.translator.numberOf, async () => (await engine()).hold());
  }

  /** Gives the indices of the sheets in which a result is another. */
  async recalculate(now: number, whole: boolean): Promise<ReadonlySet<number>> {
    const { book } = this;
    const moved = this.translator.follow(book);
    this.numbers = book.sheets.map(this.translator.numberOf);
    this.places = new Map(this.numbers.map((number, place) => [number, place]));
    if (!this.started && book.calculatedAt !== undefined) this.takeResults(book.calculatedAt);
    this.started = true;
    const { graph } = this;
    const touched = whole
      ? await this.atOnce(now)
      : await (graph ? this.changes(graph, now, moved) : this.everything(now));
    return new Set([...touched].flatMap((number) => this.places.get(number) ?? []));
  }

  /** Works out what changes reach. `moved`: what formulas that stayed may read otherwise than before. */
  private async changes(graph: CellGraph, now: number, moved: Moved | null): Promise<ReadonlySet<number>> {
    const { book } = this;
    const { literals, formulas, without } = this.seen.changesIn(book);
    for (const id of without) {
      graph.delete(id);
      this.readings.delete(id);
    }
    this.held.changed([...literals, ...formulas, ...without], (number) => this.sheetNumbered(number));
    const asked = this.identify(
      graph,
      moved ? new Set([...formulasOf(book, moved, this.translator.numberOf), ...formulas]) : formulas,
    );
    this.levels.join(asked);
    // A formula in the place of a value is a change, too, even where it gives the same: ISFORMULA sees it.
    const clock = now === this.now ? [] : [idOf(CLOCK_INDEX, 0, 0), idOf(CLOCK_INDEX, 0, 1)];
    const changed = [...literals, ...formulas, ...clock];
    this.now = now;
    if (literals.length + formulas.length > MOST_CHANGES) return this.everything(now);
    return this.inWaves(graph, changed, [...asked, ...formulas]);
  }

  private async inWaves(graph: CellGraph, changed: readonly number[], asked: readonly number[]): Promise<Set<number>> {
    const touched = new Set<number>();
    const open = changed.length > 0 ? graph.reachedFrom(changed) : new Set<number>();
    for (const id of asked) open.add(id);
    const levels = this.levels.all();
    for (let wave = 0; open.size > 0; wave += 1) {
      if (wave > MOST_WAVES) return this.atOnce(this.now);
      // Deepest first: what is worked out later is worked out once.
      let lowest = Infinity;
      for (const id of open) lowest = Math.min(lowest, levels.get(id) ?? 0);
      const now = new Set<number>();
      for (const id of open) if ((levels.get(id) ?? 0) <= lowest) now.add(id);
      for (const id of now) open.delete(id);
      const others = await this.workOut(graph, now);
      for (const id of others) touched.add(sheetOf(id));
      if (others.length > 0) for (const id of graph.reachedFrom(others)) open.add(id);
    }
    return touched;
  }

  /** Works these formulas out; gives those whose result is another. */
  private async workOut(graph: CellGraph, ids: ReadonlySet<number>): Promise<number[]> {
    const perSheet = this.formulaCells([...ids]);
    const read = readByAll(graph, ids);
    const apart = !read.anything && !meet(read.areas, ids);
    const results = apart ? await this.workOutApart(perSheet) : await this.workOutTogether(read, ids, perSheet);
    const others = perSheet.flatMap((cells, index) => {
      const number = this.numbers[index] ?? 0;
      return cells.flatMap(({ row, column, cell }, at) => {
        const value = results[index]?.[at] ?? null;
        if (sameResult(cell.value, value)) return [];
        cell.value = value;
        this.seen.result(number, `${row},${column}`, value);
        return [idOf(number, row, column)];
      });
    });
    this.held.changed(others, (number) => this.sheetNumbered(number));
    return others;
  }

  /** Each by the text that its reading was taken from, so many rows further down. */
  private workOutApart(perSheet: readonly FormulaCell[][]): Promise<EngineValue[][]> {
    const sheets = this.numbers.map((number, index) => ({
      name: sheetAlias(number),
      rows: 1,
      columns: 1,
      formulas: (perSheet[index] ?? []).map(({ row, column }) => {
        const { from, text } = this.readings.get(idOf(number, row, column)) ?? { from: row, text: '' };
        return { row, column, formula: text, down: row - from };
      }),
    }));
    return this.held.calculate(spanning(sheets), this.now);
  }

  private async workOutTogether(
    read: ReadAreas,
    ids: ReadonlySet<number>,
    perSheet: readonly FormulaCell[][],
  ): Promise<EngineValue[][]> {
    const literals = this.literalsFor(read, ids);
    const sheets = this.book.sheets.map((sheet, index): EngineSheet => {
      const cells = perSheet[index] ?? [];
      const own = literals[index] ?? [];
      const name = sheetAlias(this.translator.numberOf(sheet));
      const formulas = engineFormulas(sheet, cells, this.translator);
      return { name, ...sizeOf(own, cells), literals: own, formulas };
    });
    return (await this.engine()).calculate([...spanning(sheets), clockSheet(this.now)]);
  }

  /** The cells that the formulas read, sheet by sheet, with the results of formulas that are not worked out now. */
  private literalsFor({ areas, anything }: ReadAreas, ids: ReadonlySet<number>): EngineSheet['literals'][] {
    const found = this.book.sheets.map(() => new Map<number, EngineSheet['literals'][number]>());
    const add = (number: number, row: number, column: number, cell: Cell | undefined): void => {
      const id = idOf(number, row, column);
      const own = found[this.places.get(number) ?? -1];
      if (!cell || !own || own.has(id) || ids.has(id)) return;
      if (cell.formula !== undefined) own.set(id, { row, column, value: cell.value ?? '', result: true });
      else if (filled(cell.value)) own.set(id, { row, column, value: cell.value });
    };
    for (const area of anything ? this.wholeSheets() : areas) {
      const sheet = this.sheetNumbered(area.sheet);
      if (!sheet) continue;
      const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1);
      if (cells > sheet.cells.size)
        for (const [key, cell] of sheet.cells) {
          const { row, column } = placeOfKey(key);
          if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right)
            add(area.sheet, row, column, cell);
        }
      else
        for (let row = area.top; row <= area.bottom; row += 1)
          for (let column = area.left; column <= area.right; column += 1)
            add(area.sheet, row, column, sheet.cells.get(`${row},${column}`));
    }
    return found.map((cells) => [...cells.values()]);
  }

  private wholeSheets(): Area[] {
    const last = Number.MAX_SAFE_INTEGER;
    return this.numbers.map((sheet) => ({ sheet, top: 0, bottom: last, left: 0, right: last }));
  }

  private sheetNumbered(number: number): Sheet | undefined {
    return this.book.sheets[this.places.get(number) ?? -1];
  }

  /** The formulas that can be read, lowest level first. */
  byLevel(): ReadonlySet<number>[] {
    const { graph } = this;
    if (!graph) return [];
    const levels = this.levels.all();
    const sets: Set<number>[] = [];
    for (const id of this.readings.keys())
      if (!graph.readBy(id).anything) (sets[levels.get(id) ?? 0] ??= new Set()).add(id);
    return sets.filter((ids) => ids.size > 0);
  }

  /** Works these out again; what they read is as it was, so nothing changes. */
  async again(ids: ReadonlySet<number>): Promise<void> {
    const present = new Set([...ids].filter((id) => this.readings.has(id)));
    if (this.graph) await this.workOut(this.graph, present);
  }

  /** Every formula has its result of that moment. */
  private takeResults(now: number): void {
    this.now = now;
    this.readAnew();
  }

  /** Works out every formula, level by level: the engine need not find an order among thousands. */
  private async everything(now: number): Promise<Set<number>> {
    this.now = now;
    const graph = this.readAnew();
    const touched = new Set<number>();
    for (const ids of this.byLevel()) {
      await this.workOut(graph, ids);
      for (const id of ids) touched.add(sheetOf(id));
    }
    for (const sheet of await this.inWaves(graph, [], graph.readersOfAnything())) touched.add(sheet);
    return touched;
  }

  /** The same by one call of the engine, in an order of its own: for formulas that give something else each time. */
  private async atOnce(now: number): Promise<Set<number>> {
    const { book, translator } = this;
    this.now = now;
    const perSheet = this.formulaCells();
    const touched = new Set<number>();
    if (perSheet.some((cells) => cells.length > 0)) {
      const sheets = book.sheets.map((sheet, index): EngineSheet => {
        const literals: { row: number; column: number; value: EngineValue }[] = [];
        for (const [key, cell] of sheet.cells)
          if (cell.formula === undefined && filled(cell.value))
            literals.push({ ...placeOfKey(key), value: cell.value });
        const cells = perSheet[index] ?? [];
        return {
          name: sheetAlias(translator.numberOf(sheet)),
          ...sizeOf(literals, cells),
          literals,
          formulas: engineFormulas(sheet, cells, translator),
        };
      });
      const results = await (await this.engine()).calculate([...spanning(sheets), clockSheet(now)]);
      perSheet.forEach((cells, index) =>
        cells.forEach(({ cell }, at) => {
          cell.value = results[index]?.[at] ?? null;
          touched.add(this.numbers[index] ?? 0);
        }),
      );
    }
    this.readAnew();
    return touched;
  }

  /** What stands in the cells now is what later changes are seen against. */
  private readAnew(): CellGraph {
    this.held.forget();
    this.seen = new SeenCells(this.translator.numberOf);
    this.seen.changesIn(this.book);
    const graph = new CellGraph();
    this.graph = graph;
    this.readings.clear();
    this.levels.forget();
    this.identify(graph);
    return graph;
  }

  /** Says to the graph what formulas read: these, or all; gives those that read something else than before. */
  private identify(graph: CellGraph, only?: Iterable<number>): number[] {
    const others: number[] = [];
    this.formulaCells(only).forEach((cells, index) => {
      const sheet = this.book.sheets[index];
      if (!sheet) return;
      // By column, then by text: long texts are neither joined nor compared for each cell.
      const leaders = new Map<number, Map<string, Reading>>();
      const number = this.translator.numberOf(sheet);
      for (const { row, column, cell } of cells) {
        const formula = cell.formula ?? '';
        const uniform = this.translator.isUniform(formula);
        const own = leaders.get(column) ?? new Map<string, Reading>();
        leaders.set(column, own);
        const leader = uniform ? own.get(formula) : undefined;
        const reading = leader ?? { from: row, text: this.translator.translate(formula, { sheet, row, column }) };
        if (uniform && !leader) own.set(formula, reading);
        const id = idOf(number, row, column);
        const before = this.readings.get(id);
        if (before?.from === reading.from && before.text === reading.text) continue;
        this.readings.set(id, reading);
        const reads = this.readsOf(reading.text, number);
        graph.set(id, areasOf(reads, row - reading.from), reads.anything);
        others.push(id);
      }
    });
    return others;
  }

  /** Sheet by sheet, as in the book, the cells that have a formula, in reading order: of these, or all. */
  private formulaCells(only?: Iterable<number>): FormulaCell[][] {
    const found = this.book.sheets.map((): FormulaCell[] => []);
    for (const id of only ?? []) {
      const [place, row, column] = [this.places.get(sheetOf(id)) ?? -1, rowOf(id), columnOf(id)];
      const cell = this.book.sheets[place]?.cells.get(`${row},${column}`);
      if (cell?.formula !== undefined) found[place]?.push({ row, column, cell });
    }
    if (!only)
      this.book.sheets.forEach(({ cells }, index) => {
        for (const [key, cell] of cells)
          if (cell.formula !== undefined) found[index]?.push({ ...placeOfKey(key), cell });
      });
    return found.map((cells) => cells.sort(byPlace));
  }

  private readsOf(text: string, sheet: number): Reads {
    const own = this.reads.get(sheet) ?? new Map<string, Reads>();
    this.reads.set(sheet, own);
    const known = own.get(text);
    if (known) return known;
    const reads = readsOf(text, sheet);
    own.set(text, reads);
    return reads;
  }
}
