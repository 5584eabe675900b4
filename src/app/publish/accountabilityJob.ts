// Job 'accountability', as it is offered.
import { text } from '../../core/ground/text';
import { countByStatus } from '../../core/tracker/countByStatus';
import { defineJob } from '../run/defineJob';
import { TRACKING } from '../run/tablesRead';

export const ACCOUNTABILITY = defineJob({
  name: 'accountability',
  words: {
    title: text('生成追责名单', 'Make the accountability list'),
    summary: text(
      '迟报、逾期逐项列明截止、延期、收到、退回和催报，合计相符',
      'Each late or overdue item with due time, extension, arrivals, what was sent back and reminders; totals add up',
    ),
  },
  options: {},
  place: { group: 'publish', icon: 'accountability' },
  reads: {
    tables: [...TRACKING, 'Reminders', 'Tracker', 'Activities'],
    stopsAt: [...TRACKING, 'Tracker'],
    withLog: true,
  },
  makes: 'Accountability',
  writes: 'tables',
  final: true,
  nothing: {
    sheet: '',
    rule: '',
    rows: [],
    units: 0,
    counts: countByStatus([]),
    must: 0,
    reconciles: true,
    fingerprint: '',
    keptAs: null,
  },
  decide: async () => (await import('./accountability')).decideAccountability,
});
