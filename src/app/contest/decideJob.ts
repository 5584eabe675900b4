// Job 'decide', as it is offered.
import { text } from '../../core/ground/text';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import { TIE_OPTIONS } from './tieOptions';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { DECIDING, PRIZES } from '../run/tablesRead';

const OPTIONS = options({
  ...TIE_OPTIONS,
  by: {
    kind: 'text',
    label: text('由谁决定', 'Decided by'),
    required: true,
    detail: text('人员或会议，记入评选决定', 'person or meeting, kept on record'),
  },
  reason: {
    kind: 'multiline',
    label: text('依据', 'Reason'),
    detail: text('并列、重新评定或评分未定时必填', 'needed for a tie, to decide again, or while scores are open'),
  },
  again: { kind: 'switch', label: text('取代已记录的决定', 'Replace the decision on record') },
  anyway: {
    kind: 'switch',
    label: text('评分未定、可能跨线，仍要评定', 'Decide all the same while open scores could cross a line'),
    detail: text('须写明依据，记入评选决定', 'needs a reason, kept on record'),
  },
});

export type DecideInput = InputOf<typeof OPTIONS>;

export const DECIDE = defineJob({
  name: 'decide',
  words: {
    title: text('评定', 'Decide'),
    summary: text(
      '把获奖、候补连同决定人、时间、理由记录在案，此后不随分数变动',
      'Puts winners and reserves on record with who, when and why; later scores change nothing by themselves',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'decide', next: ['awards'], previewFirst: true },
  reads: {
    stopsAt: PRIZES,
    tables: [...DECIDING, 'Objections'],
    formulas: ['Standings'],
    sheets: [standingsSpec([]).sheet],
  },
  writes: 'tables',
  final: true,
  nothing: { actId: '', winners: [], reserve: [], tie: null, fingerprint: '', couldChange: [] },
  decide: async () => (await import('./decide')).decideAward,
});
