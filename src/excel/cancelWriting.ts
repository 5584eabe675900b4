// A writing that a person stops half-way: rows are put back, finished sheets stay, and what is so is said. Writes nothing but what it puts back.
import { halfWay, partlyMade, takenBack } from '../core/ground/cancelled';
import type { WritePlan } from '../workbook/contract/plan';
import type { WorkbookSnapshot } from '../workbook/contract/snapshot';
import type { Ending } from './takeBack';

const ROW_STEPS: ReadonlySet<string> = new Set(['updateRows', 'appendRows', 'conditionals', 'takeIn']);

/** Throws Cancelled, worded by what it finds; returns when all had been written before the stop. `stuck`: something could not be put back. */
export async function accountFor(
  { steps }: WritePlan,
  ways: {
    readonly putBack: () => Promise<Ending>;
    readonly sheetsNow: () => Promise<WorkbookSnapshot['sheets']>;
  },
): Promise<'kept' | 'stuck'> {
  // Names that come last keep what rows say: they are put back with them.
  if (steps.every((step) => ROW_STEPS.has(step.kind) || (step.kind === 'names' && step.last))) {
    const ending = await ways.putBack();
    if (ending === 'takenBack') throw takenBack();
    return ending;
  }
  const wanted = steps.flatMap((step) => (step.kind === 'addSheet' ? [step.sheet.name] : []));
  // Of what is changed on sheets that stood before, nothing can be seen by their names.
  if (wanted.length === 0) throw halfWay();
  const standing = new Set((await ways.sheetsNow()).map(({ name }) => name));
  throw partlyMade(
    wanted.filter((name) => standing.has(name)),
    wanted.filter((name) => !standing.has(name)),
  );
}
