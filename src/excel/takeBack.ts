// A writing that met others is looked at again: what landed elsewhere is put back, and the job may decide again.
import type { TableName } from '../workbook/contract/keys';
import { LOG } from '../workbook/tables/records/records';
import { settle, type SeenRow } from '../workbook/contract/settle';
import type { PlanStep, WritePlan } from '../workbook/contract/plan';
import type { WorkbookSnapshot } from '../workbook/contract/snapshot';

/** How often what somebody moves away again is put back. */
const TRIES = 4;

/** The writing that may have to be taken back. */
export interface Writer {
  /** The tables of the plan as they are now, with all their formulas. */
  readonly read: (tables: readonly TableName[]) => Promise<WorkbookSnapshot>;
  /** Writes and looks; true when all stands as it was meant. */
  readonly write: (plan: WritePlan, basis: WorkbookSnapshot, seen: SeenRow[]) => Promise<boolean>;
}

interface Written {
  readonly steps: readonly PlanStep[];
  readonly basis: WorkbookSnapshot;
  readonly seen: readonly SeenRow[];
}

/** kept: all stands where it belongs after all. takenBack: nothing of it stands any more. stuck: something could not be put back. */
export type Ending = 'kept' | 'takenBack' | 'stuck';

function tablesOf(steps: readonly PlanStep[]): TableName[] {
  return [
    ...new Set(steps.flatMap((step) => (step.kind === 'updateRows' || step.kind === 'appendRows' ? [step.table] : []))),
  ];
}

/** Rows of ours that a table has not taken in are taken in first: then they are rows like all others. */
async function readWhole(writer: Writer, tables: readonly TableName[]): Promise<WorkbookSnapshot> {
  const now = await writer.read(tables);
  const outside = tables.filter((name) => (now.tables[name]?.below ?? []).length > 0);
  if (outside.length === 0) return now;
  await writer.write(
    { steps: outside.map((table) => ({ kind: 'takeIn', table, rows: now.tables[table]?.below?.length ?? 0 })) },
    now,
    [],
  );
  return writer.read(tables);
}

/** After others moved rows while a plan was written: finds that all is right after all, or puts back each cell that still holds what was written, into the row that has its key now. */
export async function takeBack(
  plan: WritePlan,
  basis: WorkbookSnapshot,
  seen: readonly SeenRow[],
  writer: Writer,
): Promise<Ending> {
  const first: Written = { steps: plan.steps, basis, seen };
  const tables = tablesOf(plan.steps);
  let last: Written | null = null;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = await readWhole(writer, tables);
    const { kept, putBack } = settle(first.steps, first.basis, first.seen, now, LOG.name);
    if (kept) return 'kept';
    const astray: readonly PlanStep[] = last ? settle(last.steps, last.basis, last.seen, now, LOG.name).putBack : [];
    const steps: readonly PlanStep[] = [...putBack, ...astray];
    if (steps.length === 0) return 'takenBack';
    const seenNow: SeenRow[] = [];
    if (await writer.write({ steps }, now, seenNow)) return 'takenBack';
    last = { steps, basis: now, seen: seenNow };
  }
  return 'stuck';
}
