// Runs one job to its end, whatever happens: a report, or a sentence that says why there is none. Knows no job and no screen.
import type { Text } from '../core/text';
import { explainError, TimedOut } from './explainError';
import type { JobReport } from './job';

export const JOB_TIMEOUT_MS = 60_000;

export type Outcome<Results = unknown> =
  | { readonly kind: 'report'; readonly report: JobReport<Results> }
  | { readonly kind: 'failed'; readonly why: Text; readonly error: unknown };

/**
 * Waits for the job at most `timeoutMs` (milliseconds). Never rejects: what was thrown becomes a sentence.
 * A job that answers after the time-out is ignored; jobs read before they write, so running it again is safe.
 * Example: `await runJob(() => job(deps, input, 'write'))`.
 */
export async function runJob<Results>(start: () => Promise<JobReport<Results>>, timeoutMs: number = JOB_TIMEOUT_MS): Promise<Outcome<Results>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return { kind: 'report', report: await Promise.race([start(), tooLate]) };
  } catch (error) {
    return { kind: 'failed', why: explainError(error), error };
  } finally {
    clearTimeout(timer);
  }
}
