// After a writing that was taken back: texts that it kept in defined names are as they were, so that none tells of a row that is not there.
import type { PlanStep } from '../workbook/contract/plan';
import type { WorkbookSnapshot } from '../workbook/contract/snapshot';
import { textFormula, textOf } from '../workbook/contract/textNames';
import type { Sync } from './sync';

/** Names that hold a text and still say what the plan wrote; one that was not there before is emptied. One sync to look, one to write. */
export async function putNamesBack(
  context: Excel.RequestContext,
  steps: readonly PlanStep[],
  basis: WorkbookSnapshot,
  sync: Sync,
): Promise<void> {
  const written = steps.flatMap((step) => (step.kind === 'names' ? Object.entries(step.names) : []));
  const kept = written
    .filter(([name, formula]) => textOf(formula) !== null && basis.names[name] !== formula)
    .map(([name, formula]) => ({
      formula,
      before: basis.names[name] ?? textFormula(''),
      item: context.workbook.names.getItemOrNullObject(name).load('formula'),
    }));
  if (kept.length === 0) return;
  await sync(context);
  const ours = kept.filter(({ item, formula }) => !item.isNullObject && textOf(item.formula) === textOf(formula));
  if (ours.length === 0) return;
  for (const { item, before } of ours) item.formula = before;
  await sync(context);
}
