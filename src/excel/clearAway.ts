// Takes sheets away and empties tables, before anything else of a plan is written: what comes after may be cut, and running the job again
// finds nothing left to take away. Knows no job.
import type { Problem } from '../core/ground/problem';
import { text } from '../core/ground/text';
import type { PlanStep } from '../workbook/contract/plan';
import type { WorkbookSnapshot } from '../workbook/contract/snapshot';
import { formulaOf, literalOf } from './cellText';
import type { Pen } from './pen';

type EmptyStep = Extract<PlanStep, { kind: 'emptyTable' }>;

const isEmptying = (step: PlanStep): step is EmptyStep => step.kind === 'emptyTable';

function emptyTable({ context }: Pen, { table: name, row }: EmptyStep, basis: WorkbookSnapshot): void {
  const known = basis.tables[name];
  if (!known) throw new Error(`The plan empties ${name}, which the basis does not hold`);
  const table = context.workbook.tables.getItem(name);
  // Rows that a filter hides would stay.
  table.clearFilters();
  const first = table.getDataBodyRange().getCell(0, 0);
  const rows = known.values.length;
  const columns = known.headers.length;
  if (rows > 1)
    first
      .getOffsetRange(1, 0)
      .getResizedRange(rows - 2, columns - 1)
      .delete('Up');
  const left = table.getDataBodyRange().getRow(0);
  for (const [place, cell] of row.entries()) {
    if (cell === null) continue;
    const formula = formulaOf(cell);
    if (formula === null) left.getCell(0, place).values = [[literalOf(cell)]];
    else left.getCell(0, place).formulas = [[formula]];
  }
}

/** Queues them; the caller sends. */
export function clearAway(pen: Pen, steps: readonly PlanStep[], basis: WorkbookSnapshot): void {
  for (const step of steps)
    if (step.kind === 'removeSheet') pen.context.workbook.worksheets.getItem(step.sheet).delete();
  for (const step of steps.filter(isEmptying)) emptyTable(pen, step, basis);
}

type ProtectionStep = Extract<PlanStep, { kind: 'protection' }>;

/** Queues it. People may still filter and choose cells; a password would only be lost. */
export function protectSheets({ context }: Pen, steps: readonly PlanStep[], on: boolean): void {
  for (const step of steps.filter((each): each is ProtectionStep => each.kind === 'protection' && each.on === on))
    for (const name of step.sheets) {
      const { protection } = context.workbook.worksheets.getItem(name);
      if (on) protection.protect({ allowAutoFilter: true, allowFormatColumns: true });
      else protection.unprotect();
    }
}

/** Queues the look at emptied tables; what is called afterwards names those that have rows again: somebody added some meanwhile. */
export function checkEmptied(context: Excel.RequestContext, steps: readonly PlanStep[]): () => Problem[] {
  const counts = steps.filter(isEmptying).map((step) => ({
    table: step.table,
    rows: context.workbook.tables.getItem(step.table).rows.load('count'),
  }));
  return () =>
    counts
      .filter(({ rows }) => rows.count > 1)
      .map(({ table, rows }) => ({
        code: 'not-kept',
        table,
        expected: text('清空', 'no rows'),
        found: String(rows.count),
        message: text(
          `清空时有人又加了 ${rows.count - 1} 行：请等别人改完，再运行一次。`,
          `${rows.count - 1} rows came in while it was emptied: wait until others have finished, and run this again.`,
        ),
      }));
}
