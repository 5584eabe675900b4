// The page's side of the calculation worker: the same door as every calculator, but the work happens beside the page. Sends what changed.
import { bookShell } from '../calc/bookShell';
import type { Calculator } from '../calc/calculator';
import { sameValue } from '../calc/changedCells';
import type { Book, Cell } from '../model/book';
import type { CalculationReply, CalculationRequest, CellText } from './calculationMessages';

interface Waiting {
  readonly book: Book;
  readonly resolve: (sheets: ReadonlySet<number>) => void;
  readonly reject: (error: Error) => void;
}

type Known = { formula: Cell['formula']; value: Cell['value'] };

/** What the worker knows of the book. */
interface Sent {
  readonly book: Book;
  readonly shell: string;
  readonly cells: Map<string, Known>[];
}

/** `results`: those of formulas go with them. */
function changesOf(sheet: Book['sheets'][number], known: Sent['cells'][number], results: boolean): CellText[] {
  const changes: CellText[] = [];
  let met = 0;
  for (const [key, { formula, value }] of sheet.cells) {
    const before = known.get(key);
    if (before) met += 1;
    if (before && before.formula === formula && (formula !== undefined || sameValue(before.value, value))) continue;
    if (!before && formula === undefined && (value ?? '') === '') continue;
    if (!before) met += 1;
    known.set(key, { formula, value });
    changes.push([key, formula, formula === undefined || results ? (value ?? null) : undefined]);
  }
  if (met < known.size)
    for (const key of known.keys()) {
      if (sheet.cells.has(key)) continue;
      known.delete(key);
      changes.push([key, undefined, undefined]);
    }
  return changes;
}

/** A calculator whose engine runs in the worker script at `address`. A formula that was changed meanwhile keeps its old result till the next turn. */
export function createWorkerCalculator(address: string): Calculator {
  const worker = new Worker(address);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let sent: Sent | null = null;

  worker.addEventListener('message', ({ data }: MessageEvent<CalculationReply>) => {
    const turn = waiting.get(data.id);
    waiting.delete(data.id);
    if (!turn) return;
    if (data.kind === 'failed') {
      sent = null;
      return turn.reject(new Error(data.message));
    }
    const touched = new Set<number>();
    turn.book.sheets.forEach((sheet, index) => {
      for (const [key, formula, value] of data.results[index] ?? []) {
        touched.add(index);
        const cell = sheet.cells.get(key);
        if (cell && cell.formula === formula) cell.value = value;
        const known = sent?.cells[index]?.get(key);
        if (known && known.formula === formula) known.value = value;
      }
      for (const [key, known] of sent?.book === turn.book ? (sent.cells[index] ?? []) : []) {
        if (known.formula === undefined) continue;
        const cell = sheet.cells.get(key);
        // Written again as it was: it lost its result, and the worker has no other.
        if (cell && cell.formula === known.formula && cell.value === undefined) cell.value = known.value;
      }
    });
    turn.resolve(touched);
  });
  worker.addEventListener('error', (event) => {
    sent = null;
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'The calculation worker stopped.'));
    waiting.clear();
  });

  return {
    recalculate(book, now) {
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { book, resolve, reject });
        const shell = bookShell(book);
        const sameSheets = sent?.book === book && sent.cells.length === book.sheets.length;
        const fresh = !sent || !sameSheets || idsOf(sent.shell) !== idsOf(shell);
        const anew = sent?.shell !== shell || fresh;
        const cells = sent && !fresh ? sent.cells : book.sheets.map(() => new Map<string, Known>());
        sent = { book, shell, cells };
        const { calculatedAt } = book;
        // Whoever sends the book again has changed it meanwhile.
        delete book.calculatedAt;
        worker.postMessage({
          id,
          now,
          fresh,
          ...(anew && {
            shell: { ...book, calculatedAt, sheets: book.sheets.map((sheet) => ({ ...sheet, cells: new Map() })) },
          }),
          cells: book.sheets.map((sheet, index) =>
            changesOf(sheet, cells[index] ?? new Map<string, Known>(), calculatedAt !== undefined),
          ),
        } satisfies CalculationRequest);
      });
    },
    dispose: () => worker.terminate(),
  };
}

/** The sheets of a shell, in order: others mean a book that the worker does not know. */
const idsOf = (shell: string): string => (JSON.parse(shell) as [unknown, [string][]])[1].map(([id]) => id).join();
