// Job 'fix-rules', as it is offered.
import { text } from '../../core/ground/text';
import { DECIDED_OPTIONS } from './decidedOption';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';

const OPTIONS = options({
  by: {
    kind: 'text',
    label: text('由谁定下', 'Fixed by'),
    detail: text('人员或会议，记入评选决定', 'person or meeting, kept on record'),
  },
  reason: {
    kind: 'multiline',
    label: text('改动的理由', 'Reason for a change'),
    hint: text('开始评分后再改才需要', 'Needed only once scoring has begun'),
  },
  ...DECIDED_OPTIONS,
});

export type FixRulesInput = InputOf<typeof OPTIONS>;

export const FIX_RULES = defineJob({
  name: 'fix-rules',
  words: {
    title: text('确定评审规则', 'Fix the rules'),
    summary: text(
      '把规则连同时间和指纹登记在评选决定里；评分开始后改动须写理由',
      'Puts the rules on record with time and fingerprint; once scoring has begun a change needs a reason',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'rules', next: ['make-judge-tabs'] },
  reads: { tables: ['Units', 'Judges', 'Criteria', 'Entries', 'Score_*', 'Decisions'] },
  writes: 'tables',
  nothing: { fingerprint: '', changes: [], afterScores: false },
  decide: async () => (await import('./fixRules')).decideFixRules,
});
