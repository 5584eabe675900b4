// The workbook port over Office.js: the one door through which the add-in touches Excel.
import type { Problem } from '../core/problem';
import type { WritePlan } from '../workbook/plan';
import type { TellProgress, WorkbookPort } from '../workbook/port';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { applyExtras, applyPlan } from './applyPlan';
import { failedInPages, noPageSetup, type NewSheet } from './makeSheets';
import { createPen, type Pen } from './pen';
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

/** Pages and charts come last. What Excel refuses of them is said, by the check or here; another refusal is thrown. */
async function finishExtras(pen: Pen, made: readonly NewSheet[], pages = true): Promise<Problem[]> {
  try {
    await applyExtras(pen, made, { pages });
    await pen.finish();
    return [];
  } catch (error) {
    if (failedInCharts(error)) return [];
    if (!failedInPages(error)) throw error;
    return [noPageSetup(made), ...(await finishExtras(pen, made, false))];
  }
}

/** Example: `createExcelPort({ run: Excel.run, isSetSupported: (v) => Office.context.requirements.isSetSupported('ExcelApi', v) })`. */
export function createExcelPort(door: ExcelDoor): WorkbookPort {
  const { sync, count } = countingSync();
  return {
    read: (request, tell = silent) => door.run((context) => readSnapshot(context, request, sync, door.isSetSupported, tell)),
    write: (plan, basis, tell = silent) =>
      door.run(async (context) => {
        const pen = createPen(context, door.isSetSupported, sync, sheetsTouched(plan, basis), tell);
        const made = await applyPlan(pen, plan, basis);
        const left = await finishExtras(pen, made);
        return [...(await verifyPlan(pen, plan, basis, sync, tell)), ...left];
      }),
    get roundTrips() {
      return count();
    },
  };
}
