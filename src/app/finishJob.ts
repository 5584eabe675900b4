// Waits for one job to its end, whatever happens: a report, or a sentence that says why there is none. Knows no job and no screen.
import type { Text } from '../core/text';
import { explainError, TimedOut } from './explainError';
import type { JobReport } from './job';

export const JOB_TIMEOUT_MS = 60_000;

export type Outcome<Results = unknown> =
  | { readonly kind: 'report'; readonly report: JobReport<Results> }
  | { readonly kind: 'failed'; readonly why: Text; readonly error: unknown };

/** Waits at most `timeoutMs` (milliseconds) for the work, then rejects with TimedOut. What comes later is ignored. */
export async function withinTime<Value>(start: () => Promise<Value>, timeoutMs: number = JOB_TIMEOUT_MS): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([start(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Never rejects: what was thrown becomes a sentence. Jobs read before they write, so running one again after a time-out is safe.
 * Example: `await finishJob(() => job(deps, input, 'write'))`.
 */
export async function finishJob<Results>(start: () => Promise<JobReport<Results>>, timeoutMs: number = JOB_TIMEOUT_MS): Promise<Outcome<Results>> {
  try {
    return { kind: 'report', report: await withinTime(start, timeoutMs) };
  } catch (error) {
    return { kind: 'failed', why: explainError(error), error };
  }
}
