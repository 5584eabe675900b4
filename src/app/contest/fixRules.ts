// Fix the rules: puts the rules of judging on record with their time and fingerprint, before the first score; later changes with a reason.
import { settledRules } from '../../core/contest/ruling';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { hasAnyScore, ruleProblems } from './contestSituation';
import { missingReason } from './missingParticulars';
import { beneathDecision } from './decidedGate';
import { NO_ENTRY, recordAct } from './recordAct';
import { rulesContent, rulesDifference, rulesFingerprint } from './judgingRules';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import type { FixRulesInput } from './fixRulesJob';

export interface FixRulesResults {
  readonly fingerprint: string;
  /** What is another since they were fixed last. */
  readonly changes: readonly string[];
  /** True: scores were there already. */
  readonly afterScores: boolean;
}

/** Before the first score it needs nothing; after it, or against rules on record, a reason. */
export function decideFixRules(
  situation: Situation,
  { by, reason, decided }: FixRulesInput,
): Decision<FixRulesResults> {
  const { campaign, language } = situation;
  const stopping = ruleProblems(situation);
  if (stopping.length > 0) return stop(stopping);
  const settled = settledRules(campaign.rulings);
  const content = rulesContent(campaign, language);
  const fingerprint = rulesFingerprint(campaign, language);
  const changes = settled ? rulesDifference(settled.content, content) : [];
  const afterScores = hasAnyScore(situation);
  const results = { fingerprint, changes, afterScores };
  if (settled && changes.length === 0) {
    return {
      steps: [],
      changed: {},
      results,
      log: null,
      message: text(
        `规则与 ${settled.actId} 确定的一致，没有改动。`,
        `The rules are those of ${settled.actId}; nothing was changed.`,
      ),
    };
  }
  const lacking =
    settled || afterScores
      ? missingReason(
          reason,
          text(
            '规则已确定或已有评分，改动规则须写明理由（reason）。',
            'Rules are on record or scores are there: state the reason (reason).',
          ),
        )
      : [];
  if (lacking.length > 0) return stop(lacking);
  const kept = [reason?.trim() ?? '', ...(changes.length > 0 ? [changes.join('；')] : [])].filter(Boolean).join('：');
  const record = recordAct(situation, { act: 'rules', by: by?.trim() ?? '', reason: kept, content, fingerprint }, [
    NO_ENTRY,
  ]);
  if (record.problems.length > 0) return stop(record.problems);
  const late: Problem[] = afterScores
    ? [
        {
          code: 'rules-after-scores',
          table: 'Decisions',
          row: record.actId,
          found: fingerprint,
          expected: text('评分之前确定', 'fixed before scoring'),
          message: text(
            '已有评分，规则是在评分开始之后登记或改动的：结果上会注明。',
            'Scores are there already: the result will say that the rules were recorded or changed after scoring began.',
          ),
        },
      ]
    : [];
  return beneathDecision(situation, decided, {
    steps: record.steps,
    changed: { Decisions: { added: 1, updated: 0 } },
    notices: late,
    results,
    message: text(
      `评审规则已确定（${record.actId}）${changes.length > 0 ? `，改动：${changes.join('；')}` : ''}。`,
      `The rules of judging are on record (${record.actId})${changes.length > 0 ? `; changed: ${changes.join('; ')}` : ''}.`,
    ),
  });
}
