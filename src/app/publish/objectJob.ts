// Job 'object', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { choicesOf, options, type InputOf } from '../run/options';
import { LIST } from '../run/tablesRead';

const OPTIONS = options({
  entry: {
    kind: 'text',
    label: text('针对哪篇', 'Against which entry'),
    suggest: 'story',
    hint: text('盲评号；不填为整个结果', 'Blind number; empty: the result as a whole'),
  },
  by: {
    kind: 'text',
    label: text('异议人（实名）', 'Who objects (real name)'),
    required: true,
    hint: text('只存在“异议登记”表里，不进任何公开的表', 'Kept in the register only, on no public sheet'),
  },
  how: {
    kind: 'choice',
    label: text('方式', 'How'),
    required: true,
    choices: choicesOf('way'),
    prefill: 'written',
    loose: true,
  },
  text: { kind: 'multiline', label: text('异议内容', 'What is objected'), required: true },
  at: {
    kind: 'moment',
    label: text('收到时间', 'Received'),
    hint: text('活动时区的时刻；不填为现在', 'A moment in the campaign’s zone; empty: now'),
  },
  contact: { kind: 'text', label: text('异议人联系方式', 'How they can be reached') },
  handledBy: { kind: 'text', label: text('承办人', 'Who looks into it') },
});

export type ObjectInput = InputOf<typeof OPTIONS>;

export const OBJECT = defineJob({
  name: 'object',
  words: {
    title: text('登记异议', 'Register an objection'),
    summary: text(
      '对公示结果的异议：实名、方式、内容；期外的照收并注明；办结前名单待定',
      'An objection to the notice: real name, how, what; late ones are taken and marked; until it is closed the list is pending',
    ),
  },
  options: OPTIONS,
  place: { group: 'publish', icon: 'requirements', next: ['close-objection'] },
  reads: { tables: LIST },
  writes: 'tables',
  nothing: { objectionId: '', entryId: '', timing: null },
  decide: async () => (await import('./object')).decideObject,
});
