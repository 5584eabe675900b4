// Which step mends what a problem names. A new pair is a new row here.
import type { Problem } from '../core/ground/problem';

/** Problem code → id of the step. */
const MENDED_BY: Readonly<Record<string, string>> = {
  'missing-column': 'upgrade',
  'missing-table': 'upgrade',
  'missing-setting': 'upgrade',
  'needs-repair': 'upgrade',
  'older-version': 'upgrade',
  'missing-id': 'mend',
  'unreadable-cell': 'mend',
  'formula-overwritten': 'mend',
};

/** The step that mends one of the problems; null when none does, or when a newer version stands in the way. Example: `mendStep([{ code: 'missing-table' … }]) === 'upgrade'`. */
export function mendStep(problems: readonly Problem[]): string | null {
  if (problems.some(({ code }) => code === 'newer-version')) return null;
  const steps = problems.map(({ code }) => MENDED_BY[code]).filter((step) => step !== undefined);
  // What the workbook lacks is put back before single cells are.
  return steps.find((step) => step === 'upgrade') ?? steps[0] ?? null;
}
