// What others do at the same moment, as Office.js answers it: work that only looks is begun again.

/** How often a look that others disturb is begun. */
const LOOKS = 3;

/** Errors that others cause by what they do at the same moment: what was to be written to is elsewhere, or there already. */
const DISTURBED: ReadonlySet<string> = new Set([
  'ItemNotFound',
  'ItemAlreadyExists',
  'InvalidReference',
  'InsertDeleteConflict',
  'Conflict',
]);

/** True for an error that others cause. */
export function isDisturbance(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && DISTURBED.has(String(error.code));
}

/** Work that looks first, begun again when what it found is gone before it comes to it. */
export async function undisturbed<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; tries < LOOKS; tries += 1)
    try {
      return await work();
    } catch (error) {
      if (!isDisturbance(error)) throw error;
    }
  return work();
}
