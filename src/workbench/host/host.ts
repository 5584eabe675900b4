// The host: takes the runtime's batches one after another, carries them out on the book, answers, tells events. Owns no clock and no engine.
import type { Book, Range } from '../model/book';
import { copyOfBook } from '../model/copyOfBook';
import type { Shift } from '../model/shift';
import { Batch, type BatchHost } from './batch';
import type { Breaking } from './faults';
import { HostState, type HostOptions, type Source, type Trouble } from './hostState';
import { LiveContext } from './liveContext';
import { typeIntoCell } from './personEdit';
import { registry } from './registry';
import type { WindowView } from '../model/windowView';
import { isForOneWindow, seenFrom } from './windowView';
import { ActionType, type Bridge, type WireBody, type WireReply } from './wire';

/** Counted since the host was made. */
export interface HostStats {
  requests: number;
  bytesIn: number;
  bytesOut: number;
  /** Bytes of the biggest single request and response: what the 5 MB limit is about. */
  largestIn: number;
  largestOut: number;
}

/** A place between what sessions ask: before a request is begun (action -1), or before one of its actions. */
export interface Moment {
  /** Who asks: the order of newBridge, 0 is the host's own. */
  readonly session: number;
  readonly action: number;
  readonly actions: number;
}

/** What happens at a moment. Whatever it asks of the host is done at once, between two actions of the batch that waits. */
export type Slip = (moment: Moment) => void | Promise<void>;

interface WireRequest {
  id: number;
  message: { body: WireBody | string };
}

const DEFAULT_LIMIT = 5_000_000;
/** Only what will never end is cut off: a busy machine may take a minute over the making of a whole campaign. */
const DEFAULT_TIMEOUT = 120_000;

function failure(code: string, message: string): WireReply {
  return { Results: [], Error: { Code: code, Message: message, ActionIndex: -1, HttpStatusCode: 400 } };
}

/** What a text takes on the wire: Chinese takes three bytes a character. */
const bytesOf = (text: string): number => ENCODER.encode(text).length;
const ENCODER = new TextEncoder();

const envelope = (id: number, body: WireReply): string =>
  JSON.stringify({ id, type: 1, message: { statusCode: 200, headers: {}, body } });

/**
 * Example: `const host = new Host({ book: newBook(), now: () => 44354.75 })`, then `globalThis._richApiNativeBridge = host.bridge`
 * before the runtime is loaded (see createHost.ts for one call that does both).
 */
export class Host {
  readonly stats: HostStats = { requests: 0, bytesIn: 0, bytesOut: 0, largestIn: 0, largestOut: 0 };
  readonly bridge: Bridge;
  private readonly state: HostState;
  private readonly context: LiveContext;
  private readonly batchHost: BatchHost;
  private readonly bridges: Bridge[] = [];
  private readonly views = new Map<Bridge, WindowView>();
  private readonly listeners = new Set<(sheetIds: readonly string[]) => void>();
  private queue: Promise<void> = Promise.resolve();
  private slip: Slip | null = null;
  private slipping = 0;
  private breaking: Breaking | null = null;

  constructor(private readonly options: HostOptions) {
    const state = new HostState(options, options.book);
    this.state = state;
    this.context = new LiveContext(state);
    this.batchHost = {
      registry,
      context: this.context,
      get excelApi() {
        return typeof options.excelApi === 'function' ? options.excelApi() : (options.excelApi ?? '1.9');
      },
      ensureCalculated: () =>
        state.suspended || (state.calculationMode === 'Manual' && !state.asked) ? Promise.resolve() : state.calculate(),
      registerEvent: (type, target, on) =>
        on ? state.events.register(type, target) : state.events.unregister(type, target),
    };
    this.bridge = this.newBridge();
  }

  get book(): Book {
    return this.state.book;
  }

  /** Tracked ranges that the add-in has not given back. */
  get trackedRanges(): number {
    return this.state.references.size;
  }

  /** Puts another book in place, after what is under way; tracked ranges and event registrations of the old one end. */
  openBook(book: Book): Promise<void> {
    return this.enqueue(() => {
      this.state.book = book;
      this.state.references.releaseAll();
      this.state.events.forgetAll();
      this.state.touchEverything();
    });
  }

  /** A further bridge, for a second realm (the commands' page beside the pane). `view`: the realm is another window's. */
  newBridge(view?: WindowView): Bridge {
    const bridge: Bridge = { sendMessageToHost: (json) => this.receive(bridge, json) };
    if (view) this.views.set(bridge, view);
    this.bridges.push(bridge);
    return bridge;
  }

  /** Calls after each batch, edit or calculation that changed something, with the ids of the sheets. Returns how to end it. */
  onModelChanged(listener: (sheetIds: readonly string[]) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** A person types into a cell. `remote`: a co-author does, elsewhere. Rejects with ApiError when Excel would refuse the input. */
  edit(
    sheetId: string,
    row: number,
    column: number,
    input: string,
    options: { readonly remote?: boolean; /** By undo. */ readonly takenBack?: boolean } = {},
  ): Promise<void> {
    return this.asPerson(options.remote ? 'Remote' : 'Local', () =>
      typeIntoCell(this.context, this.state.sheet(sheetId), row, column, input, options),
    );
  }

  /** A person inserts or deletes lines of a sheet. Example: `host.editLines(id, rowShift(4, -1))` deletes row 5. */
  editLines(sheetId: string, shift: Shift, options: { remote?: boolean } = {}): Promise<void> {
    const what = shift.axis === 'row' ? 'Row' : 'Column';
    return this.asPerson(options.remote ? 'Remote' : 'Local', () =>
      this.context.shift(this.state.sheet(sheetId), shift, `${what}${shift.count > 0 ? 'Inserted' : 'Deleted'}`),
    );
  }

  /** A person selects cells, perhaps on another sheet; in another window, with its view; with Ctrl beside areas that were selected `before`. */
  setSelection(sheetId: string, area: Range, view?: WindowView, before: readonly Range[] = []): Promise<void> {
    return this.asPerson('Local', () => this.context.select(this.state.sheet(sheetId), area, before), view);
  }

  /** Changes the book by hand, in its turn in the queue; all sheets count as changed, no event is told. */
  change(work: (book: Book) => void): Promise<void> {
    return this.enqueue(() => {
      work(this.state.book);
      this.state.touchEverything();
    });
  }

  /**
   * What another copy of the book brings when both are merged: all of it at once, and told as a co-author's changes, sheet by sheet. `merge`
   * is given the book as it is then.
   */
  mergeIn(merge: (own: Book) => Book): Promise<void> {
    return this.asPerson('Remote', () => {
      const own = this.state.book;
      this.state.book = merge(own);
      this.state.references.releaseAll();
      this.state.touchEverything();
      this.context.tellMerged(own);
    });
  }

  /** Calculates now, after what is under way. */
  calculateNow(): Promise<void> {
    return this.enqueue(() => {
      this.state.dirty = true;
      return this.state.calculate();
    });
  }

  /** Calculates what changed since the last time, after what is under way; nothing when all is up to date. */
  calculateChanges(): Promise<void> {
    return this.enqueue(() => this.state.calculate());
  }

  /** A copy of the book with all its results, which says of which moment they are. */
  async calculatedCopy(): Promise<Book> {
    await this.calculateNow();
    return { ...copyOfBook(this.state.book), calculatedAt: this.state.options.now() };
  }

  /** Puts the host into a state that Excel can be in, or out of it again with null. Example: `host.disturb('cellEditing')`. */
  disturb(trouble: Trouble): void {
    this.state.trouble = trouble;
  }

  /** From now on `slip` is called at every moment of every batch; null ends it. Excel takes others' edits between actions, a queue never would. */
  slipIn(slip: Slip | null): void {
    this.slip = slip;
  }

  /** From now on `breaking` says what happens to each request; null ends it. */
  breakAt(breaking: Breaking | null): void {
    this.breaking = breaking;
  }

  /** Resolves when everything asked for so far is done and told. */
  settled(): Promise<void> {
    return this.enqueue(() => undefined);
  }

  private asPerson(source: Source, work: () => void, view?: WindowView): Promise<void> {
    return this.enqueue(() => {
      this.state.byPerson = source;
      try {
        work();
      } finally {
        this.state.byPerson = null;
      }
    }, view);
  }

  private async at(session: number, action: number, actions: number): Promise<void> {
    if (!this.slip) return;
    this.slipping += 1;
    const { suspended } = this.state;
    this.state.suspended = false;
    try {
      await this.slip({ session, action, actions });
    } finally {
      this.slipping -= 1;
      this.state.suspended = suspended;
    }
  }

  private enqueue(work: () => void | Promise<void>, view?: WindowView): Promise<void> {
    if (this.slipping > 0) return new Promise<void>((resolve) => resolve(work())).finally(() => this.announce(view));
    const seen = (): Promise<void> => seenFrom(view, () => this.state.book, work);
    const done = this.queue.then(seen).finally(() => this.announce(view));
    this.queue = done.catch(() => undefined);
    return done;
  }

  private announce(view?: WindowView): void {
    const events = this.state.events.take();
    for (const bridge of events.length > 0 ? this.bridges : []) {
      const entries = this.views.get(bridge) === view ? events : events.filter((event) => !isForOneWindow(event));
      if (entries.length > 0) this.send(JSON.stringify({ type: 3, message: { entries } }), [bridge]);
    }
    if (this.state.touched.size === 0) return;
    const sheets = [...this.state.touched];
    this.state.touched.clear();
    for (const listener of this.listeners) listener(sheets);
  }

  private send(json: string, to: readonly Bridge[] = this.bridges): void {
    for (const bridge of to) bridge.onMessageFromHost?.(json);
  }

  private receive(bridge: Bridge, json: string): void {
    const request = JSON.parse(json) as WireRequest;
    const limit = this.options.limits?.bytes ?? DEFAULT_LIMIT;
    this.stats.requests++;
    const bytes = bytesOf(json);
    this.stats.bytesIn += bytes;
    this.stats.largestIn = Math.max(this.stats.largestIn, bytes);
    void this.enqueue(async () => {
      if (this.state.trouble === 'cellEditing') {
        this.send(
          envelope(
            request.id,
            failure(
              'InvalidOperationInCellEditMode',
              'Excel is in cell-editing mode. Leave it with Enter or Esc, then try again.',
            ),
          ),
          [bridge],
        );
        return;
      }
      const reply =
        bytes > limit
          ? failure('RequestPayloadSizeLimitExceeded', `The request has ${bytes} bytes; at most ${limit} are taken.`)
          : await this.runBatch(request, this.bridges.indexOf(bridge));
      if (reply === null) return;
      let text = envelope(request.id, reply);
      let size = bytesOf(text);
      if (size > limit) {
        text = envelope(
          request.id,
          failure(
            'ResponsePayloadSizeLimitExceeded',
            `The response would have ${size} bytes; at most ${limit} are sent.`,
          ),
        );
        size = bytesOf(text);
      }
      this.stats.bytesOut += size;
      this.stats.largestOut = Math.max(this.stats.largestOut, size);
      if (this.state.trouble !== 'silence') this.send(text, [bridge]);
    }, this.views.get(bridge));
  }

  /** Null: there is no answer. */
  private async runBatch(request: WireRequest, session: number): Promise<WireReply | null> {
    const { body } = request.message;
    const wire = typeof body === 'string' ? (JSON.parse(body) as WireBody) : body;
    // A batch that only gives ranges back is no moment at which anything could be lost.
    const asks = wire.Actions.some(
      ({ ActionType: type, Name }) => type !== ActionType.instantiate && Name !== '_RemoveReference',
    );
    const broken = asks ? (this.breaking?.(session) ?? null) : null;
    const fault = typeof broken === 'object' && broken !== null ? 'half done' : broken;
    const done = typeof broken === 'object' && broken !== null ? broken.done : 0.5;
    if (fault === 'refused') return failure('ServiceNotAvailable', 'The service is not available.');
    const slip = this.slip && asks ? (action: number) => this.at(session, action, wire.Actions.length) : undefined;
    await slip?.(-1);
    const half = Math.ceil(wire.Actions.length * done);
    const before =
      fault === 'half done'
        ? (action: number): Promise<void> => {
            if (action === half) batch.cancel();
            return slip?.(action) ?? Promise.resolve();
          }
        : slip;
    this.state.references.beginBatch();
    this.state.suspended = false;
    const batch: Batch = new Batch(this.batchHost, wire, before);
    const milliseconds = this.options.timeout ?? DEFAULT_TIMEOUT;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<WireReply>((resolve) => {
      timer = setTimeout(() => {
        batch.cancel();
        resolve(failure('Timeout', `The host did not finish the batch within ${milliseconds} ms.`));
      }, milliseconds);
    });
    try {
      const reply = await Promise.race([batch.run(), late]);
      if (fault === 'silence') return null;
      return fault === null ? reply : failure('ConnectionFailure', 'The connection was lost.');
    } finally {
      clearTimeout(timer);
      this.state.suspended = false;
      this.state.references.endBatch();
    }
  }
}
