// Job 'remind', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { TRACKING } from '../run/tablesRead';

const OPTIONS = options({
  days: {
    kind: 'number',
    label: text('几天内截止的也提醒', 'Also what is due within days'),
    min: 0,
    max: 60,
    default: 2,
  },
  units: {
    kind: 'text',
    label: text('只催这些单位', 'Only these units'),
    suggest: 'unit',
    hint: text('用“、”隔开；不填为全部', 'Separated by 、; empty: all of them'),
  },
  again: { kind: 'switch', label: text('今天催过的也再催一次', 'Those reminded today, too') },
  by: { kind: 'text', label: text('催报人', 'Who reminds'), actor: true },
});

export type RemindInput = InputOf<typeof OPTIONS>;

export const REMIND = defineJob({
  name: 'remind',
  words: {
    title: text('催报', 'Remind'),
    summary: text(
      '每家一段催报文字，写明缺什么、截止和迟了多久；逐条登记，不发送',
      'One text per unit with what is missing, the due time and how late; each is logged, nothing is sent',
    ),
  },
  options: OPTIONS,
  place: { group: 'collect', icon: 'remind', next: ['accountability'], previewFirst: true, atOnce: true },
  reads: { tables: [...TRACKING, 'Reminders', 'Activities'] },
  writes: 'tables',
  nothing: { texts: [], leftOut: [], days: 0 },
  decide: async () => (await import('./remind')).decideRemind,
});
