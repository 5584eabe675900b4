// Job 'review', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { choicesOf, options, type InputOf } from '../run/options';

const OPTIONS = options({
  receipts: {
    kind: 'text',
    label: text('收件编号', 'Receipt IDs'),
    hint: text(
      '如 R0003、R0004；或不填，改填下面的事项',
      'Such as R0003, R0004; or leave it empty and give an item below',
    ),
    detail: text('用逗号隔开', 'separated by commas'),
  },
  requirement: {
    kind: 'text',
    label: text('或：某事项全部待审', 'Or: all under review of an item'),
    suggest: 'requirement',
  },
  unit: { kind: 'text', label: text('只限这家单位', 'Of this unit only'), suggest: 'unit' },
  to: { kind: 'choice', label: text('审核结果', 'Outcome'), required: true, choices: choicesOf('review') },
  reason: {
    kind: 'multiline',
    label: text('理由', 'Reason'),
    hint: text('退回必须写；会加在备注后面', 'Needed to send back; it joins the note'),
  },
  reviewer: { kind: 'text', label: text('审核人', 'Reviewer'), actor: true },
});

export type ReviewInput = InputOf<typeof OPTIONS>;

export const REVIEW = defineJob({
  name: 'review',
  words: {
    title: text('审核收件', 'Review receipts'),
    summary: text(
      '通过或退回；退回要写理由，理由记入备注',
      'Accept or send back; sending back needs a reason, which joins the note',
    ),
  },
  options: OPTIONS,
  place: {
    group: 'collect',
    icon: 'receipt',
    next: ['overdue'],
    previewFirst: true,
    repeat: text('记下，接着审下一件', 'Record it, then the next'),
  },
  reads: { tables: ['Units', 'Requirements', 'Receipts'] },
  writes: 'tables',
  undoable: true,
  nothing: { to: '', receipts: [], unchanged: [], next: '', nextOf: null },
  decide: async () => (await import('./review')).decideReview,
});
