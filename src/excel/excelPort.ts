// The workbook port over Office.js: the one door through which the add-in touches Excel.
import type { WritePlan } from '../workbook/plan';
import type { TellProgress, WorkbookPort } from '../workbook/port';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { applyPlan } from './applyPlan';
import { createPen } from './pen';
import { readSnapshot } from './readSnapshot';
import { countingSync } from './sync';
import { verifyPlan } from './verifyPlan';
import { failedInCharts } from './writeCharts';

export interface ExcelDoor {
  readonly run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
  /** `isSetSupported('1.13')` asks for ExcelApi 1.13. */
  readonly isSetSupported: (version: string) => boolean;
}

const silent: TellProgress = () => undefined;

/** How many sheets the plan makes or writes tables of. */
function sheetsTouched({ steps }: WritePlan, basis: WorkbookSnapshot): number {
  return new Set(steps.flatMap((step) => {
    if (step.kind === 'addSheet' || step.kind === 'replaceSheet') return [step.sheet.name];
    return step.kind === 'updateRows' || step.kind === 'appendRows' ? [basis.tables[step.table]?.sheet ?? step.table] : [];
  })).size;
}

/** Example: `createExcelPort({ run: Excel.run, isSetSupported: (v) => Office.context.requirements.isSetSupported('ExcelApi', v) })`. */
export function createExcelPort(door: ExcelDoor): WorkbookPort {
  const { sync, count } = countingSync();
  return {
    read: (request, tell = silent) => door.run((context) => readSnapshot(context, request, sync, door.isSetSupported, tell)),
    write: (plan, basis, tell = silent) =>
      door.run(async (context) => {
        const pen = createPen(context, door.isSetSupported, sync, sheetsTouched(plan, basis), tell);
        await applyPlan(pen, plan, basis);
        try {
          await pen.finish();
        } catch (error) {
          // Charts come last: all else is written, and the check below tells which of them are missing.
          if (!failedInCharts(error)) throw error;
        }
        return verifyPlan(pen, plan, basis, sync, tell);
      }),
    get roundTrips() {
      return count();
    },
  };
}
