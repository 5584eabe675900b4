// What writing needs: the batch, what this Excel can do, how much still fits into the request, and whom to tell how far it is.
import type { PortProgress, TellProgress } from '../workbook/port';
import { createBudget, type Budget } from './budget';
import type { Sync } from './sync';

export interface Pen {
  readonly context: Excel.RequestContext;
  readonly isSetSupported: (version: string) => boolean;
  readonly budget: Budget;
  /** Says at which sheet the pen is. */
  at(sheet: string): void;
  /** Sends what is still queued; nothing is written after it. */
  finish(): Promise<void>;
}

/** `sheets`: how many sheets the plan touches. Each request is written without redrawing and recalculating in between. */
export function createPen(context: Excel.RequestContext, isSetSupported: Pen['isSetSupported'], sync: Sync, sheets: number, tell: TellProgress): Pen {
  const touched = new Set<string>();
  let current: PortProgress = { doing: 'write', done: 0, of: sheets };
  const quietly = (): void => {
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.suspendApiCalculationUntilNextSync();
  };
  const finish = async (): Promise<void> => {
    tell(current);
    await sync(context);
  };
  quietly();
  return {
    context, isSetSupported, finish,
    budget: createBudget(() => finish().then(quietly)),
    at: (sheet) => {
      touched.add(sheet);
      current = { doing: 'write', done: Math.min(touched.size, sheets), of: sheets, sheet };
    },
  };
}
