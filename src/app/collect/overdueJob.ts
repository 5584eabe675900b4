// Job 'overdue', as it is offered.
import { text } from '../../core/ground/text';
import { countByStatus } from '../../core/tracker/countByStatus';
import { defineJob } from '../run/defineJob';
import { TRACKING } from '../run/tablesRead';

export const OVERDUE = defineJob({
  name: 'overdue',
  words: {
    title: text('标出逾期', 'Mark what is overdue'),
    summary: text(
      '补齐台账、恢复公式和标色，列出谁逾期、逾期多久',
      'Completes the tracker, restores formulas and colours, lists who is overdue and by how long',
    ),
  },
  options: {},
  place: { group: 'collect', icon: 'overdue', next: ['remind', 'summary'] },
  reads: { tables: [...TRACKING, 'Tracker', 'Reminders'], formulas: ['Tracker'], sampled: true },
  writes: 'tables',
  nothing: { counts: countByStatus([]), units: 0, items: 0, longest: 0, overdue: [] },
  decide: async () => (await import('./overdue')).decideOverdue,
});
