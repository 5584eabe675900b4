// The decision of an act that may not be done: nothing is written, every problem is named. Knows no job.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { Decision } from './runJob';

/** The message is the one problem's, or says how many there are. */
export function stoppedDecision<Results>(problems: readonly Problem[], results: Results): Decision<Results> {
  const [first] = problems;
  const message =
    problems.length === 1 && first
      ? first.message
      : text(`有 ${problems.length} 个问题，没有写入任何内容。`, `${problems.length} problems; nothing was written.`);
  return { steps: [], changed: {}, problems, results, stopped: true, message };
}

/** The same without results: runJob puts the job's own for “nothing” in their place, the only ones that there are. */
export function stop(problems: readonly Problem[]): Decision<never> {
  return stoppedDecision(problems, undefined as never);
}
