// Job 'import-judge', as it is offered.
import { text } from '../../core/ground/text';
import { NO_COUNTS } from '../run/rowCounts';
import { ROW_OPTIONS } from '../imports/rowOptions';
import { DECIDED_OPTIONS } from './decidedOption';
import { OVERWRITE_OPTIONS } from './overwriteOption';
import { defineImport, type WithFile } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { SCORING } from '../run/tablesRead';

const OPTIONS = options({
  ...ROW_OPTIONS,
  judge: {
    kind: 'text',
    label: text('应是哪位评委的', 'Whose it should be'),
    detail: text('编号或姓名，可不填', 'id or name, optional'),
    inPane: false,
  },
  ...OVERWRITE_OPTIONS,
  ...DECIDED_OPTIONS,
});

export type ImportJudgeInput = InputOf<typeof OPTIONS> & WithFile;

export const IMPORT_JUDGE = defineImport({
  name: 'import-judge',
  words: {
    title: text('读回评分表', 'Read back a score sheet'),
    summary: text(
      '读回导出给评委的文件，核对评委、标准、编号和题目',
      'Reads a handed-out file back and checks judge, criteria, numbers and titles',
    ),
    expects: text(
      '导出给评委的那个文件，填好后原样交回。',
      'The file that the judge was given, filled in and otherwise unchanged.',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'scores', next: ['progress', 'rank'] },
  reads: { tables: [...SCORING, 'Decisions'] },
  writes: 'tables',
  undoable: true,
  nothing: { counts: NO_COUNTS, rows: 0, taken: 0, leftOut: 0, skipped: 0, alreadyThere: 0, judges: [] },
  decide: async () => (await import('./importJudge')).decideImportJudge,
});
