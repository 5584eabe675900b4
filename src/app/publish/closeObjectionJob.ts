// Job 'close-objection', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { choicesOf, options, type InputOf } from '../run/options';
import { LIST } from '../run/tablesRead';

const OPTIONS = options({
  id: {
    kind: 'text',
    label: text('异议编号', 'Objection'),
    hint: text('如 OB01；只有一件未办结时可不填', 'Such as OB01; may be empty while only one is open'),
  },
  to: {
    kind: 'choice',
    label: text('结论', 'Closed as'),
    required: true,
    choices: choicesOf('objection', ['founded', 'unfounded', 'withdrawn']),
    loose: true,
  },
  outcome: {
    kind: 'multiline',
    label: text('核实情况和答复', 'What was found and answered'),
    hint: text('撤回的可不填', 'May be empty when it was taken back'),
  },
  by: { kind: 'text', label: text('承办人', 'Who looked into it'), required: true },
  at: { kind: 'moment', label: text('办结时间', 'Closed at'), hint: text('不填为现在', 'Empty: now') },
});

export type CloseObjectionInput = InputOf<typeof OPTIONS>;

export const CLOSE_OBJECTION = defineJob({
  name: 'close-objection',
  words: {
    title: text('处理异议', 'Answer an objection'),
    summary: text(
      '办结一件异议：成立、不成立或撤回；成立的不自动改名单，指向退出递补',
      'Closes an objection: founded, unfounded or withdrawn; a founded one changes no list by itself but points to “Withdraw”',
    ),
  },
  options: OPTIONS,
  place: { group: 'publish', icon: 'accountability', next: ['awards', 'notice'], previewFirst: true },
  reads: { tables: LIST },
  writes: 'tables',
  undoable: true,
  nothing: { objectionId: '', status: null, withdraw: null, reason: '', pending: 0 },
  decide: async () => (await import('./closeObjection')).decideCloseObjection,
});
