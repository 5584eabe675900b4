// Job 'briefing', as it is offered.
import { text } from '../../core/ground/text';
import type { BriefingVariant } from '../../workbook/sheets/briefingSections';
import { defineJob } from '../run/defineJob';
import { options, type Choices, type InputOf } from '../run/options';
import { TRACKING, SCORING } from '../run/tablesRead';

const VARIANTS: Choices<BriefingVariant> = [
  { value: 'daily', label: text('日常', 'Daily') },
  { value: 'ceremony', label: text('颁奖会前', 'Before the ceremony') },
  { value: 'final', label: text('总结', 'Final') },
];

const OPTIONS = options({
  variant: {
    kind: 'choice',
    label: text('哪一种', 'Which kind'),
    hint: text('不填则按时间', 'Empty: by the moment'),
    choices: VARIANTS,
  },
});

export type BriefingInput = InputOf<typeof OPTIONS>;

export const BRIEFING = defineJob({
  name: 'briefing',
  words: {
    title: text('生成领导简报', 'Make the leaders’ briefing'),
    summary: text('一页 A4：进展、逾期、评选、下一步', 'One A4 page: progress, overdue, contest, next'),
  },
  options: OPTIONS,
  place: { group: 'publish', icon: 'briefing' },
  reads: {
    tables: [
      ...TRACKING,
      ...SCORING,
      'Decisions',
      'Objections',
      'Programme',
      'Activities',
      'Phases',
      'Reminders',
      'Tracker',
    ],
  },
  makes: 'Briefing',
  writes: 'tables',
  final: true,
  nothing: {
    issue: 0,
    variant: 'daily',
    verdict: '',
    due: 0,
    received: 0,
    accepted: 0,
    sheet: '',
    rate: '',
    must: 0,
    done: 0,
    overdueUnits: 0,
    overdueItems: 0,
    fingerprint: '',
    keptAs: null,
  },
  decide: async () => (await import('./briefing')).decideBriefing,
});
