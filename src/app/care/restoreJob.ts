// Job 'restore': writes again what this session wrote and what has vanished since. It needs the session's memory: no command line has one.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';

export interface RestoreResults {
  /** Cells that hold again what the session wrote, and rows that stand again. */
  readonly cells: number;
  readonly rows: readonly string[];
}

export const RESTORE = defineJob({
  name: 'restore',
  words: {
    title: text('恢复自己写入的内容', 'Restore what I wrote'),
    summary: text(
      '把合并时丢掉的、自己刚写入的单元格和行写回去；别人又改过的不动',
      'Writes again the cells and rows of this session that a merge has lost; leaves alone what others have changed since',
    ),
  },
  options: {},
  place: { group: 'prepare', icon: 'repair' },
  reads: { tables: ['*'] },
  writes: 'tables',
  undoable: true,
  nothing: { cells: 0, rows: [] } as RestoreResults,
  act: async () => (await import('./restore')).restore,
});
