// Carries out a plan: written, read back, and taken back where somebody else was at the same rows. Loaded when there is something to write.
import type { Problem } from '../core/ground/problem';
import { Cancelled } from '../core/ground/cancelled';
import type { SeenRow } from '../workbook/contract/settle';
import type { WritePlan } from '../workbook/contract/plan';
import type { TellProgress, WorkbookPort } from '../workbook/contract/port';
import { everyTable, type WorkbookSnapshot } from '../workbook/contract/snapshot';
import { applyPlan } from './applyPlan';
import { accountFor } from './cancelWriting';
import { disturbed, notPutBack } from './disturbed';
import { isDisturbance, undisturbed } from './disturbance';
import type { ExcelDoor } from './excelDoor';
import type { NewSheet } from './makeSheets';
import { putNamesBack } from './namesBack';
import { createPen, type Pen } from './pen';
import { sweepUp } from './sweepUp';
import type { Sync } from './sync';
import { takeBack, type Writer } from './takeBack';
import { trimLog } from './trimLog';
import { verifyPlan } from './verifyPlan';
import type { Check, Fault } from './witness';
import { canDrawCharts } from './canDrawCharts';
import { failedInCharts, writeCharts } from './writeCharts';

interface Attempt {
  readonly problems: readonly Problem[];
  readonly faults: readonly Fault[];
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

function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'InvalidArgument';
}

interface Hands {
  readonly door: ExcelDoor;
  readonly sync: Sync;
  /** How many requests were sent. */
  readonly count: () => number;
  readonly read: WorkbookPort['read'];
}

/** The writing half of the port. */
export function planWriter({ door, sync, count, read }: Hands): WorkbookPort['write'] {
  const attempt = (
    plan: WritePlan,
    basis: WorkbookSnapshot,
    checks: Check[],
    tell: TellProgress,
    made: NewSheet[] = [],
  ): Promise<Attempt> =>
    door.run(async (context) => {
      const { isSetSupported, bytesPerRequest } = door;
      const pen = createPen(context, isSetSupported, sync, sheetsTouched(plan, basis), tell, bytesPerRequest);
      await applyPlan(pen, plan, basis, checks, made);
      await finish(pen, made);
      const { problems, faults } = await verifyPlan(pen, plan, basis, checks, sync, tell);
      return { problems: [...problems, ...pen.pages.problems()], faults };
    });

  const seenBy = (checks: readonly Check[]): SeenRow[] => checks.flatMap((check) => answered(() => check.seen()));

  /** True when tables have other columns than they had, tables that were to be made are there, or those that are written to have another number of rows. */
  const reshaped = async ({ steps }: WritePlan, { tables }: WorkbookSnapshot): Promise<boolean> => {
    const made = steps.flatMap((step) => (step.kind === 'addSheet' && step.sheet.table ? [step.sheet.table.name] : []));
    const names = [...everyTable(tables).map(({ name }) => name), ...made];
    const edited = new Set(
      steps.flatMap((step) => (step.kind === 'updateRows' || step.kind === 'appendRows' ? [step.table] : [])),
    );
    const now = await read({ tables: names, heads: names });
    return names.some((name) => {
      const [was, is] = [tables[name], now.tables[name]];
      return (
        was?.headers.join('\n') !== is?.headers.join('\n') ||
        (edited.has(name) && was?.values.length !== is?.values.length)
      );
    });
  };

  /** What was protected last would keep what was written from being put back. */
  const openAgain = async ({ steps }: WritePlan): Promise<void> => {
    const closed = steps.flatMap((step) => (step.kind === 'protection' && step.on ? step.sheets : []));
    if (closed.length === 0) return;
    await door.run(async (context) => {
      for (const name of closed) context.workbook.worksheets.getItem(name).protection.unprotect();
      await sync(context);
    });
  };

  const writer: Writer = {
    read: (tables) => read({ tables, formulas: tables }),
    write: async (plan, basis, seen) => {
      const checks: Check[] = [];
      try {
        return (await attempt(plan, basis, checks, silent)).faults.length === 0;
      } catch (error) {
        if (!isDisturbance(error)) throw error;
        return false;
      } finally {
        seen.push(...seenBy(checks));
      }
    },
  };

  return async (plan, basis, tell = silent) => {
    const sent = count();
    const checks: Check[] = [];
    const made: NewSheet[] = [];
    let problems: readonly Problem[] = [];
    let fault: Fault | undefined;
    try {
      const done = await attempt(plan, basis, checks, tell, made);
      ({ problems } = done);
      [fault] = done.faults;
      if (!fault) return problems;
    } catch (error) {
      if (error instanceof Cancelled) {
        if (count() === sent) throw error;
        const ending = await accountFor(plan, {
          putBack: async () => {
            const taken = await takeBack(plan, basis, seenBy(checks), writer);
            if (taken !== 'kept')
              await undisturbed(() => door.run((context) => putNamesBack(context, plan.steps, basis, sync)));
            if (taken === 'takenBack')
              await undisturbed(() => door.run((context) => trimLog(context, plan.steps, basis, sync)));
            return taken;
          },
          sheetsNow: async () => (await read({ tables: [] })).sheets,
        });
        return ending === 'kept' ? [] : [notPutBack(undefined, basis)];
      }
      if (!isDisturbance(error) && !(isRefusal(error) && (await reshaped(plan, basis)))) throw error;
    }
    await openAgain(plan);
    const ending = await takeBack(plan, basis, seenBy(checks), writer);
    if (ending === 'kept' && fault) return problems;
    const begun = made.flatMap(({ sheet }) => answered(() => [sheet.id]));
    await undisturbed(() => door.run((context) => sweepUp(context, plan.steps, begun, sync)));
    await undisturbed(() => door.run((context) => putNamesBack(context, plan.steps, basis, sync)));
    if (ending === 'takenBack')
      await undisturbed(() => door.run((context) => trimLog(context, plan.steps, basis, sync)));
    return [ending === 'stuck' ? notPutBack(fault, basis) : disturbed(fault, basis)];
  };
}

/** What a request that was refused has not answered is not there. */
function answered<Thing>(ask: () => Thing[]): Thing[] {
  try {
    return ask();
  } catch {
    return [];
  }
}
