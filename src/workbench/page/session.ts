// One sitting at the workbench: the open book, its host, its calculation, the grid that shows it, and the add-in's frames.
// Whatever changes the model ends here: one calculation and one refresh follow, however many changes came together.
import { text, type Language, type Text } from '../../core/ground/text';
import { serialFromWallTime } from '../../core/ground/wallTime';
import type { WallTime } from '../../core/ground/wallTime';
import type { Calculator } from '../calc/calculator';
import type { ChartPlace } from '../grid/chartPlaces';
import { Grid } from '../grid/grid';
import { Host } from '../host/host';
import type { Trouble } from '../host/hostState';
import { viewOf, type WindowView } from '../model/windowView';
import type { Bridge } from '../host/wire';
import { newBook, type Book, type Range } from '../model/book';
import type { FoundCell } from '../model/findCells';
import type { Clock } from './clock';
import { USUAL, type Conditions } from './conditions';
import { Frames } from './frames';
import { TEXTS } from './pageTexts';
import { PendingEdits } from './pendingEdits';
import { prefixed } from './refusals';
import { Store, type Notice, type SessionState } from './sessionState';
import type { SharedWorkbook } from './sharedWorkbook';
import { troubleBridge } from './troubledBridge';

/** Connections that are the host's own trouble. */
const TROUBLES: Partial<Record<Conditions['connection'], Trouble>> = { silent: 'silence', editing: 'cellEditing' };
/** The flag of a batch that writes. */
const WRITES = 1;
/** Changes that come within this time are worked out together. */
const TOGETHER_MILLISECONDS = 20;
/** The time from what a person typed to all its results in the grid, for whoever measures the page. */
const TYPED_TO_SHOWN = 'typed to shown';
/** Results that take longer are not waited for before what was typed is shown as the cell's own. */
const PATIENCE_MILLISECONDS = 150;
/** Good news does not stay in the way. */
const INFO_MILLISECONDS = 6_000;

export class Session {
  readonly store: Store<SessionState>;
  readonly frames: Frames;
  readonly host: Host;
  /** What this window has on top, where the host is another's. */
  private readonly view: WindowView | undefined;
  /** The book that the grid was last given. */
  private shownBook: Book;
  private grid: Grid | undefined;
  private container: HTMLElement | undefined;
  private readonly touched = new Set<string>();
  private readonly pending = new PendingEdits();
  /** Sheets in which the model took over what a person typed since it was last shown. */
  private readonly typedIn = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private calculating = false;
  /** Something has changed that a formula may see. */
  private stale = false;
  private lastNotice = 0;
  /** When a person typed what is not shown with all its results yet. */
  private typedAt: number | undefined;
  /** Choices of a person that the host has not taken yet. */
  private selecting = 0;
  /** What grid and book last agreed on as chosen. */
  private selection = '';
  /** The first book is still to come: until then the grid is empty. */
  private expecting = false;

  constructor(
    private readonly clock: Clock,
    calculator: Calculator,
    language: Language,
    conditions: Conditions = USUAL,
    /** Another window's: both show one workbook, and what one does comes to the other as from a co-author. */
    private readonly other?: SharedWorkbook,
  ) {
    const shared = other?.host;
    this.store = new Store<SessionState>({
      language,
      fileName: other?.fileName() ?? TEXTS.blankName[language],
      unsaved: false,
      busy: null,
      notices: [],
      fixedNow: clock.fixed,
      conditions,
      paneOpen: true,
      panePage: { page: '', asked: 0 },
      filter: null,
      preview: null,
      unfit: null,
    });
    this.host =
      shared ??
      new Host({
        book: newBook(),
        calculator,
        now: () => this.nowSerial(),
        excelApi: () => this.store.get().conditions.excelApi,
        language,
      });
    this.shownBook = this.host.book;
    this.view = shared && viewOf(shared.book);
    if (!this.other) this.host.disturb(TROUBLES[conditions.connection] ?? null);
    this.host.onModelChanged((sheetIds) => this.onModelChanged(sheetIds));
    this.frames = new Frames({
      newBridge: () => this.watchedBridge(),
      conditions: () => this.store.get().conditions,
      language: () => this.store.get().language,
      fixedNow: () => this.store.get().fixedNow,
      failed: (message) => this.notify('error', text(TEXTS.pageFailed.zh + message, TEXTS.pageFailed.en + message)),
    });
  }

  /** For a window that joins this one. */
  get share(): SharedWorkbook {
    return {
      host: this.host,
      fileName: () => this.store.get().fileName,
      changed: () => this.store.set({ unsaved: true }),
    };
  }

  get book(): Book {
    return this.host.book;
  }

  now(): WallTime {
    return this.clock.now();
  }

  /** Shows the grid inside this element; a grid that was shown before goes. */
  showIn(container: HTMLElement): void {
    this.grid?.dispose();
    container.replaceChildren();
    const place = container.appendChild(document.createElement('div'));
    this.container = container;
    this.grid = new Grid(place, this.store.get().language, {
      now: () => this.nowSerial(),
      edit: (sheetId, row, column, input, takenBack) => this.typed(sheetId, row, column, input, takenBack),
      editLines: (sheetId, shift) =>
        this.personChanged(
          this.pending.ofBook(this.host.editLines(sheetId, shift, { remote: this.other !== undefined })),
          sheetId,
        ),
      change: (work) => this.change(work),
      refuse: (why) => this.notify('warning', why),
      filterPressed: ({ sheet, table, column }) =>
        this.store.set({ filter: { sheetId: sheet.id, tableId: table.id, column } }),
      selected: (sheetId, range, before) => this.onSelected(sheetId, range, before),
      behind: (sheetIds) => {
        for (const id of sheetIds) this.touched.add(id);
        this.settleSoon();
      },
    });
    if (!this.expecting) this.grid.open(this.book, this.store.get().fileName);
  }

  /** A first book is on its way: the grid need not show an empty one before it. False: none comes any more. */
  expect(coming: boolean): void {
    const [expected, shown] = [this.expecting, this.grid];
    this.expecting = coming;
    if (expected && !coming) shown?.open(this.book, this.store.get().fileName);
  }

  /** Puts another book in the place of the open one and works it out. */
  async open(book: Book, fileName: string): Promise<void> {
    this.expecting = false;
    // Before the book: a second window takes both at once.
    this.store.set({ fileName });
    await this.host.openBook(book);
    this.shownBook = this.book;
    this.store.set({ unsaved: false });
    this.stale = true;
    this.grid?.open(this.book, fileName);
    // The grid has all of it: what the calculation changes is shown after it, once.
    clearTimeout(this.timer);
    this.touched.clear();
    const settled = this.settle();
    // The add-in loads meanwhile; what it asks for waits for the results.
    this.frames.reload();
    await settled;
  }

  /** Where the charts of the sheet on top lie on the page at this moment. */
  chartPlaces(): ChartPlace[] {
    return this.grid?.chartPlaces() ?? [];
  }

  /** The sheet that is on top in this window. */
  get activeSheetId(): string | undefined {
    return this.grid?.activeSheetId;
  }

  /** Brings a cell in sight and selects it, in this window. */
  showCell({ sheetId, row, column }: FoundCell): void {
    const range: Range = { row, column, rows: 1, columns: 1 };
    this.onSelected(sheetId, range);
    this.grid?.showActive({ sheetId, selection: range });
  }

  setNow(moment: WallTime | null): void {
    this.clock.set(moment);
    this.store.set({ fixedNow: moment });
    this.stale = true;
    this.settleSoon();
  }

  /** Other conditions from now on; the add-in starts anew under them where it asks for them only once. */
  setConditions(conditions: Conditions): void {
    const { theme, excelApi, rights } = this.store.get().conditions;
    this.store.set({ conditions });
    this.host.disturb(TROUBLES[conditions.connection] ?? null);
    const asked = theme !== conditions.theme || excelApi !== conditions.excelApi || rights !== conditions.rights;
    if (asked) this.frames.reload();
  }

  setLanguage(language: Language): void {
    this.store.set({ language });
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en-US';
    document.title = TEXTS.product[language];
    if (this.container) this.showIn(this.container);
  }

  /** Runs a ribbon command of the add-in and waits until it says that it is done. */
  async runCommand(name: string, label: Text): Promise<void> {
    await this.during(text(TEXTS.running.zh + label.zh, TEXTS.running.en + label.en), TEXTS.commandFailed, () =>
      this.frames.runCommand(name),
    );
  }

  /** Shows that something is going on while `work` runs; a failure becomes a notice that begins with `failure`. */
  async during<Result>(busy: Text, failure: Text, work: () => Promise<Result>): Promise<Result | undefined> {
    this.store.set({ busy });
    try {
      return await work();
    } catch (error) {
      this.notify('error', prefixed(failure, error));
      return undefined;
    } finally {
      this.store.set({ busy: null });
    }
  }

  notify(kind: Notice['kind'], words: Text): void {
    const { notices } = this.store.get();
    if (notices.some((notice) => notice.text.zh === words.zh)) return;
    const id = ++this.lastNotice;
    this.store.set({ notices: [...notices.slice(-2), { id, kind, text: words }] });
    if (kind === 'info') setTimeout(() => this.closeNotice(id), INFO_MILLISECONDS);
  }

  /** As Excel does for buttons that share a pane: what it shows is replaced by the button's page; '' leaves it as it is. */
  openPane(page: string): void {
    const { panePage } = this.store.get();
    this.store.set({ paneOpen: true, panePage: page === '' ? panePage : { page, asked: panePage.asked + 1 } });
  }

  closeNotice(id: number): void {
    this.store.set({ notices: this.store.get().notices.filter((notice) => notice.id !== id) });
  }

  private nowSerial(): number {
    return serialFromWallTime(this.clock.now());
  }

  /** A person's act was handed to the host; if it is refused, the grid shows the model again. */
  private person(act: Promise<void>, sheetId?: string): void {
    act.catch((error: unknown) => {
      this.notify('warning', prefixed(TEXTS.refused, error));
      if (sheetId) this.touched.add(sheetId);
      this.settleSoon();
    });
  }

  /** A person changes the book by other means than the grid. */
  change(work: (book: Book) => void): void {
    this.personChanged(this.pending.ofBook(this.host.change(work)));
  }

  private typed(sheetId: string, row: number, column: number, input: string, takenBack = false): void {
    this.typedAt ??= performance.now();
    const act = this.host
      .edit(sheetId, row, column, input, { remote: this.other !== undefined, takenBack })
      .then(() => {
        this.typedIn.add(sheetId);
        this.settleAtOnce();
      });
    this.personChanged(this.pending.ofCell(sheetId, row, column, act), sheetId);
  }

  private personChanged(act: Promise<void>, sheetId?: string): void {
    this.bookChanges();
    this.person(act, sheetId);
  }

  private bookChanges(): void {
    this.stale = true;
    if (!this.store.get().unsaved) this.store.set({ unsaved: true });
    // The workbook lives there, and is asked for before that window goes.
    this.other?.changed();
  }

  /** A bridge for the add-in that takes note of batches that write: the runtime says so in their flags. */
  private watchedBridge(): Bridge {
    const bridge = this.host.newBridge(this.view);
    const send = bridge.sendMessageToHost;
    bridge.sendMessageToHost = (json) => {
      const flags = Number(/"flags":(\d+)/.exec(json)?.[1] ?? WRITES);
      // Whoever begins to listen writes by the runtime's flags, and changes nothing.
      if (flags & WRITES && !/"Name":"_(Register|Unregister)/.test(json)) this.bookChanges();
      send(json);
    };
    troubleBridge(bridge, () => this.store.get().conditions.connection);
    return bridge;
  }

  private onSelected(sheetId: string, range: Range, before: readonly Range[] = []): void {
    this.selecting++;
    this.selection = selectionKey(sheetId, range);
    this.person(this.host.setSelection(sheetId, range, this.view, before).finally(() => this.selecting--));
  }

  /** Follows the add-in when it chose other cells; a person who is choosing at this moment goes first. */
  private showSelection(): void {
    const { sheetId, selection: chosen } = this.view ?? viewOf(this.book);
    const selection = selectionKey(sheetId, chosen);
    if (this.selecting > 0 || selection === this.selection) return;
    this.selection = selection;
    this.grid?.showActive(this.view);
  }

  private onModelChanged(sheetIds: readonly string[]): void {
    for (const id of sheetIds) this.touched.add(id);
    if (this.shownBook !== this.book) this.otherBook();
    if (!this.calculating) this.settleSoon();
  }

  /** Another window has put another book in the place of this one. */
  private otherBook(): void {
    this.shownBook = this.book;
    if (!this.other) return;
    this.store.set({ fileName: this.other.fileName(), unsaved: false });
    this.grid?.open(this.book, this.store.get().fileName);
    this.frames.reload();
  }

  private settleSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.settle(), TOGETHER_MILLISECONDS);
  }

  /** For what a person typed. What came with it, such as the other cells of a paste, stands before the calculation in the host's queue. */
  private settleAtOnce(): void {
    if (this.calculating) return;
    clearTimeout(this.timer);
    void this.settle();
  }

  /** Brings the grid up to the model, except where a person is ahead of it. */
  private showModel(sheetIds: ReadonlySet<string>): void {
    if (this.pending.moves) return;
    for (const id of sheetIds) this.typedIn.delete(id);
    this.grid?.refresh(sheetIds, (sheetId) => this.pending.in(sheetId));
  }

  /** Of what nobody typed nothing is shown before its results: a sheet that comes is on top only then. */
  private showTyped(): void {
    if (this.typedIn.size > 0) this.showModel(new Set(this.typedIn));
  }

  private async calculate(): Promise<void> {
    this.stale = false;
    this.calculating = true;
    await this.host.calculateNow().finally(() => (this.calculating = false));
  }

  /** Works out the formulas and brings the grid up to the model. */
  private async settle(): Promise<void> {
    const patience = setTimeout(() => this.showTyped(), PATIENCE_MILLISECONDS);
    try {
      if (this.stale) await this.calculate();
    } catch (error) {
      this.notify('error', prefixed(TEXTS.calculationFailed, error));
    } finally {
      clearTimeout(patience);
    }
    if (!this.pending.moves) {
      const touched = new Set(this.touched);
      this.touched.clear();
      this.showModel(touched);
    }
    this.showSelection();
    // What the add-in wrote while the formulas were worked out still waits for its own turn.
    if (this.stale) this.settleSoon();
    else if (this.typedAt !== undefined && this.typedIn.size === 0) {
      performance.measure(TYPED_TO_SHOWN, { start: this.typedAt });
      this.typedAt = undefined;
    }
  }
}

const selectionKey = (sheetId: string, { row, column, rows, columns }: Range): string =>
  [sheetId, row, column, rows, columns].join();
