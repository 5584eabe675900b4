// The page's side of the calculation worker: the same door as every calculator, but the work happens beside the page.
import type { Calculator } from '../calc/calculator';
import type { Book } from '../model/book';
import type { CalculationReply, CalculationRequest } from './calculationMessages';

interface Waiting {
  readonly book: Book;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** A calculator whose engine runs in the worker script at `address`. A formula that was changed meanwhile keeps its old result till the next turn. */
export function createWorkerCalculator(address: string): Calculator {
  const worker = new Worker(address);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<CalculationReply>) => {
    const turn = waiting.get(data.id);
    waiting.delete(data.id);
    if (!turn) return;
    if (data.kind === 'failed') return turn.reject(new Error(data.message));
    turn.book.sheets.forEach((sheet, index) => {
      for (const [key, { formula, value }] of data.results[index] ?? []) {
        const cell = sheet.cells.get(key);
        if (cell?.formula === formula) cell.value = value;
      }
    });
    turn.resolve();
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'The calculation worker stopped.'));
    waiting.clear();
  });

  return {
    recalculate(book, now) {
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { book, resolve, reject });
        worker.postMessage({ id, book, now } satisfies CalculationRequest);
      });
    },
    dispose: () => worker.terminate(),
  };
}
