// The session without a page: a grid that only remembers what it was shown, a calculator that takes its time, Microsoft's real runtime.
import fc from 'fast-check';
import type { Calculator } from '../../../src/workbench/calc/calculator';
import { placeOf } from '../../../src/workbench/grid/desiredCells';
import type { Grid, GridEvents } from '../../../src/workbench/grid/grid';
import { loadRuntime } from '../../../src/workbench/host/loadRuntime';
import type { Book } from '../../../src/workbench/model/book';
import { createClock } from '../../../src/workbench/page/clock';
import type { LinkedWindow } from '../../../src/workbench/page/frameLink';
import { Session } from '../../../src/workbench/page/session';

/** The grid that the session made last. */
const made: { grid?: ShownGrid } = {};

/** Copies a sheet's values when it is refreshed, as the real one does, and remembers all that it ever showed. */
class ShownGrid {
  private book: Book | undefined;
  readonly shown = new Map<string, unknown>();
  /** What a cell showed, one after the other. */
  readonly history = new Map<string, unknown[]>();

  constructor(
    _container: unknown,
    _language: unknown,
    readonly events: GridEvents,
  ) {
    made.grid = this;
  }

  open(book: Book): void {
    this.book = book;
    this.refresh();
  }

  refresh(...[sheetIds, aheadOn]: Parameters<Grid['refresh']>): number {
    for (const sheet of this.book?.sheets ?? []) {
      if (sheetIds && !sheetIds.has(sheet.id)) continue;
      for (const [key, cell] of sheet.cells) {
        const [row = 0, column = 0] = key.split(',').map(Number);
        if (!aheadOn?.(sheet.id)?.has(placeOf(row, column))) this.show(`${sheet.name}!${key}`, cell.value);
      }
    }
    return 0;
  }

  show(cell: string, value: unknown): void {
    if (this.shown.get(cell) === value) return;
    this.shown.set(cell, value);
    this.history.set(cell, [...(this.history.get(cell) ?? []), value]);
  }

  showActive(): void {}

  dispose(): void {}
}

jest.mock('../../../src/workbench/grid/grid', () => ({
  Grid: jest.fn((...args: [unknown, unknown, GridEvents]) => new ShownGrid(...args)),
}));

const rest = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Knows formulas “=A1+1”; works on the book as it was when it was asked, beside the page, as the worker does. */
function slowCalculator(takes: () => Promise<void>): Calculator & { turns: number } {
  return {
    turns: 0,
    async recalculate(book) {
      this.turns++;
      const results = book.sheets.flatMap((sheet) =>
        [...sheet.cells.values()].flatMap((cell) => {
          const [, added] = /^=A1\+(\d+)$/.exec(cell.formula ?? '') ?? [];
          return added === undefined
            ? []
            : [{ cell, value: Number(sheet.cells.get('0,0')?.value ?? 0) + Number(added) }];
        }),
      );
      await takes();
      for (const { cell, value } of results) cell.value = value;
    },
    dispose: () => undefined,
  };
}

interface Opened {
  readonly session: Session;
  readonly grid: ShownGrid;
  readonly sheetId: string;
  readonly calculator: { readonly turns: number };
  /** A person types into A1. */
  type(input: string): void;
  /** The add-in writes A1 and, in the same batch, may ask what B1 gives. */
  write(value: number, thenReads?: boolean): Promise<void>;
}

function openSession(takes: () => Promise<void>): Opened {
  const { Excel, bridge } = loadRuntime({ excelApi: '1.13', language: 'zh-CN' });
  const calculator = slowCalculator(takes);
  const session = new Session(createClock('?now=2021-06-10T18:00'), calculator, 'zh');
  const joined = (window as LinkedWindow).workbench?.join('taskpane');
  if (!joined) throw new Error('the session has no door for frames');
  bridge.connect(joined.bridge);
  const place = { replaceChildren: () => undefined, appendChild: (child: unknown) => child } as unknown as HTMLElement;
  document.createElement = (() => ({})) as unknown as Document['createElement'];
  session.showIn(place);
  const { grid } = made;
  const sheetId = session.book.sheets[0]?.id ?? '';
  if (!grid) throw new Error('the session made no grid');
  return {
    session,
    grid,
    sheetId,
    calculator,
    type: (input) => {
      grid.show('Sheet1!0,0', Number(input));
      grid.events.edit(sheetId, 0, 0, input);
    },
    write: (value, thenReads = false) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('A1').values = [[value]];
        if (thenReads) sheet.getRange('B1').load('values');
        await context.sync();
      }),
  };
}

async function eventually(isTrue: () => boolean, milliseconds = 5_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error('it never came true');
    await rest(5);
  }
}

/** Nothing is under way any more, and nothing is waiting for its turn. */
async function quiet({ session, calculator }: Opened): Promise<void> {
  let before: number;
  do {
    before = calculator.turns;
    await session.host.settled();
    await rest(60);
  } while (calculator.turns !== before);
}

describe('a session', () => {
  it('works out again what the add-in wrote while the formulas were being worked out', async () => {
    const holds: (() => void)[] = [];
    const opened = openSession(() => new Promise((resolve) => void holds.push(resolve)));
    const { grid, session, type, write } = opened;
    grid.events.edit(opened.sheetId, 0, 1, '=A1+1');
    type('1');
    await eventually(() => holds.length === 1);
    const written = write(41);
    await rest(30);
    holds.shift()?.();
    await written;
    await eventually(() => holds.length > 0);
    holds.shift()?.();
    await session.host.settled();
    await eventually(() => grid.shown.get('Sheet1!0,1') === 42);
    expect([grid.shown.get('Sheet1!0,0'), grid.shown.get('Sheet1!0,1')]).toEqual([41, 42]);
  });

  it('never shows anything else in a cell where a person has typed meanwhile, however long their turn takes to come', async () => {
    const holds: (() => void)[] = [];
    const opened = openSession(() => new Promise((resolve) => void holds.push(resolve)));
    const { grid, type, write } = opened;
    grid.events.edit(opened.sheetId, 0, 1, '=A1+1');
    type('1');
    await eventually(() => holds.length === 1);
    const written = write(41, true);
    await rest(20);
    type('2');
    const releasing = setInterval(() => holds.shift()?.(), 30);
    await written;
    await eventually(() => grid.shown.get('Sheet1!0,1') === 3).finally(() => clearInterval(releasing));
    expect(grid.history.get('Sheet1!0,0')).toEqual([1, 2]);
  });

  it('shows what was typed as the model has it before the results are there', async () => {
    const holds: (() => void)[] = [];
    const { grid, sheetId } = openSession(() => new Promise((resolve) => void holds.push(resolve)));
    grid.show('Sheet1!2,2', '50%');
    grid.events.edit(sheetId, 2, 2, '50%');
    await eventually(() => grid.shown.get('Sheet1!2,2') === 0.5);
    expect(holds).toHaveLength(1);
    holds.forEach((go) => go());
  });

  it('ends with the grid showing the book’s own results, whatever came while whatever else was under way', async () => {
    const act = fc.oneof(
      fc.record({ what: fc.constant('type' as const), value: fc.integer({ min: 0, max: 99 }) }),
      fc.record({
        what: fc.constantFrom('write' as const, 'write and read' as const),
        value: fc.integer({ min: 0, max: 99 }),
      }),
      fc.record({ what: fc.constant('rest' as const), value: fc.integer({ min: 0, max: 45 }) }),
      fc.record({ what: fc.constant('clock' as const), value: fc.constant(0) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }),
        async (acts, delays) => {
          let turn = 0;
          const opened = openSession(() => rest(delays[turn++ % delays.length] ?? 0));
          opened.grid.events.edit(opened.sheetId, 0, 1, '=A1+1');
          const writes: Promise<void>[] = [];
          for (const { what, value } of acts) {
            if (what === 'type') opened.type(String(value));
            else if (what === 'rest') await rest(value);
            else if (what === 'write' || what === 'write and read')
              writes.push(opened.write(value, what === 'write and read'));
            else opened.session.setNow(opened.session.now() + 60);
          }
          await Promise.all(writes);
          await quiet(opened);
          const base = Number(opened.session.book.sheets[0]?.cells.get('0,0')?.value ?? 0);
          expect([opened.grid.shown.get('Sheet1!0,1'), opened.session.book.sheets[0]?.cells.get('0,1')?.value]).toEqual(
            [base + 1, base + 1],
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});
