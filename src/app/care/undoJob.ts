// Job 'undo', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';

export const UNDO = defineJob({
  name: 'undo',
  words: {
    title: text('撤销上次导入', 'Undo the last import'),
    summary: text(
      '按操作日志恢复原值，撤回新增的收件和作品；后来改过的不动',
      'Restores former values from the log and withdraws receipts and entries it added; leaves alone what was changed since',
    ),
  },
  options: {},
  place: { group: 'prepare', icon: 'withdraw', previewFirst: true },
  reads: { tables: ['*'], withLog: true },
  writes: 'tables',
  nothing: { job: '', at: '', restored: 0, withdrawn: 0, leftAlone: [] },
  decide: async () => (await import('./undo')).decideUndo,
});
