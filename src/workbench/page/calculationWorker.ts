// Runs the calculator beside the page, so that typing goes on while formulas are worked out.
import { createUniverCalculatorInPage } from '../calc/univerCalculatorInPage';
import type { CalculationReply, CalculationRequest, FormulaResult } from './calculationMessages';

const calculator = createUniverCalculatorInPage();
const reply = (message: CalculationReply): void => self.postMessage(message);

async function calculate({ id, book, now }: CalculationRequest): Promise<void> {
  await calculator.recalculate(book, now);
  const results = book.sheets.map((sheet) => {
    const found = new Map<string, FormulaResult>();
    for (const [key, cell] of sheet.cells)
      if (cell.formula) found.set(key, { formula: cell.formula, value: cell.value ?? null });
    return found;
  });
  reply({ id, kind: 'results', results });
}

self.addEventListener('message', (event: MessageEvent<CalculationRequest>) => {
  calculate(event.data).catch((error: unknown) =>
    reply({ id: event.data.id, kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
