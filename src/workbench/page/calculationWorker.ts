// Runs the calculator beside the page, so that typing goes on while formulas are worked out. Keeps its own copy of the book.
import { createUniverCalculatorInPage } from '../calc/univerCalculatorInPage';
import { sameValue } from '../calc/changedCells';
import type { Book, Cell } from '../model/book';
import type { CalculationReply, CalculationRequest, CellText } from './calculationMessages';

const calculator = createUniverCalculatorInPage();
const reply = (message: CalculationReply): void => self.postMessage(message);

let book: Book | null = null;
/** What the page was told last of each formula's result, by sheet and key. */
let told: Map<string, Cell['value']>[] = [];

function take({ shell, fresh, cells }: CalculationRequest): Book {
  if (shell && book && !fresh) {
    // The book stays the same object: the calculator goes on from what it knows.
    const known = book;
    known.names = shell.names;
    shell.sheets.forEach(({ name, tables }, index) => {
      const sheet = known.sheets[index];
      if (sheet) Object.assign(sheet, { name, tables });
    });
  } else if (shell) {
    book = shell;
    told = shell.sheets.map(() => new Map());
  }
  if (!book) throw new Error('no book was sent');
  const known = book;
  cells.forEach((own, index) => {
    const sheet = known.sheets[index];
    for (const [key, formula, value] of own) {
      const cell = sheet?.cells.get(key);
      if (formula === undefined && value === undefined) sheet?.cells.delete(key);
      else if (formula !== undefined) {
        if (cell?.formula !== formula) sheet?.cells.set(key, { formula, ...(value !== undefined && { value }) });
      } else sheet?.cells.set(key, { value });
      if (cell?.formula !== formula) told[index]?.delete(key);
      if (formula !== undefined && value !== undefined) told[index]?.set(key, value);
    }
  });
  return known;
}

async function calculate(request: CalculationRequest): Promise<void> {
  const current = take(request);
  const touched = await calculator.recalculate(current, request.now);
  const results = current.sheets.map((sheet, index): CellText[] => {
    if (touched && !touched.has(index) && (request.cells[index]?.length ?? 0) === 0) return [];
    const own = told[index] ?? new Map<string, Cell['value']>();
    const others: CellText[] = [];
    for (const [key, { formula, value = null }] of sheet.cells) {
      if (formula === undefined || (own.has(key) && sameValue(own.get(key), value))) continue;
      own.set(key, value);
      others.push([key, formula, value]);
    }
    return others;
  });
  reply({ id: request.id, kind: 'results', results });
}

/** The add-in's pages load first. */
const WARM_AFTER_MILLISECONDS = 2_000;

/** A book that came with its results has had nothing worked out yet: its first change would wait until every formula is read. */
function warmLater(): void {
  setTimeout(() => void calculator.warm?.().catch(() => undefined), WARM_AFTER_MILLISECONDS);
}

let queue: Promise<void> = Promise.resolve();
self.addEventListener('message', ({ data }: MessageEvent<CalculationRequest>) => {
  queue = queue.then(() =>
    calculate(data)
      .then(() => (data.shell?.calculatedAt === undefined ? undefined : warmLater()))
      .catch((error: unknown) =>
        reply({ id: data.id, kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
      ),
  );
});
