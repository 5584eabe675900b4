// Job 'undo', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';

const OPTIONS = options({
  act: {
    kind: 'text',
    label: text('哪一次操作', 'Which act'),
    hint: text('不填：自己最近一次；没有就是最近一次', 'Default: your own latest, else the latest'),
    detail: text('编号见结果中的 acts', 'its number is in the results, under acts'),
    inPane: false,
  },
  anyway: {
    kind: 'switch',
    label: text('后来据此做了别的，仍要撤销', 'Undo it although something was built on it'),
  },
});

export type UndoInput = InputOf<typeof OPTIONS>;

export const UNDO = defineJob({
  name: 'undo',
  words: {
    title: text('撤销一次操作', 'Undo an act'),
    summary: text(
      '按操作日志恢复原值，撤回新增的收件和作品；后来改过的不动。先说明是谁、何时、做了什么，后来据此做了什么',
      'Restores former values from the log and withdraws receipts and entries it added; leaves alone what was changed since. Says first whose act it was, and what was built on it',
    ),
  },
  options: OPTIONS,
  place: { group: 'prepare', icon: 'withdraw', previewFirst: true, atOnce: true },
  reads: { tables: ['*'], withLog: true },
  writes: 'tables',
  nothing: { act: '', job: '', at: '', by: '', restored: 0, withdrawn: 0, leftAlone: [], builtOn: [], acts: [] },
  decide: async () => (await import('./undo')).decideUndo,
});
