// After a writing that was taken back: texts that it kept in defined names are as they were, so that none tells of a row that is not there.
import type { PlanStep } from '../workbook/contract/plan';
import type { WorkbookSnapshot } from '../workbook/contract/snapshot';
import type { Sync } from './sync';

/** A name that holds a text, and one that holds none. */
const TEXT = /^="/;
const EMPTY = '=""';

/** Names that hold a text and still say what the plan wrote; one that was not there before is emptied. One sync to look, one to write. */
export async function putNamesBack(
  context: Excel.RequestContext,
  steps: readonly PlanStep[],
  basis: WorkbookSnapshot,
  sync: Sync,
): Promise<void> {
  const written = steps.flatMap((step) => (step.kind === 'names' ? Object.entries(step.names) : []));
  const kept = new Map(written.filter(([name, formula]) => TEXT.test(formula) && basis.names[name] !== formula));
  if (kept.size === 0) return;
  const { names } = context.workbook;
  names.load('items/name,items/formula');
  await sync(context);
  const ours = names.items.filter(({ name, formula }) => kept.get(name) === formula);
  if (ours.length === 0) return;
  for (const item of ours) item.formula = basis.names[item.name] ?? EMPTY;
  await sync(context);
}
