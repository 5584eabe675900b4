// The workbook port over Office.js: the one door through which the add-in touches Excel.
import type { WritePlan } from '../workbook/contract/plan';
import type { TellProgress, WorkbookPort } from '../workbook/contract/port';
import type { WorkbookSnapshot } from '../workbook/contract/snapshot';
import { applyPlan } from './applyPlan';
import type { NewSheet } from './makeSheets';
import { createPen, type Pen } from './pen';
import { readSnapshot } from './readSnapshot';
import { countingSync } from './sync';
import { verifyPlan } from './verifyPlan';
import { canDrawCharts, failedInCharts, writeCharts } from './writeCharts';

export interface ExcelDoor {
  readonly run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
  /** `isSetSupported('1.13')` asks for ExcelApi 1.13. */
  readonly isSetSupported: (version: string) => boolean;
  /** Bytes of contents per writing request; default: what Excel on the web takes well. */
  readonly bytesPerRequest?: number;
}

const silent: TellProgress = () => undefined;

/** How many sheets the plan makes or writes tables of. */
function sheetsTouched({ steps }: WritePlan, basis: WorkbookSnapshot): number {
  return new Set(
    steps.flatMap((step) => {
      if (step.kind === 'addSheet' || step.kind === 'replaceSheet') return [step.sheet.name];
      return step.kind === 'updateRows' || step.kind === 'appendRows'
        ? [basis.tables[step.table]?.sheet ?? step.table]
        : [];
    }),
  ).size;
}

/** Charts come last, so that an old Excel has all else by then; which are missing is found by the check. */
async function finish(pen: Pen, made: readonly NewSheet[]): Promise<void> {
  try {
    await pen.finish(canDrawCharts(pen.isSetSupported) ? () => writeCharts(pen.context, made) : undefined);
  } catch (error) {
    if (!failedInCharts(error)) throw error;
  }
}

/** Example: `createExcelPort({ run: Excel.run, isSetSupported: (v) => Office.context.requirements.isSetSupported('ExcelApi', v) })`. */
export function createExcelPort(door: ExcelDoor): WorkbookPort {
  const { sync, count } = countingSync();
  return {
    read: (request, tell = silent) =>
      door.run((context) => readSnapshot(context, request, sync, door.isSetSupported, tell)),
    write: (plan, basis, tell = silent) =>
      door.run(async (context) => {
        const pen = createPen(
          context,
          door.isSetSupported,
          sync,
          sheetsTouched(plan, basis),
          tell,
          door.bytesPerRequest,
        );
        const made = await applyPlan(pen, plan, basis);
        await finish(pen, made);
        return [...(await verifyPlan(pen, plan, basis, sync, tell)), ...pen.pages.problems()];
      }),
    get roundTrips() {
      return count();
    },
  };
}
