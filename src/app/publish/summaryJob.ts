// Job 'summary', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { TRACKING, SCORING } from '../run/tablesRead';

export const SUMMARY = defineJob({
  name: 'summary',
  words: {
    title: text('生成汇总', 'Make the summary'),
    summary: text('各事项、各类别、各单位的完成情况，A4 横向', 'How items, categories and units stand, A4 landscape'),
  },
  options: {},
  place: { group: 'publish', icon: 'summary' },
  reads: { tables: [...TRACKING, ...SCORING, 'Decisions', 'Tracker', 'Activities'] },
  makes: 'Summary',
  writes: 'tables',
  final: true,
  nothing: {
    sheet: '',
    requirements: [],
    activities: [],
    must: 0,
    done: 0,
    units: 0,
    reconciles: true,
    fingerprint: '',
    keptAs: null,
  },
  decide: async () => (await import('./summary')).decideSummary,
});
