// The workbook port over Office.js: the one door through which the add-in touches Excel.
import type { ReadRequest, WorkbookPort } from '../workbook/port';
import { applyPlan } from './applyPlan';
import { createBudget } from './budget';
import { readSnapshot } from './readSnapshot';
import { countingSync } from './sync';
import { verifyPlan } from './verifyPlan';

export interface ExcelDoor {
  readonly run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
  /** `isSetSupported('1.13')` asks for ExcelApi 1.13. */
  readonly isSetSupported: (version: string) => boolean;
}

/** Example: `createExcelPort({ run: Excel.run, isSetSupported: (v) => Office.context.requirements.isSetSupported('ExcelApi', v) })`. */
export function createExcelPort(door: ExcelDoor): WorkbookPort {
  const { sync, count } = countingSync();
  return {
    read: (request: ReadRequest) => door.run((context) => readSnapshot(context, request, sync)),
    write: (plan, basis) =>
      door.run(async (context) => {
        context.application.suspendScreenUpdatingUntilNextSync();
        context.application.suspendApiCalculationUntilNextSync();
        await applyPlan({ context, isSetSupported: door.isSetSupported, budget: createBudget(context, sync) }, plan, basis);
        await sync(context);
        return verifyPlan(context, plan, basis, sync);
      }),
    get roundTrips() {
      return count();
    },
  };
}
