// The spreadsheet on the page: shows a book, reports what a person does in it, is brought up to date after every change.
// It never calculates and never decides what an input means.
import type { IRange } from '@univerjs/core';
import { viewOf, type WindowView } from '../model/windowView';
import type { Language } from '../../core/ground/text';
import { CLOCK, directoryOf, translateFormula } from '../calc/translateFormula';
import { quoteSheet } from '../model/address';
import type { Book, Range, Sheet } from '../model/book';
import { styleAt } from '../model/cells';
import { surelyValid } from '../model/surelyValid';
import { readInput } from '../model/typedInput';
import { connectCarriedFormulas } from './carriedFormulas';
import { connectCellEditor } from './cellEditor';
import { chartPlaces } from './chartPlaces';
import type { ChartPlace } from './chartPlaces';
import { desiredCells } from './desiredCells';
import { editText } from './editText';
import { connectFilterButtons } from './filterButtons';
import type { PressedFilter } from './filterButtons';
import { GridWorkbook } from './gridWorkbook';
import { mirrorEdit } from './personEdits';
import type { PersonActions } from './personEdits';
import { OpenEditor, withPlace } from './openEditor';
import { connectPastedText } from './pastedText';
import { OutOfSight, whenIdle } from './outOfSight';
import { connectRevealedCell } from './revealCell';
import { refreshCells, refreshRules, refreshShape } from './refreshSheet';
import type { Places } from './refreshSheet';
import { sheetRules } from './sheetRules';
import type { PlainFormula, SheetRules } from './sheetRules';
import { areaOfGrid, sheetShape, toGridSheet } from './sheetShape';
import type { SheetShape } from './sheetShape';
import { createGridEngine } from './univerEngine';
import type { GridEngine } from './univerEngine';

/** What a person does in the grid, and what the grid asks back. */
export interface GridEvents extends PersonActions {
  /** What NOW() is in rule formulas, as an Excel serial. */
  now(): number;
  /** A person pressed the filter button of a table's column. */
  filterPressed(filter: PressedFilter): void;
  /** A person chose another sheet or other cells. `before`: areas that stay selected with them. */
  selected(sheetId: string, range: Range, before: readonly Range[]): void;
  /** These sheets were not brought wholly up to the model, for a person typed in a cell or nobody saw them, and can be now. */
  behind(sheetIds: ReadonlySet<string>): void;
}

interface Shown {
  readonly gridId: string;
  shape: SheetShape;
  rules: SheetRules;
}

const NO_RULES: SheetRules = { validations: [], conditionals: [] };
const NOTHING_CHOSEN: WindowView = { sheetId: '', selection: { row: 0, column: 0, rows: 1, columns: 1 } };

/** Over Univer. A person's edits come out as `GridEvents`; nothing that is brought up to date comes back as an edit. */
export class Grid {
  private readonly engine: GridEngine;
  private readonly workbook: GridWorkbook;
  private book: Book | undefined;
  /** What the grid was last given, by the model's sheet id. */
  private readonly shown = new Map<string, Shown>();
  private editor: OpenEditor | undefined;
  /** Rules of sheets that nobody has seen yet: the grid tests each cell of a validation as it opens, and works out each format after every change. */
  private readonly later = new Set<string>();
  private readonly outOfSight: OutOfSight;
  /** Sheets that lack something because a person was typing. */
  private readonly behind = new Set<string>();

  constructor(
    container: HTMLElement,
    language: Language,
    private readonly events: GridEvents,
  ) {
    this.engine = createGridEngine(container, language);
    this.workbook = new GridWorkbook(this.engine);
    this.outOfSight = new OutOfSight((sheetIds) => events.behind(sheetIds));
    this.workbook.onPersonal((command) => this.onPersonal(command));
  }

  /** Shows another book. */
  open(book: Book, name: string): void {
    this.book = book;
    this.shown.clear();
    this.outOfSight.clear();
    this.later.clear();
    const plain = this.plainFormula(book);
    const { sheetId: onTop } = viewOf(book);
    const validations: Record<string, unknown> = {};
    const conditionals: Record<string, unknown> = {};
    const sheets = book.sheets.map((sheet) => {
      const cells = desiredCells(sheet);
      const shape = sheetShape(sheet, cells);
      const rules = sheet.id === onTop ? sheetRules(sheet, shape.lastRow, plain) : NO_RULES;
      if (rules === NO_RULES) this.later.add(sheet.id);
      this.shown.set(sheet.id, { gridId: sheet.id, shape, rules });
      validations[sheet.id] = rules.validations;
      conditionals[sheet.id] = rules.conditionals;
      return toGridSheet(sheet.id, shape, cells);
    });
    this.workbook.open(name, sheets, [
      { name: 'SHEET_DATA_VALIDATION_PLUGIN', data: JSON.stringify(validations) },
      { name: 'SHEET_CONDITIONAL_FORMATTING_PLUGIN', data: JSON.stringify(conditionals) },
    ]);
    this.connectEditor();
    this.showActive();
  }

  private comesInSight(sheetId: string): void {
    this.outOfSight.hurry(sheetId);
    this.giveRules(sheetId);
  }

  /** A sheet gets its rules when it is seen first. */
  private giveRules(sheetId: string): void {
    if (!this.later.delete(sheetId)) return;
    const { book } = this;
    const shown = this.shown.get(sheetId);
    const sheet = book?.sheets.find(({ id }) => id === sheetId);
    if (!book || !shown || !sheet) return;
    const rules = sheetRules(sheet, shown.shape.lastRow, this.plainFormula(book));
    refreshRules(this.workbook, shown.gridId, shown.rules, rules);
    shown.rules = rules;
  }

  /**
   * Brings these sheets (all, if none are given) up to the model; sheets that came or went are always noticed, of those that nobody sees it is
   * said when they are behind that they can be brought up to it. Cells at the places that
   * `aheadOn` gives for a sheet are left as they are, and so is the cell that a person is typing in. Gives the number of cells written.
   */
  refresh(sheetIds?: ReadonlySet<string>, aheadOn?: (sheetId: string) => Places | undefined): number {
    const { book } = this;
    if (!book) return 0;
    const plain = this.plainFormula(book);
    const seen = new Set([this.activeSheetId, viewOf(book).sheetId]);
    let written = 0;
    book.sheets.forEach((sheet, index) => {
      const shown = this.shown.get(sheet.id);
      if (shown && sheetIds && !sheetIds.has(sheet.id)) return;
      if (shown && sheetIds && !seen.has(sheet.id) && this.outOfSight.putOff(sheet.id)) return;
      this.outOfSight.done(sheet.id);
      const cells = desiredCells(sheet);
      const shape = sheetShape(sheet, cells);
      const rules = this.later.has(sheet.id) ? NO_RULES : sheetRules(sheet, shape.lastRow, plain);
      if (!shown) return this.insert(sheet, index, shape, rules, toGridSheet(sheet.id, shape, cells));
      const typedIn = this.editor?.on(shown.gridId);
      refreshShape(this.workbook, shown.gridId, shown.shape, shape);
      written += refreshCells(this.workbook, shown.gridId, cells, withPlace(aheadOn?.(sheet.id), typedIn));
      shown.shape = shape;
      // Rules that go take an open drop-down list and the keyboard with them.
      if (typedIn !== undefined) return void this.behind.add(sheet.id);
      refreshRules(this.workbook, shown.gridId, shown.rules, rules);
      shown.rules = rules;
    });
    this.removeGone(book);
    this.workbook.order(book.sheets.map((sheet) => this.shown.get(sheet.id)?.gridId ?? sheet.id));
    return written;
  }

  /** Shows the sheet and the cells that the book says are chosen, or those of this window. */
  showActive(view?: WindowView): void {
    const { sheetId, selection } = view ?? (this.book ? viewOf(this.book) : NOTHING_CHOSEN);
    const gridId = this.shown.get(sheetId)?.gridId;
    if (!gridId) return;
    this.comesInSight(sheetId);
    if (this.workbook.activeGridId !== gridId) this.workbook.activate(gridId);
    this.workbook.select(gridId, selection);
  }

  /** Where the charts of the sheet on top lie on the page at this moment. */
  chartPlaces(): ChartPlace[] {
    const sheet = this.sheetOf(this.workbook.activeGridId ?? '');
    return sheet && sheet.charts.length > 0
      ? chartPlaces(this.engine, this.workbook.workbook?.getUnitId() ?? '', sheet)
      : [];
  }

  /** The model's id of the sheet that is on top in the grid. */
  get activeSheetId(): string | undefined {
    return this.sheetOf(this.workbook.activeGridId ?? '')?.id;
  }

  /** Not before what the grid has put off until the page is idle: it would look for a workbook that is gone. */
  dispose(): void {
    this.later.clear();
    this.outOfSight.clear();
    whenIdle(() => this.engine.univer.dispose());
  }

  /** The grid's services for sheets exist only from its first workbook on. */
  private connectEditor(): void {
    if (this.editor) return;
    this.editor = new OpenEditor(this.engine, () => this.catchUp());
    connectRevealedCell(this.engine);
    connectCarriedFormulas(this.engine, this.workbook);
    connectPastedText(this.engine, this.workbook, (why) => this.events.refuse(why));
    connectFilterButtons(
      this.engine,
      (gridId, row, column) => this.filterAt(gridId, row, column),
      (filter) => this.events.filterPressed(filter),
    );
    connectCellEditor(
      this.engine,
      (gridId, row, column) => this.editTextAt(gridId, row, column),
      (gridId, row, column, input) => this.isPlainlyValid(gridId, row, column, input),
    );
  }

  private catchUp(): void {
    if (this.behind.size > 0) this.events.behind(new Set(this.behind));
    this.behind.clear();
  }

  private insert(
    sheet: Sheet,
    index: number,
    shape: SheetShape,
    rules: SheetRules,
    data: ReturnType<typeof toGridSheet>,
  ): void {
    this.workbook.insertSheet(index, data);
    refreshRules(this.workbook, sheet.id, { validations: [], conditionals: [] }, rules);
    this.shown.set(sheet.id, { gridId: sheet.id, shape, rules });
  }

  private removeGone(book: Book): void {
    const present = new Set(book.sheets.map((sheet) => sheet.id));
    for (const [id, { gridId, shape }] of this.shown) {
      if (present.has(id)) continue;
      const active = book.sheets[book.active];
      const next = active && this.shown.get(active.id)?.gridId;
      if (this.workbook.activeGridId === gridId && next) this.workbook.activate(next);
      if (this.workbook.worksheet(gridId)) this.workbook.removeSheet(gridId, shape.name);
      this.shown.delete(id);
    }
  }

  private onPersonal({ id, params }: { id: string; params: object }): void {
    if (!this.book) return;
    if (id === 'sheet.operation.set-selections' || id === 'sheet.operation.set-worksheet-active')
      return this.onSelected(params);
    mirrorEdit(
      { id, params },
      {
        actions: {
          ...this.events,
          edit: (sheetId, row, column, input) => this.events.edit(sheetId, row, column, input, this.workbook.isUndoing),
        },
        sheetOf: (gridId) => this.sheetOf(gridId),
        bindSheet: (gridId, sheet) => {
          const shape = sheetShape(sheet, desiredCells(sheet));
          this.shown.set(sheet.id, { gridId, shape, rules: { validations: [], conditionals: [] } });
        },
        shownCells: (gridId) => this.workbook.cells(gridId),
      },
    );
  }

  private onSelected(params: object): void {
    const gridId = this.workbook.activeGridId;
    const sheet = gridId ? this.sheetOf(gridId) : undefined;
    if (!sheet) return;
    this.comesInSight(sheet.id);
    const { selections = [] } = params as { selections?: { range: IRange }[] };
    const areas = selections.map(({ range }) => areaOfGrid(range));
    this.events.selected(
      sheet.id,
      areas.at(-1) ?? this.workbook.selection(gridId ?? '') ?? { row: 0, column: 0, rows: 1, columns: 1 },
      areas.slice(0, -1),
    );
  }

  private editTextAt(gridId: string, row: number, column: number): string {
    const sheet = this.sheetOf(gridId);
    return sheet ? editText(sheet.cells.get(`${row},${column}`), styleAt(sheet, row, column).numberFormat) : '';
  }

  private isPlainlyValid(gridId: string, row: number, column: number, input: string): boolean {
    const sheet = this.sheetOf(gridId);
    if (!sheet || !this.book) return false;
    const isText = styleAt(sheet, row, column).numberFormat === '@';
    return surelyValid(this.book, sheet, row, column, readInput(input, isText, this.events.now()));
  }

  private filterAt(gridId: string, row: number, column: number): PressedFilter | undefined {
    const sheet = this.sheetOf(gridId);
    const table = sheet?.tables.find(
      ({ range, showHeaders, showFilterButton }) =>
        showHeaders &&
        showFilterButton &&
        row === range.row &&
        column >= range.column &&
        column < range.column + range.columns,
    );
    return sheet && table && { sheet, table, column: column - table.range.column };
  }

  private sheetOf(gridId: string): Sheet | undefined {
    const known = this.shown.has(gridId) ? gridId : [...this.shown].find(([, shown]) => shown.gridId === gridId)?.[0];
    return this.book?.sheets.find((sheet) => sheet.id === known);
  }

  /** Rule formulas are worked out by the grid, which knows no tables and no names of the model. */
  private plainFormula(book: Book): PlainFormula {
    const directory = {
      ...directoryOf(book),
      aliasOf: new Map(book.sheets.map((sheet) => [sheet.name.toLowerCase(), quoteSheet(sheet.name)])),
    };
    const tables = new Map(
      [...directory.tables].map(([key, entry]) => [
        key,
        { ...entry, alias: quoteSheet(book.sheets.find((sheet) => sheet.tables.includes(entry.table))?.name ?? '') },
      ]),
    );
    const now = this.events.now();
    return (formula, sheet) =>
      translateFormula(`=${formula}`, { ...directory, tables }, { sheet, row: 0, column: 0 })
        .slice(1)
        .replaceAll(CLOCK.now, String(now))
        .replaceAll(CLOCK.today, String(Math.floor(now)));
  }
}
