// A job that changes what a decision on record rests on says so first: nothing is written until that is wanted all the same. Knows no job.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { decisionInForce } from './decisionRecord';

/** The decision of a job as it is, or stopped where it would write beneath a decision on record and nobody said `decided`. */
export function beneathDecision<Results>(
  situation: Situation,
  decided: boolean | undefined,
  decision: Decision<Results>,
): Decision<Results> {
  const frozen = decisionInForce(situation);
  if (!frozen || decision.stopped || decision.steps.length === 0) return decision;
  const { actId, by } = frozen.act;
  const problem: Problem = {
    code: 'beneath-decision',
    table: 'Decisions',
    row: actId,
    found: by,
    expected: text('尚未评定', 'no decision yet'),
    message: text(
      `已有评定 ${actId}（${by}），这次改动的是它的依据；名单不会自动变动。`,
      `Decision ${actId} (${by}) rests on what this changes; the list changes nothing by itself.`,
    ),
  };
  if (decided) return { ...decision, notices: [problem, ...(decision.notices ?? [])] };
  const asked: Problem = {
    ...problem,
    message: text(
      `${problem.message.zh}没有写入任何内容；确要改动，请选“仍要改动”。`,
      `${problem.message.en} Nothing was written; to change it all the same, say so.`,
    ),
  };
  return { ...stop([asked, ...(decision.problems ?? [])]), notices: decision.notices, preview: decision.preview };
}
