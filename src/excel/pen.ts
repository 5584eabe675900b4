// What writing needs: the batch, what this Excel can do, how much still fits into the request, and whom to tell how far it is.
import type { PortProgress, TellProgress } from '../workbook/contract/port';
import { createBudget, type Budget } from './budget';
import { createPages, type Pages } from './pages';
import type { Sync } from './sync';

/** What every writer holds: the context, what this Excel can do, and how much is queued. */
export interface Pen {
  readonly context: Excel.RequestContext;
  readonly isSetSupported: (version: string) => boolean;
  readonly budget: Budget;
  /** Says at which sheet the pen is. */
  at(sheet: string): void;
  readonly pages: Pages;
  /** Sends what is still queued, and after it what `extras` queue, which may be asked for twice; nothing is written after it. */
  finish(extras?: () => void): Promise<void>;
}

/** `sheets`: how many sheets the plan touches. Each request is written without redrawing and recalculating in between. */
export function createPen(
  context: Excel.RequestContext,
  isSetSupported: Pen['isSetSupported'],
  sync: Sync,
  sheets: number,
  tell: TellProgress,
  bytesPerRequest?: number,
): Pen {
  const touched = new Set<string>();
  let current: PortProgress = { doing: 'write', done: 0, of: sheets };
  const quietly = (): void => {
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.suspendApiCalculationUntilNextSync();
  };
  const pages = createPages(context);
  const finish = async (extras?: () => void): Promise<void> => {
    tell(current);
    pages.queue();
    extras?.();
    try {
      await sync(context);
    } catch (error) {
      if (!pages.isRefusal(error)) throw error;
      if (!extras) return;
      extras();
      await sync(context);
    }
  };
  quietly();
  return {
    context,
    isSetSupported,
    pages,
    finish,
    budget: createBudget(() => finish().then(quietly), bytesPerRequest),
    at: (sheet) => {
      touched.add(sheet);
      current = { doing: 'write', done: Math.min(touched.size, sheets), of: sheets, sheet };
    },
  };
}
