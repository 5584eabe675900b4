// How far a job is as a whole, and how long it may still take. Draws nothing.
import type { PortProgress } from '../workbook/contract/port';

/** Share of the whole at which each part begins and ends: reading, writing, looking again. Of a job that only looks, reading is all. */
const PARTS = { read: [0.02, 0.4], write: [0.4, 0.85], verify: [0.85, 0.99] } as const;
/** Before this nobody wants to know, and nothing can be said. */
const SAY_LEFT_AFTER_MS = 3_000;

/** Between 0 and 1. Example: half of the reading of a job that writes is `progressOf({ doing: 'read', done: 1, of: 2 }, true) === 0.21`. */
export function progressOf({ doing, done, of }: PortProgress, writes: boolean): number {
  const [from, to] = doing === 'read' && !writes ? [0.02, 0.95] : PARTS[doing];
  return from + (of > 0 ? Math.min(1, done / of) : 0) * (to - from);
}

/** Whole seconds that it will take longer, judged by what it took so far; null while that would be a guess. */
export function secondsLeft(progress: number, elapsedMs: number): number | null {
  if (elapsedMs < SAY_LEFT_AFTER_MS || progress < 0.1) return null;
  return Math.max(1, Math.round((elapsedMs * (1 - progress)) / progress / 1000));
}
