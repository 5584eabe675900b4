// Job 'as-of', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';

const OPTIONS = options({
  at: {
    kind: 'moment',
    label: text('截至时间', 'As of'),
    hint: text('活动时区的时刻；留空回到现在', 'A moment in the campaign’s zone; empty = now'),
  },
});

export type AsOfInput = InputOf<typeof OPTIONS>;

export const AS_OF = defineJob({
  name: 'as-of',
  words: {
    title: text('设定截至时间', 'Set the as-of time'),
    summary: text(
      '按过去某一刻的状态计算，留作记录；清空即回到现在',
      'Shows the state at any past moment, for the record; cleared, everything speaks of now again',
    ),
  },
  options: OPTIONS,
  place: { group: 'collect', icon: 'overdue', next: ['overdue'] },
  reads: { tables: [] },
  writes: 'tables',
  undoable: true,
  nothing: { asOf: null },
  decide: async () => (await import('./asOf')).decideAsOf,
});
