// Waits for one job to its end, whatever happens: a report, or a sentence that says why there is none. Knows no job and no screen.
import type { Text } from '../../core/ground/text';
import { explainError, TimedOut } from './explainError';
import type { JobReport } from './job';

/** How long Excel may be silent. Large jobs take longer as a whole and say how far they are between their requests. */
const JOB_TIMEOUT_MS = 60_000;

/** failed: it threw; `why` is the sentence for people, `error` what a programmer wants to see. */
export type Outcome<Results = unknown> =
  | { readonly kind: 'report'; readonly report: JobReport<Results> }
  | { readonly kind: 'failed'; readonly why: Text; readonly error: unknown };

/**
 * Waits for the work, but at most `timeoutMs` (milliseconds) since it began or since it last called `alive`; then rejects with TimedOut.
 * What comes later is ignored.
 */
export async function withinTime<Value>(
  start: (alive: () => void) => Promise<Value>,
  timeoutMs: number = JOB_TIMEOUT_MS,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const ended = (): void => {
    over = true;
    clearTimeout(timer);
  };
  let tooLate: () => void = () => undefined;
  const silence = new Promise<never>((_, reject) => {
    tooLate = () => reject(new TimedOut(`no answer within ${timeoutMs} ms`));
  });
  const alive = (): void => {
    if (over) return;
    clearTimeout(timer);
    timer = setTimeout(tooLate, timeoutMs);
  };
  alive();
  try {
    return await Promise.race([start(alive), silence]);
  } finally {
    ended();
  }
}

/**
 * Never rejects: what was thrown becomes a sentence. Jobs read before they write, so running one again after a time-out is safe.
 * Example: `await finishJob((alive) => job({ ...deps, onProgress: alive }, input, 'write'))`.
 */
export async function finishJob<Results>(
  start: (alive: () => void) => Promise<JobReport<Results>>,
  timeoutMs: number = JOB_TIMEOUT_MS,
): Promise<Outcome<Results>> {
  try {
    return { kind: 'report', report: await withinTime(start, timeoutMs) };
  } catch (error) {
    return { kind: 'failed', why: explainError(error), error };
  }
}
